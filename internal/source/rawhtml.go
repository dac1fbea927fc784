package source

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// rawHTML reports tags, which are never published. A comment to other editors
// is left out in silence.
func (c *checker) rawHTML(n ast.Node) {
	var lines *text.Segments
	if block, ok := n.(*ast.HTMLBlock); ok {
		lines = block.Lines()
	} else if inline, ok := n.(*ast.RawHTML); ok {
		lines = inline.Segments
	}
	if lines == nil || lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	tag := bytes.TrimSpace(lines.Value(c.src))
	switch {
	case bytes.HasPrefix(tag, []byte("<!--")):
		c.comment(n, first.Start)
		return
	case bytes.HasPrefix(tag, []byte("</")) && bytes.IndexByte(tag, '>') == len(tag)-1:
		return // the end of what was reported
	}
	c.problems.Add(placeIn(c.file, c.src, first.Start, c.line), "HTML tags are not used in entries, and would be left out", "write it in Markdown; to show a < sign, write &lt;")
}

// comment reports a note to other editors that would take words of the page
// with it: one that is never closed, and what stands behind one that is.
func (c *checker) comment(n ast.Node, start int) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return
	}
	text := block.Lines().Value(c.src)
	if block.HasClosure() {
		start = block.ClosureLine.Start
		text = append(text, block.ClosureLine.Value(c.src)...)
	}
	_, after, closed := bytes.Cut(text, []byte("-->"))
	after = bytes.TrimSpace(after)
	switch {
	case !closed:
		c.problems.Add(placeIn(c.file, c.src, start, c.line), "a note is opened with <!-- and never closed, so all that is below it would be left out", "write --> at the end of the note")
	case len(after) > 0 && !bytes.HasPrefix(after, []byte("<!--")):
		c.problems.Add(placeIn(c.file, c.src, start, c.line), "the words on the same line as --> would be left out", "begin a new line after -->")
	}
}
