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
	Facts    []Phrase
	Note     string // what a family must know before it goes: not checked lately, starts later
	Lang     string // of the title and the summary, where it is not the page's
}

// Phrase is a few words about an entry, and their language where it is not the
// page's.
type Phrase struct{ Text, Lang string }

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

// glance is the phrases of a card, where no language can be marked.
func (c *Card) glance() []string {
	texts := make([]string, len(c.Facts))
	for i, phrase := range c.Facts {
		texts[i] = phrase.Text
	}
	return texts
}

func (s *Site) provider(e *offer.Entry) *offer.Entry {
	if d, ok := e.Detail.(offer.Provided); ok {
		return s.Find(d.ProvidedBy())
	}
	return nil
}

// glance is an entry in five short phrases: for whom, where, when, what it
// costs, and how one gets in.
func (s *Site) glance(e *offer.Entry) []Phrase {
	if e.Kind != "activity" {
		return nil
	}
	all := []Phrase{s.phrase(e.AgeRange().Words()), s.where(e), s.days(e), s.phrase(costWords(e)), s.phrase(s.label(e, "way-in"))}
	return slices.DeleteFunc(all, func(p Phrase) bool { return p.Text == "" })
}

func (s *Site) phrase(text string) Phrase {
	words, lang := s.put(text)
	return Phrase{words, lang}
}

// named says names after one another. Each is put into the words of the edition
// by itself, for a name may have an “and” in it; half a translation is none.
func (s *Site) named(names []string) Phrase {
	var told Phrase
	for i, name := range names {
		words, lang := s.put(name)
		switch {
		case lang != "":
			return Phrase{offer.And(names), lang}
		case i == 0:
			told.Text = words
		case i < len(names)-1:
			told.Text = s.say("{1}, {2}", told.Text, words)
		default:
			told.Text = s.say("{1} and {2}", told.Text, words)
		}
	}
	return told
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

// where is the town, or the areas of what is in none.
func (s *Site) where(e *offer.Entry) Phrase {
	if where := e.Tag("where"); where == "online" || where == "at-home" {
		return s.phrase(s.label(e, "where"))
	}
	if v := e.Venue(); v != nil && v.Town != "" {
		return s.phrase(v.Town)
	}
	areas := s.Vocabulary("areas")
	if areas == nil {
		return Phrase{}
	}
	if e.All["areas"] {
		return s.phrase(areas.All)
	}
	var names []string
	for _, id := range e.Tags["areas"] {
		names = append(names, areas.Value(id).Label)
	}
	return s.named(names)
}

// days are the days on which it is, and begin a line.
func (s *Site) days(e *offer.Entry) Phrase {
	p := s.phrase(dayWords(e))
	p.Text = offer.Capital(p.Text)
	return p
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
