package search

import (
	"maps"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
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

// stopWords are the words of one of bleve's lists, in the order of the alphabet.
func stopWords(list []byte) []string {
	words := analysis.NewTokenMap()
	if err := words.LoadBytes(list); err != nil {
		return nil // the list is part of bleve, and can be read
	}
	return slices.Sorted(maps.Keys(words))
}
