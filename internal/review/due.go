package review

import (
	"cmp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Item is an entry that somebody has to check.
type Item struct {
	Entry *offer.Entry
	Owner string
	State offer.State
	Due   offer.Date // the last day on which its check holds; none where nobody ever checked it
	URL   string
	File  string
}

// Due are the entries to check within some days from the catalogue's own, and
// those that should have been before: by owner, and the soonest first. What
// has ended is not among them, nor what lasts to its own end. What is shut for
// a while is due when it opens again, for then families will turn up.
func Due(c *offer.Catalogue, within int) []Item {
	last := c.Today.AddDays(within)
	var items []Item
	for _, e := range c.Entries {
		state := c.State(e)
		due, falls := dueOn(c, e, state)
		if falls && !due.After(last) {
			items = append(items, Item{e, e.Owner, state, due, e.URL(), e.File})
		}
	}
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(
			strings.Compare(strings.ToLower(a.Owner), strings.ToLower(b.Owner)),
			strings.Compare(a.Owner, b.Owner),
			a.Due.Compare(b.Due),
			strings.Compare(a.File, b.File),
		)
	})
	return items
}

// dueOn is the day on which an entry falls due. The second result is false
// where it never does.
func dueOn(c *offer.Catalogue, e *offer.Entry, state offer.State) (offer.Date, bool) {
	switch state {
	case offer.Ended:
		return offer.Date{}, false
	case offer.TemporarilyClosed:
		return e.Closed.Until, true
	}
	if e.Reviewed.On.IsZero() {
		return offer.Date{}, expires(c, e)
	}
	due := c.Review.Due(e)
	return due, !due.IsZero()
}

// expires reports that a check of an entry would hold for a limited time.
func expires(c *offer.Catalogue, e *offer.Entry) bool {
	checked := *e
	checked.Reviewed.On = c.Today
	return !c.Review.Due(&checked).IsZero()
}
