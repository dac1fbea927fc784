package output

import (
	"html/template"
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// figures are telephone numbers as people here write them, in groups, and sums of
// money.
var figures = regexp.MustCompile(`\b0[0-9]{2,4}(?: [0-9]{3,6}){1,2}\b|£[0-9]+(?:[.,][0-9]+)*`)

// leading makes the links of a page lead to what is told in the page's edition,
// and keeps telephone numbers and sums whole where the words run from right to left.
func (s *Site) leading(e *offer.Entry, html string) string {
	if s.edition == nil {
		return html
	}
	if s.edition.Right { // else the groups of a number would change places, and £ stand behind
		html = betweenTags(html, func(words string) string { return figures.ReplaceAllString(words, `<bdi dir="ltr">$0</bdi>`) })
	}
	var changes []string
	for _, link := range e.Body.Links {
		if strings.HasPrefix(link.URL, "/") {
			changes = append(changes, href(s.prefix+link.URL), s.leadingTo(link.URL))
		}
	}
	return strings.NewReplacer(changes...).Replace(html)
}

func href(url string) string { return `href="` + template.HTMLEscapeString(url) + `"` }

// leadingTo is where a link of a page in another edition leads: to the same in
// that edition, where there is such a page, and else to the site's own, marked with
// its language.
func (s *Site) leadingTo(link string) string {
	url, fragment, _ := strings.Cut(link, "#")
	if told := s.toldAt(url); told != "" && fragment == "" { // whose headings have other names
		return href(s.prefix + told)
	}
	first, _, _ := strings.Cut(url[1:], "/")
	if lang := s.elsewhere(); lang != "" && strings.HasSuffix(url, "/") && s.Settings.Edition(first) == nil {
		return href(s.prefix+link) + ` hreflang="` + lang + `"`
	}
	return href(s.prefix + link)
}

// toldAt is the address in the edition of what has an address in the main one,
// or "" where it is not told there.
func (s *Site) toldAt(url string) string {
	if other := s.At(url); other != nil && s.here(other) != other {
		return s.here(other).URL()
	}
	if url == "/" || url == "/search/" {
		return s.edition.URL(url)
	}
	return ""
}

// betweenTags changes the words of HTML that this program made, and no tag.
func betweenTags(html string, change func(words string) string) string {
	var out strings.Builder
	for html != "" {
		words, rest, tag := strings.Cut(html, "<")
		out.WriteString(change(words))
		if !tag {
			break
		}
		inside, after, _ := strings.Cut(rest, ">")
		out.WriteString("<" + inside + ">")
		html = after
	}
	return out.String()
}
