package offer_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// turning is the detail of an entry that says something else from a day on.
type turning struct{ on string }

func (turning) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
func (d turning) Turns(*offer.Entry, *offer.Limits) []offer.Change {
	return []offer.Change{{On: day(d.on), Why: "Answered"}}
}

func TestAnEntryChangesOnTheDaysOnWhichItsPageDoes(t *testing.T) {
	club := func(change func(*offer.Entry)) *offer.Entry {
		e := reviewed("2026-10-03", "club") // due by 3 April 2027
		change(e)
		return e
	}
	tests := []struct {
		name  string
		entry *offer.Entry
		after string
		want  []string
	}{
		{"a check runs out; that it soon will is no news", club(func(*offer.Entry) {}), "2026-10-03",
			[]string{"2027-04-04 Overdue for a check", "2027-07-03 Out of lists and search until checked again"}},
		{"the day itself is not ahead", club(func(*offer.Entry) {}), "2027-04-04",
			[]string{"2027-07-03 Out of lists and search until checked again"}},
		{"nothing is left", club(func(*offer.Entry) {}), "2027-07-03", nil},
		{"an event has its day", &offer.Entry{Starts: day("2026-12-05"), Ends: day("2026-12-05")}, "2026-11-01",
			[]string{"2026-12-05 Starting", "2026-12-06 Over"}},
		{"what is over is not overdue", club(func(e *offer.Entry) { e.Ends = day("2026-12-31") }), "2026-11-01",
			[]string{"2027-01-01 Over"}},
		{"closed for a while", club(func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2026-12-01"), Until: day("2027-01-11")} }), "2027-01-01",
			[]string{"2027-01-11 Open again", "2027-04-04 Overdue for a check", "2027-07-03 Out of lists and search until checked again"}},
		{"closed while its check runs out", club(func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2027-04-01"), Until: day("2027-08-01")} }), "2027-01-01",
			[]string{"2027-04-01 Closed for a while", "2027-08-01 Out of lists and search until checked again"}},
		{"closed for good", club(func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2027-02-01")} }), "2027-01-01",
			[]string{"2027-02-01 Closed for good"}},
		{"closed after its end", &offer.Entry{Ends: day("2027-01-01"), Closed: &offer.Closure{On: day("2027-02-01")}}, "2026-11-01",
			[]string{"2027-01-02 Over"}},
		{"nobody has checked it", reviewed("", "club"), "2026-11-01", nil},
		{"its detail has a day of its own", &offer.Entry{Detail: turning{"2027-02-01"}, Ends: day("2027-03-01")}, "2026-11-01",
			[]string{"2027-02-01 Answered", "2027-03-02 Over"}},
		{"which no longer matters", &offer.Entry{Detail: turning{"2027-02-01"}, Ends: day("2027-01-31")}, "2026-11-01",
			[]string{"2027-02-01 Over"}},
	}
	for _, test := range tests {
		var got []string
		for _, c := range offer.Changes(test.entry, day(test.after), &limits) {
			got = append(got, c.On.String()+" "+c.Why)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// Whatever dates an entry carries, looking at its dates finds the very days
// that looking at every day would.
func TestTheTimelineIsWhatLookingAtEveryDayFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 5))
	first := day("2026-01-01")
	someday := func() offer.Date {
		if r.IntN(3) == 0 {
			return offer.Date{}
		}
		return first.AddDays(r.IntN(500))
	}
	for range 300 {
		e := reviewed(someday().String(), []string{"club", "service", ""}[r.IntN(3)])
		if old := someday(); r.IntN(3) == 0 && old.Before(e.Reviewed.On) {
			e.Reviewed.Checked, e.Reviewed.Earlier = []string{"times"}, map[string]offer.Date{"cost": old, "contact": old.AddDays(40)}
		}
		e.Starts, e.Ends = someday(), someday()
		if on := someday(); !on.IsZero() {
			e.Closed = &offer.Closure{On: on, Until: someday()}
		}
		after := first.AddDays(r.IntN(300))
		var want, got []offer.Date
		for d := after.AddDays(1); d.Before(day("2030-06-01")); d = d.AddDays(1) {
			if !reflect.DeepEqual(seen(e, d), seen(e, d.AddDays(-1))) {
				want = append(want, d)
			}
		}
		for _, c := range offer.Changes(e, after, &limits) {
			got = append(got, c.On)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v closed %+v after %s:\n got %v\nwant %v", e, e.Closed, after, got, want)
		}
	}
}

// seen is all that families are told of an entry's freshness.
func seen(e *offer.Entry, d offer.Date) offer.Freshness {
	f := offer.FreshnessOf(e, d, &limits)
	if f.State == offer.DueSoon {
		f.State = offer.Current
	}
	return f
}

func TestTheTimetableGathersWhatHappensOnADay(t *testing.T) {
	entry := func(slug, title string, change func(*offer.Entry)) *offer.Entry {
		e := &offer.Entry{Kind: "activity", Folder: "activities", Slug: slug, Title: title}
		change(e)
		return e
	}
	starts := func(e *offer.Entry) { e.Starts = day("2026-12-01") }
	ends := func(e *offer.Entry) { e.Ends = day("2026-11-30") }
	settings := &offer.Settings{Review: limits}
	c, _ := offer.Link(settings, []*offer.Entry{entry("z", "Art", starts), entry("a", "Zoo", starts), entry("m", "Music", ends)}, day("2026-11-01"))
	want := []offer.Turn{{On: day("2026-12-01"), Why: "Over: Music. Starting: Art and Zoo.", Pages: []string{"/activities/a/", "/activities/m/", "/activities/z/"}}}
	if got := c.Timetable(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestALongListOfNamesIsCounted(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f", "g"}
	if got := offer.AndMore(names); got != "a, b, c, d, e and 2 more" {
		t.Errorf("got %q", got)
	}
	if got := offer.AndMore(names[:6]); got != "a, b, c, d, e and f" {
		t.Errorf("got %q", got)
	}
}
