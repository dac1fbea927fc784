package kind

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// The ways in which fields become facts. A fact with nothing to say is left
// out; a question that was not answered never is.

func addText(facts []offer.Fact, label, text string) []offer.Fact {
	if text == "" {
		return facts
	}
	return addFact(facts, label, []offer.Item{{Text: text}})
}

// addFact puts what has a label already below it: two sessions on a Monday are
// one row.
func addFact(facts []offer.Fact, label string, items []offer.Item) []offer.Fact {
	if len(items) == 0 {
		return facts
	}
	for i := range facts {
		if facts[i].Label == label {
			facts[i].Items = append(facts[i].Items, items...)
			return facts
		}
	}
	return append(facts, offer.Fact{Label: label, Items: items})
}

func answerFact(label string, a offer.Answer) offer.Fact {
	mark := ""
	if a == offer.NotStated {
		mark = a.Mark()
	}
	return offer.Fact{Label: label, Mark: mark, Items: []offer.Item{{Text: a.Words()}}}
}

// tags are the values of a vocabulary that an entry has, each leading to the
// list of all that share it.
func tags(e *offer.Entry, c *offer.Catalogue, field string) []offer.Item {
	v := c.Vocabulary(field)
	if v == nil {
		return nil
	}
	if e.All[field] {
		return []offer.Item{{Text: v.All}}
	}
	var items []offer.Item
	for _, id := range e.Tags[field] {
		items = append(items, offer.Item{Text: v.Value(id).Label, URL: c.ListURL(field, id)})
	}
	return items
}

// explained is the single value of a vocabulary and the words that explain it.
func explained(e *offer.Entry, c *offer.Catalogue, field string) []offer.Item {
	items := tags(e, c, field)
	if v := c.Vocabulary(field); len(items) == 1 && !e.All[field] {
		if help := v.Value(e.Tag(field)).Explanation(); help != "" {
			items = append(items, offer.Item{Text: help})
		}
	}
	return items
}

// valueGuides are the guides that explain the values which an entry has.
func valueGuides(e *offer.Entry, c *offer.Catalogue, field string) []offer.Item {
	v := c.Vocabulary(field)
	if v == nil {
		return nil
	}
	var refs []offer.Ref
	for _, id := range e.Tags[field] {
		refs = append(refs, v.Value(id).Guide)
	}
	return guideItems(c, refs...)
}

// guideItems lead to guides, but not to one that has ended or went unchecked.
func guideItems(c *offer.Catalogue, refs ...offer.Ref) []offer.Item {
	var items []offer.Item
	for _, ref := range refs {
		if g := c.Find(ref); ref.Slug != "" && g != nil && c.Listed(g) {
			items = append(items, offer.Item{Text: g.Title, URL: g.URL()})
		}
	}
	return items
}

// questions are a whole vocabulary of answers, with "Ask first" where nothing
// was stated: what is missing is shown as plainly as what is there.
func questions(e *offer.Entry, c *offer.Catalogue, field string) offer.Group {
	v := c.Vocabulary(field)
	if v == nil {
		return offer.Group{}
	}
	g := offer.Group{ID: field, Title: v.Title, Facts: make([]offer.Fact, 0, len(v.Values))}
	for _, value := range v.Values {
		answer := e.Answers[field][value.ID]
		g.Facts = append(g.Facts, offer.Fact{
			Label: first(value.Question, value.Label), Mark: mark(value, answer),
			Items: []offer.Item{{Text: answerWords(e, value, answer)}},
		})
	}
	return g
}

// answerWords says what a "no" means where that is the good news, and where the
// steps are.
func answerWords(e *offer.Entry, v offer.Value, a offer.Answer) string {
	if v.ID == "step-free" && e.Steps != "" {
		return a.Words() + ": " + e.Steps
	}
	if v.Opposite != "" && a == offer.No {
		return "No. " + v.Opposite + "."
	}
	return a.Words()
}

// mark turns the colour of an answer round where "no" is the good news.
func mark(v offer.Value, a offer.Answer) string {
	if v.Opposite == "" {
		return a.Mark()
	}
	switch a {
	case offer.Yes:
		return "part"
	case offer.No:
		return "yes"
	}
	return a.Mark()
}

// address gives the lines of a venue that may be published.
func address(v *offer.Venue) []offer.Item {
	lines := v.Lines()
	items := make([]offer.Item, 0, len(lines))
	for _, line := range lines {
		items = append(items, offer.Item{Text: line, Code: line == string(v.Postcode)})
	}
	return items
}

// contactGroup is every way to reach a contact. A website opens another site,
// and says so.
func contactGroup(c offer.Contact, title string) offer.Group {
	g := offer.Group{ID: "contact", Title: title}
	if c.Empty() {
		return g
	}
	g.Facts = addText(g.Facts, "Ask for", c.Name)
	g.Facts = addLink(g.Facts, "Ring", c.Phone, "tel:"+offer.Dial(c.Phone))
	g.Facts = addLink(g.Facts, "Text", c.Text, "sms:"+offer.Dial(c.Text))
	g.Facts = addLink(g.Facts, "Email", c.Email, "mailto:"+c.Email)
	g.Facts = addLink(g.Facts, "Website", host(c.Website), c.Website)
	g.Facts = addLink(g.Facts, "Form", host(c.Form), c.Form)
	return g
}

func addLink(facts []offer.Fact, label, text, url string) []offer.Fact {
	if text == "" {
		return facts
	}
	return append(facts, offer.Fact{Label: label, Items: []offer.Item{{Text: text, URL: url, Code: true}}})
}

// host is an outside address as a reader sees it.
func host(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		return url
	}
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
