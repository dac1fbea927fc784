package audit

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// reader goes through one page, tag by tag.
type reader struct {
	audit *Audit
	file  *output.File
	page  *page
	body  []byte
	url   string
	ids   map[uint64]bool // of the page's own, so that many cost no more each
}

// tag is what the checks need of one element.
type tag struct {
	name          atom.Atom
	id, href, src string
	alt, hasHref  bool
	inline        string // a script or a style that is not in a file of its own
}

func (r reader) read() {
	z := html.NewTokenizer(bytes.NewReader(r.body))
	level, mains, titled := 0, 0, false
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.whole(mains, titled)
			return
		case html.TextToken:
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			t := readTag(z)
			level, mains = r.heading(t, level, mains)
			titled = titled || t.name == atom.Title
			r.element(t)
		}
	}
}

func readTag(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: atom.Lookup(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "id":
			t.id = string(value)
		case "href":
			t.href, t.hasHref = string(value), true
		case "src":
			t.src = string(value)
		case "alt":
			t.alt = true
		case "style":
			t.inline = "a style"
		default:
			if len(key) > 2 && key[0] == 'o' && key[1] == 'n' {
				t.inline = "a script"
			}
		}
	}
	if t.name == atom.Style || t.name == atom.Script && t.src == "" {
		t.inline = "a " + t.name.String()
	}
	return t
}

func (r reader) heading(t tag, level, mains int) (int, int) {
	var n int
	switch t.name {
	case atom.H1:
		n, mains = 1, mains+1
	case atom.H2:
		n = 2
	case atom.H3:
		n = 3
	case atom.H4:
		n = 4
	case atom.H5:
		n = 5
	case atom.H6:
		n = 6
	default:
		return level, mains
	}
	if n > level+1 && level > 0 {
		r.add("a heading jumps from level "+strconv.Itoa(level)+" to level "+strconv.Itoa(n), "mend the headings of the layout or the Markdown")
	}
	return n, mains
}

func (r reader) whole(mains int, titled bool) {
	if mains != 1 {
		r.add("the page has "+strconv.Itoa(mains)+" main headings, and needs one", "a layout needs exactly one h1")
	}
	if !titled {
		r.add("the page has no title", "a layout needs a title element")
	}
}

func (r reader) element(t tag) {
	if t.id != "" {
		r.id(t.id)
	}
	if t.name == atom.Img && !t.alt {
		r.add("a picture has no words for people who cannot see it", "give the img an alt")
	}
	if t.inline != "" {
		r.add("there is "+t.inline+" inside the page, which its security policy forbids", "put it in a file in static/")
	}
	if t.hasHref {
		r.address(t.href)
	}
	if t.src != "" {
		r.address(t.src)
	}
}

func (r reader) id(id string) {
	key := anchor(r.url, id)
	if r.ids[key] {
		r.add("two things on the page are both called #"+id, "change one of the headings")
		return
	}
	r.ids[key] = true
	r.page.ids = append(r.page.ids, key)
}

// address follows a link or a source within the site.
func (r reader) address(href string) {
	if i := strings.IndexAny(href, ":/?#"); i > 0 && href[i] == ':' {
		r.scheme(strings.ToLower(href[:i]), href)
		return
	}
	if strings.HasPrefix(href, "//") {
		r.add("an address begins with //: "+href, "write https: in front")
		return
	}
	url, id, hasID := strings.Cut(href, "#")
	url, _, _ = strings.Cut(url, "?")
	url = decoded(url)
	switch {
	case url == "":
		url = r.url
	case !strings.HasPrefix(url, "/"):
		url = path.Join(path.Dir(r.url), url)
	case r.audit.prefix != "":
		url = "/" + strings.TrimPrefix(strings.TrimPrefix(url, r.audit.prefix), "/")
	}
	if !found(r.audit.plan, url) {
		r.add("a link leads to "+url+", where there is no page", "mend the link in "+r.file.From)
		return
	}
	if hasID && id != "" {
		r.page.anchors = append(r.page.anchors, pointer{url, id})
	}
}

func (r reader) scheme(scheme, href string) {
	switch scheme {
	case "http", "https", "mailto", "tel", "sms":
	default:
		r.add("an address begins with "+scheme+":", "take out "+href[:min(len(href), 40)])
	}
}

func (r reader) add(what, hint string) {
	r.page.problems.Add(offer.Place{File: r.file.From}, what+" (on "+r.url+")", hint)
}
