package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestAProblemIsPrintedWithItsPlaceAndHint(t *testing.T) {
	at := offer.Place{File: "content/activities/splash.md", Line: 7, Col: 9}
	tests := []struct {
		problem offer.Problem
		want    string
	}{
		{offer.Problem{Place: at, What: "ages 12-5 run backwards", Hint: "write the younger age first: ages: 5-12"},
			"content/activities/splash.md:7:9: ages 12-5 run backwards\n  hint: write the younger age first: ages: 5-12"},
		{offer.Problem{Place: at, What: "long sentence", Advice: true}, "content/activities/splash.md:7:9: advice: long sentence"},
		{offer.Problem{Place: offer.Place{File: "config.toml", Line: 3}, What: "no label"}, "config.toml:3: no label"},
		{offer.Problem{Place: offer.Place{File: "content/a.md"}, What: "cannot be read"}, "content/a.md: cannot be read"},
	}
	for _, test := range tests {
		if got := test.problem.String(); got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}

func TestProblemsComeOnceEachInTheOrderOfTheFiles(t *testing.T) {
	var p offer.Problems
	add := func(file string, line, col int, what string) {
		p.Add(offer.Place{File: file, Line: line, Col: col}, what, "")
	}
	add("b.md", 1, 1, "six")
	add("a.md", 10, 1, "five")
	add("a.md", 2, 9, "four")
	add("a.md", 2, 1, "three")
	add("a.md", 2, 1, "another")
	p.Join([]offer.Problem{{Place: offer.Place{File: "a.md"}, What: "one"}})
	add("a.md", 2, 1, "three")
	var got []string
	for _, problem := range p.All() {
		got = append(got, problem.What)
	}
	if want := "one another three four five six"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
	var none offer.Problems
	if len(none.All()) != 0 {
		t.Error("nothing was wrong, and there are problems")
	}
}

func TestAdviceIsMarkedAndAProblemIsNot(t *testing.T) {
	var p offer.Problems
	p.Add(offer.Place{File: "a.md"}, "a", "")
	p.Advise(offer.Place{File: "b.md"}, "b", "")
	if all := p.All(); all[0].Advice || !all[1].Advice {
		t.Errorf("got %+v", all)
	}
}

// A problem may quote what an editor wrote. What prints it (a terminal, a log
// that reads commands from its lines) must be shown one line and no controls.
func TestAProblemIsOneLineWhateverItQuotes(t *testing.T) {
	var p offer.Problems
	p.Add(offer.Place{File: "a.md"}, "“x\n::error::\x1b[31m\u2028y\r\x07” is not a tier", "write\nit")
	p.Advise(offer.Place{File: "b.md"}, "tab\there", "nul\x00")
	for _, problem := range p.All() {
		if strings.ContainsAny(problem.What+problem.Hint, "\n\r\x1b\x07\u2028\t\x00") {
			t.Errorf("got %q, %q", problem.What, problem.Hint)
		}
	}
	var long offer.Problems
	long.Add(offer.Place{File: "a.md"}, strings.Repeat("é", 5000), strings.Repeat("é", 5000))
	if p := long.All()[0]; len(p.What) > 1000 || len(p.Hint) > 1000 || !strings.HasSuffix(p.What, "é…") {
		t.Errorf("a problem of %d and %d bytes", len(p.What), len(p.Hint))
	}
}
