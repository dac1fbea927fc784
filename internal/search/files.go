package search

import (
	"bytes"
	"encoding/json"
	"slices"
)

// File is one file of the index. Its name holds a hash of its bytes, so that a
// host may let browsers keep it for ever; all but that of the root, which names
// the others.
type File struct {
	Name string
	Body []byte
}

// RootName is the name of the one file that is not named by its bytes.
const RootName = "root"

// root is the first file that a browser reads, as JSON.
type root struct {
	Docs    int               `json:"docs"`
	Terms   []termShard       `json:"terms"`
	Results []string          `json:"results"` // without the number that each name begins with
	Facets  []Facet           `json:"facets"`
	Main    string            `json:"main"`
	Ages    string            `json:"ages"`
	Dates   string            `json:"dates"`
	Geo     string            `json:"geo"`
	Spell   string            `json:"spell"`
	Per     int               `json:"per"`
	Scores  [2]float64        `json:"scores"` // that the most of a group lies between
	Stop    []string          `json:"stop"`
	Aliases map[string]string `json:"aliases"`
	Unclear map[string]string `json:"unclear"`
	Places  []Place           `json:"places"`
	School  [][2]string       `json:"school"`
}

// termShard is the first and the last form in a shard, and its name.
type termShard [3]string

// Files writes an index: the root first, under the name "root", then what it
// names.
func (x *Index) Files(synonyms *Synonyms) ([]File, error) {
	w := &fileWriter{}
	r := root{
		Docs: len(x.Docs), Facets: x.Facets, Terms: []termShard{}, Results: []string{}, Per: resultShardSize, Scores: [2]float64{x.least, x.most}, Stop: x.stop,
		Aliases: synonyms.Aliases(), Unclear: x.unclear, Places: x.Places, School: x.School,
	}
	r.neverNull()
	if len(x.groups) == 0 {
		r.Scores = [2]float64{1, 1}
	}
	for _, shard := range x.termShards() {
		name := w.add(x.encodeTerms(shard))
		lo, hi := bounds(shard)
		r.Terms = append(r.Terms, termShard{lo, hi, name})
	}
	for docs := range slices.Chunk(x.Docs, resultShardSize) {
		body, err := encodeResults(docs)
		if err != nil {
			return nil, err
		}
		r.Results = append(r.Results, w.addNumbered(len(r.Results), body))
	}
	for i, f := range r.Facets {
		if !f.Always {
			r.Facets[i].File = w.add(x.column(f))
		}
	}
	r.Main, r.Ages, r.Dates = w.add(x.main()), w.add(x.ages()), w.add(x.dates())
	r.Geo, r.Spell = w.add(x.geo()), w.add(x.spell())
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return append([]File{{RootName, w.packer.pack(out.Bytes())}}, w.files...), nil
}

// neverNull makes lists that are empty lists, for the script to go through.
func (r *root) neverNull() {
	r.Facets, r.Places, r.School = append([]Facet{}, r.Facets...), append([]Place{}, r.Places...), append([][2]string{}, r.School...)
	r.Stop = append([]string{}, r.Stop...)
	if r.Unclear == nil {
		r.Unclear = map[string]string{}
	}
	if r.Aliases == nil {
		r.Aliases = map[string]string{}
	}
	for i := range r.Facets {
		r.Facets[i].Values = append([]Value{}, r.Facets[i].Values...)
	}
	for i := range r.Places {
		r.Places[i].Postcodes = append([]string{}, r.Places[i].Postcodes...)
	}
}
