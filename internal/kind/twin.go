package kind

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// Twin is the field that tells a file of another edition from an original.
const Twin = "twin"

// twin is what an entry that is told in another edition says of its making.
var twin = Field{
	Name: Twin, Label: "How this was made", Shape: Group, Needed: true, Example: "{on: 2026-10-05, by: Language team, how: person}",
	Help: "Only in a file for Easy Read or another language, like sunday-swim.pl.md.",
	Lack: &offer.Fault{What: "this does not say how it was made", Hint: "add a line like twin: {on: 2026-10-05, by: Language team, how: person}"},
	Fields: []Field{
		{Name: "on", Label: "Made on", Shape: Date, Needed: true, Example: "2026-10-05", Help: "The day on which it was written, or last read beside the original.",
			Lack: &offer.Fault{What: "this does not say when it was made", Hint: "write the day: on: 2026-10-05"}},
		{Name: "by", Label: "Made by", Shape: Text, Example: "Language team", Help: "A role or a team, not a person's name."},
		{Name: "how", Label: "How", Shape: Choice, Words: offer.Tellings, Needed: true, Example: "person", Help: "Whether a person wrote it. What a machine translated is labelled so on its page.",
			Lack: &offer.Fault{What: "this does not say whether a person or a machine wrote it", Hint: "write how: person, how: machine or how: machine-then-person"}},
		{Name: "original", Label: "Mark of the original", Shape: Text, Example: "3fa92c11", Help: "localoffer review writes it, to tell when the original says something else than it did."},
	},
}

// TwinFields are the fields that an entry of this kind may have when it is told
// in another edition: what it says in its own words, and how it was made.
func (k *Kind) TwinFields() []Field {
	var fields []Field
	for _, d := range k.Fields {
		if d.Retold {
			d.Needed = d.Needed && (d.Name == "title" || d.Name == "summary")
			fields = append(fields, d)
		}
	}
	return append(fields, twin)
}

// CheckTwin reads the front matter of an entry told in another edition: its own
// words, laid over all that the original says. Only what is wrong in its own
// file is reported; what is wrong in the original has been.
func (k *Kind) CheckTwin(matter, original *offer.Node, e *offer.Entry, settings *offer.Settings) []offer.Problem {
	f := &Fields{node: matter, settings: settings, kind: k, fields: k.TwinFields()}
	f.onlyOwn(original.At.File)
	f.required()
	made := f.twin()
	whole := laidOver(matter, original, names(f.fields))
	problems := append(f.problems.All(), slices.DeleteFunc(k.Check(&whole, e, settings), func(p offer.Problem) bool { return p.File != e.File })...)
	e.Twin, e.Statutory = made, nil
	for i := range e.Aliases { // whoever kept the address of a twin is led to it
		e.Aliases[i].URL = e.Edition.URL(e.Aliases[i].URL)
	}
	e.Said = slices.DeleteFunc(e.Said, func(p offer.Prose) bool { return p.At.File != e.File })
	return problems
}

// onlyOwn reports what an entry in another edition may not say: the facts have
// one home, the file of its original, or they would be out of date in one of two.
func (f *Fields) onlyOwn(original string) {
	own, known := names(f.fields), f.kind.Known(f.settings)
	for _, field := range f.node.Fields {
		switch {
		case slices.Contains(own, field.Name):
		case slices.Contains(known, field.Name):
			f.add(field.At, field.Name+" is a fact, and facts are stated once, in the original", "take it out here; it is shown all the same, as "+original+" says it")
		default:
			f.add(field.At, "there is no field called "+field.Name+" in a page for Easy Read or another language", offer.DidYouMean(field.Name, own))
			f.slips = append(f.slips, offer.Suggest(field.Name, own))
		}
	}
}

func (f *Fields) twin() offer.Twin {
	in, found := f.Map(Twin)
	if !found {
		return offer.Twin{At: f.node.At}
	}
	defer f.close(in)
	return offer.Twin{On: in.Date("on"), By: in.Text("by"), How: in.Choice("how"), Original: in.Text("original"), At: in.node.At}
}

// laidOver are the fields of an original, with a twin's own in their place.
func laidOver(matter, original *offer.Node, own []string) offer.Node {
	whole := offer.Node{Shape: offer.Map, At: original.At} // where that lacks something was reported
	for _, field := range original.Fields {
		if mine, retold := matter.Get(field.Name); retold && slices.Contains(own, field.Name) {
			field = *mine
		}
		whole.Fields = append(whole.Fields, field)
	}
	for _, field := range matter.Fields {
		if _, there := original.Get(field.Name); !there && field.Name != Twin && slices.Contains(own, field.Name) {
			whole.Fields = append(whole.Fields, field)
		}
	}
	return whole
}

// Stepped is the detail of an entry that says what stands after which heading
// of its body. The headings of a twin have other names, and come in the same
// order.
type Stepped interface {
	After(original, body []offer.Section) offer.Detail
}

// After is the journey with its live lists after the headings of another body.
func (j *Journey) After(original, body []offer.Section) offer.Detail {
	theirs, own := Headed(original), Headed(body)
	moved := *j
	moved.Live = slices.Clone(j.Live)
	for i := range moved.Live {
		at := slices.IndexFunc(theirs, func(s offer.Section) bool { return s.ID == moved.Live[i].After })
		if at >= 0 && at < len(own) {
			moved.Live[i].After = own[at].ID
		}
	}
	return &moved
}

// Headed are the sections that have a heading: all but the words before the
// first.
func Headed(sections []offer.Section) []offer.Section {
	return slices.DeleteFunc(slices.Clone(sections), func(s offer.Section) bool { return s.ID == "" })
}
