package offer_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// looked is a check of some facts on a day.
func looked(on string, facts ...string) offer.Review {
	return offer.Review{On: day(on), Checked: facts}
}

// earlier are facts with the days of their last checks, as "cost 2026-03-02".
func earlier(dated ...string) map[string]offer.Date {
	days := map[string]offer.Date{}
	for _, text := range dated {
		fact, on, _ := strings.Cut(text, " ")
		days[fact] = day(on)
	}
	return days
}

func TestACheckOfOneFactMakesNoOtherNew(t *testing.T) {
	tests := []struct {
		name   string
		checks []offer.Review
		want   map[string]offer.Date
		since  string
		facts  []string
	}{
		{"one check", []offer.Review{looked("2026-03-02", "times", "cost")}, nil, "2026-03-02", []string{"times", "cost"}},
		{"the same facts again", []offer.Review{looked("2026-03-02", "times", "cost"), looked("2026-10-03", "cost", "times")}, nil, "2026-10-03", []string{"times", "cost"}},
		{"one of two", []offer.Review{looked("2026-03-02", "times", "cost"), looked("2026-10-03", "times")}, earlier("cost 2026-03-02"), "2026-03-02", []string{"times", "cost"}},
		{"then the other", []offer.Review{looked("2026-03-02", "times", "cost"), looked("2026-10-03", "times"), looked("2026-11-20", "cost")}, earlier("times 2026-10-03"), "2026-10-03", []string{"times", "cost"}},
		{"a third fact", []offer.Review{looked("2026-03-02", "times"), looked("2026-10-03", "access")}, earlier("times 2026-03-02"), "2026-03-02", []string{"times", "access"}},
		{"some of a page that was checked as a whole", []offer.Review{looked("2026-03-02"), looked("2026-10-03", "times")}, earlier("everything-else 2026-03-02"), "2026-03-02", nil},
		{"and some more", []offer.Review{looked("2026-03-02"), looked("2026-10-03", "times"), looked("2026-11-20", "cost")}, earlier("times 2026-10-03", "everything-else 2026-03-02"), "2026-03-02", nil},
		{"the whole page again", []offer.Review{looked("2026-03-02", "times", "cost"), looked("2026-10-03", "times"), looked("2026-11-20")}, nil, "2026-11-20", nil},
		{"every fact there is, by name", []offer.Review{looked("2026-03-02"), looked("2026-10-03", offer.Checks...)}, nil, "2026-10-03", offer.Checks},
		{"only the places", []offer.Review{looked("2024-10-03", "times"), looked("2026-10-03", "places")}, earlier("times 2024-10-03"), "2024-10-03", []string{"times", "places"}},
		{"all but the places, which have a date of their own", []offer.Review{looked("2026-03-02", "times", "places"), looked("2026-10-03", "times")}, earlier("places 2026-03-02"), "2026-10-03", []string{"times", "places"}},
		{"after nothing", []offer.Review{{}, looked("2026-10-03", "times")}, nil, "2026-10-03", []string{"times"}},
	}
	for _, test := range tests {
		var got offer.Review
		for _, check := range test.checks {
			got = check.After(got)
		}
		if !reflect.DeepEqual(got.Earlier, test.want) || got.Since().String() != test.since {
			t.Errorf("%s: got %v, since %s", test.name, got.Earlier, got.Since())
		}
		if fmt.Sprint(got.Facts()) != fmt.Sprint(test.facts) {
			t.Errorf("%s: to check again: %v, want %v", test.name, got.Facts(), test.facts)
		}
	}
}

func TestOfALaterCheckOnlyTheEarlierOnesAreKnown(t *testing.T) {
	r := offer.Review{On: day("2026-10-03"), By: "SEND team", How: "phone", Checked: []string{"times"},
		Earlier: earlier("cost 2026-06-02", "contact 2026-06-02", "everything-else 2026-03-02")}
	for today, want := range map[string]offer.Review{
		"2026-10-03": r,
		"2026-10-02": {On: day("2026-06-02"), Checked: []string{"cost", "contact"}, Earlier: earlier("everything-else 2026-03-02")},
		"2026-06-01": looked("2026-03-02"),
		"2026-03-01": {},
	} {
		if got := r.AsOf(day(today)); !reflect.DeepEqual(got, want) {
			t.Errorf("as of %s: got %+v", today, got)
		}
	}
}

func TestAPageSaysOfEachFactWhenItWasChecked(t *testing.T) {
	tests := []struct {
		name, today            string
		review                 offer.Review
		checked, warning, note string
	}{
		{"one fact is older", "2026-11-01", looked("2026-10-03", "times").After(looked("2026-05-02", "cost", "contact")),
			"Times checked by phone on 3 October 2026. Cost and contact details not checked since May 2026. Next check due by 2 November 2026.", "", ""},
		{"and too old", "2026-11-03", looked("2026-10-03", "times").After(looked("2026-05-02", "cost", "contact")),
			"Times checked by phone on 3 October 2026. Cost and contact details not checked since May 2026. Its next check was due by 2 November 2026.",
			"Cost and contact details not checked since May 2026. Please ring first.", "Cost and contact details not checked since May 2026."},
		{"each of its own age: the warning names those by which it fell due", "2026-11-03",
			offer.Review{On: day("2026-10-03"), Checked: []string{"times", "eligibility"}, Earlier: earlier("cost 2026-07-02", "everything-else 2026-03-02", "places 2020-01-01")},
			"Times and who can go checked by phone on 3 October 2026. Cost not checked since July 2026. Everything else not checked since March 2026. Its next check was due by 2 September 2026.",
			"Everything else not checked since March 2026. Please ring first.", "Everything else not checked since March 2026."},
		{"two days of one month are one sentence", "2026-11-03",
			offer.Review{On: day("2026-10-03"), Checked: []string{"times"}, Earlier: earlier("cost 2026-07-02", "access 2026-07-20")},
			"Times checked by phone on 3 October 2026. Cost and access not checked since July 2026. Next check due by 2 January 2027.", "", ""},
		{"places are said with a date of their own", "2026-11-03",
			offer.Review{On: day("2026-10-03"), Checked: []string{"times"}, Earlier: earlier("places 2026-07-02")},
			"Checked by phone on 3 October 2026. We checked: times. Next check due by 3 April 2027.", "", ""},
	}
	for _, test := range tests {
		test.review.How = "phone"
		e := &offer.Entry{Lasts: "club", Reviewed: test.review}
		f := offer.FreshnessOf(e, day(test.today), &limits)
		if got := f.Checked + " " + f.On.Words() + f.By + " " + f.Facts + " " + f.Next; got != test.checked || f.Warning != test.warning {
			t.Errorf("%s:\n got %s (%s)\nwant %s (%s)", test.name, got, f.Warning, test.checked, test.warning)
		}
		if test.note != "" && e.Reviewed.NotChecked() != test.note {
			t.Errorf("%s: in a list: %s", test.name, e.Reviewed.NotChecked())
		}
	}
}
