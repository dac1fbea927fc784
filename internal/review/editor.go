package review

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// editor gathers the changes to one file. They never overlap.
type editor struct {
	text   []byte
	front  source.Front
	syntax *syntax
	want   record
	edits  []edit
}

// edit puts some words in the place of the bytes from start to end.
type edit struct {
	start, end int
	with       string
}

func (e *editor) put(start, end int, with string) {
	e.edits = append(e.edits, edit{start, end, with})
}

// apply gives the text with all changes made, or nothing where two of them
// overlap after all. Of two at one place, the one asked for first comes first.
func (e *editor) apply() []byte {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	from := 0
	for _, edit := range e.edits {
		if edit.start < from {
			return nil
		}
		out = append(append(out, e.text[from:edit.start]...), edit.with...)
		from = edit.end
	}
	return append(out, e.text[from:]...)
}

// byHand is the answer to a way of writing that this program does not dare to
// change.
func byHand(what string) *offer.Fault {
	return &offer.Fault{What: what, Hint: "change the review in the file yourself, or write it on one line, like reviewed: {on: 2026-10-03, by: Family information team, how: phone, checked: [times, cost]}"}
}

var errLost = byHand("the review is written in a way that cannot be changed safely")

// span is where the value of a field starts and ends. Both are the same where
// nothing is written after the name.
func (e *editor) span(f *offer.Field, braces bool) (start, end int, fault *offer.Fault) {
	after := e.afterName(f)
	if after < 0 {
		return 0, 0, errLost
	}
	start = skipSpaces(e.text, after)
	if e.lineEnds(start, after) {
		if f.Value.Shape == offer.Empty {
			return after, after, nil
		}
		start = e.syntax.skipBlank(e.text, start)
	}
	if start < len(e.text) && f.Value.Shape == offer.Empty && bytes.IndexByte([]byte(",}"), e.text[start]) >= 0 {
		return after, after, nil
	}
	if end = e.syntax.end(e.text, start, braces); end < 0 || end > e.front.End {
		return 0, 0, errLost
	}
	if e.syntax.indents && !braces && !e.whole(f, start, end) {
		return 0, 0, byHand(f.Name + " in the review is written on several lines")
	}
	return start, end, nil
}

// lineEnds reports that nothing but a comment follows on the line.
func (e *editor) lineEnds(at, after int) bool {
	rest := bytes.TrimSpace(e.text[at:lineBreak(e.text, at)])
	return len(rest) == 0 || rest[0] == '#' && e.syntax.comments && at > after
}

// whole reports that bare words end where their line does: YAML lets them run
// on, with the next line's comments among them.
func (e *editor) whole(f *offer.Field, start, end int) bool {
	if f.Value.Shape != offer.Scalar || f.Value.Quoted {
		return true
	}
	return string(e.text[start:end]) == f.Value.Text
}

// afterName is the byte after the colon or equals sign of a field, or -1.
func (e *editor) afterName(f *offer.Field) int {
	at := e.nameEnd(f)
	if at < 0 {
		return -1
	}
	at = skipSpaces(e.text, at)
	if e.syntax == jsonSyntax {
		at = e.syntax.skipBlank(e.text, at)
	}
	if at >= len(e.text) || e.text[at] != e.syntax.sep {
		return -1
	}
	return at + 1
}

// nameEnd is the byte after the name of a field, or -1 where it does not stand
// where it should: there are line ends that only some formats count.
func (e *editor) nameEnd(f *offer.Field) int {
	at := e.front.Offset(f.At)
	switch {
	case at < 0:
		return -1
	case strings.ContainsRune(`"'`, rune(e.text[at])):
		return e.syntax.quotation(e.text, at)
	case bytes.HasPrefix(e.text[at:], []byte(f.Name)):
		return at + len(f.Name)
	}
	return -1
}

// value puts a new value in the place of a field's old one, which write is
// told: "" where there was none.
func (e *editor) value(f *offer.Field, braces bool, write func(old string) string) *offer.Fault {
	start, end, fault := e.span(f, braces)
	if fault != nil {
		return fault
	}
	with := write(string(e.text[start:end]))
	if start == end {
		with = " " + with
	}
	e.put(start, end, with)
	return nil
}

// newline is how the line above a byte ends.
func (e *editor) newline(at int) string {
	if bytes.HasSuffix(e.text[:source.LineEnd(e.text, max(at-1, 0))], []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
