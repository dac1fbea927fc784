package kind

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// Pass lets go of the sessions that are over on a day, so that no page says
// them as if they were still to come and no list of Thursdays counts them. What
// has no session left says when the last one was. In the list another entry
// without them takes the place of each that has any.
func Pass(entries []*offer.Entry, today offer.Date) {
	over := func(s offer.Session) bool { return !s.Last().IsZero() && today.After(s.Last()) }
	for i, e := range entries {
		if a, ok := e.Detail.(*Activity); ok && slices.ContainsFunc(a.When, over) {
			now := *e
			now.Detail = a.without(over)
			entries[i] = &now
		}
	}
}

// without is the activity less the sessions that are over.
func (a *Activity) without(over func(offer.Session) bool) *Activity {
	left := *a
	left.When = slices.DeleteFunc(slices.Clone(a.When), over)
	if len(left.When) > 0 {
		return &left
	}
	for _, s := range a.When {
		if day := s.Last(); day.After(left.passed) {
			left.passed = day
		}
	}
	return &left
}

// Turns are the days on which a session is over, and that on which nobody can
// tell any more whether there are places.
func (a *Activity) Turns(e *offer.Entry, limits *offer.Limits) []offer.Change {
	var turns []offer.Change
	for _, s := range a.When {
		if last := s.Last(); !last.IsZero() {
			turns = append(turns, offer.Change{On: last.AddDays(1), Why: "Dates that are over"})
		}
	}
	if a.Room != nil {
		if until := limits.PlacesUntil(a.Room.CheckedIn(e.Reviewed)); !until.IsZero() {
			turns = append(turns, offer.Change{On: until.AddDays(1), Why: "Places not known any more"})
		}
	}
	return turns
}

// Turns is the day of the answer, from which the feed has it.
func (c *Comment) Turns(*offer.Entry, *offer.Limits) []offer.Change {
	if c.Responded.IsZero() {
		return nil
	}
	return []offer.Change{{On: c.Responded, Why: "Answered"}}
}
