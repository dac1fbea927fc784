package offer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Place is a point in a source file. Line and Col count from 1; Col counts
// characters, as an editor's status bar does. A zero Line is the whole file.
type Place struct {
	File string
	Line int
	Col  int
}

// String gives the form that editors and terminals make clickable.
func (p Place) String() string {
	file := OneLine(p.File) // a name may have any letter in it
	switch {
	case p.Line == 0:
		return file
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", file, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, p.Col)
}

// Problem is something wrong in the content, said to the person who can mend
// it. Advice does not stop a build unless the editor asks for --strict.
type Problem struct {
	Place
	What   string
	Hint   string
	Advice bool
}

// String is the problem as the terminal prints it: one line, and a hint below.
func (p Problem) String() string {
	text := p.Place.String() + ": " + p.What
	if p.Advice {
		text = p.Place.String() + ": advice: " + p.What
	}
	if p.Hint != "" {
		text += "\n  hint: " + p.Hint
	}
	return text
}

// Reported are the files in which there is a problem that stops a build.
func Reported(problems []Problem) map[string]bool {
	files := map[string]bool{}
	for _, p := range problems {
		if !p.Advice {
			files[p.File] = true
		}
	}
	return files
}

// NewProblem is a problem in one line of words each, whatever they quote.
func NewProblem(at Place, what, hint string) Problem {
	return Problem{Place: at, What: OneLine(what), Hint: OneLine(hint)}
}

// Problems collects. Its zero value is ready.
type Problems struct{ list []Problem }

// Add records one problem at a place.
func (ps *Problems) Add(at Place, what, hint string) {
	ps.list = append(ps.list, NewProblem(at, what, hint))
}

// Advise records something worth mending that does not stop a build.
func (ps *Problems) Advise(at Place, what, hint string) {
	ps.list = append(ps.list, Problem{Place: at, What: OneLine(what), Hint: OneLine(hint), Advice: true})
}

// OneLine keeps what is quoted from breaking its line, for a terminal and a log that
// reads commands from lines must see neither, and from going on for pages.
func OneLine(s string) string {
	const most = 400
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return logCommands.Replace(strings.Map(func(r rune) rune {
		if unseen(r) {
			return ' '
		}
		return r
	}, s))
}

// logCommands breaks up what pipelines take for a command wherever it stands in a
// line of a log: Azure's, and GitHub's older ones.
var logCommands = strings.NewReplacer("##vso[", "## vso[", "##[", "## [")

// Unseen reports that there is a letter in a text which breaks its line,
// commands a terminal, or turns the words behind it around (Unicode's
// bidirectional controls), so that what is read is not what is there.
func Unseen(s string) bool { return strings.ContainsFunc(s, unseen) }

func unseen(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Join takes in what another stage found.
func (ps *Problems) Join(more []Problem) { ps.list = append(ps.list, more...) }

// All gives every problem once, in the order of files, lines and columns.
func (ps *Problems) All() []Problem {
	out := slices.Clone(ps.list)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col),
			strings.Compare(a.What, b.What),
		)
	})
	return slices.Compact(out)
}
