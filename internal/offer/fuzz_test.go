package offer_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

// FuzzParse gives every reader of a value any text at all. None may panic, and
// what one accepts it must accept again as it wrote it, and mean the same.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", " ", "5-11", "5+", "0-25", "12-5", "7", "26+", "99", "3.50", "£4", "free", "0", "1000000", "10:00", "9.30", "2pm", "12am", "23:59",
		"2026-10-03", "2024-02-29", "0001-01-01", "ME4 7AA", "ec1a1bb", "01632 960123", "07460399290", "+44 (0)1632 960123", "116 123", "999",
		"play@example.org", "mailto:a@b.co", "https://example.org", "http://example.org:8080/a?b=c#d", "https://[::1].", "saturday", "SUNDAY",
		"javascript:alert(1)", "7.46e+09", "\x00", "\xff", "🙂", "５-１１", "ſw1a 1aa",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := offer.ParseDate(s); ok {
			if d.String() != s || d.IsZero() {
				t.Errorf("the date %q comes back as %q", s, d)
			}
			if d.AddDays(400).AddDays(-400) != d || d.AddMonths(0) != d || !d.AddDays(1).After(d) {
				t.Errorf("counting from %q goes wrong", s)
			}
		}
		if ages, fault := offer.ParseAges(s); told(t, s, fault) {
			if ages.From > ages.To || ages.From < 0 || !ages.Stated() || !ages.Overlaps(ages) || ages.Words() == "" {
				t.Errorf("ages %q were read as %+v", s, ages)
			}
		}
		if pence, fault := offer.ParsePence(s); told(t, s, fault) {
			again, fault := offer.ParsePence(strings.ReplaceAll(pence.Words(), ",", ""))
			if fault != nil || again != pence || pence < 0 {
				t.Errorf("the price %q says %q, which is read as %d pence, not %d", s, pence.Words(), again, pence)
			}
		}
		if clock, fault := offer.ParseClock(s); told(t, s, fault) {
			again, fault := offer.ParseClock(clock.String())
			if fault != nil || again != clock || clock < 1 || clock > 24*60 || clock.Words() == "" {
				t.Errorf("the time %q is read as %q", s, clock)
			}
		}
		if _, fault := offer.ParseWeekday(s); told(t, s, fault) && strings.TrimSpace(s) == "" {
			t.Errorf("%q is a day of the week", s)
		}
		if postcode, fault := offer.ParsePostcode(s); told(t, s, fault) {
			again, fault := offer.ParsePostcode(string(postcode))
			if fault != nil || again != postcode || postcode.District() == "" || strings.Contains(postcode.District(), " ") {
				t.Errorf("the postcode %q is read as %q", s, postcode)
			}
		}
		if phone, fault := offer.ParsePhone(s); told(t, s, fault) {
			again, fault := offer.ParsePhone(phone)
			if fault != nil || again != phone || len(offer.Dial(phone)) < 3 {
				t.Errorf("the number %q is read as %q", s, phone)
			}
			if strings.Trim(offer.Dial(phone), "+0123456789") != "" || strings.LastIndex(offer.Dial(phone), "+") > 0 {
				t.Errorf("the number %q cannot be dialled: %q", s, offer.Dial(phone))
			}
		}
		if email, fault := offer.ParseEmail(s); told(t, s, fault) {
			again, fault := offer.ParseEmail(email)
			if fault != nil || again != email || strings.Count(email, "@") != 1 || strings.ContainsAny(email, " \n\r\t<>\"") {
				t.Errorf("the address %q is read as %q", s, email)
			}
		}
		if site, fault := offer.ParseWebsite(s); told(t, s, fault) {
			u, err := url.Parse(site)
			if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(site, " \n\r\t<>\"") {
				t.Errorf("the website %q is read as %q", s, site)
			}
		}
		known := []string{"autism", "adhd", "communication"}
		if near := offer.Suggest(s, known); near != "" && near != "autism" && near != "adhd" && near != "communication" {
			t.Errorf("%q suggests %q", s, near)
		}
		_ = offer.DidYouMean(s, known)
	})
}

// told reports that a value was accepted. A value that was not must be
// explained, in words that quote no more than a line of it.
func told(t *testing.T, s string, fault *offer.Fault) bool {
	t.Helper()
	if fault == nil {
		return true
	}
	if fault.What == "" || fault.Hint == "" || utf8.RuneCountInString(fault.What) > 200 || utf8.RuneCountInString(fault.Hint) > 200 {
		t.Errorf("%q is refused with %q, %q", s, fault.What, fault.Hint)
	}
	return false
}
