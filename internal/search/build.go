package search

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/scorer"
	index "github.com/blevesearch/bleve_index_api"
)

// group is the words of one root and the documents that hold any of them.
type group struct {
	root     string
	forms    []string // in the order of the alphabet
	postings []posting
	most     float64 // what the impact maxImpact stands for
}

// posting is one document and how much the root counts in it.
type posting struct {
	doc    uint32
	impact uint16
}

// maxImpact is the most that a posting can count: impacts have fourteen bits.
const maxImpact = 1<<14 - 1

// occurrence is a root in one field of one document.
type occurrence struct {
	doc   uint32
	field uint8
	count uint16
}

// Build inverts documents. They are numbered in the order of their Sort, so
// that what is alike stands together and the facet columns compress well.
func Build(docs []Doc, facets []Facet, a *Analyser, synonyms *Synonyms) *Index {
	slices.SortFunc(docs, func(a, b Doc) int {
		return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.URL, b.URL))
	})
	x := &Index{Docs: docs, Facets: facets, stop: a.stop, unclear: a.unclear}
	v := newInverter(a)
	for i := range docs {
		v.add(uint32(i), &docs[i], synonyms)
	}
	v.groups(x)
	return x
}

type inverter struct {
	analyser *Analyser
	found    map[string][]occurrence
	lengths  [fieldCount][]int // words in the field of each document
	distinct [fieldCount]int   // distinct roots in the field, over all documents
	counts   map[string]uint16 // of one field of one document, used again for each
}

func newInverter(a *Analyser) *inverter {
	return &inverter{analyser: a, found: map[string][]occurrence{}, counts: map[string]uint16{}}
}

func (v *inverter) add(doc uint32, d *Doc, synonyms *Synonyms) {
	fields := d.Fields
	fields[FieldAlso] += synonyms.For(fields[FieldTitle] + "\n" + fields[FieldAlso] + "\n" + fields[FieldSummary])
	for f, text := range fields {
		words := v.analyser.words(text)
		v.lengths[f] = append(v.lengths[f], len(words))
		clear(v.counts)
		for _, w := range words {
			if v.counts[w.root] < math.MaxUint16 {
				v.counts[w.root]++
			}
		}
		for root, count := range v.counts {
			v.found[root] = append(v.found[root], occurrence{doc, uint8(f), count})
		}
	}
}

// groups scores every occurrence and puts the groups into the index, in the
// order of their first forms.
func (v *inverter) groups(x *Index) {
	roots, forms := slices.Sorted(maps.Keys(v.found)), v.analyser.forms()
	for _, root := range roots {
		seen := [fieldCount]bool{}
		for _, o := range v.found[root] {
			if !seen[o.field] {
				seen[o.field] = true
				v.distinct[o.field]++
			}
		}
	}
	groups := make([]group, len(roots))
	x.least, x.most = math.Inf(1), 0
	for i, root := range roots {
		occurrences := v.found[root]
		slices.SortFunc(occurrences, func(a, b occurrence) int {
			return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.field, b.field))
		})
		groups[i] = group{root: root, forms: forms[root]}
		postings, scores := v.score(root, occurrences, x.Docs)
		most := slices.Max(scores)
		for j := range postings {
			postings[j].impact = impact(scores[j] / most)
		}
		groups[i].postings, groups[i].most = postings, most
		x.least, x.most = min(x.least, most), max(x.most, most)
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(strings.Compare(a.forms[0], b.forms[0]), strings.Compare(a.root, b.root))
	})
	x.groups = groups
}

// impact puts a score, as a share of the group's most, on a scale of fourteen
// bits: fine enough for the first ten to be those of bleve. No posting counts
// nothing.
func impact(share float64) uint16 {
	return max(1, uint16(math.Round(share*maxImpact)))
}

// score gives, for each document with a root, what bleve would for the query
// "the root in any field": for each field BM25 times the field's weight, added
// up, times the share of the fields that hold it. In a query that asks for all
// its words these add up, so each can be worked out beforehand. The weight of
// the document's kind is ours.
func (v *inverter) score(root string, occurrences []occurrence, docs []Doc) ([]posting, []float64) {
	var scorers [fieldCount]*scorer.TermQueryScorer
	for f := range fieldCount {
		with := 0
		for _, o := range occurrences {
			if int(o.field) == f {
				with++
			}
		}
		average := math.Ceil(float64(v.distinct[f]) / float64(len(docs)))
		scorers[f] = scorer.NewTermQueryScorer([]byte(root), FieldNames[f], Boosts[f], uint64(len(docs)), uint64(with), average, search.SearcherOptions{})
		scorers[f].SetQueryNorm(1)
	}
	ctx := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(1, 0)}
	var postings []posting
	var scores []float64
	match := &index.TermFieldDoc{}
	for i := 0; i < len(occurrences); {
		doc, sum, fields := occurrences[i].doc, 0.0, 0
		for ; i < len(occurrences) && occurrences[i].doc == doc; i++ {
			o := occurrences[i]
			match.Freq = uint64(o.count)
			match.Norm = float64(float32(1 / math.Sqrt(float64(v.lengths[o.field][doc]))))
			hit := scorers[o.field].Score(ctx, match)
			sum += hit.Score
			ctx.DocumentMatchPool.Put(hit)
			fields++
		}
		postings = append(postings, posting{doc: doc})
		scores = append(scores, sum*float64(fields)/float64(fieldCount)*docs[doc].Weight)
	}
	return postings, scores
}
