package kind

import (
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

// The parts of an entry that several kinds share, each read from its own map.

func readContact(f *Fields) offer.Contact {
	n, found := f.get("contact")
	if !found {
		return offer.Contact{}
	}
	if n.Shape == offer.Scalar {
		return namedContact(f, n)
	}
	in, ok := f.Map("contact", `{name: Play team, phone: "01632 960123"}`, "name", "phone", "text", "email", "website", "form")
	if !ok {
		return offer.Contact{}
	}
	defer f.close(in)
	return offer.Contact{
		Name:    in.Text("name"),
		Phone:   parsed(in, "phone", offer.ParsePhone),
		Text:    parsed(in, "text", offer.ParsePhone),
		Email:   parsed(in, "email", offer.ParseEmail),
		Website: parsed(in, "website", offer.ParseWebsite),
		Form:    parsed(in, "form", offer.ParseWebsite),
	}
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
	if text == "" {
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
	in, found := f.Map("venue", "{name: Harbour Hall, town: Chatham, postcode: ME4 7AA}", "name", "address", "town", "postcode", "mask")
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
	for _, in := range f.Maps("cost", "[{amount: 3.50, per: session, who: child}]", "amount", "per", "who", "note") {
		p := offer.Price{
			Amount: parsed(in, "amount", offer.ParsePence), Note: in.Text("note"),
			Per: in.Choice("per", offer.Pers), Who: in.Choice("who", offer.Whos), At: in.at("amount"),
		}
		if !in.has("amount") {
			in.add(in.node.At, "this cost has no amount", "write amount: 3.50, or amount: 0 where it is free")
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
	in, found := f.Map("places", "{state: waiting-list, wait: about 6 weeks, on: 2026-10-01}", "state", "wait", "on")
	if !found {
		return nil
	}
	defer f.close(in)
	p := &offer.Places{State: in.Choice("state", offer.PlaceStates), Wait: in.Text("wait"), On: in.Date("on"), At: in.at("on")}
	if !in.has("state") {
		in.add(in.node.At, "the places do not say whether there is room", "write state: open, state: waiting-list or state: full")
	}
	if !in.has("on") {
		in.add(in.node.At, "the places have no date, so nobody can tell whether this is still true", "add the day you asked: on: 2026-10-01")
	}
	return p
}

func readSessions(f *Fields, e *offer.Entry) []offer.Session {
	var sessions []offer.Session
	for _, in := range f.Maps("when", `[{day: saturday, from: "10:00", to: "12:00"}]`,
		"day", "date", "weeks", "from", "to", "during", "starts", "ends", "except", "note") {
		s := offer.Session{
			Days: readDays(in), On: in.Date("date"), Weeks: in.Numbers("weeks", 1, 5, "write which weeks of the month, like weeks: [1, 3]"), Note: in.Text("note"),
			From: parsed(in, "from", offer.ParseClock), To: parsed(in, "to", offer.ParseClock),
			During: in.Choice("during", offer.Durings), Starts: in.Date("starts"), Ends: in.Date("ends"), At: in.node.At,
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
