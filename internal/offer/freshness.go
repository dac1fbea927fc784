package offer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Freshness is what a page says about how far it can be trusted. All dates are
// absolute, so that a page tells the truth however old it grows.
type Freshness struct {
	State   State
	Checked string // what was checked and how, up to the day
	On      Date   // the day of the last check, or none
	By      string // who checked, to the end of the sentence
	Facts   string // what was checked, or what was not and since when
	Next    string // when it will be checked again
	Warning string // what a family should do about it, or ""
}

// FreshnessOf puts an entry's state into words.
func FreshnessOf(e *Entry, today Date, limits *Limits) Freshness {
	f := Freshness{State: StateOf(e, today, limits)}
	f.check(e.Reviewed)
	if due := limits.Due(e); !due.IsZero() {
		f.Next = "Next check due by " + due.Words() + "."
	}
	switch f.State {
	case Overdue, LongOverdue:
		f.Warning = overdueWords(e.Reviewed) + " Please ring first."
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

// check says when the facts were checked: all of them at once, or each as far
// as it was.
func (f *Freshness) check(r Review) {
	if r.On.IsZero() {
		f.Checked = "Nobody has checked this page yet."
		return
	}
	f.Checked, f.On, f.By = "Checked", r.On, byWords(r)+"."
	f.Facts = factsWords(r.Checked)
	if since := r.notSince(Date{}); since != "" && len(r.Checked) > 0 {
		f.Checked, f.Facts = Capital(names(r.Checked))+" checked", since
	}
	if how := r.HowWords(); how != "" {
		f.Checked += " " + how
	}
	f.Checked += " on"
}

func factsWords(checked []string) string {
	if len(checked) == 0 {
		return ""
	}
	return "We checked: " + names(checked) + "."
}

// notSince says of the earlier facts since when nobody has checked them, the
// newest first; or only of those of the month of a day. Places are said with a
// date of their own.
func (r Review) notSince(month Date) string {
	facts := map[string][]string{}
	var days []Date
	for _, fact := range Dated {
		day, earlier := r.Earlier[fact]
		if !earlier || fact == placesFact || !month.IsZero() && day.MonthWords() != month.MonthWords() {
			continue
		}
		if len(facts[day.MonthWords()]) == 0 {
			days = append(days, day)
		}
		facts[day.MonthWords()] = append(facts[day.MonthWords()], fact)
	}
	slices.SortFunc(days, func(a, b Date) int { return b.Compare(a) })
	sentences := make([]string, len(days))
	for i, day := range days {
		sentences[i] = Capital(names(facts[day.MonthWords()])) + " not checked since " + day.MonthWords() + "."
	}
	return strings.Join(sentences, " ")
}

// overdueWords says what has not been checked for too long: the page, or those
// of its facts by which it fell due.
func overdueWords(r Review) string {
	if since := r.Since(); since != r.On {
		return r.notSince(since)
	}
	return "We last checked this in " + r.On.MonthWords() + "."
}

// NotChecked is the same in few words, for a list.
func (r Review) NotChecked() string {
	if since := r.Since(); since != r.On {
		return r.notSince(since)
	}
	return "Not checked since " + r.On.MonthWords() + "."
}

// factNames are the facts that families know by other words.
var factNames = map[string]string{"contact": "contact details", "eligibility": "who can go", EverythingElse: "everything else"}

// names are facts as a sentence names them.
func names(facts []string) string {
	words := make([]string, len(facts))
	for i, fact := range facts {
		words[i] = fact
		if name, other := factNames[fact]; other {
			words[i] = name
		}
	}
	return And(words)
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

// Capital begins words with a capital letter.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// lowerFirst makes a role fit inside a sentence, and leaves SEND team alone.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
