// Package search makes the search index that families' browsers read: words to
// entries, prebuilt, in small static files. Bleve analyses the words and scores
// them; the files are our own, for a bleve index cannot be shipped to a browser.
//
// The line: Analyser turns text into roots; Build inverts documents into
// postings, each with its impact; Files writes them. What is written is
// specified in docs/search.md, so that another program could read it.
package search

// Doc is one entry as it is searched and as it stands in a result.
type Doc struct {
	URL     string
	Title   string
	By      string   // who runs it
	Summary string   // shown
	Glance  []string // shown: ages, place, day, cost, way in
	Note    string   // shown: not checked lately, starts later
	Kind    string
	Weight  float64            // of its kind: a guide before the team that wrote it
	Fields  [fieldCount]string // searched
	Ages    [2]int             // from and to; -1 and -1 where none are stated
	Values  map[string][]int   // by facet, the places of its values
	Days    [2]int             // the first and last day on which it happens, since 1970; 0 where open
	Weeks   uint8              // of the month in which it happens, a bit for each; 0 for all
	Lat     float64            // of its town; never of a masked address
	Lon     float64
	Sort    string // documents are numbered in this order
}

// The fields of a document, in the order of their weight.
const (
	FieldTitle = iota
	FieldAlso
	FieldSummary
	FieldProvider
	FieldFacts
	FieldBody
	fieldCount
)

// FieldNames and Boosts say what the fields are called and how much a word in
// each counts.
var (
	FieldNames = [fieldCount]string{"title", "also", "summary", "provider", "facts", "body"}
	Boosts     = [fieldCount]float64{6, 4, 3, 2, 1.5, 1}
)

// Facet is a way to narrow the results.
type Facet struct {
	Name   string  `json:"name"`
	Title  string  `json:"title"`
	Values []Value `json:"values"`
	Every  bool    `json:"every,omitempty"` // of its values all that are chosen must hold, not any one
	More   bool    `json:"more,omitempty"`  // folded away until the reader opens it
	Always bool    `json:"-"`               // read with every question
	File   string  `json:"file,omitempty"`  // of its columns; none where they are always read
}

// Value is one choice, with the words by which a query names it.
type Value struct {
	ID    string   `json:"id"`
	Label string   `json:"label"`
	Words []string `json:"words,omitempty"`
}

// Place is a town and its outward postcodes.
type Place struct {
	Name      string   `json:"name"`
	Area      string   `json:"area"`
	Postcodes []string `json:"postcodes"`
	Lat       float64  `json:"lat"`
	Lon       float64  `json:"lon"`
}

// Index is what is searched, before it is written.
type Index struct {
	Docs   []Doc
	Facets []Facet
	Places []Place
	School [][2]string // the first and last days of the parts of terms, as 2026-09-02

	stop    []string          // the words that are left out
	unclear map[string]string // short forms that stand for more than one thing

	groups      []group
	least, most float64 // the scores that the most of a group lies between
}
