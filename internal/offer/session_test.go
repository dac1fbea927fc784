package offer_test

import (
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestATimeOfDayIsReadAndSaid(t *testing.T) {
	tests := []struct{ written, clock, words string }{
		{"10:00", "10:00", "10am"}, {"9:30", "09:30", "9:30am"}, {"09:05", "09:05", "9:05am"},
		{"9.30", "09:30", "9:30am"}, {"14:30", "14:30", "2:30pm"}, {"2pm", "14:00", "2pm"}, {"2.30pm", "14:30", "2:30pm"},
		{"2 PM", "14:00", "2pm"}, {"12pm", "12:00", "midday"}, {"12:00", "12:00", "midday"}, {"12:30", "12:30", "12:30pm"},
		{"12am", "00:00", "midnight"}, {"00:00", "00:00", "midnight"}, {"0:05", "00:05", "12:05am"}, {"23:59", "23:59", "11:59pm"},
	}
	for _, test := range tests {
		clock, fault := offer.ParseClock(test.written)
		if fault != nil {
			t.Errorf("%q: %s", test.written, fault.What)
			continue
		}
		if clock.String() != test.clock || clock.Words() != test.words {
			t.Errorf("%q: got %s, %q; want %s, %q", test.written, clock, clock.Words(), test.clock, test.words)
		}
	}
	var none offer.Clock
	if none.String() != "" || none.Words() != "" {
		t.Error("a time that was not stated must say nothing")
	}
}

func TestWhatIsNotATimeOfDayIsRefused(t *testing.T) {
	for _, bad := range []string{
		"", "24:00", "25:00", "10:60", "10:5", "10:005", ":30", "10:", "-1:00", "+1:00", "0am", "13pm", "14:30pm", "am", "ten", "10.30.5", "10:30:00", "600",
	} {
		clock, fault := offer.ParseClock(bad)
		if fault == nil {
			t.Errorf("%q was read as %s", bad, clock)
			continue
		}
		if fault.What != "the time “"+bad+"” cannot be read" || fault.Hint != `write it in the 24-hour clock, in quotation marks: "14:30"` {
			t.Errorf("%q: got %q, %q", bad, fault.What, fault.Hint)
		}
	}
}

func TestADayOfTheWeekIsReadInFull(t *testing.T) {
	for written, want := range map[string]time.Weekday{
		"monday": time.Monday, "Saturday": time.Saturday, " SUNDAY ": time.Sunday,
	} {
		if got, fault := offer.ParseWeekday(written); fault != nil || got != want {
			t.Errorf("%q: got %v, %v", written, got, fault)
		}
	}
	for written, hint := range map[string]string{
		"saterday":  "did you mean saturday?",
		"Saturdays": "did you mean saturday?",
		"sat":       "did you mean saturday?",
		"weekend":   "use one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday",
	} {
		_, fault := offer.ParseWeekday(written)
		if fault == nil || fault.What != "“"+written+"” is not a day of the week" || fault.Hint != hint {
			t.Errorf("%q: got %v", written, fault)
		}
	}
}

func clock(s string) offer.Clock {
	if s == "" {
		return 0
	}
	c, fault := offer.ParseClock(s)
	if fault != nil {
		panic(fault.What)
	}
	return c
}

func TestASessionIsSaidInWords(t *testing.T) {
	tests := []struct {
		session            offer.Session
		days, hours, weeks string
	}{
		{
			offer.Session{Days: []time.Weekday{time.Saturday}, From: clock("10:00"), To: clock("12:00"), During: "term"},
			"Saturdays", "10am to midday", "in term time",
		},
		{
			offer.Session{Days: []time.Weekday{time.Monday, time.Wednesday}, From: clock("15:30"), To: clock("17:00"), During: "holidays"},
			"Mondays and Wednesdays", "3:30pm to 5pm", "in the school holidays",
		},
		{
			offer.Session{Days: []time.Weekday{time.Monday, time.Tuesday, time.Friday}, During: "all-year"},
			"Mondays, Tuesdays and Fridays", "", "all year",
		},
		{
			offer.Session{Days: []time.Weekday{time.Saturday}, Weeks: []int{1}, From: clock("10:00")},
			"first Saturday of the month", "from 10am", "",
		},
		{
			offer.Session{Days: []time.Weekday{time.Sunday}, Weeks: []int{2, 5}},
			"second and fifth Sunday of the month", "", "",
		},
		{
			offer.Session{On: day("2026-12-05"), From: clock("11:00"), To: clock("15:00")},
			"Saturday 5 December 2026", "11am to 3pm", "",
		},
	}
	for _, test := range tests {
		s := test.session
		if s.Day() != test.days || s.Hours() != test.hours || s.Season() != test.weeks {
			t.Errorf("got %q, %q, %q; want %q, %q, %q", s.Day(), s.Hours(), s.Season(), test.days, test.hours, test.weeks)
		}
	}
}

func TestWordsAreJoinedAsInASentence(t *testing.T) {
	for want, words := range map[string][]string{
		"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"},
	} {
		if got := offer.And(words); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
