// Package facet holds the ways to narrow what is on offer. Every vocabulary in
// config.toml is one, by data alone; what has to be computed from ages, times
// or prices is a file here and a line in computed.
package facet

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Facet is one way to narrow: its values, and which of them an entry has.
type Facet struct {
	Name    string // need: the first part of its lists' addresses
	Title   string
	Browse  string // its heading among the ways to browse; "" where it is not one
	Values  []Value
	Every   bool // a search for two values is for what has both, not either
	Reading func(*offer.Entry) []string
}

// Value is one choice within a facet.
type Value struct {
	ID, Label, Help string
	Words           []string // what families call it
}

// computed are the facets that are worked out, not written down.
var computed = []func(*offer.Settings) Facet{ages, days, seasons, prices}

// All are the facets of a site: its own vocabularies, then the computed ones.
func All(settings *offer.Settings) []Facet {
	var all []Facet
	for i := range settings.Vocabularies {
		if v := &settings.Vocabularies[i]; v.Address != "" && v.For("activity") {
			all = append(all, vocabulary(v))
		}
	}
	for _, make := range computed {
		all = append(all, make(settings))
	}
	return all
}

func vocabulary(v *offer.Vocabulary) Facet {
	f := Facet{Name: v.Address, Title: v.Title, Browse: v.Browse, Every: v.Every || v.Shape == offer.ShapeAnswers}
	for _, value := range v.Values {
		f.Values = append(f.Values, Value{id(value), label(value), value.Help, value.Words})
	}
	if v.Shape == offer.ShapeAnswers {
		f.Reading = func(e *offer.Entry) []string { return answered(v, e) }
		return f
	}
	every := v.IDs()
	f.Reading = func(e *offer.Entry) []string {
		if e.All[v.Field] {
			return every
		}
		return e.Tags[v.Field]
	}
	return f
}

// id is the last part of a list's address. Where "no" is the good news, the
// list is of what says no, under the words for that.
func id(v offer.Value) string {
	if v.Opposite == "" {
		return v.ID
	}
	return strings.ReplaceAll(strings.ToLower(v.Opposite), " ", "-")
}

func label(v offer.Value) string {
	if v.Opposite == "" {
		return v.Label
	}
	return v.Opposite
}

// answered are the questions with a plain answer in the family's favour. "Not
// stated" and "in part" are never among them.
func answered(v *offer.Vocabulary, e *offer.Entry) []string {
	var ids []string
	for _, value := range v.Values {
		answer := e.Answers[v.Field][value.ID]
		if value.Opposite == "" && answer.Positive() || value.Opposite != "" && answer == offer.No {
			ids = append(ids, id(value))
		}
	}
	return ids
}
