package offer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A static page ages between two builds. The timeline is every day on which a
// build would give other pages than the day before, with nothing edited: the
// days on which it is worth building again.

// Change is a day on which an entry's page changes by itself, and why, in
// words that stand before its title: "Starting".
type Change struct {
	On  Date
	Why string
}

// Turning is the detail of an entry that says something else from some day on,
// whatever state the entry is in.
type Turning interface {
	Turns(e *Entry, limits *Limits) []Change
}

// Last is the last day of a session, or the zero Date where it goes on.
func (s Session) Last() Date {
	if !s.On.IsZero() {
		return s.On
	}
	return s.Ends
}

// Changes are the days after a day on which an entry's page changes, in their
// order, at most one for each day. They are found at the dates that the entry
// carries, so however far ahead the last one lies, it costs no more.
func Changes(e *Entry, after Date, limits *Limits) []Change {
	var changes []Change
	for _, on := range boundaries(e, limits) {
		was, now := shown(e, on.AddDays(-1), limits), shown(e, on, limits)
		if was != now {
			changes = append(changes, Change{on, turned(e, was, now)})
		}
	}
	if d, ok := e.Detail.(Turning); ok {
		for _, turn := range d.Turns(e, limits) {
			if shown(e, turn.On, limits) != Ended { // which says nothing but that
				changes = append(changes, turn)
			}
		}
	}
	changes = slices.DeleteFunc(changes, func(c Change) bool { return !c.On.After(after) })
	slices.SortStableFunc(changes, func(a, b Change) int { return a.On.Compare(b.On) })
	return slices.CompactFunc(changes, func(a, b Change) bool { return a.On == b.On })
}

// boundaries are the first days on which StateOf may give another answer.
func boundaries(e *Entry, limits *Limits) []Date {
	var days []Date
	if due := limits.Due(e); !due.IsZero() {
		days = append(days, due.AddDays(1), due.AddDays(limits.LongOverdueDays+1))
	}
	if !e.Starts.IsZero() {
		days = append(days, e.Starts)
	}
	if !e.Ends.IsZero() {
		days = append(days, e.Ends.AddDays(1))
	}
	if c := e.Closed; c != nil {
		days = append(days, c.On)
		if !c.Until.IsZero() {
			days = append(days, c.Until)
		}
	}
	return days
}

// shown is an entry's state as families see it: that a check falls due soon is
// a matter for editors, and no page says so.
func shown(e *Entry, today Date, limits *Limits) State {
	if s := StateOf(e, today, limits); s != DueSoon {
		return s
	}
	return Current
}

func turned(e *Entry, was, now State) string {
	switch {
	case now == Ended && e.Closed != nil && e.Closed.Until.IsZero() && (e.Ends.IsZero() || !e.Closed.On.After(e.Ends)):
		return "Closed for good"
	case now == Ended:
		return "Over"
	case now == TemporarilyClosed:
		return "Closed for a while"
	case now == LongOverdue:
		return "Out of lists and search until checked again"
	case was == NotStarted:
		return "Starting"
	case was == TemporarilyClosed:
		return "Open again"
	}
	return "Overdue for a check"
}

// Turn is a day on which pages change by themselves, why, and the pages of the
// entries that it is about. The lists and counts they stand in change as well.
type Turn struct {
	On    Date
	Why   string
	Pages []string
}

// Timetable is every day after the catalogue's own on which any page changes
// by itself, in order.
func (c *Catalogue) Timetable() []Turn {
	var events []event
	for _, e := range c.Entries {
		for _, change := range Changes(e, c.Today, &c.Review) {
			events = append(events, event{change, e})
		}
	}
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Why, b.Why))
	})
	var turns []Turn
	for len(events) > 0 {
		n := alike(events, func(a, b event) bool { return a.On == b.On })
		turns = append(turns, turnOf(events[:n]))
		events = events[n:]
	}
	return turns
}

// event is a change of one entry.
type event struct {
	Change
	entry *Entry
}

// alike is how many events at the beginning are like the first.
func alike(events []event, like func(a, b event) bool) int {
	n := slices.IndexFunc(events, func(e event) bool { return !like(events[0], e) })
	if n < 0 {
		return len(events)
	}
	return n
}

// turnOf puts the events of one day together, those with the same cause in one
// sentence.
func turnOf(events []event) Turn {
	turn := Turn{On: events[0].On}
	var sentences []string
	for len(events) > 0 {
		n := alike(events, func(a, b event) bool { return a.Why == b.Why })
		titles := make([]string, n)
		for i, e := range events[:n] {
			titles[i] = e.entry.Title
			turn.Pages = append(turn.Pages, e.entry.URL())
		}
		sentences = append(sentences, events[0].Why+": "+AndMore(titles)+".")
		events = events[n:]
	}
	turn.Why = strings.Join(sentences, " ")
	slices.Sort(turn.Pages)
	return turn
}

// AndMore joins names as a sentence does, and counts what is too many to name:
// on one day a whole council's pages may fall due.
func AndMore(names []string) string {
	const most = 5
	if len(names) <= most+1 {
		return And(names)
	}
	named := slices.Clone(names[:most])
	return And(append(named, strconv.Itoa(len(names)-most)+" more"))
}
