// Package advice is what a colleague would say of an entry who reads it over
// your shoulder: a word that only officials use, a sentence that is too long, a
// page that says "free" and names a price. It never stops a build unless the
// editor asks for --strict, so each rule is drawn narrowly: advice that is often
// wrong is soon not read.
package advice

import (
	"github.com/localoffer/localoffer/internal/offer"
)

// rules say what is worth mending in one entry. Each is a file of its own.
var rules = []func(*reader, *offer.Entry){
	longSentences, hardSummary, officeWords, unknownShortForms, deadEnds, people, contradictions, unanswered,
}

// reader goes through the entries of a site.
type reader struct {
	*offer.Catalogue
	offer.Problems

	avoid []officeWord
	known map[string]bool // short forms that the glossary explains
}

// Of gives advice on all entries that families can read, and on what the site
// says twice. Avoid is the site's list of words to avoid; a file that a problem
// was reported for is left in peace.
func Of(c *offer.Catalogue, avoid []offer.WordLine, reported map[string]bool) []offer.Problem {
	r := &reader{Catalogue: c, avoid: officeWordsOf(avoid), known: shortForms(c)}
	for _, e := range c.Entries {
		if reported[e.File] || c.State(e) == offer.Ended {
			continue
		}
		for _, rule := range rules {
			rule(r, e)
		}
	}
	for _, e := range c.AllTwins() {
		if !reported[e.File] && c.State(e) != offer.Ended {
			r.told(e)
		}
	}
	r.twins()
	return r.All()
}

// prose is all that an entry says in sentences.
func prose(e *offer.Entry) []offer.Prose {
	all := make([]offer.Prose, 0, len(e.Said)+len(e.Body.Prose))
	for _, p := range e.Said {
		if p.Field != "contact.phone" && p.Field != "contact.email" && p.Field != "contact.name" {
			all = append(all, p)
		}
	}
	return append(all, e.Body.Prose...)
}

// field is a field of the front matter, or nil.
func field(e *offer.Entry, name string) *offer.Prose {
	for i := range e.Said {
		if e.Said[i].Field == name {
			return &e.Said[i]
		}
	}
	return nil
}
