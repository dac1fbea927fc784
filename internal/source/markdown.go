package source

import (
	"bufio"
	"bytes"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
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
func render(file string, doc document, url, prefix string, problems *offer.Problems) offer.Body {
	src := doc.body
	if at, long := longBlock(src); long {
		problems.Add(placeIn(file, src, at, doc.bodyLine), "this paragraph is longer than "+strconv.Itoa(maxBlock>>10)+" kB", "break it into shorter paragraphs with an empty line between them")
		return offer.Body{}
	}
	tree := markdown.Parser().Parse(text.NewReader(src), parser.WithContext(freshIDs()))
	c := &checker{file: file, src: src, line: doc.bodyLine, url: url, prefix: prefix, problems: problems, level: 1, ids: map[string]bool{}}
	_ = ast.Walk(tree, c.visit) // visit gives no error
	body := offer.Body{Links: c.links, Text: strings.TrimSpace(strings.Join(strings.Fields(c.text.String()), " "))}
	body.HTML, body.Sections = sections(tree, src)
	return body
}

// taken are the identifiers that layouts use. A heading called Help gets
// another.
var taken = []string{"main", "help", "help-title", "results", "others", "alike", "see-also", "comments", "checked", "wrong", "runs", "you-said", "we-did", "q"}

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

// checker walks the tree once: it reports, gathers links and text, and puts
// the site's own prefix before addresses within the site.
type checker struct {
	under             string // the words of the heading above
	file, url, prefix string
	src               []byte
	line              int
	level             int
	ids               map[string]bool
	text              strings.Builder
	links             []offer.Hyperlink
	problems          *offer.Problems
}

func (c *checker) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		if n.Type() == ast.TypeBlock {
			c.text.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *extast.Table:
		n.SetAttributeString(tableName, []byte(strings.TrimSuffix("Table: "+c.under, ": ")))
	case *ast.Link:
		c.link(n)
	case *ast.Image:
		c.image(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.RawHTML, *ast.HTMLBlock:
		c.rawHTML(n)
	case *ast.Text:
		c.text.Write(words(n, c.src))
		if n.SoftLineBreak() || n.HardLineBreak() {
			c.text.WriteByte(' ')
		}
	case *ast.String:
		c.text.Write(n.Value)
	}
	return ast.WalkContinue, nil
}

// at is where a node stands, or the nearest node around it that has a place.
func (c *checker) at(n ast.Node) offer.Place {
	for ; n != nil; n = n.Parent() {
		if n.Kind() != ast.KindDocument && n.Pos() >= 0 {
			return placeIn(c.file, c.src, n.Pos(), c.line)
		}
	}
	return offer.Place{File: c.file, Line: c.line, Col: 1}
}

func (c *checker) heading(n *ast.Heading) {
	switch words := strings.TrimSpace(plain(n, c.src)); {
	case n.Level == 1:
		c.problems.Add(c.at(n), "this heading is as large as the page's own title", "write ## in front of it instead of #")
	case n.Level > c.level+1:
		c.problems.Add(c.at(n), "this heading jumps from level "+strconv.Itoa(c.level)+" to level "+strconv.Itoa(n.Level), "write "+strings.Repeat("#", c.level+1)+" in front of it; a screen reader tells people the levels")
	case words == "":
		c.problems.Add(c.at(n), "this heading is empty", "write its words, or take out the #")
	}
	c.level = max(n.Level, 2)
	c.under = strings.TrimSpace(plain(n, c.src))
	if id, found := n.AttributeString("id"); found {
		raw, _ := id.([]byte)
		n.SetAttributeString("id", c.headingID(raw))
	}
}

// headingID keeps goldmark's id, less the marks that would make it hard to
// type in an address, and makes sure again that no two are the same.
func (c *checker) headingID(raw []byte) []byte {
	id := strings.Trim(string(raw), "-")
	if id == "" {
		id = "part"
	}
	own := id
	for n := 2; c.ids[own]; n++ {
		own = id + "-" + strconv.Itoa(n)
	}
	c.ids[own] = true
	return []byte(own)
}

// vague are link texts that say nothing to somebody who hears the links of a
// page as a list (WCAG 2.4.9).
var vague = map[string]bool{
	"click here": true, "here": true, "click": true, "read more": true, "more": true, "more info": true,
	"this link": true, "link": true, "learn more": true, "find out more": true, "this page": true, "this": true,
}

func (c *checker) link(n *ast.Link) {
	at := c.at(n)
	words := strings.ToLower(strings.Trim(strings.TrimSpace(plain(n, c.src)), ".!:"))
	switch {
	case words == "" && n.FirstChild() == nil:
		c.problems.Add(at, "this link has no words", "write in the square brackets what the page is about: [short break grant](…)")
	case vague[words]:
		c.problems.Add(at, "the link says only “"+words+"”", "say what it leads to, like [how to ask for a short break grant](…)")
	}
	n.Destination = c.destination(n.Destination, at)
}

// destination resolves an address as a browser would read it, with every
// &#58; spelled out, and writes it so that the renderer reads it the same.
func (c *checker) destination(typed []byte, at offer.Place) []byte {
	dest := c.resolve(string(meant(typed)), at)
	return []byte(strings.NewReplacer("&", "&amp;", `\`, "%5C").Replace(dest))
}

func (c *checker) image(n *ast.Image) {
	at := c.at(n)
	if strings.TrimSpace(plain(n, c.src)) == "" {
		c.problems.Add(at, "this picture has no words for people who cannot see it", "write in the square brackets what it shows: ![Children painting at a long table](…)")
	}
	if dest := strings.ToLower(string(meant(n.Destination))); strings.Contains(dest, "//") || strings.HasPrefix(dest, "http:") || strings.HasPrefix(dest, "https:") {
		c.problems.Add(at, "this picture comes from another website", "copy it into static/ and write its path, like /pictures/hall.jpg; no page asks another site for anything")
	}
	n.Destination = c.destination(n.Destination, at)
}

func (c *checker) autoLink(n *ast.AutoLink) {
	if n.AutoLinkType == ast.AutoLinkURL {
		c.resolve(string(n.URL(c.src)), c.at(n))
	}
	c.text.Write(n.Label(c.src))
}

// resolve turns an address as an editor may write it (from the site's root,
// from this page, or as a path to a .md file) into the one the page needs.
func (c *checker) resolve(dest string, at offer.Place) string {
	scheme, _, hasScheme := strings.Cut(strings.ToLower(dest), ":")
	if i := strings.IndexAny(dest, "/?#"); i >= 0 && i < len(scheme) {
		hasScheme = false
	}
	switch {
	case dest == "":
		c.problems.Add(at, "this link leads nowhere", "write an address in the round brackets, like /guides/short-break-grant/")
		return dest
	case strings.ContainsFunc(dest, func(r rune) bool { return r < ' ' || r == 0x7f }) || strings.HasPrefix(dest, `\`):
		c.problems.Add(at, "this address has a hidden character in it", "type the address again")
		return "#"
	case hasScheme:
		return c.outside(scheme, dest, at)
	case strings.HasPrefix(dest, "//"):
		c.problems.Add(at, "this address has no https: in front", "write https:"+dest)
		return "#"
	case strings.HasPrefix(dest, "#"):
		c.links = append(c.links, offer.Hyperlink{URL: c.url + dest, At: at})
		return dest
	}
	inside := within(c.url, dest)
	c.links = append(c.links, offer.Hyperlink{URL: inside, At: at})
	return c.prefix + inside
}

func (c *checker) outside(scheme, dest string, at offer.Place) string {
	switch scheme {
	case "http", "https":
		c.links = append(c.links, offer.Hyperlink{URL: dest, At: at})
		return dest
	case "mailto", "tel", "sms":
		return dest
	}
	c.problems.Add(at, "an address that begins with "+scheme+": is not allowed here", "write an address that begins with https:, mailto: or tel:, or a page of this site like /guides/short-break-grant/")
	return "#"
}

// within resolves an address against a page's own. A path to a Markdown file,
// as a code host shows them, is that file's page.
func within(url, dest string) string {
	target, fragment, hasFragment := strings.Cut(dest, "#")
	if hasFragment {
		fragment = "#" + fragment
	}
	if file, isFile := strings.CutSuffix(target, ".md"); isFile {
		// A file's own folder is one above its page's address.
		base := path.Dir(strings.TrimSuffix(url, "/"))
		if file = strings.TrimPrefix(file, "/"+Root); !strings.HasPrefix(file, "/") {
			file = path.Join(base, file)
		}
		return file + "/" + fragment
	}
	if !strings.HasPrefix(target, "/") {
		slash := strings.HasSuffix(target, "/")
		target = path.Join(url, target)
		if slash {
			target += "/"
		}
	}
	return target + fragment
}

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

// words are the letters of a text as a reader sees them.
func words(t *ast.Text, src []byte) []byte {
	if t.IsRaw() {
		return t.Value(src)
	}
	return meant(t.Value(src))
}

// meant is text with its escapes resolved: \* is *, and &amp; is &.
func meant(text []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
}

// plain is the words of a node without its marks.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(words(t, src))
		} else if s, ok := n.(*ast.String); ok && entering {
			b.Write(s.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// ownNodes renders what goldmark would render less well: HTML as nothing at
// all, tables inside a box that scrolls by itself on a narrow screen, and
// links to other sites with the site's name after them.
type ownNodes struct{}

// RegisterFuncs tells goldmark which nodes are rendered here.
func (o ownNodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, nothing)
	r.Register(ast.KindRawHTML, nothing)
	r.Register(ast.KindLink, renderLink)
	r.Register(extast.KindTable, renderTable)
}

func nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// tableName is the attribute by which a table says its name: a box that scrolls
// by itself needs one of its own.
const tableName = "name"

func renderTable(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		value, _ := n.AttributeString(tableName)
		name, _ := value.([]byte)
		_, _ = w.WriteString(`<div class="scroll" role="region" aria-label="` + string(util.EscapeHTML(name)) + "\" tabindex=\"0\"><table>\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, _ := node.(*ast.Link)
	host := outsideHost(string(meant(n.Destination)))
	if !entering {
		_, _ = w.WriteString("</a>")
		if host != "" {
			_, _ = w.WriteString(` <span class="site">(` + string(util.EscapeHTML([]byte(host))) + ")</span>")
		}
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<a href="`)
	if dest := util.URLEscape(n.Destination, true); !html.IsDangerousURL(dest) {
		_, _ = w.Write(util.EscapeHTML(dest))
	}
	_, _ = w.WriteString(`">`)
	return ast.WalkContinue, nil
}

func outsideHost(dest string) string {
	rest, found := strings.CutPrefix(dest, "https://")
	if !found {
		rest, found = strings.CutPrefix(dest, "http://")
	}
	if !found {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(host, "www.")
}
