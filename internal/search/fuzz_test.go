package search_test

import (
	"compress/flate"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/search"
)

// FuzzSynonyms reads any text as what families call things. Whatever it says,
// the words of a page are searched with no more than it offers.
func FuzzSynonyms(f *testing.F) {
	f.Fuzz(func(t *testing.T, list []byte, words string) {
		defer hostile.Watch(len(list) + len(words))()
		s, problems := search.ParseSynonyms(list)
		hostile.Places(t, search.SynonymsFile, list, problems)
		for line := range strings.SplitSeq(strings.TrimPrefix(s.For(words), "\n"), "\n") {
			if line != "" && !strings.Contains(strings.ReplaceAll(strings.ToLower(string(list)), "’", "'"), line) {
				t.Errorf("beside %q stands %q, which is not in %q", words, line, list)
			}
		}
		for said, meant := range s.Aliases() {
			if said == "" || meant == "" || said == meant {
				t.Errorf("%q: %q stands for %q", list, said, meant)
			}
		}
	})
}

// FuzzSearchTests reads any text as the questions that a site must answer. What
// was accepted, written out again, asks the same.
func FuzzSearchTests(f *testing.F) {
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		tests, problems := search.ParseTests(text)
		hostile.Places(t, search.TestsFile, text, problems)
		again, problems := search.ParseTests([]byte(written(tests)))
		if len(problems) > 0 || written(again) != written(tests) {
			t.Errorf("%q is read as %+v, and that as %+v with %v", text, tests, again, problems)
		}
	})
}

func written(tests []search.Test) string {
	var b strings.Builder
	for _, test := range tests {
		b.WriteString("ask: " + test.Ask + "\n")
		for _, slug := range test.Find {
			b.WriteString("find: " + slug + "\n")
		}
		for _, slug := range test.Never {
			b.WriteString("never: " + slug + "\n")
		}
	}
	return b.String()
}

// FuzzQuery has the browser's script take anything at all for a question. What it
// makes of it can be asked: words of the question or the vocabulary, values that
// filters have, ages in their order.
func FuzzQuery(f *testing.F) {
	c := demonstration()
	s := c.newSession(f)
	const ask = `(() => {
	const said = %s, q = understand(root, said);
	const known = (f) => ['day', 'when', 'cost'].includes(f.facet) || root.facets.some((x) => x.name === f.facet && x.values.some((v) => v.id === f.value));
	if (JSON.stringify(understand(root, said)) !== JSON.stringify(q)) return 'not the same twice';
	if (q.ages && !(q.ages[0] <= q.ages[1])) return 'ages ' + q.ages;
	if (q.place && !root.places.includes(q.place)) return 'a place that is none';
	const filter = q.filters.find((f) => !known(f));
	if (filter) return 'the filter ' + JSON.stringify(filter);
	return [...q.q, ...q.soft, ...q.meant].some((w) => typeof w !== 'string' || !w) ? 'a word that is none' : '';
})()`
	f.Fuzz(func(t *testing.T, query string) {
		defer hostile.Watch(len(query))()
		typed, err := json.Marshal(query)
		if err != nil {
			t.Fatal(err)
		}
		var wrong string
		if err := s.Call(fmt.Sprintf(ask, typed), &wrong); err != nil || wrong != "" {
			t.Errorf("%q is taken for %s, %v", query, wrong, err)
		}
	})
}

// FuzzAnswer asks the demonstration anything at all, with the browser's script.
// Every question has an answer, the same one twice, and no result is there twice.
func FuzzAnswer(f *testing.F) {
	c := demonstration()
	r, err := search.NewReader(c.script, c.files, "2026-11-21")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query string) {
		defer hostile.Watch(len(query))()
		const most = 50
		a, err := r.Ask(query, most)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Results) != min(a.Total, most) {
			t.Errorf("%q: %d results of %d", query, len(a.Results), a.Total)
		}
		seen := map[string]bool{}
		for _, result := range a.Results {
			if seen[result.URL] || result.Title == "" || !strings.HasPrefix(result.URL, "/") {
				t.Errorf("%q finds %+v", query, result)
			}
			seen[result.URL] = true
		}
		if b, err := r.Ask(query, most); err != nil || !slices.EqualFunc(a.Results, b.Results, func(a, b search.Result) bool { return a.URL == b.URL }) {
			t.Errorf("%q finds something else the second time: %v", query, err)
		}
	})
}

// FuzzIndex puts any bytes in the place of one file of the index, as a transfer
// that broke off or a cache that mixes two sites may. The reader ends, with an
// answer or an error: it never loops, and the program never falls over.
func FuzzIndex(f *testing.F) {
	c := demonstration()
	f.Fuzz(func(t *testing.T, which uint16, body []byte, query string) {
		defer hostile.Watch(len(body))()
		if !utf8.ValidString(query) || len(query) > 100 {
			return
		}
		files := slices.Clone(c.files)
		i := int(which) % len(files)
		files[i].Body = deflated(t, append([]byte{'L'}, body...), flate.BestSpeed) // with the first byte that every file has
		r, err := search.NewReader(c.script, files, "2026-11-21")
		if err != nil {
			return // the file that all others hang on
		}
		if a, err := r.Ask(query, 3); err == nil && a.Total < 0 {
			t.Errorf("%s: %+v", files[i].Name, a)
		}
	})
}
