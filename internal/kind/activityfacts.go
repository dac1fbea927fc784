package kind

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

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
	g.Facts = addFact(g.Facts, "How this works", a.guides(e, c))
	g.Facts = addFact(g.Facts, "Kind of service", explained(e, c, "tier"))
	g.Facts = addFact(g.Facts, "Kind of help", tags(e, c, "category"))
	g.Facts = append(g.Facts, a.others(e, c)...)
	g.Facts = append(g.Facts, a.places(e, c)...)
	g.Facts = addText(g.Facts, "While you wait", a.WhileWaiting)
	g.Facts = addText(g.Facts, "Who decides", a.WhoDecides)
	g.Facts = addText(g.Facts, "What they ask to see", a.Evidence)
	g.Facts = addText(g.Facts, "If you disagree", a.Appeal)
	return g
}

// guides are those that explain the way in: the route's own, else the one for
// its first step.
func (a *Activity) guides(e *offer.Entry, c *offer.Catalogue) []offer.Item {
	if a.Guide.Slug != "" {
		return guideItems(c, a.Guide)
	}
	return valueGuides(e, c, "way-in")
}

// places says whether there is room, or, when that was asked too long ago, that
// nobody knows.
func (a *Activity) places(e *offer.Entry, c *offer.Catalogue) []offer.Fact {
	if a.Room == nil {
		return nil
	}
	room := a.Room.CheckedIn(e.Reviewed)
	if until := c.Review.PlacesUntil(room); !until.IsZero() && c.Today.After(until) {
		return []offer.Fact{{Label: "Places", Past: true, Items: []offer.Item{{Text: room.PastWords()}}}}
	}
	return addText(nil, "Places", room.Words())
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
		g.Facts = addText(g.Facts, offer.Capital(s.Day()), sessionWords(s))
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

// sentence closes words with a full stop where they have none.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// WhereGroup is the part of a page that says where, and PrivateLabel the fact in
// it that an address is not told.
const (
	WhereGroup   = "where"
	PrivateLabel = "Exact address"
)

func (a *Activity) place(e *offer.Entry, c *offer.Catalogue) offer.Group {
	g := offer.Group{ID: WhereGroup, Title: "Where"}
	if a.Where != nil {
		g.Facts = addFact(g.Facts, "Address", address(a.Where))
		if a.Where.Mask {
			g.Facts = addText(g.Facts, PrivateLabel, "This is somebody's home. They give you the address when you book.")
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
	g.Facts = addFact(g.Facts, "How this works", valueGuides(e, c, "accepts"))
	return g
}
