package source

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
)

// What is pasted from elsewhere, or typed as one would elsewhere, and is plain
// words to Markdown.

// unspaced is a heading with no space behind its marks.
var unspaced = regexp.MustCompile(`^(#{2,6})([^#\s].*)$`)

// bulleted is an item of a list as word processors copy it.
var bulleted = regexp.MustCompile(`^[•·▪◦●○‣\x{f0b7}]\s*\S`)

// paragraph reports lines that were meant to be headings and lists. Published, the
// marks would stand in the midst of the words.
func (c *checker) paragraph(n *ast.Paragraph) {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimSpace(segment.Value(c.src))
		at := placeIn(c.file, c.src, segment.Start, c.line)
		switch m := unspaced.FindSubmatch(line); {
		case m != nil:
			c.problems.Add(at, "there is no space behind the "+string(m[1])+", so this is no heading", "write "+string(m[1])+" "+string(m[2]))
		case bulleted.Match(line):
			c.problems.Add(at, "this looks like a list, and would be shown as one paragraph", "begin each item of it on a line of its own with a hyphen and a space: - Bring a towel")
			return
		}
	}
}
