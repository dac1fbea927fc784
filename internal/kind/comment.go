package kind

import "github.com/localoffer/localoffer/internal/offer"

var comments = Kind{
	Name: "comment", Folder: "comments", Plural: "You said, we did",
	Read: readComment,
	Fields: common(
		Field{Name: "said", Label: "What they said", Retold: true, Shape: Long, Needed: true, Example: "We could not find a club for older teenagers.", Help: "Their words, or the sense of them, without anything that shows who it was."},
		Field{Name: "received", Label: "Received on", Shape: Date, Needed: true, Example: "2026-05-12", Help: "The day you got it."},
		Field{Name: "responded", Label: "Answered on", Shape: Date, Example: "2026-06-01", Help: "The day you answered."},
		Field{Name: "by", Label: "Answered by", Shape: Text, Example: "Short breaks team", Help: "The team that answered."},
		Field{Name: "outcome", Label: "What came of it", Shape: Choice, Words: Outcomes, Needed: true, Example: "done", Help: "What you did, or will do."},
		Field{Name: "about", Label: "What it is about", Shape: Entries, Example: "toy-library", Help: "The file names of the pages it is about."},
	),
}

// Outcomes are what came of a comment, with what a page says.
var Outcomes = []string{"done", "in-progress", "planned", "not-possible"}

var outcomeWords = map[string]string{
	"done": "Done", "in-progress": "We are doing this", "planned": "We plan to do this", "not-possible": "We cannot do this",
}

// Comment is what a family said about the Local Offer, and the authority's
// response and intended action (SEND Regulations 2014, regulation 56). It
// never says who they are.
type Comment struct {
	Said                string
	Received, Responded offer.Date
	By, Outcome         string
	About               []offer.Ref
}

func readComment(f *Fields, _ *offer.Entry) offer.Detail {
	c := &Comment{
		Said:     f.Text("said"),
		Received: f.Date("received"), Responded: f.Date("responded"), By: f.Text("by"),
		Outcome: f.Choice("outcome"), About: f.Refs("about", ""),
	}
	if !c.Responded.IsZero() && c.Responded.Before(c.Received) {
		f.add(f.at("responded"), "the answer of "+c.Responded.String()+" is earlier than the comment of "+c.Received.String(), "swap the two dates, or mend the wrong one")
	}
	return c
}

// Refs are what the comment is about.
func (c *Comment) Refs() []offer.Ref { return c.About }

// OutcomeWords is what came of it.
func (c *Comment) OutcomeWords() string { return outcomeWords[c.Outcome] }

// Facts says what came of the comment, and when.
func (c *Comment) Facts(_ *offer.Entry, cat *offer.Catalogue) []offer.Group {
	g := offer.Group{ID: "outcome", Title: "What came of it"}
	g.Facts = addText(g.Facts, "Outcome", c.OutcomeWords())
	g.Facts = addText(g.Facts, "You said this on", c.Received.Words())
	g.Facts = addText(g.Facts, "We answered on", c.Responded.Words())
	g.Facts = addText(g.Facts, "Answered by", c.By)
	var about []offer.Item
	for _, ref := range c.About {
		if e := cat.Find(ref); e != nil {
			about = append(about, offer.Item{Text: e.Title, URL: e.URL()})
		}
	}
	g.Facts = addFact(g.Facts, "About", about)
	return []offer.Group{g}
}
