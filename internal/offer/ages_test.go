package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestAgesAreReadAndSaid(t *testing.T) {
	tests := []struct {
		written  string
		from, to int
		words    string
	}{
		{"5-11", 5, 11, "5 to 11 years"},
		{" 5 - 11 ", 5, 11, "5 to 11 years"},
		{"5–11", 5, 11, "5 to 11 years"}, // a dash as a word processor writes it
		{"5 to 11", 5, 11, "5 to 11 years"},
		{"5+", 5, 25, "5 to 25 years"},
		{"16-25", 16, 25, "16 to 25 years"},
		{"7", 7, 7, "7 years"},
		{"1", 1, 1, "1 year"},
		{"0-1", 0, 1, "Up to 1 year"},
		{"0", 0, 0, "Up to 1 year"}, // before the first birthday
		{"0-4", 0, 4, "Up to 4 years"},
		{"0-25", 0, 25, "All ages up to 25"},
		{"0+", 0, 25, "All ages up to 25"},
		{"25", 25, 25, "25 years"},
		{"25+", 25, 25, "25 years"},
		{"18-30", 18, 30, "18 to 25 years"}, // the law's Local Offer ends at 25
		{"26-30", 26, 30, "26 to 30 years"},
	}
	for _, test := range tests {
		ages, fault := offer.ParseAges(test.written)
		if fault != nil {
			t.Errorf("ages %q: %s", test.written, fault.What)
			continue
		}
		if ages.From != test.from || ages.To != test.to || !ages.Stated() {
			t.Errorf("ages %q: got %d to %d", test.written, ages.From, ages.To)
		}
		if ages.Words() != test.words {
			t.Errorf("ages %q: says %q, want %q", test.written, ages.Words(), test.words)
		}
	}
}

func TestAgesThatMakeNoSenseAreExplained(t *testing.T) {
	tests := []struct{ written, what, hint string }{
		{"12-5", "ages 12-5 run backwards", "write the younger age first: ages: 5-12"},
		{"11 to 5", "ages 11 to 5 run backwards", "write the younger age first: ages: 5-11"},
		{"", "ages “” cannot be read", "write them like 5-11"},
		{"all", "ages “all” cannot be read", "0-25 for every age"},
		{"under 5", "ages “under 5” cannot be read", "write 0-4"},
		{"5-", "ages “5-” cannot be read", "write them like 5-11"},
		{"-5", "ages “-5” cannot be read", "write them like 5-11"},
		{"5--7", "ages “5--7” cannot be read", "write them like 5-11"},
		{"+5", "ages “+5” cannot be read", "5+ for 5 and older"},
		{"5-+7", "ages “5-+7” cannot be read", "write them like 5-11"},
		{"5-11+", "ages “5-11+” cannot be read", "write them like 5-11"},
		{"5-11-16", "ages “5-11-16” cannot be read", "write them like 5-11"},
		{"5.5-7", "ages “5.5-7” cannot be read", "write them like 5-11"},
		{"26+", "ages 26+ begin after 25, where a Local Offer ends", "write them like 5-11"},
		{"5-100", "ages 5-100 go past any age", "write them like 5-11"},
		{"99999999999999999999", "ages “99999999999999999999” cannot be read", "write them like 5-11"},
	}
	for _, test := range tests {
		ages, fault := offer.ParseAges(test.written)
		if fault == nil {
			t.Errorf("ages %q were read as %d to %d", test.written, ages.From, ages.To)
			continue
		}
		if ages.Stated() {
			t.Errorf("ages %q are refused, and yet stated", test.written)
		}
		if fault.What != test.what || !strings.Contains(fault.Hint, test.hint) {
			t.Errorf("ages %q:\n got %q, %q\nwant %q, %q", test.written, fault.What, fault.Hint, test.what, test.hint)
		}
	}
}

func TestAVeryLongValueIsNotRepeatedInFull(t *testing.T) {
	for _, written := range []string{strings.Repeat("old", 1000), strings.Repeat("0", 1000) + "5-1", strings.Repeat("0", 1000) + "26+", "5-" + strings.Repeat("0", 1000) + "100"} {
		if _, fault := offer.ParseAges(written); fault == nil || len(fault.What) > 200 {
			t.Errorf("the message should be short: %v", fault)
		}
	}
}

func TestAgesOverlapWhereSomeAgeIsInBoth(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"5-11", "11-16", true}, {"5-11", "12-16", false}, {"0-25", "7", true},
		{"7", "7", true}, {"7", "8", false}, {"12-16", "5-11", false}, {"5+", "24", true},
	}
	for _, test := range tests {
		a, _ := offer.ParseAges(test.a)
		b, _ := offer.ParseAges(test.b)
		if got := a.Overlaps(b); got != test.want {
			t.Errorf("%s and %s: got %v", test.a, test.b, got)
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Errorf("%s and %s overlap one way only", test.a, test.b)
		}
	}
	every, _ := offer.ParseAges("0-25")
	var none offer.Ages
	if none.Overlaps(every) || every.Overlaps(none) || none.Overlaps(none) || none.Words() != "" {
		t.Error("ages that were not stated must overlap nothing and say nothing")
	}
}
