package output

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

// timetable plans the days on which any page will change by itself, for the
// machine that builds the site (timetable.json) and for a person's calendar
// (timetable.ics).
func timetable(s *Site) []File {
	return []File{
		{Path: "timetable.json", From: "content", Render: func(out *bytes.Buffer) error { return writeTimetable(out, s.Today, s.Turns()) }},
		{Path: "timetable.ics", From: "content", Render: func(out *bytes.Buffer) error {
			s.writeCalendar(out, s.Turns())
			return nil
		}},
	}
}

// Turns is the timetable, worked out once and only where it is asked for.
func (s *Site) Turns() []offer.Turn {
	s.turns.once.Do(func() { s.turns.list = s.Timetable() })
	return s.turns.list
}

// turns keeps the timetable once it is worked out.
type turns struct {
	once sync.Once
	list []offer.Turn
}

func writeTimetable(out *bytes.Buffer, asOf offer.Date, turns []offer.Turn) error {
	type change struct {
		On    string   `json:"on"`
		Why   string   `json:"why"`
		Pages []string `json:"pages"`
	}
	changes := make([]change, len(turns))
	for i, t := range turns {
		changes[i] = change{t.On.String(), t.Why, t.Pages}
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		AsOf    string   `json:"asOf"`
		Changes []change `json:"changes"`
	}{asOf.String(), changes})
}

// writeCalendar writes a calendar (RFC 5545) of whole days. All in it comes
// from the days themselves, so that it changes only when they do.
func (s *Site) writeCalendar(out *bytes.Buffer, turns []offer.Turn) {
	line := func(name, value string) { icalLine(out, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//localoffer//timetable//EN")
	line("X-WR-CALNAME", icalText(s.Settings.Title+": days on which it changes"))
	for _, t := range turns {
		line("BEGIN", "VEVENT")
		s.icalID(line, t.On)
		line("DTSTART;VALUE=DATE", icalDay(t.On))
		line("SUMMARY", icalText("Build the website again: "+t.Why))
		line("DESCRIPTION", icalText(s.absolutes(t.Pages)))
		line("TRANSP", "TRANSPARENT")
		line("END", "VEVENT")
	}
	if len(turns) == 0 { // a calendar may not be empty
		line("BEGIN", "VJOURNAL")
		s.icalID(line, s.Today)
		line("SUMMARY", "Nothing on the website will change by itself.")
		line("END", "VJOURNAL")
	}
	line("END", "VCALENDAR")
}

// icalID is what every part of a calendar must have.
func (s *Site) icalID(line func(name, value string), on offer.Date) {
	host := "localoffer"
	if u, err := url.Parse(s.BaseURL); err == nil && u.Host != "" {
		host = u.Hostname()
	}
	line("UID", "change-"+icalDay(on)+"@"+host)
	line("DTSTAMP", icalDay(on)+"T000000Z")
}

func icalDay(d offer.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// absolutes are full addresses, one a line.
func (s *Site) absolutes(pages []string) string {
	full := make([]string, len(pages))
	for i, page := range pages {
		full[i] = s.Absolute(page)
	}
	return strings.Join(full, "\n")
}

var icalEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r", "", "\n", `\n`)

func icalText(text string) string { return icalEscapes.Replace(text) }

// icalLine writes one line of a calendar, folded so that none is longer than
// 75 octets and no character is cut in two.
func icalLine(out *bytes.Buffer, text string) {
	const most = 75
	room := most
	for len(text) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		out.WriteString(text[:cut] + "\r\n ")
		text = text[cut:]
		room = most - 1 // the space counts
	}
	out.WriteString(text + "\r\n")
}
