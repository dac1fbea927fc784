package offer

// Freshness is what a page says about how far it can be trusted. All dates are
// absolute, so that a page tells the truth however old it grows.
type Freshness struct {
	State   State
	Checked string // when, how and by whom
	Facts   string // what was checked
	Next    string // when it will be checked again
	Warning string // what a family should do about it, or ""
}

// FreshnessOf puts an entry's state into words.
func FreshnessOf(e *Entry, today Date, limits *Limits) Freshness {
	f := Freshness{State: StateOf(e, today, limits)}
	if e.Reviewed.On.IsZero() {
		f.Checked = "Nobody has checked this page yet."
	} else {
		f.Checked = checkedWords(e.Reviewed)
		f.Facts = factsWords(e.Reviewed.Checked)
	}
	if due := limits.Due(e); !due.IsZero() {
		f.Next = "Next check due by " + due.Words() + "."
	}
	switch f.State {
	case Overdue, LongOverdue:
		f.Warning = "We last checked this in " + e.Reviewed.On.MonthWords() + ". Please ring first."
		f.Next = "Its next check was due by " + limits.Due(e).Words() + "."
	case NotStarted:
		f.Warning = "Starts on " + e.Starts.Full() + "."
	case TemporarilyClosed:
		f.Warning = "Closed until " + e.Closed.Until.Full() + "." + why(e.Closed)
	case Ended:
		f.Warning = endedWords(e)
		f.Next = ""
	}
	return f
}

func checkedWords(r Review) string {
	text := "Checked"
	if how := r.HowWords(); how != "" {
		text += " " + how
	}
	text += " on " + r.On.Words()
	if r.By != "" {
		text += " by the " + lowerFirst(r.By)
	}
	return text + "."
}

func factsWords(checked []string) string {
	if len(checked) == 0 {
		return ""
	}
	names := make([]string, len(checked))
	for i, fact := range checked {
		names[i] = fact
		if fact == "contact" {
			names[i] = "contact details"
		}
	}
	return "We checked: " + And(names) + "."
}

func endedWords(e *Entry) string {
	if c := e.Closed; c != nil && c.Until.IsZero() && (e.Ends.IsZero() || !c.On.After(e.Ends)) {
		return "This closed on " + e.Closed.On.Words() + "." + why(e.Closed)
	}
	return "This ended on " + e.Ends.Words() + "."
}

func why(c *Closure) string {
	if c.Why == "" {
		return ""
	}
	return " " + c.Why
}

// lowerFirst makes a role fit inside a sentence, and leaves SEND team alone.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
