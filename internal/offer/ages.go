package offer

import (
	"strconv"
	"strings"
)

// Oldest is the age at which the law's Local Offer ends (Children and Families
// Act 2014 s.30: children and young people up to 25).
const Oldest = 25

// Ages is a range in whole years, both ends taken in. The zero value means
// that no ages were stated.
type Ages struct {
	From, To int
	stated   bool
}

// Fault is what is wrong with one value, and how to write it.
type Fault struct{ What, Hint string }

// dashes makes one of all that people write between two ages.
var dashes = strings.NewReplacer("–", "-", "—", "-", " to ", "-", " ", "")

const howAges = "write them like 5-11, or 5+ for 5 and older, or 0-25 for every age"

// ParseAges reads 5-11, 5+ or 7. The fault is nil where the ages make sense.
func ParseAges(s string) (Ages, *Fault) {
	ages, fault := ageRange(s)
	if fault != nil && fault.Hint == "" {
		fault.Hint = agesHint(s)
	}
	return ages, fault
}

func ageRange(s string) (Ages, *Fault) {
	text := dashes.Replace(strings.TrimSpace(s))
	from, to, dash := strings.Cut(text, "-")
	if young, plus := strings.CutSuffix(text, "+"); plus {
		from, to = young, strconv.Itoa(Oldest)
	} else if !dash {
		to = from
	}
	a, okA := digits(from)
	b, okB := digits(to)
	switch {
	case !okA || !okB:
		return Ages{}, &Fault{"ages " + quote(s) + " cannot be read", ""}
	case a > b && strings.HasSuffix(text, "+"):
		return Ages{}, &Fault{"ages " + clip(s) + " begin after 25, where a Local Offer ends", howAges}
	case a > b:
		return Ages{}, &Fault{"ages " + clip(s) + " run backwards",
			"write the younger age first: ages: " + strconv.Itoa(b) + "-" + strconv.Itoa(a)}
	case b > 99:
		return Ages{}, &Fault{"ages " + clip(s) + " go past any age", howAges}
	}
	return Ages{a, b, true}, nil
}

// Stated reports that the entry gives any ages at all.
func (a Ages) Stated() bool { return a.stated }

// Overlaps reports that some age is in both ranges.
func (a Ages) Overlaps(b Ages) bool {
	return a.stated && b.stated && a.From <= b.To && b.From <= a.To
}

// Words is the range as a page says it.
func (a Ages) Words() string {
	from, to := strconv.Itoa(a.From), years(a.To)
	switch {
	case !a.stated:
		return ""
	case a.From == 0 && a.To >= Oldest:
		return "All ages up to 25"
	case a.From == 0:
		return "Up to " + years(max(a.To, 1))
	case a.From == a.To:
		return to
	case a.From < Oldest && a.To > Oldest:
		return from + " to 25 years"
	}
	return from + " to " + to
}

func years(n int) string { return Counted(n, "year", "years") }

func quote(s string) string { return "“" + clip(s) + "”" }

// clip keeps what a message repeats to a length that can be taken in.
func clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
