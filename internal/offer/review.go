package offer

import (
	"maps"
	"slices"
)

// Review is a person confirming the facts: on which day, in which role, how,
// and which facts. Where no fact is named, the whole page was checked. Earlier
// is the day of the last check of each fact that this one did not look at, so
// that a look at one fact makes no other new. A Git commit date is not a review.
type Review struct {
	On      Date
	By      string
	How     string
	Checked []string
	Earlier map[string]Date
	At      Place
}

// Hows and Checks are the words a review may use.
var (
	Hows   = []string{"phone", "visit", "email", "website"}
	Checks = []string{"times", "cost", "contact", "access", "eligibility", "places", "support"}
)

// EverythingElse stands among the earlier facts for the whole page, where only
// some of it has been checked since.
const EverythingElse = "everything-else"

// Dated are the names that an earlier fact may have, in the order in which they
// are said.
var Dated = append(slices.Clone(Checks), EverythingElse)

// placesFact is the fact that has a date and a limit of its own.
const placesFact = "places"

// HowWords is the way of checking as a page says it.
func (r Review) HowWords() string {
	switch r.How {
	case "phone":
		return "by phone"
	case "visit":
		return "on a visit"
	case "email":
		return "by email"
	case "website":
		return "on their website"
	}
	return ""
}

// Since is the day from which a review lasts: that of the fact which was
// checked longest ago. Places do not count. Whoever says that there is room
// says on which day, and that has a limit of its own.
func (r Review) Since() Date {
	since := r.On
	for fact, day := range r.Earlier {
		if fact != placesFact && day.Before(since) {
			since = day
		}
	}
	return since
}

// After is a review that remembers what a former one knew of the facts that it
// did not look at itself. One that names no fact looked at all of them.
func (r Review) After(former Review) Review {
	r.Earlier = nil
	if len(r.Checked) == 0 {
		return r
	}
	days := former.days()
	for _, fact := range r.Checked {
		delete(days, fact)
	}
	if r.namesAll() {
		delete(days, EverythingElse)
	}
	if len(days) > 0 {
		r.Earlier = days
	}
	return r
}

func (r Review) namesAll() bool {
	return !slices.ContainsFunc(Checks, func(fact string) bool { return !slices.Contains(r.Checked, fact) })
}

// days is the last day on which each fact was checked.
func (r Review) days() map[string]Date {
	days := map[string]Date{}
	maps.Copy(days, r.Earlier)
	if r.On.IsZero() {
		return days
	}
	for _, fact := range r.Checked {
		days[fact] = r.On
	}
	if len(r.Checked) == 0 {
		days[EverythingElse] = r.On
	}
	return days
}

// AsOf is what was known of the checks on a day. Of a later review only the
// earlier facts are, and nobody remembers how or by whom they were checked.
func (r Review) AsOf(day Date) Review {
	if !r.On.After(day) {
		return r
	}
	known := maps.Clone(r.Earlier)
	maps.DeleteFunc(known, func(_ string, d Date) bool { return d.After(day) })
	before := Review{At: r.At}
	for _, d := range known {
		if d.After(before.On) {
			before.On = d
		}
	}
	if before.On.IsZero() || known[EverythingElse] == before.On {
		return before
	}
	for _, fact := range Checks {
		if known[fact] == before.On {
			before.Checked = append(before.Checked, fact)
		}
	}
	return before.After(Review{Earlier: known})
}

// Facts are what a check has to name to make the whole page new: all that were
// ever named, or none for a page that was checked as a whole.
func (r Review) Facts() []string {
	days := r.days()
	if _, whole := days[EverythingElse]; whole {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(Checks), func(fact string) bool { return days[fact].IsZero() })
}

// Closure is a place being shut: for good, or until a date.
type Closure struct {
	On, Until Date
	Why       string
	Instead   []Ref
}
