package kind_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

func on(text string) offer.Date {
	d, _ := offer.ParseDate(text)
	return d
}

// placesFact is what an activity says of its places on a day, and whether that
// is a fact of the past.
func placesFact(t *testing.T, e *offer.Entry, today string, months offer.Months) (string, bool) {
	t.Helper()
	c, _ := offer.Link(&offer.Settings{Review: offer.Limits{Places: months}}, []*offer.Entry{e}, on(today))
	for _, g := range e.Detail.Facts(e, c) {
		for _, fact := range g.Facts {
			if fact.Label == "Places" {
				return fact.Items[0].Text, fact.Past
			}
		}
	}
	return "", false
}

func TestAWaitIsNoFactForLong(t *testing.T) {
	const waits, waited = "There is a waiting list: about 6 weeks (on 1 October 2026)", "We do not know if there are places now. On 1 October 2026 there was a waiting list: about 6 weeks. Ask first."
	const waiting = "places: {state: waiting-list, wait: about 6 weeks, on: 2026-10-01}"
	tests := []struct {
		name, places, review, today string
		months                      offer.Months
		want                        string
		past                        bool
	}{
		{"the day it was asked", waiting, "", "2026-10-01", 3, waits, false},
		{"the last day", waiting, "", "2027-01-01", 3, waits, false},
		{"the day after", waiting, "", "2027-01-02", 3, waited, true},
		{"a month is enough for some councils", waiting, "", "2026-11-02", 1, waited, true},
		{"no limit", waiting, "", "2036-11-02", 0, waits, false},
		{"three months after 30 November is 28 February", "places: {state: open, on: 2026-11-30}", "", "2027-02-28", 3, "There are places (on 30 November 2026)", false},
		{"and 1 March is too late", "places: {state: open, on: 2026-11-30}", "", "2027-03-01", 3, "We do not know if there are places now. On 30 November 2026 there were places. Ask first.", true},
		{"full", "places: {state: full, wait: Try again at Easter., on: 2026-10-01}", "", "2027-01-02", 3, "We do not know if there are places now. On 1 October 2026 it was full: Try again at Easter. Ask first.", true},

		{"a check that names the places makes them new", waiting, "checked: [places]", "2027-01-03", 3, "There is a waiting list: about 6 weeks (on 3 October 2026)", false},
		{"and for no longer than they last", waiting, "checked: [places]", "2027-01-04", 3, "We do not know if there are places now. On 3 October 2026 there was a waiting list: about 6 weeks. Ask first.", true},
		{"a check of other facts does not", waiting, "checked: [times]", "2027-01-02", 3, waited, true},
		{"nor of the whole page, which does not say that anybody asked", waiting, "how: visit", "2027-01-02", 3, waited, true},
		{"an earlier check that names them does", waiting, "checked: [times], earlier: {places: 2026-10-02}", "2027-01-02", 3, "There is a waiting list: about 6 weeks (on 2 October 2026)", false},
		{"an older check does not take from them", "places: {state: open, on: 2026-11-30}", "checked: [places]", "2026-12-01", 3, "There are places (on 30 November 2026)", false},
	}
	for _, test := range tests {
		text := typed(t, "activities", "", test.places)
		if test.review != "" {
			text = strings.Replace(text, "how: phone", test.review, 1)
		}
		e, _ := read("activities", text)
		if got, past := placesFact(t, e, test.today, test.months); got != test.want || past != test.past {
			t.Errorf("%s:\n got %s (%v)\nwant %s", test.name, got, past, test.want)
		}
	}
}

func TestTheDayOnWhichNobodyKnowsOfPlacesIsOneOnWhichAnActivityChanges(t *testing.T) {
	e, _ := read("activities", typed(t, "activities", "", "places: {state: open, on: 2026-11-30}"))
	for months, want := range map[offer.Months]string{3: "2027-03-01 Places not known any more", 0: ""} {
		got := ""
		for _, change := range offer.Changes(e, on("2026-12-01"), &offer.Limits{Places: months}) {
			got += change.On.String() + " " + change.Why
		}
		if got != want {
			t.Errorf("after %d months: got %q", months, got)
		}
	}
}

func TestPlacesOfADayToComeAreUnknownOrAMistake(t *testing.T) {
	entry := func() []*offer.Entry {
		e, _ := read("activities", typed(t, "activities", "", "places: {state: open, on: 2026-11-30}"))
		return []*offer.Entry{e}
	}
	for today, want := range map[string]int{"2026-11-30": 0, "2026-11-29": 1} {
		problems := source.Future(entry(), on(today), false)
		if len(problems) != want || want == 1 && problems[0].String() != "content/activities/an-entry.md:12:27: the places are dated 2026-11-30, which is after today\n  hint: write the day on which somebody asked whether there is room" {
			t.Errorf("today, %s: got %v", today, problems)
		}
		asked := entry()
		problems = source.Future(asked, on(today), true)
		if said, _ := placesFact(t, asked[0], today, 3); len(problems) > 0 || (said == "") != (want == 1) {
			t.Errorf("as of %s: %v, and the page says %q", today, problems, said)
		}
	}
}
