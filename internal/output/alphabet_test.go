package output

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestALetterHasOneListWhateverStandsBeforeIt(t *testing.T) {
	var entries []*offer.Entry
	for _, title := range []string{"Archery", "“Art” for all", "beta", "(a) club", "1st Scouts", "Éclair", "?", "Zoo"} {
		entries = append(entries, &offer.Entry{Kind: "guide", Folder: "guides", Slug: title, Title: title})
	}
	c, _ := offer.Link(&offer.Settings{}, entries, offer.Date{Year: 2026, Month: 11, Day: 21})
	var got []string
	for _, l := range (&Site{Catalogue: c}).letters() {
		var titles []string
		for _, e := range l.entries {
			titles = append(titles, e.Title)
		}
		got = append(got, l.name+": "+strings.Join(titles, ", "))
	}
	if want := "A: (a) club, Archery, “Art” for all\nB: beta\nZ: Zoo\n0-9: 1st Scouts, ?, Éclair"; strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
