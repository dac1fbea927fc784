package offer_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestAPageCarriesWhatItWillSayFirst(t *testing.T) {
	e := reviewed("2026-10-03", "club")
	e.Starts, e.Ends = day("2026-12-05"), day("2027-05-31")
	e.Closed = &offer.Closure{On: day("2027-01-04"), Until: day("2027-02-01"), Why: "The hall is let."}
	want := []offer.Later{
		{On: day("2026-12-05")},
		{On: day("2027-01-04"), Warning: "Closed until Monday 1 February 2027. The hall is let."},
		{On: day("2027-02-01")},
		{On: day("2027-04-04"), Warning: "We last checked this in October 2026. Please ring first."},
		{On: day("2027-06-01"), Warning: "This ended on 31 May 2027."},
	}
	if got := offer.LaterOf(e, day("2026-11-01"), &limits); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := offer.LaterOf(e, day("2027-04-04"), &limits); !reflect.DeepEqual(got, want[4:]) {
		t.Errorf("once it is overdue: got %+v", got)
	}
}

// An old page with what it carries says what a new one would, on every day.
func TestWhatAPageCarriesIsWhatABuildWouldSay(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 7))
	someday := func() offer.Date {
		if r.IntN(3) == 0 {
			return offer.Date{}
		}
		return day("2026-01-01").AddDays(r.IntN(500))
	}
	for range 100 {
		e := reviewed(someday().String(), "club")
		e.Starts, e.Ends = someday(), someday()
		if on := someday(); !on.IsZero() {
			e.Closed = &offer.Closure{On: on, Until: someday()}
		}
		made := day("2026-01-01").AddDays(r.IntN(300))
		said, later := offer.FreshnessOf(e, made, &limits).Warning, offer.LaterOf(e, made, &limits)
		for today := made; today.Before(day("2029-01-01")); today = today.AddDays(1) {
			for len(later) > 0 && !later[0].On.After(today) {
				said, later = later[0].Warning, later[1:]
			}
			if want := offer.FreshnessOf(e, today, &limits).Warning; said != want {
				t.Fatalf("%+v, made on %s, on %s: got %q, want %q", e, made, today, said, want)
			}
		}
	}
}
