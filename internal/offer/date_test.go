package offer_test

import (
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

// day is a date that a test is sure of.
func day(s string) offer.Date {
	if s == "" {
		return offer.Date{}
	}
	d, ok := offer.ParseDate(s)
	if !ok {
		panic("the test itself has a date that does not exist: " + s)
	}
	return d
}

func TestADateIsReadOnlyAsYearMonthDay(t *testing.T) {
	for _, good := range []string{
		"2026-10-03", "2026-01-01", "2026-12-31", "0001-01-01", "9999-12-31",
		"2024-02-29", // a leap year
		"2000-02-29", // a century that is one
	} {
		if d, ok := offer.ParseDate(good); !ok || d.String() != good {
			t.Errorf("%q was read as %q, %v", good, d, ok)
		}
	}
	for _, bad := range []string{
		"", "2026", "2026-10", "2026-10-3", "2026-1-03", "26-10-03", "3 October 2026", "03/10/2026",
		"2026/10/03", "2026-10-03T10:00:00Z", " 2026-10-03", "2026-10-03 ", "2026-10-0３",
		"2026-00-10", "2026-13-10", "2026-10-00", "2026-10-32", "2026-04-31",
		"2026-02-29", // not a leap year
		"1900-02-29", // a century that is not one
		"2026-02-30", "0000-01-01", "-026-10-03", "+026-10-03", "2026-+1-03", "2026-10--3",
	} {
		if d, ok := offer.ParseDate(bad); ok || !d.IsZero() {
			t.Errorf("%q was read as %q; it is not a date", bad, d)
		}
	}
}

func TestMonthsAreCountedToTheSameDayOrTheLastOfAShorterMonth(t *testing.T) {
	tests := []struct {
		from   string
		months offer.Months
		want   string
	}{
		{"2026-10-03", 6, "2027-04-03"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2027-08-31", 6, "2028-02-29"}, // into a leap year
		{"2028-02-29", 12, "2029-02-28"},
		{"2028-02-29", 48, "2032-02-29"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-10-31", 1, "2026-11-30"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-11-30", 3, "2027-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2026-10-03", 0, "2026-10-03"},
	}
	for _, test := range tests {
		if got := day(test.from).AddMonths(test.months).String(); got != test.want {
			t.Errorf("%s and %d months: got %s, want %s", test.from, test.months, got, test.want)
		}
	}
}

func TestDaysAreCountedAcrossMonthsAndLeapYears(t *testing.T) {
	tests := []struct {
		from string
		days int
		want string
	}{
		{"2026-10-03", 0, "2026-10-03"},
		{"2026-12-31", 1, "2027-01-01"},
		{"2027-01-01", -1, "2026-12-31"},
		{"2028-02-28", 1, "2028-02-29"},
		{"2028-02-29", 1, "2028-03-01"},
		{"2027-02-28", 1, "2027-03-01"},
		{"2027-03-30", -30, "2027-02-28"},
		{"2028-03-30", -30, "2028-02-29"},
		{"2026-03-28", 2, "2026-03-30"},   // over the night the clocks go forward
		{"2026-10-24", 2, "2026-10-26"},   // and back
		{"2027-12-01", 366, "2028-12-01"}, // a leap year is 366 days long
	}
	for _, test := range tests {
		if got := day(test.from).AddDays(test.days).String(); got != test.want {
			t.Errorf("%s and %d days: got %s, want %s", test.from, test.days, got, test.want)
		}
	}
}

func TestDatesAreInTheOrderOfTheCalendar(t *testing.T) {
	order := []string{"", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2026-10-03", "2026-12-31", "2027-01-01"}
	for i, a := range order {
		for j, b := range order {
			if got := day(a).Before(day(b)); got != (i < j) {
				t.Errorf("%q before %q: got %v", a, b, got)
			}
			if got := day(a).After(day(b)); got != (i > j) {
				t.Errorf("%q after %q: got %v", a, b, got)
			}
		}
	}
}

func TestADateIsSaidInWords(t *testing.T) {
	d := day("2026-10-03")
	for got, want := range map[string]string{
		d.String(): "2026-10-03", d.Words(): "3 October 2026",
		d.Full(): "Saturday 3 October 2026", d.MonthWords(): "October 2026",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	var none offer.Date
	if words := none.String() + none.Words() + none.Full() + none.MonthWords(); words != "" {
		t.Errorf("a date that was not stated says %q; it must say nothing", words)
	}
}

func TestTheDayOfAMomentIsTheDayWhereThatMomentIs(t *testing.T) {
	summer := time.FixedZone("BST", 3600)
	if got := offer.DateOf(time.Date(2026, 7, 1, 0, 30, 0, 0, summer)); got != day("2026-07-01") {
		t.Errorf("half past midnight in summer time is %s", got)
	}
}
