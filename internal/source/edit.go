package source

import (
	"bytes"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

// Front is the front matter of a file and where it stands in it, for whoever
// changes one field and leaves every other byte alone.
type Front struct {
	offer.Node
	Mark       string // the line that opens it: ---, +++, ;;; or {
	Start, End int    // its fields are text[Start:End]; of the four marks only { is among them
	Body       int    // the Markdown is text[Body:]

	text []byte
}

// Matter reads the front matter of a file. Where there are problems it is not
// whole, and nothing should be changed on the strength of it.
func Matter(file string, text []byte) (Front, []offer.Problem) {
	var problems offer.Problems
	doc := cut(file, text, &problems)
	front := Front{Node: doc.matter, text: text}
	if all := problems.All(); len(all) > 0 {
		return front, all
	}
	front.Mark = firstLine(bytes.TrimPrefix(text, mark))
	front.Body = len(text)
	if len(doc.body) > 0 {
		front.Body = lineAt(text, doc.bodyLine)
	}
	front.Start, front.End = bytes.Index(text, []byte(front.Mark)), front.Body
	if front.Mark != "{" {
		front.Start += bytes.IndexByte(text[front.Start:], '\n') + 1
		front.End = LineStart(text, len(bytes.TrimSuffix(text[:front.Body], []byte("\n"))))
	}
	return front, nil
}

// mark is what some editors put before the first character of a file.
var mark = []byte("\ufeff")

// Offset is the byte at which a place stands, or -1 for one that is not in
// the front matter.
func (f *Front) Offset(at offer.Place) int {
	offset := lineAt(f.text, at.Line)
	for range at.Col - 1 {
		_, size := utf8.DecodeRune(f.text[min(offset, len(f.text)):])
		offset += size
	}
	if offset < f.Start || offset >= f.End {
		return -1
	}
	return offset
}

// lineAt is where a line begins, or the end of the text.
func lineAt(text []byte, line int) int {
	at := 0
	for range line - 1 {
		at = LineEnd(text, at)
	}
	return at
}

// LineStart is where the line begins in which a byte stands.
func LineStart(text []byte, at int) int { return bytes.LastIndexByte(text[:at], '\n') + 1 }

// LineEnd is where the next line begins.
func LineEnd(text []byte, at int) int {
	if next := bytes.IndexByte(text[at:], '\n'); next >= 0 {
		return at + next + 1
	}
	return len(text)
}
