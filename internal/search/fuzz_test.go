package search_test

import (
	"compress/flate"
	"encoding/json"
	"fmt"
	"math/rand/v2"
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

// takenFor has the browser's script take something for a question, and says what
// of it could not be asked: words that are none, values that no filter has, ages
// out of their order.
const takenFor = `(() => {
	const said = %s, q = understand(root, said);
	const known = (f) => ['day', 'when', 'cost'].includes(f.facet) || root.facets.some((x) => x.name === f.facet && x.values.some((v) => v.id === f.value));
	if (JSON.stringify(understand(root, said)) !== JSON.stringify(q)) return 'not the same twice';
	if (q.ages && !(q.ages[0] <= q.ages[1])) return 'ages ' + q.ages;
	if (q.place && !root.places.includes(q.place)) return 'a place that is none';
	const filter = q.filters.find((f) => !known(f));
	if (filter) return 'the filter ' + JSON.stringify(filter);
	return [...q.q, ...q.soft, ...q.meant].some((w) => typeof w !== 'string' || !w) ? 'a word that is none' : '';
})()`

func checkTaken(t *testing.T, s *search.Session, query string) {
	t.Helper()
	defer hostile.Watch(len(query))()
	typed, err := json.Marshal(query)
	if err != nil {
		t.Fatal(err)
	}
	var wrong string
	if err := s.Call(fmt.Sprintf(takenFor, typed), &wrong); err != nil || wrong != "" {
		t.Errorf("%q is taken for %s, %v", query, wrong, err)
	}
}

// FuzzQuery asks what the browser's script takes anything at all for.
func FuzzQuery(f *testing.F) {
	s := demonstration().newSession(f)
	f.Fuzz(func(t *testing.T, query string) { checkTaken(t, s, query) })
}

// A fuzzer measures the interpreter as well, and tries few questions in a minute.
// So hundreds are put together here, of what the script looks for.
func TestWhateverIsAskedIsTakenForAQuestion(t *testing.T) {
	s := demonstration().newSession(t)
	parts := append(strings.Fields("swim 7 12 99 to - – years old yo aged age ME4 me4 4aa ME near me in Chatham chatham saturday mondays weekend free school holidays half term post 16 1 to 1 "+
		"autism deaf respite ehcp send the my son can't can’t ' \" ( [ * + ? \\ $& __proto__ constructor toString <b> &amp; 帮助 é e\u0301 \u202e \ue000 \ue001 0 00 007 1e9 NaN null"),
		" ", "  ", "\t", "\n", "\u00a0", "", "\x00", "🏊")
	r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // the same every time is the point
	for range fewer(600) {
		var query strings.Builder
		for range 1 + r.IntN(9) {
			query.WriteString(parts[r.IntN(len(parts))])
			query.WriteString([]string{" ", " ", " ", "", ",", "-"}[r.IntN(6)])
		}
		checkTaken(t, s, query.String())
	}
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
