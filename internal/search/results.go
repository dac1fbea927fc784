package search

import (
	"bytes"
	"encoding/json"
)

// resultShardSize is how many documents stand in one file of results.
const resultShardSize = 8

// encodeResults writes what is shown of some documents, as JSON.
func encodeResults(docs []Doc) ([]byte, error) {
	type result struct {
		URL     string   `json:"u"`
		Title   string   `json:"t"`
		By      string   `json:"b,omitempty"`
		Summary string   `json:"s"`
		Glance  []string `json:"g,omitempty"`
		Note    string   `json:"n,omitempty"`
		Kind    string   `json:"k"`
	}
	list := make([]result, len(docs))
	for i, d := range docs {
		list[i] = result{d.URL, d.Title, d.By, d.Summary, d.Glance, d.Note, d.Kind}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(list)
	return out.Bytes(), err
}
