package kind

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// sentences are the fields that a family reads as sentences, of whatever kind.
var sentences = []string{
	"title", "summary", "eligibility", "not-for", "who-decides", "evidence", "appeal", "while-waiting", "transport", "sensory",
	"contact.name", "contact.phone", "contact.email",
}

// prose is the words of those fields, each where it stands, for advice on how
// they are put.
func (f *Fields) prose() []offer.Prose {
	var all []offer.Prose
	for _, name := range sentences {
		if n := f.inside(name); n != nil && n.Shape == offer.Scalar {
			if words := strings.TrimSpace(n.Text); words != "" {
				all = append(all, offer.Prose{Field: name, Text: words, At: n.At})
			}
		}
	}
	return all
}

// inside finds contact.name: a field within a field.
func (f *Fields) inside(name string) *offer.Node {
	n := f.node
	for part := range strings.SplitSeq(name, ".") {
		field, found := n.Get(part)
		if !found {
			return nil
		}
		n = &field.Value
	}
	return n
}
