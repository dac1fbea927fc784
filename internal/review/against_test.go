package review_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/review"
)

// swims are files with a review in each, and other words below it.
func swims(words string, reviews ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i, r := range reviews {
		name := fmt.Sprintf("content/activities/swim-%d.md", i)
		files[name] = &fstest.MapFile{Data: []byte("---\ntitle: Swim\nreviewed: " + r + "\nowner: SEND team\n---\n" + words)}
	}
	return files
}

func TestWhatOnlyMovesIsPointedOut(t *testing.T) {
	many := func(r string) []string { return strings.Split(strings.Repeat(r+"\n", 5), "\n")[:5] }
	const old = "{on: 2026-03-02, by: SEND team, how: phone, checked: [times, cost]}"
	tests := []struct {
		name          string
		before, after fstest.MapFS
		summary       string
		told          []string
	}{
		{"nothing", swims("", old), swims("", old), "no review was moved", nil},
		{"words only", swims("Come.", old), swims("Go.", old), "no review was moved", nil},
		{"a date, and other words", swims("Come.", old), swims("Go.", strings.Replace(old, "03-02", "11-20", 1)), "1 review was moved", nil},
		{"a date, and another way", swims("", old), swims("", "{on: 2026-11-20, by: SEND team, how: visit, checked: [times, cost]}"), "1 review was moved", nil},
		{"a date alone", swims("", old), swims("", strings.Replace(old, "03-02", "11-20", 1)), "1 review was moved; in 1 file nothing else changed: content/activities/swim-0.md", nil},
		{"many dates alone", swims("", many(old)...), swims("", many(strings.Replace(old, "03-02", "11-20", 1))...),
			"5 reviews were moved; in 5 files nothing else changed: content/activities/swim-0.md, content/activities/swim-1.md, content/activities/swim-2.md, content/activities/swim-3.md and content/activities/swim-4.md",
			[]string{"content/activities/swim-0.md:3:1: the reviews of 5 pages were moved to 20 November 2026, and nothing else in them: content/activities/swim-0.md, content/activities/swim-1.md, content/activities/swim-2.md, content/activities/swim-3.md and content/activities/swim-4.md"}},
		{"a date with no way", swims("", "{on: 2026-03-02}"), swims("Go.", "{on: 2026-11-20}"), "1 review was moved",
			[]string{"content/activities/swim-0.md:3:1: the day of this review was moved from 2 March 2026 to 20 November 2026, and it does not say how anything was checked"}},
		{"what was checked before is forgotten", swims("", old), swims("", "{on: 2026-11-20, how: phone, checked: [times]}"), "1 review was moved",
			[]string{"content/activities/swim-0.md:3:1: this review does not say any more when cost was last checked; earlier: {cost: 2026-03-02}"}},
		{"what was checked before is kept", swims("", old), swims("", "{on: 2026-11-20, how: phone, checked: [times], earlier: {cost: 2026-03-02}}"), "1 review was moved", nil},
		{"a page that was checked as a whole", swims("", "{on: 2026-03-02, how: phone}"), swims("", "{on: 2026-11-20, how: phone, checked: [times]}"), "1 review was moved",
			[]string{"content/activities/swim-0.md:3:1: this review does not say any more when everything-else was last checked; earlier: {everything-else: 2026-03-02}"}},
		{"a new file", swims(""), swims("", old), "no review was moved", nil},
		{"a file that is gone", swims("", old), swims(""), "no review was moved", nil},
		{"a first review", swims("", ""), swims("", old), "no review was moved", nil},
		{"a file that cannot be read", swims("", old), swims("", `"`), "no review was moved", nil},
	}
	for _, test := range tests {
		moves, err := review.Against(test.before, test.after)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, p := range review.MovedProblems(moves) {
			text := p.Place.String() + ": " + p.What
			if _, add, found := strings.Cut(p.Hint, "add to it: "); found {
				text += "; " + add
			}
			told = append(told, text)
			if !p.Advice || p.Hint == "" {
				t.Errorf("%s: %+v stops a build, or has no hint", test.name, p)
			}
		}
		if got := review.MovedSummary(moves); got != test.summary || strings.Join(told, "\n") != strings.Join(test.told, "\n") {
			t.Errorf("%s:\n got %s\n     %q\nwant %s\n     %q", test.name, got, told, test.summary, test.told)
		}
	}
}

// A stamp is never what it warns of.
func TestAStampForgetsNothing(t *testing.T) {
	for _, s := range shapes {
		old := []byte(s.above + s.was + s.below)
		text, problems := review.Stamp("f.md", old, s.review())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		files := func(text []byte) fstest.MapFS { return fstest.MapFS{"content/terms/f.md": {Data: text}} }
		moves, err := review.Against(files(old), files(text))
		if got := review.MovedProblems(moves); err != nil || len(got) > 0 {
			t.Errorf("%s: %v, %v", s.name, got, err)
		}
	}
}
