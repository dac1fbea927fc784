package kind

import "github.com/localoffer/localoffer/internal/offer"

var terms = Kind{
	Name: "term", Folder: "terms", Plural: "What words mean", Lasts: "term",
	Read:   readTerm,
	Fields: common(Field{Name: "full", Label: "Written out", Retold: true, Shape: Text, Example: "holiday activities and food programme", Help: "What a short form stands for."}),
}

// Term is the plain meaning of an official word. Full writes an acronym out.
type Term struct{ Full string }

func readTerm(f *Fields, _ *offer.Entry) offer.Detail { return &Term{Full: f.Text("full")} }

// Voice is what a short form stands for.
func (t *Term) Voice() string { return t.Full }

// Facts has none: the summary is the meaning.
func (t *Term) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
