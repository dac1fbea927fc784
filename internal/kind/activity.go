package kind

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

var activities = Kind{
	Name: "activity", Folder: "activities", Plural: "Things to do and places to get help",
	Read: readActivity,
	Fields: []string{
		"provider", "type", "ages", "eligibility", "diagnosis-needed", "plan-needed", "not-for",
		"route", "who-decides", "evidence", "appeal", "while-waiting", "places",
		"venue", "transport", "when", "cost", "sensory", "contact",
	},
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
		Type: f.Choice("type", ActivityTypes), Ages: parsed(f, "ages", offer.ParseAges),
		Eligibility: f.Needed("eligibility", "Children who live in Medway and find busy places hard."),
		Diagnosis:   f.Answer("diagnosis-needed"), Plan: f.Answer("plan-needed"), NotFor: f.Text("not-for"),
		WhoDecides: f.Text("who-decides"), Evidence: f.Text("evidence"), Appeal: f.Text("appeal"),
		WhileWaiting: f.Text("while-waiting"),
		Where:        readVenue(f), Transport: f.Text("transport"), When: readSessions(f, e),
		Cost: readPrices(f), Sensory: f.Text("sensory"), Room: readPlaces(f), Contact: readContact(f),
	}
	for _, name := range []string{"provider", "type", "ages"} {
		f.missing(name, "there is no "+name, "add a line like "+activityExamples[name])
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

var activityExamples = map[string]string{
	"provider": "provider: harbour-play (the file name of who runs it)",
	"type":     "type: club (or service, scheme, event)",
	"ages":     "ages: 5-11",
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

// Facts answers a family's questions in the order in which they are asked.
func (a *Activity) Facts(e *offer.Entry, c *offer.Catalogue) []offer.Group {
	return slices.DeleteFunc([]offer.Group{
		a.who(e, c), questions(e, c, "support"), a.wayIn(e, c), a.times(e),
		a.place(e, c), questions(e, c, "access"), a.money(e, c), contactGroup(a.Contacts(c), "Contact"),
	}, func(g offer.Group) bool { return len(g.Facts) == 0 })
}

func (a *Activity) who(e *offer.Entry, c *offer.Catalogue) offer.Group {
	g := offer.Group{ID: "who", Title: "Who it is for"}
	g.Facts = addText(g.Facts, "Ages", a.Ages.Words())
	g.Facts = addFact(g.Facts, "Needs", tags(e, c, "needs"))
	g.Facts = addText(g.Facts, "Who can go", a.Eligibility)
	g.Facts = append(g.Facts,
		answerFact("Must my child have a diagnosis?", a.Diagnosis),
		answerFact("Must my child have an EHC plan?", a.Plan))
	g.Facts = addText(g.Facts, "Not right for", a.NotFor)
	return g
}

func (a *Activity) wayIn(e *offer.Entry, c *offer.Catalogue) offer.Group {
	g := offer.Group{ID: "way-in", Title: "How to get in"}
	g.Facts = addFact(g.Facts, "First step", explained(e, c, "way-in"))
	g.Facts = addText(g.Facts, "How to ask", a.How)
	g.Facts = addFact(g.Facts, "Kind of service", explained(e, c, "tier"))
	g.Facts = addFact(g.Facts, "Kind of help", tags(e, c, "category"))
	g.Facts = append(g.Facts, a.others(e, c)...)
	if a.Room != nil {
		g.Facts = addText(g.Facts, "Places", a.Room.Words())
	}
	g.Facts = addText(g.Facts, "While you wait", a.WhileWaiting)
	g.Facts = addText(g.Facts, "Who decides", a.WhoDecides)
	g.Facts = addText(g.Facts, "What they ask to see", a.Evidence)
	g.Facts = addText(g.Facts, "If you disagree", a.Appeal)
	return g
}

// placed are the vocabularies that have a place of their own on the page.
var placed = []string{"tier", "category", "needs", "areas", "way-in", "where", "accepts", "support", "access"}

// others are the vocabularies that a council added.
func (a *Activity) others(e *offer.Entry, c *offer.Catalogue) []offer.Fact {
	var facts []offer.Fact
	for i := range c.Vocabularies {
		v := &c.Vocabularies[i]
		if v.For("activity") && v.Shape != offer.ShapeAnswers && !slices.Contains(placed, v.Field) {
			facts = addFact(facts, v.Title, tags(e, c, v.Field))
		}
	}
	return facts
}

func (a *Activity) times(e *offer.Entry) offer.Group {
	g := offer.Group{ID: "when", Title: "When"}
	for _, s := range a.When {
		g.Facts = addText(g.Facts, capital(s.Day()), sessionWords(s))
	}
	if !a.passed.IsZero() {
		g.Facts = addText(g.Facts, "Times", "The dates we were given ended on "+a.passed.Words()+". Ask for new ones.")
	}
	if !e.Starts.IsZero() {
		g.Facts = addText(g.Facts, "First day", e.Starts.Full())
	}
	if !e.Ends.IsZero() {
		g.Facts = addText(g.Facts, "Last day", e.Ends.Full())
	}
	if len(g.Facts) == 0 {
		g.Facts = addText(g.Facts, "Times", "Ask first")
	}
	return g
}

func sessionWords(s offer.Session) string {
	text := strings.TrimSpace(strings.Join([]string{s.Hours(), s.Season()}, " "))
	var extra []string
	if !s.Starts.IsZero() {
		extra = append(extra, "from "+s.Starts.Words())
	}
	if !s.Ends.IsZero() {
		extra = append(extra, "until "+s.Ends.Words())
	}
	if len(extra) > 0 {
		text = sentence(text) + " Runs " + strings.Join(extra, " ") + "."
	}
	if len(s.Except) > 0 {
		days := make([]string, len(s.Except))
		for i, d := range s.Except {
			days[i] = d.Words()
		}
		text = sentence(text) + " Not on " + offer.And(days) + "."
	}
	if s.Note != "" {
		text = strings.TrimSpace(sentence(text) + " " + sentence(s.Note))
	}
	if text = strings.TrimSpace(text); text == "" {
		return "Ask for the time"
	}
	return text
}

// capital begins words with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// sentence closes words with a full stop where they have none.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func (a *Activity) place(e *offer.Entry, c *offer.Catalogue) offer.Group {
	g := offer.Group{ID: "where", Title: "Where"}
	if a.Where != nil {
		g.Facts = addFact(g.Facts, "Address", address(a.Where))
		if a.Where.Mask {
			g.Facts = addText(g.Facts, "Exact address", "This is somebody's home. They give you the address when you book.")
		}
	}
	if where := e.Tag("where"); where != "venue" {
		g.Facts = addFact(g.Facts, "In person or online", tags(e, c, "where"))
	}
	g.Facts = addFact(g.Facts, "Area", tags(e, c, "areas"))
	g.Facts = addText(g.Facts, "Getting there", a.Transport)
	g.Facts = addText(g.Facts, "Noise, light and numbers", a.Sensory)
	return g
}

func (a *Activity) money(e *offer.Entry, c *offer.Catalogue) offer.Group {
	g := offer.Group{ID: "cost", Title: "Cost"}
	for _, p := range a.Cost {
		g.Facts = addText(g.Facts, "Price", p.Words())
	}
	if len(a.Cost) == 0 {
		g.Facts = addText(g.Facts, "Price", "Ask first")
	}
	g.Facts = addFact(g.Facts, "You can pay with", tags(e, c, "accepts"))
	return g
}
