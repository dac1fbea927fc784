package offer

// Answer is a reply to a question a family asks. NotStated is an answer of its
// own: it is shown as "Ask first", never counts as yes, and hides nothing.
type Answer string

// The answers that mean the same in every vocabulary. Partial is never shown
// as Full.
const (
	NotStated Answer = ""
	Yes       Answer = "yes"
	No        Answer = "no"
	Full      Answer = "full"
	Partial   Answer = "partial"
)

// Positive reports a plain yes: the only answers that put an entry on a list.
func (a Answer) Positive() bool { return a == Yes || a == Full }

// Words is the answer as a page says it.
func (a Answer) Words() string {
	switch a {
	case NotStated:
		return "Ask first"
	case Yes:
		return "Yes"
	case No:
		return "No"
	case Full:
		return "Yes, everywhere"
	case Partial:
		return "In part"
	}
	return string(a)
}

// Mark is a short name for the look of an answer: yes, part, no or ask.
func (a Answer) Mark() string {
	switch a {
	case Yes, Full:
		return "yes"
	case No:
		return "no"
	case NotStated:
		return "ask"
	}
	return "part"
}
