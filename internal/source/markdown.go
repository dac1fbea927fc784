package source

import (
	"bufio"
	"bytes"
	"strconv"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/localoffer/localoffer/internal/offer"
)

// markdown is goldmark with what an editor needs and nothing that a page must
// not have: raw HTML is left out, and dangerous addresses go nowhere.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), // HTML has no align any more
		extension.Footnote, extension.DefinitionList, extension.Strikethrough,
	),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	goldmark.WithRendererOptions(
		html.WithXHTML(),
		renderer.WithNodeRenderers(util.Prioritized(ownNodes{}, 1)),
	),
)

// maxBlock bounds one run of lines without an empty line between them. The
// time to parse links inside one grows with its square.
const maxBlock = 12 << 10

// render turns the Markdown of a file into HTML, plain text, sections and
// links, and reports at its own line what a family could not use.
func render(e *offer.Entry, doc document, prefix string, problems *offer.Problems) offer.Body {
	file, src := e.File, doc.body
	if at, long := longBlock(src); long {
		problems.Add(placeIn(file, src, at, doc.bodyLine), "this paragraph is longer than "+strconv.Itoa(maxBlock>>10)+" kB", "break it into shorter paragraphs with an empty line between them")
		return offer.Body{}
	}
	tree := markdown.Parser().Parse(text.NewReader(src), parser.WithContext(freshIDs()))
	c := &checker{file: file, src: src, line: doc.bodyLine, url: e.URL(), base: e.MainURL(), prefix: prefix, problems: problems, level: 1, ids: map[string]bool{}}
	_ = ast.Walk(tree, c.visit) // visit gives no error
	body := offer.Body{Links: c.links, Prose: c.prose}
	body.HTML, body.Sections = sections(tree, src)
	return body
}

// taken are the identifiers that layouts use. A heading called Help gets
// another.
var taken = []string{"main", "help", "help-title", "results", "others", "use-today", "alike", "more-help", "same-provider", "leads-to", "see-also", "comments", "checked", "wrong", "runs", "you-said", "we-did", "q"}

func freshIDs() parser.Context {
	ctx := parser.NewContext()
	for _, id := range taken {
		ctx.IDs().Put([]byte(id))
	}
	return ctx
}

func longBlock(src []byte) (int, bool) {
	start := 0
	for at := 0; at < len(src); {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src) - at
		}
		if len(bytes.TrimSpace(src[at:at+end])) == 0 {
			start = at + end + 1
		} else if at+end-start > maxBlock {
			return start, true
		}
		at += end + 1
	}
	return 0, false
}

// writers are used again and again: goldmark would make one for each block.
var writers = sync.Pool{New: func() any { return bufio.NewWriter(nil) }}

// sections renders the document one block at a time, so that each heading of
// the second level begins a part that a layout may place by itself.
func sections(tree ast.Node, src []byte) (string, []offer.Section) {
	var out bytes.Buffer
	w, _ := writers.Get().(*bufio.Writer)
	defer writers.Put(w)
	w.Reset(&out)
	var parts []offer.Section
	var starts []int
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		h, heading := n.(*ast.Heading)
		begins := heading && h.Level == 2
		if begins || len(parts) == 0 {
			starts = append(starts, out.Len())
			parts = append(parts, offer.Section{})
		}
		if begins {
			id, _ := h.AttributeString("id")
			raw, _ := id.([]byte)
			parts[len(parts)-1] = offer.Section{ID: string(raw), Title: plain(h, src)}
		}
		_ = markdown.Renderer().Render(w, src, n) // a bytes.Buffer never fails
		_ = w.Flush()
	}
	all := out.String()
	for i := range parts {
		end := len(all)
		if i+1 < len(parts) {
			end = starts[i+1]
		}
		parts[i].HTML = all[starts[i]:end]
	}
	return all, parts
}
