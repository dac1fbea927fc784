package offer

import (
	"cmp"
	"slices"
	"strings"
)

// Due is an entry that somebody has to check.
type Due struct {
	*Entry
	State State
	By    Date // the last day on which its check holds; none where nobody ever checked it
}

// Due are the entries to check up to a day, and those that should have been
// before: by owner, and the soonest first. What has ended is not among them,
// nor what lasts to its own end. What is shut for a while is due when it opens
// again, for then families will turn up.
func (c *Catalogue) Due(last Date) []Due {
	var list []Due
	for _, e := range c.Entries {
		state := c.State(e)
		if by, falls := c.dueBy(e, state); falls && !by.After(last) {
			list = append(list, Due{e, state, by})
		}
	}
	slices.SortStableFunc(list, func(a, b Due) int {
		return cmp.Or(
			strings.Compare(strings.ToLower(a.Owner), strings.ToLower(b.Owner)),
			strings.Compare(a.Owner, b.Owner),
			a.By.Compare(b.By),
			strings.Compare(a.File, b.File),
		)
	})
	return list
}

// dueBy is the day by which an entry is due. The second result is false where
// it never is.
func (c *Catalogue) dueBy(e *Entry, state State) (Date, bool) {
	switch state {
	case Ended:
		return Date{}, false
	case TemporarilyClosed:
		return e.Closed.Until, true
	}
	if e.Reviewed.On.IsZero() {
		return Date{}, c.expires(e)
	}
	due := c.Review.Due(e)
	return due, !due.IsZero()
}

// expires reports that a check of an entry would hold for a limited time.
func (c *Catalogue) expires(e *Entry) bool {
	checked := *e
	checked.Reviewed = Review{On: c.Today}
	return !c.Review.Due(&checked).IsZero()
}

// Name is what to call an entry by on the command line.
func (e *Entry) Name() string { return e.Folder + "/" + e.Slug }

// Record is the command that records a check of all that was ever checked, and
// so makes the whole page new.
func (e *Entry) Record() string {
	line := "localoffer review " + e.Name() + " --how " + cmp.Or(e.Reviewed.How, Hows[0])
	if facts := e.Reviewed.Facts(); len(facts) > 0 {
		line += " --checked " + strings.Join(facts, ",")
	}
	return line
}
