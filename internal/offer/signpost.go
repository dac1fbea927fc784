package offer

import "slices"

// Signposts lead on from an activity: nobody who cannot get in, or has to wait,
// should leave its page with empty hands.
type Signposts struct {
	Waiting bool     // Today is for the time until they get in
	Today   []*Entry // what a family can use now
	More    []*Entry // of the same sort, in the next tier
	Above   string   // the next tier, or "" above the last
	Same    []*Entry // what the same provider runs besides
}

// Signposts are where to go on from an activity. Where a family has to wait or
// be referred, what it can use today needs neither referral nor diagnosis;
// else it is what stands in the tiers below. All of it is for a child of the
// same needs, area and age.
func (c *Catalogue) Signposts(e *Entry) Signposts {
	const cards, links = 3, 4
	p := Signposts{Waiting: c.waits(e), Same: c.siblings(e, links)}
	own := c.traitsOf(e)
	fits := func(other *reading) bool { return own.meets(other.traits) }
	now := func(other *reading) bool { return fits(other) && other.state != NotStarted }
	lower, higher := c.tiersAround(e)
	if p.Waiting {
		p.Today = c.nearest(e, group{"open", ""}, cards, now)
	}
	for _, tier := range lower {
		if !p.Waiting && len(p.Today) < cards {
			p.Today = append(p.Today, c.nearest(e, group{"tier", tier}, cards-len(p.Today), now)...)
		}
	}
	if higher != "" {
		p.Above = higher
		p.More = c.nearest(e, group{"tier", higher}, links, func(other *reading) bool { return fits(other) && other.traits.category == e.Tag("category") })
	}
	return p
}

// tiersAround are the tiers below an entry's own, the nearest first, and the
// one above it, or "". Their order is that of the vocabulary.
func (c *Catalogue) tiersAround(e *Entry) (lower []string, higher string) {
	v := c.Vocabulary("tier")
	if v == nil {
		return nil, ""
	}
	ids := v.IDs()
	at := slices.Index(ids, e.Tag("tier"))
	if at < 0 {
		return nil, ""
	}
	lower = slices.Clone(ids[:at])
	slices.Reverse(lower)
	if at+1 < len(ids) {
		higher = ids[at+1]
	}
	return lower, higher
}

// Waiting is the detail of an entry that may have no place just now.
type Waiting interface {
	Waits() bool
}

// Diagnosing is the detail of an entry that says whether a child must have a
// diagnosis.
type Diagnosing interface {
	NeedsDiagnosis() Answer
}

// Referred reports that somebody else has to ask for the child.
func (c *Catalogue) Referred(e *Entry) bool {
	v := c.Vocabulary("way-in")
	if v == nil {
		return false
	}
	value := v.Value(e.Tag("way-in"))
	return value != nil && value.Referral
}

// waits reports that a family cannot simply go: somebody else has to ask, or
// there is a queue.
func (c *Catalogue) waits(e *Entry) bool {
	d, ok := e.Detail.(Waiting)
	return c.Referred(e) || ok && d.Waits()
}

// open reports that a family can go without a referral, a queue or a diagnosis.
func (c *Catalogue) open(e *Entry) bool {
	d, ok := e.Detail.(Diagnosing)
	return ok && d.NeedsDiagnosis() == No && !c.waits(e)
}

// siblings are what the provider of an entry runs besides it.
func (c *Catalogue) siblings(e *Entry, most int) []*Entry {
	d, ok := e.Detail.(Provided)
	if !ok {
		return nil
	}
	p := c.Find(d.ProvidedBy())
	if p == nil {
		return nil
	}
	var others []*Entry
	for _, other := range c.ProvidedBy(p) {
		if other != e && len(others) < most {
			others = append(others, other)
		}
	}
	return others
}
