package output

import (
	"html/template"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Card is an entry as it stands in a list.
type Card struct {
	URL      string
	Title    string
	Provider string
	Summary  string
	Facts    []string
	Note     string // what a family must know before it goes: not checked lately, starts later
	Lang     string // of the title and the summary, where it is not the page's
}

// card prints the card of an entry, or gives the one printed before.
func (s *Site) card(e *offer.Entry) (template.HTML, error) {
	e = s.here(e)
	p := s.cardOnce(e)
	html := p.print(s, "card", func() any { return s.cardOf(e) })
	return html, p.err
}

// cardOnce is where an entry's card is kept: a card is printed once, however
// many lists it stands in.
func (s *Site) cardOnce(e *offer.Entry) *printed {
	p, found := s.cards.Load(e)
	if !found {
		p, _ = s.cards.LoadOrStore(e, &printed{})
	}
	once, _ := p.(*printed)
	return once
}

// cardsOf prints some cards after one another.
func (s *Site) cardsOf(entries []*offer.Entry) ([]template.HTML, error) {
	all := make([]template.HTML, 0, len(entries))
	for _, e := range s.offered(entries) {
		html, err := s.card(e)
		if err != nil {
			return nil, err
		}
		all = append(all, html)
	}
	return all, nil
}

func (s *Site) cardOf(e *offer.Entry) Card {
	c := Card{URL: s.prefix + e.URL(), Title: e.Title, Summary: e.Summary, Facts: s.glance(e), Lang: s.tongue(e)}
	if p := s.provider(e); p != nil {
		c.Provider = p.Title
	}
	switch s.State(e) {
	case offer.Overdue:
		c.Note = s.putText(e.Reviewed.NotChecked() + " Ring first.")
	case offer.NotStarted:
		c.Note = s.putText("Starts on " + e.Starts.Full() + ".")
	}
	return c
}

func (s *Site) provider(e *offer.Entry) *offer.Entry {
	if d, ok := e.Detail.(offer.Provided); ok {
		return s.Find(d.ProvidedBy())
	}
	return nil
}

// glance is an entry in five short phrases: for whom, where, when, what it
// costs, and how one gets in.
func (s *Site) glance(e *offer.Entry) []string {
	if e.Kind != "activity" {
		return nil
	}
	var facts []string
	add := func(text string) {
		if text != "" {
			facts = append(facts, s.putText(text))
		}
	}
	add(e.AgeRange().Words())
	add(s.whereWords(e))
	add(dayWords(e))
	add(costWords(e))
	add(s.label(e, "way-in"))
	return facts
}

func (s *Site) label(e *offer.Entry, field string) string {
	v := s.Vocabulary(field)
	if v == nil {
		return ""
	}
	if value := v.Value(e.Tag(field)); value != nil {
		return value.Label
	}
	return ""
}

func (s *Site) whereWords(e *offer.Entry) string {
	if where := e.Tag("where"); where == "online" || where == "at-home" {
		return s.label(e, "where")
	}
	if v := e.Venue(); v != nil && v.Town != "" {
		return v.Town
	}
	areas := s.Vocabulary("areas")
	if areas == nil {
		return ""
	}
	if e.All["areas"] {
		return areas.All
	}
	var names []string
	for _, id := range e.Tags["areas"] {
		names = append(names, areas.Value(id).Label)
	}
	return offer.And(names)
}

func dayWords(e *offer.Entry) string {
	var days []string
	for _, session := range e.Sessions() {
		if day := session.Day(); !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	const most = 2
	if len(days) > most {
		return "Several days"
	}
	return strings.Join(days, ", ")
}

func costWords(e *offer.Entry) string {
	prices := e.Prices()
	switch {
	case len(prices) == 0:
		return ""
	case offer.IsFree(prices):
		return "Free"
	}
	for _, p := range prices {
		if p.Who == "child" || p.Who == "family" || p.Who == "" {
			return offer.Price{Amount: p.Amount, Per: p.Per}.Words()
		}
	}
	return ""
}
