package source_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// elements and attributes are all that Markdown may become. Whatever else
// turns up in the HTML came from the content, and must not have.
var (
	elements = strings.Fields("p h1 h2 h3 h4 h5 h6 ul ol li a em strong del code pre blockquote hr br img table thead tbody tr th td div span dl dt dd sup section")
	attribs  = strings.Fields("href src alt title id class role aria-label tabindex start")
)

// checkSafe reads rendered HTML as XML, which goldmark's is, and fails on any
// element, attribute or address that Markdown alone could not have made.
func checkSafe(t *testing.T, from string, body offer.Body) {
	t.Helper()
	var parts strings.Builder
	for _, s := range body.Sections {
		parts.WriteString(s.HTML)
	}
	if parts.String() != body.HTML {
		t.Errorf("%.80q: the sections are not the whole", from)
	}
	ids := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader("<body>" + strings.Map(xmlOnly, body.HTML) + "</body>"))
	d.Entity = xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%.80q: the HTML is not well formed: %v\n%.300s", from, err, body.HTML)
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			checkElement(t, from, token, ids)
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Errorf("%.80q: the HTML has %v in it", from, token)
		}
	}
}

func checkElement(t *testing.T, from string, e xml.StartElement, ids map[string]bool) {
	t.Helper()
	if e.Name.Local != "body" && !slices.Contains(elements, e.Name.Local) {
		t.Errorf("%.80q: the HTML has the element %s", from, e.Name.Local)
	}
	for _, a := range e.Attr {
		if !slices.Contains(attribs, a.Name.Local) {
			t.Errorf("%.80q: the HTML has the attribute %s=%q", from, a.Name.Local, a.Value)
		}
		if a.Name.Local == "id" && ids[a.Value] {
			t.Errorf("%.80q: the id %q is used twice", from, a.Value)
		}
		if a.Name.Local == "id" {
			ids[a.Value] = true
		}
		if a.Name.Local == "href" || a.Name.Local == "src" {
			checkAddress(t, from, a.Value)
		}
	}
}

// checkAddress reads an address as a browser does: white space and controls at
// its ends, and tabs and line ends within it, do not count.
func checkAddress(t *testing.T, from, address string) {
	t.Helper()
	bare := strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }))
	if strings.HasPrefix(bare, "//") || strings.HasPrefix(bare, `/\`) || strings.HasPrefix(bare, `\`) {
		t.Errorf("%.80q: the address %q leads to another site unsaid", from, address)
	}
	scheme, _, found := strings.Cut(bare, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return
	}
	// An address between < and > may have a scheme that is refused: its page is
	// never published. None of them may run anything, published or not.
	if slices.Contains([]string{"javascript", "vbscript", "data", "file", "blob"}, strings.ToLower(scheme)) {
		t.Errorf("%.80q: the HTML has the address %q", from, address)
	}
}

// xmlOnly puts a mark in place of what XML cannot hold and HTML can.
func xmlOnly(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || r == 0xfffe || r == 0xffff {
		return '?'
	}
	return r
}
