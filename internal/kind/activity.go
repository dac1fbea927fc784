package kind

import (
	"github.com/localoffer/localoffer/internal/offer"
)

var activities = Kind{
	Name: "activity", Folder: "activities", Plural: "Things to do and places to get help",
	Read:   readActivity,
	Fields: common(activityFields...),
}

// ActivityTypes set how long a review lasts: an event to its date, a holiday
// scheme to its end, a club or a service by config.toml.
var ActivityTypes = []string{"club", "service", "scheme", "event"}

// Activity is anything that a family can use: a club, a service, a scheme, an event.
type Activity struct {
	Provider    offer.Ref
	Type        string
	Ages        offer.Ages
	Eligibility string
	Diagnosis   offer.Answer
	Plan        offer.Answer
	NotFor      string

	How, WhoDecides, Evidence, Appeal, WhileWaiting string
	Guide                                           offer.Ref // that explains the route

	Where     *offer.Venue
	Transport string
	When      []offer.Session
	passed    offer.Date // the last day of all, where every session is over
	Cost      []offer.Price
	Sensory   string
	Room      *offer.Places
	Contact   offer.Contact
}

func readActivity(f *Fields, e *offer.Entry) offer.Detail {
	a := &Activity{
		Type: f.Choice("type"), Ages: parsed(f, "ages", offer.ParseAges),
		Eligibility: f.Text("eligibility"),
		Diagnosis:   f.Answer("diagnosis-needed"), Plan: f.Answer("plan-needed"), NotFor: f.Text("not-for"),
		WhoDecides: f.Text("who-decides"), Evidence: f.Text("evidence"), Appeal: f.Text("appeal"),
		WhileWaiting: f.Text("while-waiting"),
		Where:        readVenue(f), Transport: f.Text("transport"), When: readSessions(f, e),
		Cost: readPrices(f), Sensory: f.Text("sensory"), Room: readPlaces(f), Contact: readContact(f),
	}
	if refs := f.Refs("provider", "provider"); len(refs) > 0 {
		a.Provider = refs[0]
	}
	readRoute(f, a)
	readTimeLimits(f, e, a)
	if a.Type == "club" || a.Type == "service" {
		e.Lasts = a.Type
	}
	return a
}

// readTimeLimits reports an event or scheme that never ends: its page would
// never be taken down.
func readTimeLimits(f *Fields, e *offer.Entry, a *Activity) {
	if (a.Type == "event" || a.Type == "scheme") && e.Ends.IsZero() {
		if !f.has("ends") {
			f.add(f.at("type"), article(a.Type)+" needs a last day", "add ends: with the last day, like ends: 2026-12-05")
		}
	}
}

// readRoute fills in what config.toml states once for several entries. The
// entry's own words win.
func readRoute(f *Fields, a *Activity) {
	n, found := f.get("route")
	if !found {
		return
	}
	var ids []string
	for _, r := range f.settings.Routes {
		if ids = append(ids, r.ID); r.ID != n.Text {
			continue
		}
		a.How = r.How
		a.WhoDecides = first(a.WhoDecides, r.WhoDecides)
		a.Evidence = first(a.Evidence, r.Evidence)
		a.Appeal = first(a.Appeal, r.Appeal)
		a.Guide = r.Guide
		return
	}
	f.add(n.At, "there is no route called "+n.Text+" in config.toml", offer.DidYouMean(n.Text, ids))
}

func first(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// Waits reports that there was no place when somebody last asked. However long
// ago that is: what may still be full is nothing to be sent to today.
func (a *Activity) Waits() bool { return a.Room != nil && a.Room.State != "open" }

// NeedsDiagnosis says whether a child must have a diagnosis.
func (a *Activity) NeedsDiagnosis() offer.Answer { return a.Diagnosis }

// AgeRange is the ages it is for.
func (a *Activity) AgeRange() offer.Ages { return a.Ages }

// Sessions are the times it runs.
func (a *Activity) Sessions() []offer.Session { return a.When }

// Prices are what it costs.
func (a *Activity) Prices() []offer.Price { return a.Cost }

// Place is where it happens.
func (a *Activity) Place() *offer.Venue { return a.Where }

// ProvidedBy is who runs it.
func (a *Activity) ProvidedBy() offer.Ref { return a.Provider }

// Contacts is who to ring: its own contact, or its provider's.
func (a *Activity) Contacts(c *offer.Catalogue) offer.Contact {
	if !a.Contact.Empty() {
		return a.Contact
	}
	if p := c.Find(a.Provider); p != nil {
		if r, ok := p.Detail.(offer.Reachable); ok {
			return r.Contacts(c)
		}
	}
	return offer.Contact{}
}
