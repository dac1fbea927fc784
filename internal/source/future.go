package source

import (
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Future deals with what is dated after the day a site is made for: reviews,
// and whether there are places. Where that day was asked for, it is not known
// yet, and of a review only what it says of earlier checks counts; where the
// day is simply today, the date is a mistake.
func Future(entries []*offer.Entry, asOf offer.Date, known bool) []offer.Problem {
	var problems offer.Problems
	for _, e := range entries {
		if !known {
			reportFuture(e, asOf, &problems)
			continue
		}
		e.Reviewed = e.Reviewed.AsOf(asOf)
		if a, ok := e.Detail.(*kind.Activity); ok && a.Room != nil && a.Room.On.After(asOf) {
			a.Room = nil
		}
	}
	return problems.All()
}

func reportFuture(e *offer.Entry, today offer.Date, problems *offer.Problems) {
	if on := e.Reviewed.On; on.After(today) {
		e.Broken = true
		problems.Add(e.Reviewed.At, "the review of "+on.String()+" is dated after today", "write the day on which somebody checked the facts")
	}
	if a, ok := e.Detail.(*kind.Activity); ok && a.Room != nil && a.Room.On.After(today) {
		e.Broken = true
		problems.Add(a.Room.At, "the places are dated "+a.Room.On.String()+", which is after today", "write the day on which somebody asked whether there is room")
	}
}
