package offer

import (
	"strconv"
	"strings"
	"time"
)

// SpanOf is the days within which all sessions fall.
func SpanOf(sessions []Session) Span {
	if len(sessions) == 0 {
		return Span{}
	}
	span := sessions[0].span()
	for _, s := range sessions[1:] {
		other := s.span()
		if other.Starts.Before(span.Starts) { // the zero Date is before all
			span.Starts = other.Starts
		}
		if !span.Ends.IsZero() && (other.Ends.IsZero() || other.Ends.After(span.Ends)) {
			span.Ends = other.Ends
		}
	}
	return span
}

// WeeksOf are the weeks of the month in which any session is, a bit for each,
// the lowest for the first; 0 where one is in every week.
func WeeksOf(sessions []Session) uint8 {
	var weeks uint8
	for _, s := range sessions {
		if len(s.Weeks) == 0 {
			return 0
		}
		for _, n := range s.Weeks {
			weeks |= 1 << (n - 1)
		}
	}
	return weeks
}

func (s Session) span() Span {
	if !s.On.IsZero() {
		return Span{s.On, s.On}
	}
	return Span{s.Starts, s.Ends}
}

// Clock is a time of day in minutes after midnight, plus one, so that the zero
// Clock means that no time was stated.
type Clock int

// ParseClock reads 10:00, 9.30, 2pm or 2.30pm.
func ParseClock(s string) (Clock, *Fault) {
	clock, ok := clockOf(s)
	if !ok {
		return 0, &Fault{"the time " + quote(s) + " cannot be read", clockHint(s)}
	}
	return clock, nil
}

func clockOf(s string) (Clock, bool) {
	text := strings.ToLower(strings.ReplaceAll(s, " ", ""))
	half, afternoon := 0, false
	if t, ok := strings.CutSuffix(text, "am"); ok {
		text, half = t, 12
	} else if t, ok := strings.CutSuffix(text, "pm"); ok {
		text, half, afternoon = t, 12, true
	}
	h, m, found := strings.Cut(strings.Replace(text, ".", ":", 1), ":")
	if !found {
		m = "00"
		if half == 0 {
			return 0, false
		}
	}
	hour, ok1 := digits(h)
	minute, ok2 := digits(m)
	if !ok1 || !ok2 || h == "" || len(m) != 2 || minute > 59 || hour > 23 || half > 0 && (hour < 1 || hour > 12) {
		return 0, false
	}
	if half > 0 {
		hour %= 12
	}
	if afternoon {
		hour += 12
	}
	return Clock(hour*60 + minute + 1), true
}

// Words is the time as a page says it: 10am, 2:30pm, midday.
func (c Clock) Words() string {
	if c == 0 {
		return ""
	}
	hour, minute := int(c-1)/60, int(c-1)%60
	half := "am"
	if hour >= 12 {
		half = "pm"
	}
	switch {
	case hour == 12 && minute == 0:
		return "midday"
	case hour == 0 && minute == 0:
		return "midnight"
	}
	text := strconv.Itoa((hour+11)%12 + 1)
	if minute > 0 {
		text += ":" + pad(minute)
	}
	return text + half
}

// String is the time in the 24-hour clock, 14:30.
func (c Clock) String() string {
	if c == 0 {
		return ""
	}
	return pad(int(c-1)/60) + ":" + pad(int(c-1)%60)
}

func pad(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// Session is when something happens: on some days of the week, or on one date.
type Session struct {
	Days         []time.Weekday // none where On is stated
	On           Date
	Weeks        []int // 1 to 5, or none for every week: the first Saturday of a month is 1
	From, To     Clock
	During       string // term, holidays, all-year or ""
	Starts, Ends Date
	Except       []Date
	Note         string
	At           Place
}

// Durings are the words that say in which weeks a session runs.
var Durings = []string{"term", "holidays", "all-year"}

// Weekdays are the names that a day may have, Monday first.
var Weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// ParseWeekday reads a day of the week in full.
func ParseWeekday(s string) (time.Weekday, *Fault) {
	for i, name := range Weekdays {
		if strings.EqualFold(name, strings.TrimSpace(s)) {
			return time.Weekday((i + 1) % 7), nil
		}
	}
	return 0, &Fault{quote(s) + " is not a day of the week", weekdayHint(s)}
}

// Day is the day or days in words: "Mondays and Wednesdays", "first Saturday
// of the month", "Saturday 5 December 2026".
func (s Session) Day() string {
	if !s.On.IsZero() {
		return s.On.Full()
	}
	const week = 7
	if len(s.Days) == week && len(s.Weeks) == 0 {
		return "Every day"
	}
	names := make([]string, len(s.Days))
	for i, day := range s.Days {
		names[i] = day.String()
		if len(s.Weeks) == 0 {
			names[i] += "s"
		}
	}
	text := And(names)
	if len(s.Weeks) == 0 {
		return text
	}
	which := make([]string, len(s.Weeks))
	for i, week := range s.Weeks {
		which[i] = ordinals[week-1]
	}
	return And(which) + " " + text + " of the month"
}

var ordinals = [...]string{"first", "second", "third", "fourth", "fifth"}

// Hours is the time in words: "10am to 12 midday", or "" where none is stated.
func (s Session) Hours() string {
	switch {
	case s.From == 0:
		return ""
	case s.To == 0:
		return "from " + s.From.Words()
	}
	return s.From.Words() + " to " + s.To.Words()
}

// Season is the weeks in words.
func (s Session) Season() string {
	switch s.During {
	case "term":
		return "in term time"
	case "holidays":
		return "in the school holidays"
	case "all-year":
		return "all year"
	}
	return ""
}

// Counted says a number of things: "1 club", "3 clubs".
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// And joins words as a sentence does: "a, b and c".
func And(words []string) string { return joined(words, "and") }

// Or joins words of which one is to be taken.
func Or(words []string) string { return joined(words, "or") }

func joined(words []string, last string) string {
	n := len(words) - 1
	if n < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
