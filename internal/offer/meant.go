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
		if a, b := clockNear(from, to), clockNear(to, from); a != "" && b != "" {
			return `that is two times: from: "` + a + `", to: "` + b + `"`
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

// clockNear is a time in the 24-hour clock. Where only the other end of its span
// says which half of the day is meant, it is that half.
func clockNear(s, other string) string {
	half := ""
	if !strings.HasSuffix(s, "m") && strings.HasSuffix(other, "m") {
		half = other[max(0, len(other)-2):]
	}
	clock, ok := clockOf(s + half)
	if !ok {
		return ""
	}
	return clock.String()
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
