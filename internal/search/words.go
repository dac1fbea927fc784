package search

import (
	"maps"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
)

// Unclear are short forms that stand for more than one thing. They are never
// expanded silently: the reader is told, and chooses.
var Unclear = map[string]string{
	"asc": "autism (autism spectrum condition) or adult social care",
	"caf": "the common assessment framework (now early help)",
	"cp":  "cerebral palsy or child protection",
	"pa":  "a personal assistant, or physical activity",
	"ap":  "alternative provision",
	"ep":  "an educational psychologist",
	"ot":  "occupational therapy",
	"hi":  "hearing impairment",
	"vi":  "vision impairment",
	"pip": "Personal Independence Payment",
	"pd":  "a physical disability",
}

// StopWords are the words that bleve's English analyser leaves out, in the
// order of the alphabet.
func StopWords() []string {
	words := analysis.NewTokenMap()
	if err := words.LoadBytes(en.EnglishStopWords); err != nil {
		return nil // the list is part of bleve, and can be read
	}
	return slices.Sorted(maps.Keys(words))
}
