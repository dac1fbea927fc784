package kind

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// vocabularyFields are the fields that the site's vocabularies give to a kind.
func vocabularyFields(kind string, settings *offer.Settings) []Field {
	var fields []Field
	for i := range settings.Vocabularies {
		if v := &settings.Vocabularies[i]; v.For(kind) {
			fields = append(fields, vocabularyField(v))
		}
	}
	return fields
}

// ruleFields are the vocabularies by which a journey can choose activities.
func ruleFields(settings *offer.Settings) []Field {
	var fields []Field
	for i := range settings.Vocabularies {
		if v := &settings.Vocabularies[i]; rules(v) {
			fields = append(fields, Field{Name: v.Field, Label: v.Title, Shape: Choices, Help: "Only activities with one of these.",
				Example: v.Values[0].ID, From: func(*offer.Settings) []Option { return valueOptions(v) }})
		}
	}
	return fields
}

func rules(v *offer.Vocabulary) bool { return v.For("activity") && v.Shape != offer.ShapeAnswers }

func vocabularyField(v *offer.Vocabulary) Field {
	d := Field{Name: v.Field, Label: v.Title, Needed: v.Required, Example: v.Values[0].ID}
	d.From = func(*offer.Settings) []Option { return allOptions(v) }
	switch v.Shape {
	case offer.ShapeAnswers:
		d.Shape, d.Help, d.From, d.Fields = Group, "Answer only what somebody has asked. Left out means not stated.", nil, questionFields(v)
		d.Example = "{" + d.Fields[0].Name + ": " + d.Fields[0].Words[0] + "}"
	case offer.ShapeMany:
		d.Shape, d.Help = Choices, "All that fit."
	default:
		d.Shape, d.Help = Choice, "The one that fits best."
	}
	return d
}

func allOptions(v *offer.Vocabulary) []Option {
	options := valueOptions(v)
	if v.All != "" {
		options = append(options, Option{"all", v.All})
	}
	return options
}

func valueOptions(v *offer.Vocabulary) []Option {
	options := make([]Option, len(v.Values))
	for i, value := range v.Values {
		options[i] = Option{value.ID, first(value.Label, value.ID)}
	}
	return options
}

// questionFields are one question each.
func questionFields(v *offer.Vocabulary) []Field {
	var fields []Field
	for _, value := range v.Values {
		d := Field{Name: value.ID, Label: first(value.Question, value.Label), Shape: Answer, Help: first(value.Help, "Left out means not stated.")}
		for _, answer := range value.Allowed() {
			d.Words = append(d.Words, string(answer))
		}
		d.Example = d.Words[len(d.Words)-1]
		fields = append(fields, d)
	}
	if v.Field == "access" {
		fields = append(fields, steps)
	}
	return fields
}

var steps = Field{Name: "steps", Label: "Steps, in words", Shape: Text, Example: "one low step at the front door", Help: "Where there is a step. Not shown; it keeps step-free from being said by mistake."}

// readVocabulary reads the field of one vocabulary.
func readVocabulary(f *Fields, v *offer.Vocabulary, e *offer.Entry) {
	n, found := f.get(v.Field)
	switch {
	case !found && v.Required:
		f.missing(v.Field, "there is no "+v.Field+" ("+strings.ToLower(v.Title)+")", "add a line like "+v.Field+": "+v.Values[0].ID+"; "+offer.DidYouMean("", v.IDs()))
	case !found:
	case v.Shape == offer.ShapeAnswers:
		readAnswers(f, n, v, e)
	case n.Shape == offer.Scalar && n.Text == "all" && v.All != "":
		setAll(e, v)
	case v.Shape == offer.ShapeMany && several(n, v):
		f.add(n.At, v.Field+" "+shown(n)+" is several values in one", "write a list: "+v.Field+": ["+strings.Join(inList(n, v), ", ")+"]")
	case v.Shape == offer.ShapeMany:
		for _, item := range f.items(v.Field) {
			if item.Text == "all" && v.All != "" && len(f.items(v.Field)) == 1 {
				setAll(e, v)
			} else if id := f.value(&item, v); id != "" && !e.Has(v.Field, id) {
				tag(e, v.Field, id)
			}
		}
	default:
		if id := f.value(n, v); id != "" {
			tag(e, v.Field, id)
		}
	}
}

// value reads one value of a vocabulary, which may be written by what it is called
// for families; then the hint has its name.
func (f *Fields) value(n *offer.Node, v *offer.Vocabulary) string {
	for _, value := range v.Values {
		if n.Shape == offer.Scalar && n.Text != value.ID && strings.EqualFold(n.Text, value.Label) {
			f.add(n.At, v.Field+" "+shown(n)+" is not a value that this site knows", "write "+value.ID+", which is shown as “"+value.Label+"”")
			return ""
		}
	}
	return f.choice(n, v.Field, v.IDs())
}

// several reports that a text is two or more values of a vocabulary.
func several(n *offer.Node, v *offer.Vocabulary) bool {
	return n.Shape == offer.Scalar && v.Value(n.Text) == nil && len(inList(n, v)) > 1
}

// inList are the values of a vocabulary that a text is made of, or none.
func inList(n *offer.Node, v *offer.Vocabulary) []string {
	var ids []string
	for _, part := range offer.Several(n.Text) {
		part = strings.TrimSpace(part)
		i := slices.IndexFunc(v.Values, func(value offer.Value) bool {
			return strings.EqualFold(part, value.ID) || strings.EqualFold(part, value.Label)
		})
		if i < 0 {
			return nil
		}
		ids = append(ids, v.Values[i].ID)
	}
	return ids
}
