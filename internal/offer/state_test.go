package offer_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

var limits = offer.Limits{
	Club: 6, Service: 12, Provider: 12, Guide: 12, Journey: 12, Page: 12, Term: 36,
	DueSoonDays: 30, LongOverdueDays: 90,
	Category: map[string]offer.Months{"holidays": 3, "travel": 0},
}

// reviewed is an entry that was checked on a day.
func reviewed(on, lasts string) *offer.Entry {
	return &offer.Entry{Kind: "activity", Folder: "activities", Slug: "swim", Lasts: lasts, Reviewed: offer.Review{On: day(on)}}
}

func TestTheStateChangesOnTheVeryDay(t *testing.T) {
	// Checked on 3 October 2026, so due by 3 April 2027 for a club.
	club := func() *offer.Entry { return reviewed("2026-10-03", "club") }
	running := func(starts, ends string) *offer.Entry {
		e := club()
		e.Starts, e.Ends = day(starts), day(ends)
		return e
	}
	closed := func(on, until string) *offer.Entry {
		e := club()
		e.Closed = &offer.Closure{On: day(on), Until: day(until)}
		return e
	}
	// Its times were checked again, or all but its places.
	partly := func(on string) *offer.Entry {
		e := reviewed(on, "club")
		e.Reviewed.Checked = []string{"times"}
		e.Reviewed.Earlier = map[string]offer.Date{"cost": day("2026-10-03"), "contact": day("2026-11-03")}
		return e
	}
	places := func(on string) *offer.Entry {
		e := reviewed(on, "club")
		e.Reviewed.Checked = []string{"times", "cost"}
		e.Reviewed.Earlier = map[string]offer.Date{"places": day("2026-10-03")}
		return e
	}
	tests := []struct {
		name  string
		entry *offer.Entry
		today string
		want  offer.State
	}{
		{"the day of the check", club(), "2026-10-03", offer.Current},
		{"31 days before it is due", club(), "2027-03-03", offer.Current},
		{"30 days before it is due", club(), "2027-03-04", offer.DueSoon},
		{"the day it is due", club(), "2027-04-03", offer.DueSoon},
		{"the day after it was due", club(), "2027-04-04", offer.Overdue},
		{"90 days after it was due", club(), "2027-07-02", offer.Overdue},
		{"91 days after it was due", club(), "2027-07-03", offer.LongOverdue},
		{"years later", club(), "2040-01-01", offer.LongOverdue},

		{"six months after 31 August is 28 February", reviewed("2026-08-31", "club"), "2027-02-28", offer.DueSoon},
		{"and 1 March is too late", reviewed("2026-08-31", "club"), "2027-03-01", offer.Overdue},
		{"29 February in a leap year is in time", reviewed("2027-08-31", "club"), "2028-02-29", offer.DueSoon},
		{"and 1 March of it is too late", reviewed("2027-08-31", "club"), "2028-03-01", offer.Overdue},
		{"a year after 29 February is 28 February", reviewed("2028-02-29", "service"), "2029-02-28", offer.DueSoon},
		{"and 1 March is too late", reviewed("2028-02-29", "service"), "2029-03-01", offer.Overdue},
		{"30 days before, over a leap day", reviewed("2027-09-15", "club"), "2028-02-14", offer.DueSoon},
		{"31 days before, over a leap day", reviewed("2027-09-15", "club"), "2028-02-13", offer.Current},

		{"a service lasts 12 months", reviewed("2026-10-03", "service"), "2027-09-02", offer.Current},
		{"a word in the glossary lasts 36", reviewed("2026-10-03", "term"), "2029-10-04", offer.Overdue},
		{"an event lasts to its own end", reviewed("2020-01-01", ""), "2026-10-03", offer.Current},
		{"nobody has checked it", reviewed("", "club"), "2040-01-01", offer.Current},

		{"one fact was checked since: the last day of the others", partly("2026-12-20"), "2027-04-03", offer.DueSoon},
		{"one fact was checked since: the day after", partly("2026-12-20"), "2027-04-04", offer.Overdue},
		{"one fact was checked two years later", partly("2028-12-20"), "2028-12-20", offer.LongOverdue},
		{"only the places were not checked again", places("2026-12-20"), "2027-06-20", offer.DueSoon},
		{"nor for too long", places("2026-12-20"), "2027-06-21", offer.Overdue},

		{"the day before it starts", running("2027-01-10", ""), "2027-01-09", offer.NotStarted},
		{"the day it starts", running("2027-01-10", ""), "2027-01-10", offer.Current},
		{"its last day", running("", "2027-01-10"), "2027-01-10", offer.Current},
		{"the day after its last day", running("", "2027-01-10"), "2027-01-11", offer.Ended},
		{"its only day", running("2027-01-10", "2027-01-10"), "2027-01-10", offer.Current},
		{"not started matters more than overdue", running("2028-01-10", ""), "2027-06-01", offer.NotStarted},
		{"ended matters more than long overdue", running("", "2027-01-10"), "2029-01-01", offer.Ended},
		{"its last day is 29 February", running("", "2028-02-29"), "2028-02-29", offer.LongOverdue},
		{"and it has ended on 1 March", running("", "2028-02-29"), "2028-03-01", offer.Ended},

		{"the day before it closes", closed("2027-01-10", ""), "2027-01-09", offer.Current},
		{"the day it closes for good", closed("2027-01-10", ""), "2027-01-10", offer.Ended},
		{"the day it closes for a while", closed("2027-01-10", "2027-02-01"), "2027-01-10", offer.TemporarilyClosed},
		{"the last day of being closed", closed("2027-01-10", "2027-02-01"), "2027-01-31", offer.TemporarilyClosed},
		{"the day it opens again", closed("2027-01-10", "2027-02-01"), "2027-02-01", offer.Current},
		{"it opened again, and is overdue", closed("2027-01-10", "2027-02-01"), "2027-04-04", offer.Overdue},
	}
	for _, test := range tests {
		if got := offer.StateOf(test.entry, day(test.today), &limits); got != test.want {
			t.Errorf("%s (%s): got %q, want %q", test.name, test.today, got, test.want)
		}
	}
}

func TestTheLimitOfACategoryWinsOverThatOfTheType(t *testing.T) {
	for category, want := range map[string]string{"holidays": "2027-01-03", "travel": "", "clubs": "2027-04-03", "": "2027-04-03"} {
		e := reviewed("2026-10-03", "club")
		e.Category = category
		if got := limits.Due(e).String(); got != want {
			t.Errorf("category %q: due on %q, want %q", category, got, want)
		}
	}
}

func TestEachKindHasItsOwnLimit(t *testing.T) {
	for lasts, want := range map[string]string{
		"club": "2027-04-03", "service": "2027-10-03", "provider": "2027-10-03", "guide": "2027-10-03",
		"journey": "2027-10-03", "page": "2027-10-03", "term": "2029-10-03", "": "", "event": "",
	} {
		if got := limits.Due(reviewed("2026-10-03", lasts)).String(); got != want {
			t.Errorf("%q: due on %q, want %q", lasts, got, want)
		}
	}
}

func TestOnlyWhatAFamilyCouldGoToIsListed(t *testing.T) {
	for state, want := range map[offer.State]bool{
		offer.Current: true, offer.DueSoon: true, offer.Overdue: true, offer.NotStarted: true,
		offer.LongOverdue: false, offer.TemporarilyClosed: false, offer.Ended: false,
	} {
		if state.Listed() != want {
			t.Errorf("%s: listed is %v", state, state.Listed())
		}
	}
}

func TestFreshnessIsSaidInWords(t *testing.T) {
	check := offer.Review{On: day("2026-10-03"), By: "Family information team", How: "phone", Checked: []string{"times", "cost", "contact"}}
	entry := func(change func(*offer.Entry)) *offer.Entry {
		e := &offer.Entry{Lasts: "club", Reviewed: check}
		change(e)
		return e
	}
	same := func(*offer.Entry) {}
	const checked, by = "Checked by phone on", " by the family information team."
	on := day("2026-10-03")
	const facts = "We checked: times, cost and contact details."
	const next = "Next check due by 3 April 2027."
	tests := []struct {
		name  string
		entry *offer.Entry
		today string
		want  offer.Freshness
	}{
		{"current", entry(same), "2026-11-01", offer.Freshness{State: offer.Current, Checked: checked, On: on, By: by, Facts: facts, Next: next}},
		{"due soon says the same", entry(same), "2027-04-03", offer.Freshness{State: offer.DueSoon, Checked: checked, On: on, By: by, Facts: facts, Next: next}},
		{"overdue", entry(same), "2027-04-04", offer.Freshness{State: offer.Overdue, Checked: checked, On: on, By: by, Facts: facts,
			Next: "Its next check was due by 3 April 2027.", Warning: "We last checked this in October 2026. Please ring first."}},
		{"long overdue", entry(same), "2028-04-04", offer.Freshness{State: offer.LongOverdue, Checked: checked, On: on, By: by, Facts: facts,
			Next: "Its next check was due by 3 April 2027.", Warning: "We last checked this in October 2026. Please ring first."}},
		{"never checked", entry(func(e *offer.Entry) { e.Reviewed = offer.Review{} }), "2026-11-01",
			offer.Freshness{State: offer.Current, Checked: "Nobody has checked this page yet."}},
		{"checked, and nothing more is known", entry(func(e *offer.Entry) { e.Reviewed = offer.Review{On: day("2026-10-03")} }), "2026-11-01",
			offer.Freshness{State: offer.Current, Checked: "Checked on", On: on, By: ".", Next: next}},
		{"a team known by its letters keeps them", entry(func(e *offer.Entry) {
			e.Reviewed = offer.Review{On: day("2026-10-03"), By: "SEND team", How: "visit"}
		}), "2026-11-01", offer.Freshness{State: offer.Current, Checked: "Checked on a visit on", On: on, By: " by the SEND team.", Next: next}},
		{"not started", entry(func(e *offer.Entry) { e.Starts = day("2026-12-05") }), "2026-11-01",
			offer.Freshness{State: offer.NotStarted, Checked: checked, On: on, By: by, Facts: facts, Next: next, Warning: "Starts on Saturday 5 December 2026."}},
		{"closed for a while", entry(func(e *offer.Entry) {
			e.Closed = &offer.Closure{On: day("2026-10-10"), Until: day("2026-12-05"), Why: "The pool is being mended."}
		}), "2026-11-01", offer.Freshness{State: offer.TemporarilyClosed, Checked: checked, On: on, By: by, Facts: facts, Next: next,
			Warning: "Closed until Saturday 5 December 2026. The pool is being mended."}},
		{"closed for good", entry(func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2026-10-10"), Why: "The hall was sold."} }), "2026-11-01",
			offer.Freshness{State: offer.Ended, Checked: checked, On: on, By: by, Facts: facts, Warning: "This closed on 10 October 2026. The hall was sold."}},
		{"closed for good, and no reason was given", entry(func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2026-10-10")} }), "2026-11-01",
			offer.Freshness{State: offer.Ended, Checked: checked, On: on, By: by, Facts: facts, Warning: "This closed on 10 October 2026."}},
		{"ended", entry(func(e *offer.Entry) { e.Ends = day("2026-10-31") }), "2026-11-01",
			offer.Freshness{State: offer.Ended, Checked: checked, On: on, By: by, Facts: facts, Warning: "This ended on 31 October 2026."}},
		{"ended before the day on which it was to close", entry(func(e *offer.Entry) {
			e.Ends, e.Closed = day("2026-10-31"), &offer.Closure{On: day("2027-01-31"), Why: "The hall will be sold."}
		}), "2026-11-01", offer.Freshness{State: offer.Ended, Checked: checked, On: on, By: by, Facts: facts, Warning: "This ended on 31 October 2026."}},
	}
	for _, test := range tests {
		if got := offer.FreshnessOf(test.entry, day(test.today), &limits); got != test.want {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, got, test.want)
		}
	}
}

func TestThePlacesAreSaidWithTheirDate(t *testing.T) {
	for want, places := range map[string]offer.Places{
		"There is a waiting list: about 6 weeks (on 1 October 2026)": {State: "waiting-list", Wait: "about 6 weeks", On: day("2026-10-01")},
		"There are places (on 1 October 2026)":                       {State: "open", On: day("2026-10-01")},
		"Full (on 1 October 2026)":                                   {State: "full", On: day("2026-10-01")},
	} {
		if got := places.Words(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAnAnswerIsYesNoOrNotStated(t *testing.T) {
	tests := []struct {
		answer      offer.Answer
		words, mark string
		positive    bool
	}{
		{offer.Yes, "Yes", "yes", true},
		{offer.No, "No", "no", false},
		{offer.NotStated, "Ask first", "ask", false},
		{offer.Full, "Yes, everywhere", "yes", true},
		{offer.Partial, "In part", "part", false}, // never shown as full
	}
	for _, test := range tests {
		a := test.answer
		if a.Words() != test.words || a.Mark() != test.mark || a.Positive() != test.positive {
			t.Errorf("%q: got %q, %q, %v", string(a), a.Words(), a.Mark(), a.Positive())
		}
	}
}
