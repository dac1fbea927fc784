package output

import (
	"fmt"
	"html/template"
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// Way is where to go on from a page: a heading, a sentence, and cards or links.
type Way struct {
	ID, Title, Note string
	Cards           []template.HTML
	Links           []Link
}

// insteadCards are enough to choose from, and few enough to read.
const insteadCards = 4

// ways are what leads on from a page that is live.
func (s *Site) ways(e *offer.Entry) ([]Way, error) {
	e = s.Original(e)
	switch e.Kind {
	case "activity":
		return s.activityWays(e)
	case "guide":
		return s.guideWays(e), nil
	}
	return nil, nil
}

func (s *Site) activityWays(e *offer.Entry) ([]Way, error) {
	posts := s.Signposts(e)
	today := Way{ID: "use-today", Title: s.say("You can use these today")}
	if posts.Waiting {
		today = Way{ID: "use-today", Title: s.say("While you wait"), Note: s.say("No referral and no diagnosis needed.")}
	}
	instead := s.instead(e, posts.Today)
	ways := []Way{today, {ID: "alike", Title: s.say("You could also try")}}
	for i, entries := range [][]*offer.Entry{posts.Today, instead} {
		cards, err := s.cardsOf(entries)
		if err != nil {
			return nil, err
		}
		ways[i].Cards = cards
	}
	shown := slices.Concat(posts.Today, instead, posts.More, s.seeAlso(e))
	return slices.DeleteFunc(append(ways, s.more(posts), s.same(e, posts.Same, shown)), Way.empty), nil
}

func (w Way) empty() bool { return len(w.Cards)+len(w.Links) == 0 }

// more is the next tier, how to reach it, and what there is of the same sort.
func (s *Site) more(posts offer.Signposts) Way {
	w := Way{ID: "more-help", Title: s.say("If your child needs more help")}
	for _, other := range s.offered(posts.More) {
		link := s.link(other)
		link.Note, link.NoteLang = s.put(s.label(other, "way-in"))
		w.Links = append(w.Links, link)
	}
	if url := s.ListURL("tier", posts.Above); url != "" && s.edition == nil { // lists are told in the main edition alone
		tier := s.Vocabulary("tier").Value(posts.Above)
		w.Note = tier.Help
		w.Links = append(w.Links, Link{Text: fmt.Sprintf("%s: see all %d", tier.Label, len(s.Tagged("tier", posts.Above))), URL: s.prefix + url})
	}
	return w
}

// same is what the provider runs besides, but for what the page shows already.
func (s *Site) same(e *offer.Entry, entries, shown []*offer.Entry) Way {
	w := Way{ID: "same-provider"}
	for _, other := range s.offered(entries) {
		if !slices.Contains(shown, other) {
			w.Title = s.say("More from {1}", s.here(s.provider(e)).Title)
			w.Links = append(w.Links, s.link(other))
		}
	}
	return w
}

// guideWays are the lists of what a guide explains the way into.
func (s *Site) guideWays(e *offer.Entry) []Way {
	w := Way{ID: "leads-to", Title: "What there is"}
	for i := range s.Vocabularies {
		v := &s.Vocabularies[i]
		for _, value := range v.Values {
			url := s.ListURL(v.Field, value.ID)
			if s.edition != nil || value.Guide.Slug == "" || url == "" || s.Find(value.Guide) != e {
				continue
			}
			w.Links = append(w.Links, Link{Text: fmt.Sprintf("%s: %s (%d)", v.Title, value.Label, len(s.Tagged(v.Field, value.ID))), URL: s.prefix + url})
		}
	}
	return slices.DeleteFunc([]Way{w}, Way.empty)
}

// instead is what a family could use in place of an entry: what the editor names
// first, then the nearest in kind, place, need and age. What is shown already is
// not shown twice.
func (s *Site) instead(e *offer.Entry, shown []*offer.Entry) []*offer.Entry {
	if e = s.Original(e); e.Kind != "activity" {
		return nil
	}
	var out []*offer.Entry
	if e.Closed != nil {
		for _, ref := range e.Closed.Instead {
			if other := s.Find(ref); other != nil && s.Listed(other) {
				out = append(out, other)
			}
		}
	}
	for _, other := range s.Alike(e, insteadCards+len(out)+len(shown)) {
		if len(out) < insteadCards && !slices.Contains(out, other) && !slices.Contains(shown, other) {
			out = append(out, other)
		}
	}
	return out
}
