package offer

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// What somebody types in a hurry is often plain to a person. It is never taken
// for what it seems to be, for a guess can send a family to a shut door; but the
// hint can be the very thing to type.

// dateParts are a day, a month or a year, in figures or in letters.
var dateParts = regexp.MustCompile(`[0-9]+|\pL+`)

// DateHint is how to write what was typed for a date.
func DateHint(typed string) string {
	const how = "write the year, month and day, like 2026-10-03"
	parts := dateParts.FindAllString(strings.ToLower(typed), -1)
	parts = slices.DeleteFunc(parts, func(p string) bool { return ordinal[p] || weekdayOf(p) != "" })
	if len(parts) != 3 {
		return how
	}
	year, month, day := parts[2], parts[1], parts[0]
	if len(parts[0]) == 4 {
		year, day = parts[0], parts[2]
	}
	if len(year) == 2 {
		year = "20" + year
	}
	for _, d := range [][2]string{{month, day}, {day, month}} { // the day stands first in England
		y, ok1 := digits(year)
		m, ok2 := monthOf(d[0])
		n, ok3 := digits(d[1])
		date := Date{y, time.Month(m), n}
		if ok1 && ok2 && ok3 && y > 1000 && y < 10000 && DateOf(date.time()) == date {
			return "for " + date.Words() + " write " + date.String()
		}
	}
	return how
}

var ordinal = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "of": true, "the": true}

// monthOf is the number of a month, in figures or by the first letters of its name.
func monthOf(s string) (int, bool) {
	for m := time.January; len(s) >= 3 && m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), s[:3]) {
			return int(m), true
		}
	}
	m, ok := digits(s)
	return m, ok && m > 0
}

// clockHint is how to write what was typed for a time.
func clockHint(typed string) string {
	const how = `write it in the 24-hour clock, in quotation marks: "14:30"`
	text := strings.ToLower(strings.TrimSpace(typed))
	if from, to, found := spanned(text); found {
		if a, b := clocks(from, to); b > 0 {
			return `that is two times: from: "` + a.String() + `", to: "` + b.String() + `"`
		}
		return `where that is two times, write from: "18:00", to: "19:30"`
	}
	switch hour, bare := digits(text); {
	case text == "noon" || text == "midday" || text == "12 noon":
		return `write "12:00"`
	case bare && hour >= 1 && hour <= 11:
		return `write "` + pad(hour) + `:00" for the morning, "` + pad(hour+12) + `:00" for the afternoon or evening`
	case bare && hour >= 12 && hour <= 23:
		return `write "` + pad(hour) + `:00"`
	}
	return how
}

// spanned takes a span of time apart: 6pm-7, 10 to 12.
func spanned(text string) (from, to string, found bool) {
	for _, between := range []string{" to ", " until ", "–", "—", "-"} {
		if from, to, found = strings.Cut(text, between); found && from != "" && to != "" {
			return strings.TrimSpace(from), strings.TrimSpace(to), true
		}
	}
	return "", "", false
}

// clocks are the two ends of a span of time, or 0. Where only one of them says which
// half of the day is meant, the other is in the same, unless that ran backwards.
func clocks(from, to string) (Clock, Clock) {
	tries := [][2]string{{from, to}}
	if stated := half(from) + half(to); len(stated) == len("pm") {
		for _, other := range []string{stated, "am", "pm"} {
			tries = append(tries, [2]string{inHalf(from, other), inHalf(to, other)})
		}
	}
	for _, try := range tries {
		a, ok1 := clockOf(try[0])
		b, ok2 := clockOf(try[1])
		if ok1 && ok2 && a < b {
			return a, b
		}
	}
	return 0, 0
}

// half is the half of the day that a time states, or "".
func half(clock string) string {
	if strings.HasSuffix(clock, "am") || strings.HasSuffix(clock, "pm") {
		return clock[len(clock)-len("pm"):]
	}
	return ""
}

// inHalf is a time in a half of the day, where it states none itself.
func inHalf(clock, other string) string {
	if half(clock) != "" {
		return clock
	}
	return clock + other
}

// weekdayOf is the day of the week that a short or a plural form stands for, or
// "".
func weekdayOf(s string) string {
	s = strings.TrimRight(strings.ToLower(strings.TrimSpace(s)), ".s")
	for _, day := range Weekdays {
		if len(s) >= 3 && strings.HasPrefix(day, s) || s == "tue" && day == "tuesday" {
			return day
		}
	}
	return ""
}

// weekdayHint is how to write what was typed for a day, or for several.
func weekdayHint(typed string) string {
	var days []string
	for _, part := range Several(typed) {
		if day := weekdayOf(part); day != "" {
			days = append(days, day)
		} else {
			return DidYouMean(typed, Weekdays)
		}
	}
	switch len(days) {
	case 0:
		return DidYouMean(typed, Weekdays)
	case 1:
		return "did you mean " + days[0] + "?"
	}
	return "write a list: [" + strings.Join(days, ", ") + "]"
}

// Several takes apart what was typed as one and is several: autism, deaf and vision.
func Several(typed string) []string {
	return strings.FieldsFunc(strings.NewReplacer(" and ", ",", "&", ",", "/", ",", ";", ",").Replace(typed), func(r rune) bool { return r == ',' })
}
