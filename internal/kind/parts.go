package kind

import (
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

// The parts of an entry that several kinds share, each read from its own map.

// contact declares how to reach somebody: fields of its own, or the id of a
// contact that config.toml states once.
func contact(label, help string) Field {
	return Field{
		Name: "contact", Label: label, Shape: Group, Example: `{name: Play team, phone: "01632 960123"}`, Help: help,
		Short: &Field{Shape: Choice, From: contactOptions},
		Fields: []Field{
			{Name: "team", Label: "A contact of config.toml", Shape: Choice, From: contactOptions, Help: "It fills in what is left out below."},
			{Name: "name", Label: "Ask for", Shape: Text, Example: "Play team", Help: "A team or a role, never a person."},
			{Name: "phone", Label: "Telephone", Shape: Phone, Example: "01632 960123", Help: "One number with its area code."},
			{Name: "text", Label: "Text messages", Shape: Phone, Example: "01632 960124", Help: "A number for text messages or relay."},
			{Name: "email", Label: "Email", Shape: Email, Example: "play@example.org", Help: "One address."},
			{Name: "website", Label: "Website", Shape: Website, Example: "https://example.org", Help: "The whole address, with https://."},
			{Name: "form", Label: "Form", Shape: Website, Example: "https://example.org/ask", Help: "The address of a form to fill in."},
		},
	}
}

func readContact(f *Fields) offer.Contact {
	n, found := f.get("contact")
	if !found {
		return offer.Contact{}
	}
	if n.Shape == offer.Scalar {
		return namedContact(f, n)
	}
	in, ok := f.Map("contact")
	if !ok {
		return offer.Contact{}
	}
	defer f.close(in)
	var c offer.Contact
	if team, found := in.get("team"); found {
		c = namedContact(in, team)
	}
	c.Name = first(in.Text("name"), c.Name)
	c.Phone = first(parsed(in, "phone", offer.ParsePhone), c.Phone)
	c.Text = first(parsed(in, "text", offer.ParsePhone), c.Text)
	c.Email = first(parsed(in, "email", offer.ParseEmail), c.Email)
	c.Website = first(parsed(in, "website", offer.ParseWebsite), c.Website)
	c.Form = first(parsed(in, "form", offer.ParseWebsite), c.Form)
	return c
}

// namedContact is a contact that config.toml states once for many entries.
func namedContact(f *Fields, n *offer.Node) offer.Contact {
	var ids []string
	for _, c := range f.settings.Contacts {
		if c.ID == n.Text {
			return c
		}
		ids = append(ids, c.ID)
	}
	f.add(n.At, "there is no contact called "+n.Text+" in config.toml", offer.DidYouMean(n.Text, ids))
	return offer.Contact{}
}

// parsed reads a text field with one of the value parsers.
func parsed[T any](f *Fields, name string, parse func(string) (T, *offer.Fault)) T {
	var none T
	text := f.Text(name)
	if n, _ := f.get(name); text == "" || f.curly(n, name) {
		return none
	}
	got, fault := parse(text)
	if fault != nil {
		f.fault(f.at(name), fault)
		return none
	}
	return got
}

func readVenue(f *Fields) *offer.Venue {
	in, found := f.Map("venue")
	if !found {
		return nil
	}
	defer f.close(in)
	return &offer.Venue{
		Name: in.Text("name"), Address: in.Text("address"), Town: in.Text("town"),
		Postcode: parsed(in, "postcode", offer.ParsePostcode),
		Mask:     in.Answer("mask") == offer.Yes,
	}
}

func readPrices(f *Fields) []offer.Price {
	if n, found := f.get("cost"); found && n.Shape == offer.Scalar {
		amount, fault := offer.ParsePence(n.Text)
		f.fault(n.At, fault)
		if fault != nil {
			return nil
		}
		return []offer.Price{{Amount: amount, Per: "session", Who: "child", At: n.At}}
	}
	var prices []offer.Price
	for _, in := range f.Maps("cost") {
		p := offer.Price{
			Amount: parsed(in, "amount", offer.ParsePence), Note: in.Text("note"),
			Per: in.Choice("per"), Who: in.Choice("who"), At: in.at("amount"),
		}
		if len(in.problems.All()) == 0 {
			prices = append(prices, p)
		}
		f.close(in)
	}
	checkPrices(f, prices)
	return prices
}

// checkPrices reports a place that is free and has a price for the same person.
func checkPrices(f *Fields, prices []offer.Price) {
	for i, p := range prices {
		for _, earlier := range prices[:i] {
			if p.Who == earlier.Who && (p.Amount == 0) != (earlier.Amount == 0) && p.Note == "" && earlier.Note == "" {
				f.add(p.At, "it says both free and "+max(p.Amount, earlier.Amount).Words()+" for the same person", "keep one of the two, or add who: or note: to say who pays")
			}
		}
	}
}

func readPlaces(f *Fields) *offer.Places {
	in, found := f.Map("places")
	if !found {
		return nil
	}
	defer f.close(in)
	return &offer.Places{State: in.Choice("state"), Wait: in.Text("wait"), On: in.Date("on"), At: in.at("on")}
}

func readSessions(f *Fields, e *offer.Entry) []offer.Session {
	var sessions []offer.Session
	for _, in := range f.Maps("when") {
		s := offer.Session{
			Days: readDays(in), On: in.Date("date"), Weeks: in.Numbers("weeks", 1, 5, "write which weeks of the month, like weeks: [1, 3]"), Note: in.Text("note"),
			From: parsed(in, "from", offer.ParseClock), To: parsed(in, "to", offer.ParseClock),
			During: in.Choice("during"), Starts: in.Date("starts"), Ends: in.Date("ends"), At: in.node.At,
		}
		for _, n := range in.items("except") {
			s.Except = append(s.Except, in.date(&n, "except"))
		}
		checkSession(in, s, e)
		sessions = append(sessions, s)
		f.close(in)
	}
	return sessions
}

func readDays(f *Fields) []time.Weekday {
	var days []time.Weekday
	for _, n := range f.items("day") {
		day, fault := offer.ParseWeekday(n.Text)
		f.fault(n.At, fault)
		if fault == nil {
			days = append(days, day)
		}
	}
	return days
}

func checkSession(f *Fields, s offer.Session, e *offer.Entry) {
	if !f.has("day") && !f.has("date") {
		f.add(s.At, "this session has no day", `write day: saturday, or date: 2026-12-05 for a single day`)
	}
	if s.From > 0 && s.To > 0 && s.To <= s.From {
		f.add(f.at("to"), "it ends at "+s.To.String()+", before it starts at "+s.From.String(), "use the 24-hour clock: half past two in the afternoon is \"14:30\"")
	}
	if !s.Starts.IsZero() && !s.Ends.IsZero() && s.Ends.Before(s.Starts) {
		f.add(f.at("ends"), "the session ends on "+s.Ends.String()+", before it starts on "+s.Starts.String(), "swap the two dates, or mend the wrong one")
	}
	outside(f, "date", s.On, e)
	outside(f, "starts", s.Starts, e)
	outside(f, "ends", s.Ends, e)
	first, last := s.Starts, s.Ends
	for _, day := range s.Except {
		if !day.IsZero() && (!first.IsZero() && day.Before(first) || !last.IsZero() && day.After(last)) {
			f.add(f.at("except"), "the session is left out on "+day.String()+", when it does not run at all", "mend the date, or take it out")
		}
	}
}

// outside reports a session's date that lies before or after the entry's own.
func outside(f *Fields, name string, date offer.Date, e *offer.Entry) {
	if date.IsZero() {
		return
	}
	if !e.Starts.IsZero() && date.Before(e.Starts) || !e.Ends.IsZero() && date.After(e.Ends) {
		f.add(f.at(name), "a session on "+date.String()+" is outside the entry's own dates", "change the session, or the entry's starts and ends")
	}
}
