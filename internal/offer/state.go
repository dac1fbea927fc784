package offer

// State is how far an entry can be trusted on a day.
type State uint8

// The states, from DOMAIN's freshness rules.
const (
	Current State = iota
	DueSoon
	Overdue
	LongOverdue
	NotStarted
	TemporarilyClosed
	Ended
)

var stateNames = [...]string{"current", "due soon", "overdue", "long overdue", "not yet started", "temporarily closed", "ended"}

func (s State) String() string { return stateNames[s] }

// Listed reports that entries in this state stand in lists and counts.
func (s State) Listed() bool {
	return s == Current || s == DueSoon || s == Overdue || s == NotStarted
}

// StateOf is the one place where freshness is decided: pages, lists, counts
// and feeds ask it and nothing else. What is shut comes first, then what has
// not begun, then how long ago the facts were checked.
func StateOf(e *Entry, today Date, limits *Limits) State {
	due := limits.Due(e)
	switch {
	case e.shut(today) && e.Closed.Until.IsZero():
		return Ended
	case !e.Ends.IsZero() && today.After(e.Ends):
		return Ended
	case e.shut(today):
		return TemporarilyClosed
	case !e.Starts.IsZero() && today.Before(e.Starts):
		return NotStarted
	case due.IsZero():
		return Current
	case today.After(due.AddDays(limits.LongOverdueDays)):
		return LongOverdue
	case today.After(due):
		return Overdue
	case !today.Before(due.AddDays(-limits.DueSoonDays)):
		return DueSoon
	}
	return Current
}

func (e *Entry) shut(today Date) bool {
	c := e.Closed
	return c != nil && !today.Before(c.On) && (c.Until.IsZero() || today.Before(c.Until))
}

// Due is the last day on which an entry's check still holds, or the zero Date
// for what lasts to its own end or was never checked. It counts from the fact
// that was checked longest ago. The limit is that of the entry's category where
// the council set one, else that of its type or kind.
func (l *Limits) Due(e *Entry) Date {
	if e.Reviewed.On.IsZero() {
		return Date{}
	}
	months, own := l.Category[e.Category]
	if !own || e.Category == "" {
		months = l.months(e.Lasts)
	}
	if months == 0 {
		return Date{}
	}
	return e.Reviewed.Since().AddMonths(months)
}

func (l *Limits) months(lasts string) Months {
	switch lasts {
	case "club":
		return l.Club
	case "service":
		return l.Service
	case "provider":
		return l.Provider
	case "guide":
		return l.Guide
	case "journey":
		return l.Journey
	case "page":
		return l.Page
	case "term":
		return l.Term
	}
	return 0
}
