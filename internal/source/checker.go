package source

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/localoffer/localoffer/internal/offer"
)

// checker walks the tree once: it reports, gathers links and text, and puts
// the site's own prefix before addresses within the site.
type checker struct {
	under        string // the words of the heading above
	file, prefix string
	url, base    string // of this page, and of the page that links are written from
	src          []byte
	line         int
	level        int
	ids          map[string]bool
	text         strings.Builder // of the block that is being walked
	block        offer.Place
	prose        []offer.Prose
	links        []offer.Hyperlink
	problems     *offer.Problems
}

func (c *checker) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock {
		c.flush(n)
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.Paragraph:
		c.paragraph(n)
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

// flush ends a run of words, for at a block's beginning and end another begins.
func (c *checker) flush(n ast.Node) {
	if words := strings.Join(strings.Fields(c.text.String()), " "); words != "" {
		c.prose = append(c.prose, offer.Prose{Text: words, At: c.block})
	}
	c.text.Reset()
	c.block = c.at(n)
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
