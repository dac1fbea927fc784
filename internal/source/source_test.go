package source_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// settings is a site with one vocabulary of each shape.
var settings = &offer.Settings{
	BaseURL: "https://example.org/local-offer/",
	Vocabularies: []offer.Vocabulary{
		{Field: "needs", Title: "Needs", Shape: offer.ShapeMany, Kinds: []string{"activity"}, All: "All needs", Values: []offer.Value{{ID: "autism", Label: "Autism"}, {ID: "deaf", Label: "Deaf"}}},
		{Field: "tier", Title: "Tier", Shape: offer.ShapeOne, Kinds: []string{"activity"}, Values: []offer.Value{{ID: "universal", Label: "Just go"}}},
		{Field: "support", Title: "Support", Shape: offer.ShapeAnswers, Kinds: []string{"activity"}, Values: []offer.Value{{ID: "one-to-one", Label: "One to one"}}},
	},
}

// readFile puts one text in a folder and reads it.
func readFile(folder, text string) (*offer.Entry, []offer.Problem) {
	file := "content/" + folder + "/an-entry.md"
	return source.ReadFile(fstest.MapFS{file: {Data: []byte(text)}}, file, settings)
}

// told are the problems as "line:col: what".
func told(problems []offer.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%d:%d: %s", p.Line, p.Col, p.What))
	}
	return lines
}

// A term is the simplest kind of entry; its front matter is five lines, the
// empty line is the sixth and its words begin on the seventh.
const termMatter = `---
title: Portage
summary: Home visits for very young children.
owner: Family information team
reviewed: {on: 2026-10-03}
---
`

// is tells that the problems of one text in content/terms are the wanted ones.
func is(t *testing.T, name, text string, want ...string) []offer.Problem {
	t.Helper()
	_, problems := readFile("terms", text)
	if got := told(problems); !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", name, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	for _, p := range problems {
		if p.Hint == "" {
			t.Errorf("%s: %q says nothing about what to do", name, p.What)
		}
		checkPlain(t, p)
	}
	return problems
}

// checkPlain tells that a problem is in an editor's words.
func checkPlain(t *testing.T, p offer.Problem) {
	t.Helper()
	for _, jargon := range []string{"unmarshal", "yaml:", "json:", "toml:", "token", "offset", "EOF", "struct", "interface", "goldmark", "panic", "invalid character", "!!"} {
		if strings.Contains(p.What, jargon) {
			t.Errorf("%q has the programmer's word %q in it", p.What, jargon)
		}
	}
}
