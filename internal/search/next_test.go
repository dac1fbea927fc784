package search_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

var (
	dayFacet  = search.Facet{Name: "day", Values: valuesOf(offer.Weekdays[:]...)}
	whenFacet = search.Facet{Name: "when", Every: true, Values: valuesOf("term", "holidays", "weekends")}
	kindFacet = search.Facet{Name: "kind", Always: true, Values: valuesOf("activity", "guide")}
)

func valuesOf(ids ...string) []search.Value {
	values := make([]search.Value, len(ids))
	for i, id := range ids {
		values[i] = search.Value{ID: id, Label: id}
	}
	return values
}

// club is a document that happens on a day of the week, Monday being 0, in some
// season, between two dates.
func club(title string, day int, season []int, from, to string) search.Doc {
	first, _ := offer.ParseDate(from)
	last, _ := offer.ParseDate(to)
	return search.Doc{
		URL: "/" + title + "/", Title: title, Kind: "activity", Weight: 1, Sort: title, Ages: [2]int{-1, -1},
		Fields: [6]string{search.FieldTitle: title + " club"},
		Values: map[string][]int{"kind": {0}, "day": {day}, "when": season}, Days: [2]int{first.Since1970(), last.Since1970()},
	}
}

// monthly is on in the second week of each month.
func monthly(d search.Doc) search.Doc {
	d.Weeks = 1 << 1
	return d
}

// soonest gives the titles that "club this week" finds on a day, in their order.
func soonest(t *testing.T, today string, docs ...search.Doc) string {
	t.Helper()
	index := search.Build(docs, []search.Facet{kindFacet, dayFacet, whenFacet}, must(search.NewAnalyser("en-GB")), nil)
	index.School = [][2]string{{"2026-11-02", "2026-12-18"}, {"2027-01-04", "2027-02-12"}}
	r := must(search.NewReader(demonstration().script, must(index.Files(nil)), today))
	var titles []string
	for _, found := range must(r.Ask("club this week", 9)).Results {
		titles = append(titles, found.Title)
	}
	return strings.Join(titles, " ")
}

func TestWhatIsOnSoonestComesFirst(t *testing.T) {
	const term, holidays, saturday, tuesday = 0, 1, 5, 1
	docs := func() []search.Doc {
		return []search.Doc{
			club("always", saturday, []int{term, holidays}, "", ""),
			club("christmas", tuesday, []int{holidays}, "2026-12-22", "2026-12-22"),
			club("new", tuesday, []int{term}, "2027-01-05", ""),
			club("ended", saturday, nil, "2026-09-01", "2026-11-28"),
			club("term", tuesday, []int{term}, "", ""),
			monthly(club("monthly", saturday, nil, "", "")),
			{URL: "/undated/", Title: "undated", Kind: "activity", Weight: 1, Sort: "undated", Fields: [6]string{"undated club"}, Values: map[string][]int{"kind": {0}}},
		}
	}
	for today, want := range map[string]string{
		"2026-11-21": "always ended term monthly christmas new undated", // a Saturday in term; Tuesday is in three days
		"2026-11-24": "term always ended monthly christmas new undated", // a Tuesday
		"2026-11-29": "term always monthly christmas new ended undated", // the day after the last one of ended
		"2026-12-21": "christmas always new term monthly ended undated", // the holidays have begun: the next Tuesday of term is 5 January
		"2027-03-01": "new term always monthly christmas ended undated", // no dates of school are known: any Tuesday will do
	} {
		if got := soonest(t, today, docs()...); got != want {
			t.Errorf("on %s: got %s, want %s", today, got, want)
		}
	}
}
