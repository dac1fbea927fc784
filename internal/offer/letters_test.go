package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestALetterHasOneListWhateverStandsBeforeIt(t *testing.T) {
	var entries []*offer.Entry
	for _, title := range []string{"Archery", "“Art” for all", "beta", "(a) club", "1st Scouts", "Éclair", "?", "Zoo"} {
		entries = append(entries, entry("guide", title, titled(title)))
	}
	var got []string
	for _, l := range link(t, entries...).Letters() {
		var titles []string
		for _, e := range l.Entries {
			titles = append(titles, e.Title)
		}
		if len(titles) > 0 {
			got = append(got, l.Name+": "+strings.Join(titles, ", "))
		}
	}
	if want := "A: (a) club, Archery, “Art” for all\nB: beta\nZ: Zoo\n0-9: 1st Scouts, ?, Éclair"; strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
