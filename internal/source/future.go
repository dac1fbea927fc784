package source

import (
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Future deals with what is dated after the day a site is made for: reviews,
// and whether there are places. Where that day was asked for, it is not known
// yet, and of a review only what it says of earlier checks counts: in the list,
// another entry that says so takes the place. Where the day is simply today, the
// date is a mistake.
func Future(entries []*offer.Entry, asOf offer.Date, known bool) []offer.Problem {
	var problems offer.Problems
	for i, e := range entries {
		if known {
			entries[i] = knownOn(e, asOf)
		} else {
			reportFuture(e, asOf, &problems)
		}
	}
	return problems.All()
}

// knownOn is what was known of an entry on a day.
func knownOn(e *offer.Entry, day offer.Date) *offer.Entry {
	a, ok := e.Detail.(*kind.Activity)
	later := ok && laterPlaces(a, day)
	if !later && !e.Reviewed.On.After(day) {
		return e
	}
	then := *e
	then.Reviewed = e.Reviewed.AsOf(day)
	if later {
		activity := *a
		activity.Room = nil
		then.Detail = &activity
	}
	return &then
}

func laterPlaces(a *kind.Activity, day offer.Date) bool {
	return a.Room != nil && a.Room.On.After(day)
}

func reportFuture(e *offer.Entry, today offer.Date, problems *offer.Problems) {
	if on := e.Reviewed.On; on.After(today) {
		problems.Add(e.Reviewed.At, "the review of "+on.String()+" is dated after today", "write the day on which somebody checked the facts")
	}
	if on := e.Twin.On; on.After(today) {
		problems.Add(e.Twin.At, "this is said to be written on "+on.String()+", which is after today", "write the day on which it was written, or last read beside the original")
	}
	if a, ok := e.Detail.(*kind.Activity); ok && laterPlaces(a, today) {
		problems.Add(a.Room.At, "the places are dated "+a.Room.On.String()+", which is after today", "write the day on which somebody asked whether there is room")
	}
}
