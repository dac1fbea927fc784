// Package facet holds the ways to narrow what is on offer. Every vocabulary in
// config.toml is one, by data alone; what has to be computed from ages, times
// or prices is a file here and a line in computed.
package facet

import (
	"slices"
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

// List is the listed activities with one value of a facet.
type List struct {
	Facet   *Facet
	Value   Value
	Entries []*offer.Entry
}

// URL is the address of the list's first page.
func (l List) URL() string { return "/" + l.Facet.Name + "/" + l.Value.ID + "/" }

// Lists sorts the listed activities into one list for each value of each facet
// that has any, reading every entry once.
func Lists(c *offer.Catalogue, facets []Facet) [][]List {
	all := make([][]List, len(facets))
	for i := range facets {
		all[i] = lists(c, &facets[i])
	}
	return all
}

func lists(c *offer.Catalogue, f *Facet) []List {
	found := map[string][]*offer.Entry{}
	for _, e := range c.Activities() {
		for _, id := range f.Reading(e) {
			found[id] = append(found[id], e)
		}
	}
	var out []List
	for _, value := range f.Values {
		if entries := found[value.ID]; len(entries) > 0 {
			out = append(out, List{f, value, entries})
		}
	}
	return slices.Clip(out)
}
