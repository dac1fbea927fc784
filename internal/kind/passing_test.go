package kind_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

func TestASessionThatIsOverIsNotSaid(t *testing.T) {
	date := func(text string) offer.Date {
		d, _ := offer.ParseDate(text)
		return d
	}
	tests := []struct{ name, today, want string }{
		{"both are ahead", "2026-12-01", "Saturday 5 December 2026: Ask for the time | Thursdays: Runs until 25 February 2027."},
		{"the last day still counts", "2026-12-05", "Saturday 5 December 2026: Ask for the time | Thursdays: Runs until 25 February 2027."},
		{"one is over", "2026-12-06", "Thursdays: Runs until 25 February 2027."},
		{"all are over", "2027-02-26", "Times: The dates we were given ended on 25 February 2027. Ask for new ones."},
	}
	for _, test := range tests {
		e, problems := read("activities", typed(t, "activities", "", "when: [{date: 2026-12-05}, {day: thursday, ends: 2027-02-25}]"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		before := *e.Detail.(*kind.Activity)
		entries := []*offer.Entry{e}
		kind.Pass(entries, date(test.today))
		if !reflect.DeepEqual(*e.Detail.(*kind.Activity), before) {
			t.Errorf("%s: the entry that was read has changed", test.name)
		}
		e = entries[0]
		c, _ := offer.Link(&offer.Settings{}, entries, date(test.today))
		var rows []string
		for _, g := range e.Detail.Facts(e, c) {
			for _, fact := range g.Facts {
				if g.ID == "when" {
					rows = append(rows, fact.Label+": "+fact.Items[0].Text)
				}
			}
		}
		if got := strings.Join(rows, " | "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestTheDaysAfterItsSessionsAreDaysOnWhichAnActivityChanges(t *testing.T) {
	e, _ := read("activities", typed(t, "activities", "", "when: [{date: 2026-12-05}, {day: thursday, ends: 2027-02-25}, {day: friday}]"))
	var got []string
	for _, turn := range e.Detail.(offer.Turning).Turns(e, &offer.Limits{Places: 3}) {
		got = append(got, turn.On.String())
	}
	if strings.Join(got, " ") != "2026-12-06 2027-02-26" {
		t.Errorf("got %s", got)
	}
}
