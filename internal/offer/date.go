package offer

import (
	"strconv"
	"time"
)

// Date is a day in the calendar, with no time and no zone. The zero Date means
// that no date was stated.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Months is a length of time counted in calendar months.
type Months int

// DateOf is the day of a moment, in that moment's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads a date as RFC 3339 writes one: 2026-10-03. The second result
// is false for anything else, a day that does not exist included.
func ParseDate(s string) (Date, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	date := Date{y, time.Month(m), d}
	if !ok1 || !ok2 || !ok3 || y == 0 || DateOf(date.time()) != date {
		return Date{}, false
	}
	return date, true
}

func digits(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports that no date was stated.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports that d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports that d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// Compare orders two days: -1, 0 or 1.
func (d Date) Compare(other Date) int {
	a := (d.Year*13+int(d.Month))*32 + d.Day
	b := (other.Year*13+int(other.Month))*32 + other.Day
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// AddDays moves a day forward, or back where n is negative.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// AddMonths moves a day forward by whole months. Where the month it lands in
// is too short, it is that month's last day: six months after 31 August is 28
// February, never 3 March.
func (d Date) AddMonths(n Months) Date {
	first := Date{d.Year, d.Month, 1}.time().AddDate(0, int(n), 0)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// Since1970 is how many days have passed since 1 January 1970; 0 where no date
// was stated.
func (d Date) Since1970() int {
	if d.IsZero() {
		return 0
	}
	const day = 24 * 60 * 60
	return int(d.time().Unix() / day)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// String is the date as RFC 3339 writes it, or "" where none was stated.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.append(make([]byte, 0, 10)))
}

func (d Date) append(b []byte) []byte {
	two := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	two(d.Year / 100)
	two(d.Year % 100)
	b = append(b, '-')
	two(int(d.Month))
	b = append(b, '-')
	two(d.Day)
	return b
}

// Words is the date as a page says it: 3 October 2026.
func (d Date) Words() string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + d.Month.String() + " " + strconv.Itoa(d.Year)
}

// Full is the date with its day of the week: Saturday 3 October 2026.
func (d Date) Full() string {
	if d.IsZero() {
		return ""
	}
	return d.Weekday().String() + " " + d.Words()
}

// MonthWords is the month alone: October 2026.
func (d Date) MonthWords() string {
	if d.IsZero() {
		return ""
	}
	return d.Month.String() + " " + strconv.Itoa(d.Year)
}
