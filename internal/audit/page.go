package audit

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Page is what a family is told by the page of one entry, as it was published.
type Page struct {
	Heading string
	Lead    string // what it is, in a sentence
	Warning string // that today's visitor is given, or ""
	Rows    []Row
	Words   string // of the page itself
	LeadsTo string // where the page sends its visitors at once, or ""
}

// Row is one labelled fact, and the part of the page in which it stands. Several
// texts have semicolons between them.
type Row struct{ Part, Label, Text string }

// ReadPage reads a finished page back, as a browser reads it. A page of another
// make, or no page at all, says less or nothing.
func ReadPage(body []byte) Page {
	var p Page
	tree, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return p // only a page nested deeper than any browser reads
	}
	p.LeadsTo = leadsTo(tree)
	main := first(tree, func(n *html.Node) bool { return n.DataAtom == atom.Main })
	if main == nil {
		return p
	}
	p.Heading = textOf(first(main, func(n *html.Node) bool { return n.DataAtom == atom.H1 }))
	if head := first(main, func(n *html.Node) bool { return n.DataAtom == atom.Header }); head != nil {
		p.Lead = textOf(first(head, func(n *html.Node) bool { return hasClass(n, "lead") }))
		p.Warning = textOf(first(head, func(n *html.Node) bool { return hasClass(n, "warning") && !hasAttr(n, "hidden") }))
	}
	p.Rows = rowsOf(main)
	p.Words = textOf(first(main, func(n *html.Node) bool { return hasClass(n, "prose") }))
	return p
}

// rowsOf are the labelled facts of all parts that have them.
func rowsOf(main *html.Node) []Row {
	var rows []Row
	for part := range main.Descendants() {
		if part.DataAtom != atom.Section || !hasClass(part, "group") {
			continue
		}
		name := attr(first(part, func(n *html.Node) bool { return n.DataAtom == atom.H2 }), "id")
		for label := range part.Descendants() {
			if label.DataAtom == atom.Dt {
				rows = append(rows, Row{strings.TrimPrefix(name, "at-"), textOf(label), textsBehind(label)})
			}
		}
	}
	return rows
}

// textsBehind are the descriptions that follow a label.
func textsBehind(label *html.Node) string {
	var texts []string
	for n := label.NextSibling; n != nil && n.DataAtom != atom.Dt; n = n.NextSibling {
		if n.DataAtom == atom.Dd {
			texts = append(texts, textOf(n))
		}
	}
	return strings.Join(texts, "; ")
}

// leadsTo is the address in a page's own order to go elsewhere.
func leadsTo(tree *html.Node) string {
	refresh := first(tree, func(n *html.Node) bool {
		return n.DataAtom == atom.Meta && strings.EqualFold(attr(n, "http-equiv"), "refresh")
	})
	_, url, _ := strings.Cut(attr(refresh, "content"), "url=")
	return url
}

// first is the first element in a tree of which something is true, or nil.
func first(tree *html.Node, is func(*html.Node) bool) *html.Node {
	for n := range tree.Descendants() {
		if n.Type == html.ElementNode && is(n) {
			return n
		}
	}
	return nil
}

// textOf are the words of an element, or "" of none.
func textOf(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for inner := range n.Descendants() {
		switch {
		case inner.Type == html.TextNode:
			b.WriteString(inner.Data)
		case inner.Type == html.ElementNode && block(inner):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// block reports that a browser begins a new line at an element.
func block(n *html.Node) bool {
	return slices.Contains([]atom.Atom{atom.P, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.H2, atom.H3, atom.Br, atom.Div}, n.DataAtom)
}

func hasClass(n *html.Node, class string) bool {
	return n.Type == html.ElementNode && slices.Contains(strings.Fields(attr(n, "class")), class)
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func attr(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
