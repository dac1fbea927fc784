package search

// columns writes the facets: for each, as many bytes a document as its values
// need bits, all first bytes before all second ones. The main file begins with
// the ages: from and to, 255 where none are stated.
func (x *Index) columns(more bool) []byte {
	var out []byte
	if !more {
		for side := range 2 {
			for i := range x.Docs {
				out = append(out, byte(x.Docs[i].Ages[side]))
			}
		}
	}
	for _, f := range x.Facets {
		if f.More == more {
			out = append(out, x.column(f)...)
		}
	}
	return out
}

func (x *Index) column(f Facet) []byte {
	width := (len(f.Values) + 7) / 8
	out := make([]byte, width*len(x.Docs))
	for i := range x.Docs {
		for _, value := range x.Docs[i].Values[f.Name] {
			if value < 0 || value >= len(f.Values) {
				continue // a value that the vocabulary does not have: a problem of its own
			}
			out[value/8*len(x.Docs)+i] |= 1 << (value % 8)
		}
	}
	return out
}
