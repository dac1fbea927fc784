package source

import "github.com/localoffer/localoffer/internal/offer"

// Future deals with reviews dated after the day a site is made for. Where that
// day was asked for, such a review is not known yet, and only what it says of
// earlier checks counts; where it is simply today, the date is a mistake.
func Future(entries []*offer.Entry, asOf offer.Date, known bool) []offer.Problem {
	var problems offer.Problems
	for _, e := range entries {
		if !e.Reviewed.On.After(asOf) {
			continue
		}
		if known {
			e.Reviewed = e.Reviewed.AsOf(asOf)
			continue
		}
		e.Broken = true
		problems.Add(e.Reviewed.At, "the review of "+e.Reviewed.On.String()+" is dated after today", "write the day on which somebody checked the facts")
	}
	return problems.All()
}
