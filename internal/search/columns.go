package search

import "encoding/binary"

// ages writes the ages from, then those to, a byte each; 255 where none are stated.
func (x *Index) ages() []byte {
	var out []byte
	for side := range 2 {
		for i := range x.Docs {
			out = append(out, byte(x.Docs[i].Ages[side]))
		}
	}
	return out
}

// main writes what every question needs: the facets that are always read, one
// column after another.
func (x *Index) main() []byte {
	var out []byte
	for _, f := range x.Facets {
		if f.Always {
			out = append(out, x.column(f)...)
		}
	}
	return out
}

// column writes a facet: as many bytes a document as its values need bits, all
// first bytes before all second ones.
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

// dates writes the first and then the last day of each document, two bytes
// each, the lowest first: days since 1970, nought where it is open. Then the weeks
// of the month, a byte each.
func (x *Index) dates() []byte {
	var out []byte
	for side := range 2 {
		for i := range x.Docs {
			out = binary.LittleEndian.AppendUint16(out, uint16(x.Docs[i].Days[side]))
		}
	}
	for i := range x.Docs {
		out = append(out, x.Docs[i].Weeks)
	}
	return out
}
