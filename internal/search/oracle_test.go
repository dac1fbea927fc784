package search_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/localoffer/localoffer/internal/search"
)

// oracle is a real bleve index of the same documents: scorch, in one segment.
type oracle struct {
	bleve  bleve.Index
	corpus *corpus
}

func newOracle(t *testing.T, c *corpus) *oracle {
	t.Helper()
	text := mapping.NewTextFieldMapping()
	text.Analyzer, text.Store, text.IncludeInAll, text.IncludeTermVectors, text.DocValues = en.AnalyzerName, false, false, false, false
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.DefaultMapping = mapping.NewDocumentStaticMapping()
	for _, name := range search.FieldNames {
		m.DefaultMapping.AddFieldMappingsAt(name, text)
	}
	b, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	batch := b.NewBatch()
	for i := range c.index.Docs {
		if err := batch.Index(strconv.Itoa(i), searched(c, i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Batch(batch); err != nil {
		t.Fatal(err)
	}
	return &oracle{b, c}
}

// ask gives the score of every document that has at least so many of the
// roots, times the weight of its kind, of which bleve knows nothing.
func (o *oracle) ask(t *testing.T, roots []string, least int) map[int]float64 {
	t.Helper()
	words := make([]query.Query, len(roots))
	for i, root := range roots {
		fields := make([]query.Query, search.Fields)
		for f, name := range search.FieldNames {
			q := query.NewTermQuery(root)
			q.SetField(name)
			q.SetBoost(search.Boosts[f])
			fields[f] = q
		}
		words[i] = query.NewDisjunctionQuery(fields)
	}
	var q query.Query = query.NewConjunctionQuery(words)
	if least < len(words) {
		some := query.NewDisjunctionQuery(words)
		some.SetMin(float64(least))
		q = some
	}
	found, err := o.bleve.Search(bleve.NewSearchRequestOptions(q, len(o.corpus.index.Docs), 0, false))
	if err != nil {
		t.Fatal(err)
	}
	scores := map[int]float64{}
	for _, hit := range found.Hits {
		doc, _ := strconv.Atoi(hit.ID) // our own number
		scores[doc] = hit.Score * o.corpus.index.Docs[doc].Weight
	}
	return scores
}

// tally is how far two rankings agree.
type tally struct {
	queries, relaxed, first, same int
	totals                        []string
	skew                          float64 // the most that two scores differ, in the first ten
}

const firstTen = 10

// compare puts our answer beside bleve's. Where bleve's tenth has the same
// score as others, any of them will do.
func (y *tally) compare(said string, ours search.Found, theirs map[int]float64) {
	y.queries++
	if len(ours.Docs) != len(theirs) {
		y.totals = append(y.totals, fmt.Sprintf("%s: %d, bleve %d", said, len(ours.Docs), len(theirs)))
		return
	}
	if ours.Relaxed {
		y.relaxed++
	}
	docs := make([]int, 0, len(theirs))
	for doc := range theirs {
		docs = append(docs, doc)
	}
	slices.SortFunc(docs, func(a, b int) int { return cmp.Compare(theirs[b], theirs[a]) })
	n := min(firstTen, len(docs))
	const equal = 1 - 1e-9
	for i := range n {
		y.first++
		if theirs[ours.Docs[i]] >= theirs[docs[n-1]]*equal {
			y.same++
		}
		ratio := (ours.Scores[i] / ours.Scores[0]) / (theirs[ours.Docs[i]] / theirs[ours.Docs[0]])
		y.skew = max(y.skew, math.Abs(ratio-1))
	}
}

// known are the words of an index that have one root, and their roots.
func known(c *corpus) (words []string, roots map[string]string) {
	forms := c.index.Forms()
	roots = map[string]string{}
	for form, groups := range forms {
		if len(groups) == 1 {
			roots[form] = c.index.Root(groups[0])
			words = append(words, form)
		}
	}
	slices.Sort(words)
	return words, roots
}

// TestTheFilesAgreeWithBleve asks the published files, with the browser's own
// script, and a real bleve index of the same documents.
func TestTheFilesAgreeWithBleve(t *testing.T) {
	long(t)
	t.Parallel()
	for name, c := range map[string]func() *corpus{"demonstration": demonstration, "a thousand": thousand} {
		t.Run(name, func(t *testing.T) {
			c := c()
			o, s := newOracle(t, c), c.newSession(t)
			t.Parallel()
			queries := fewer(300)
			words, roots := known(c)
			r := rand.New(rand.NewPCG(3, 6)) //nolint:gosec // the same every time is the point
			y, a := &tally{}, must(search.NewAnalyser("en-GB"))
			for y.queries < queries {
				picked := pick(r, c, a, words, 1+y.queries%3)
				said := strings.Join(picked, " ")
				ours, err := s.Ask(said, true)
				if err != nil {
					t.Fatal(err)
				}
				if len(picked) == 0 || !ours.Plain || !slices.Equal(ours.Words, picked) {
					continue
				}
				y.compare(said, ours, o.best(t, picked, roots))
			}
			t.Logf("%d words; %d queries, %d of them relaxed; %d of the first ten, %d the same (%.2f%%); scores within %.2f%%",
				len(words), y.queries, y.relaxed, y.first, y.same, 100*float64(y.same)/float64(y.first), 100*y.skew)
			for _, differs := range y.totals {
				t.Errorf("another total for %s", differs)
			}
			const share = 0.99
			if float64(y.same) < share*float64(y.first) {
				t.Errorf("%d of %d of the first ten are bleve's, want 99%%", y.same, y.first)
			}
			const near = 0.05 // a small share of a high score has few bits
			if y.skew > near {
				t.Errorf("a score is %.2f%% from bleve's", 100*y.skew)
			}
		})
	}
}

// best asks bleve for all of the words, then for ever fewer.
func (o *oracle) best(t *testing.T, words []string, roots map[string]string) map[int]float64 {
	t.Helper()
	asked := make([]string, len(words))
	for i, w := range words {
		asked[i] = roots[w]
	}
	for least := len(asked); least > 0; least-- {
		if found := o.ask(t, asked, least); len(found) > 0 {
			return found
		}
	}
	return nil
}

// pick takes words at random: half the time out of one document, so that all of
// them are somewhere, and half the time out of all.
func pick(r *rand.Rand, c *corpus, a *search.Analyser, words []string, n int) []string {
	from := words
	if r.IntN(2) == 0 {
		fields := searched(c, r.IntN(len(c.index.Docs)))
		var own []string
		for _, name := range search.FieldNames {
			_, forms := a.Words(fields[name].(string))
			own = append(own, forms...)
		}
		from = slices.DeleteFunc(own, func(w string) bool { _, is := slices.BinarySearch(words, w); return !is })
	}
	var picked []string
	for range n {
		if len(from) == 0 {
			return nil
		}
		w := from[r.IntN(len(from))]
		if slices.Contains(picked, w) {
			return nil
		}
		picked = append(picked, w)
	}
	return picked
}
