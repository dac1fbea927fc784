package search

import (
	"slices"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// TestsFile is the search tests of a site, below content/: what families ask,
// and what they must find. A # begins a remark; an empty line ends a test.
//
//	ask: respite
//	find: guides/what-are-short-breaks
//	never: activities/teen-gaming-night
const TestsFile = "content/search-tests.txt"

// firstThree is how far down a family looks.
const firstThree = 3

// Test is one query, the entries that must be among its first three results,
// and those that must not be among them at all.
type Test struct {
	Ask   string
	Find  []string
	Never []string
	At    offer.Place
}

// ParseTests reads the search tests of a site.
func ParseTests(text []byte) ([]Test, []offer.Problem) {
	var tests []Test
	var problems offer.Problems
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		at := offer.Place{File: TestsFile, Line: n, Col: 1}
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch {
		case value == "" || !slices.Contains(testNames, name):
			problems.Add(at, "this line is not part of a search test", "begin it with ask:, find: or never:, then say what")
		case name == "ask":
			tests = append(tests, Test{Ask: value, At: at})
		case len(tests) == 0:
			problems.Add(at, "there is no question above this line", "begin with a line like ask: respite")
		case name == "find":
			tests[len(tests)-1].Find = append(tests[len(tests)-1].Find, slugs(value)...)
		default:
			tests[len(tests)-1].Never = append(tests[len(tests)-1].Never, slugs(value)...)
		}
	}
	return tests, problems.All()
}

var testNames = []string{"ask", "find", "never"}

func slugs(value string) []string {
	var out []string
	for part := range strings.SplitSeq(value, ",") {
		part = strings.TrimFunc(part, func(r rune) bool { return r == '/' || unicode.IsSpace(r) })
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Run asks the published index every question, and reports what families would
// not find. The prefix stands before the site's addresses.
func (r *Reader) Run(tests []Test, prefix string) ([]offer.Problem, error) {
	var problems offer.Problems
	const all = 1000
	for _, t := range tests {
		a, err := r.Ask(t.Ask, all)
		if err != nil {
			return nil, err
		}
		for _, slug := range t.Find {
			if !among(a.Results[:min(firstThree, len(a.Results))], prefix, slug) {
				problems.Add(t.At, "“"+t.Ask+"” does not find "+slug+" among the first three; it finds "+titles(a.Results), "add the words that families use to its also:, or to "+SynonymsFile)
			}
		}
		for _, slug := range t.Never {
			if among(a.Results, prefix, slug) {
				problems.Add(t.At, "“"+t.Ask+"” finds "+slug+", and should not", "take the word out of its also: or its summary, or mend its ages and needs")
			}
		}
	}
	return problems.All(), nil
}

// among reports that an entry is one of the results: by its folder and slug, or
// by its slug alone.
func among(results []Result, prefix, slug string) bool {
	return slices.ContainsFunc(results, func(r Result) bool {
		url := strings.Trim(strings.TrimPrefix(r.URL, prefix), "/")
		return url == slug || strings.HasSuffix(url, "/"+slug)
	})
}

func titles(results []Result) string {
	if len(results) == 0 {
		return "nothing"
	}
	var names []string
	for _, r := range results[:min(firstThree, len(results))] {
		names = append(names, r.Title)
	}
	return strings.Join(names, "; ")
}
