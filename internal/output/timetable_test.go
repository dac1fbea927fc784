package output

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestALineOfACalendarIsFoldedAndComesBackWhole(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("a", 75), strings.Repeat("a", 76), strings.Repeat("é", 200), strings.Repeat("aé漢😀", 60)} {
		var out bytes.Buffer
		icalLine(&out, text)
		lines := strings.SplitAfter(out.String(), "\r\n")
		for _, line := range lines {
			if len(strings.TrimSuffix(line, "\r\n")) > 75 || !utf8.ValidString(line) {
				t.Errorf("the line %q is too long, or cut within a character", line)
			}
		}
		if back := strings.TrimSuffix(strings.ReplaceAll(out.String(), "\r\n ", ""), "\r\n"); back != text {
			t.Errorf("%q came back as %q", text, back)
		}
	}
}

func TestTheCalendarIsOneOfWholeDays(t *testing.T) {
	settings := &offer.Settings{Title: "Local Offer", BaseURL: "https://offer.example.org/send/"}
	s := &Site{Catalogue: &offer.Catalogue{Settings: settings, Today: offer.Date{Year: 2026, Month: time.November, Day: 1}}}
	var out bytes.Buffer
	s.writeCalendar(&out, []offer.Turn{{On: offer.Date{Year: 2026, Month: time.December, Day: 5}, Why: "Starting: A, B; C.", Pages: []string{"/a/", "/b/"}}})
	want := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//localoffer//timetable//EN\r\nX-WR-CALNAME:Local Offer: days on which it changes\r\n" +
		"BEGIN:VEVENT\r\nUID:change-20261205@offer.example.org\r\nDTSTAMP:20261205T000000Z\r\nDTSTART;VALUE=DATE:20261205\r\n" +
		"SUMMARY:Build the website again: Starting: A\\, B\\; C.\r\nDESCRIPTION:https://offer.example.org/send/a/\\nhttps://offer.example.org/se\r\n nd/b/\r\n" +
		"TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
	out.Reset()
	s.writeCalendar(&out, nil)
	if !strings.Contains(out.String(), "BEGIN:VJOURNAL\r\nUID:change-20261101@offer.example.org\r\n") {
		t.Errorf("a calendar with nothing in it is no calendar: %s", out.String())
	}
}
