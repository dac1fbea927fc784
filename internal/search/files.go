package search

import (
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// File is one file of the index. Its name holds a hash of its bytes, so that a
// host may let browsers keep it for ever; all but that of the root, which names
// the others.
type File struct {
	Name string
	Body []byte
}

// magic is the first byte of every file once it is inflated. A host that
// inflates files by itself does no harm: the reader knows them by it.
const magic = 'L'

// The sizes that balance the number of requests against what each brings.
const (
	termShardSize   = 6 << 10 // bytes before compression
	resultShardSize = 8       // documents
	spellWords      = 3000
)

// root is the first file that a browser reads, as JSON.
type root struct {
	Docs    int               `json:"docs"`
	Terms   []termShard       `json:"terms"`
	Results []string          `json:"results"`
	Facets  []Facet           `json:"facets"`
	Main    string            `json:"main"`
	More    string            `json:"more"`
	Geo     string            `json:"geo"`
	Spell   string            `json:"spell"`
	Per     int               `json:"per"`
	Scores  [2]float64        `json:"scores"` // that the most of a group lies between
	Stop    []string          `json:"stop"`
	Aliases map[string]string `json:"aliases"`
	Unclear map[string]string `json:"unclear"`
	Places  []Place           `json:"places"`
}

// termShard is the first and the last form in a shard, and its name.
type termShard [3]string

// Files writes an index: the root first, under the name "root", then what it
// names.
func (x *Index) Files(synonyms *Synonyms) ([]File, error) {
	w := &fileWriter{}
	r := root{
		Docs: len(x.Docs), Facets: x.Facets, Terms: []termShard{}, Results: []string{}, Per: resultShardSize, Scores: [2]float64{x.least, x.most}, Stop: StopWords(),
		Aliases: synonyms.Aliases(), Unclear: Unclear, Places: x.Places,
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
		r.Results = append(r.Results, w.add(body))
	}
	r.Main, r.More = w.add(x.columns(false)), w.add(x.columns(true))
	r.Geo, r.Spell = w.add(x.geo()), w.add(x.spell())
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return append([]File{{"root", w.packer.pack(out.Bytes())}}, w.files...), nil
}

// neverNull makes lists that are empty lists, for the script to go through.
func (r *root) neverNull() {
	r.Facets, r.Places = append([]Facet{}, r.Facets...), append([]Place{}, r.Places...)
	for i := range r.Facets {
		r.Facets[i].Values = append([]Value{}, r.Facets[i].Values...)
	}
	for i := range r.Places {
		r.Places[i].Postcodes = append([]string{}, r.Places[i].Postcodes...)
	}
}

// fileWriter gathers files, each under the hash of its bytes. Two with the same
// bytes are one.
type fileWriter struct {
	files  []File
	names  map[string]bool
	packer packer
}

func (w *fileWriter) add(body []byte) string {
	packed := w.packer.pack(body)
	name := hashName(packed)
	if w.names == nil {
		w.names = map[string]bool{}
	}
	if !w.names[name] {
		w.names[name] = true
		w.files = append(w.files, File{name, packed})
	}
	return name
}

// hashName is nine bytes of SHA-256, in letters that an address may have.
func hashName(body []byte) string {
	const enough = 9
	sum := sha256.Sum256(body)
	return base64.RawURLEncoding.EncodeToString(sum[:enough])
}

// packer compresses files, one after another with the same tables: making
// those anew for each file would cost more than the compression.
type packer struct{ w *flate.Writer }

// pack compresses a file (RFC 1951, no header), with the magic byte before it.
// What would begin with the magic byte when compressed, and so be taken for
// inflated, is stored as it is instead.
func (p *packer) pack(body []byte) []byte {
	packed := p.compress(body)
	if packed[0] == magic {
		p = &packer{}
		p.w, _ = flate.NewWriter(nil, flate.NoCompression)
		packed = p.compress(body)
	}
	return packed
}

func (p *packer) compress(body []byte) []byte {
	var out bytes.Buffer
	if p.w == nil {
		p.w, _ = flate.NewWriter(&out, flate.BestCompression) // fails only for a level that is none
	} else {
		p.w.Reset(&out)
	}
	_, _ = p.w.Write([]byte{magic}) // a bytes.Buffer never fails
	_, _ = p.w.Write(body)
	_ = p.w.Close()
	return out.Bytes()
}

// termShards cuts the groups into shards of about the same size.
func (x *Index) termShards() [][]group {
	var shards [][]group
	start, size := 0, 0
	for i, g := range x.groups {
		size += len(x.encodeTerms([]group{g}))
		if size >= termShardSize {
			shards = append(shards, x.groups[start:i+1])
			start, size = i+1, 0
		}
	}
	if start < len(x.groups) {
		shards = append(shards, x.groups[start:])
	}
	return shards
}

// bounds are the first and the last form in a shard.
func bounds(shard []group) (lo, hi string) {
	lo = shard[0].forms[0]
	for _, g := range shard {
		hi = max(hi, g.forms[len(g.forms)-1])
	}
	return lo, hi
}

// encodeTerms writes groups one after another: the number of forms; each form
// as how many bytes it shares with the one before, and the rest; the score that
// the highest impact stands for; the number of postings; the gaps between their
// documents; then the impacts.
func (x *Index) encodeTerms(shard []group) []byte {
	var out []byte
	before := ""
	for _, g := range shard {
		out = binary.AppendUvarint(out, uint64(len(g.forms)))
		for _, form := range g.forms {
			same := shared(before, form)
			out = binary.AppendUvarint(out, uint64(same))
			out = binary.AppendUvarint(out, uint64(len(form)-same))
			out = append(out, form[same:]...)
			before = form
		}
		out = binary.BigEndian.AppendUint16(out, x.scale(g.most))
		out = binary.AppendUvarint(out, uint64(len(g.postings)))
		last := uint32(0)
		for _, p := range g.postings {
			out = binary.AppendUvarint(out, uint64(p.doc-last))
			last = p.doc
		}
		out = appendImpacts(out, g.postings)
	}
	return out
}

// appendImpacts writes the high eight bits of all impacts, then the low six of
// all, which compress better apart. The impact of a single posting is the most.
func appendImpacts(out []byte, postings []posting) []byte {
	if len(postings) == 1 {
		return out
	}
	const low = 6
	for _, p := range postings {
		out = append(out, byte(p.impact>>low))
	}
	for _, p := range postings {
		out = append(out, byte(p.impact&(1<<low-1)))
	}
	return out
}

// scale puts the most of a group on a scale of sixteen bits, whose steps are
// equal ratios.
func (x *Index) scale(most float64) uint16 {
	if x.most <= x.least {
		return 0
	}
	return uint16(math.Round(math.Log(most/x.least) / math.Log(x.most/x.least) * math.MaxUint16))
}

func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

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

// geo writes where each document is, in three bytes: twelve bits of latitude
// and twelve of longitude, of the box that holds them all; nought and nought
// for nowhere. Its first 16 bytes are the box: south, west, north and east in
// hundred-thousandths of a degree, each four bytes, the lowest first.
func (x *Index) geo() []byte {
	b := x.box()
	var out []byte
	for _, side := range b {
		out = binary.LittleEndian.AppendUint32(out, uint32(int32(side*1e5)))
	}
	for i := range x.Docs {
		lat, lon := grid(x.Docs[i].Lat, b[0], b[2]), grid(x.Docs[i].Lon, b[1], b[3])
		if x.Docs[i].Lat == 0 {
			lat, lon = 0, 0
		}
		out = append(out, byte(lat>>4), byte(lat<<4)|byte(lon>>8), byte(lon))
	}
	return out
}

// box is the south, west, north and east of all places.
func (x *Index) box() [4]float64 {
	b := [4]float64{90, 180, -90, -180}
	for i := range x.Docs {
		if d := x.Docs[i]; d.Lat != 0 {
			b = [4]float64{min(b[0], d.Lat), min(b[1], d.Lon), max(b[2], d.Lat), max(b[3], d.Lon)}
		}
	}
	return b
}

// grid puts a coordinate on a scale of twelve bits, from 1 to 4095.
func grid(v, from, to float64) uint16 {
	if to <= from {
		return 1
	}
	const steps = 1<<12 - 2
	return 1 + uint16((v-from)/(to-from)*steps+0.5)
}

// spell writes the commonest words, for slips in a first letter, one a line. Of
// two as near the script takes the earlier, so what is about twice as common
// stands before the rest; else they are in the order of the alphabet, which
// compresses best.
func (x *Index) spell() []byte {
	type counted struct {
		form string
		n    int
	}
	var all []counted
	for _, g := range x.groups {
		for _, form := range g.forms {
			const short = 4
			if len(form) >= short {
				all = append(all, counted{form, len(g.postings)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b counted) int { return b.n - a.n })
	all = all[:min(spellWords, len(all))]
	slices.SortStableFunc(all, func(a, b counted) int {
		return cmp.Or(bits.Len(uint(b.n))-bits.Len(uint(a.n)), strings.Compare(a.form, b.form))
	})
	var forms []string
	for _, c := range all {
		forms = append(forms, c.form)
	}
	return []byte(strings.Join(forms, "\n"))
}
