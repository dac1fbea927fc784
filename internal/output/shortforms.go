package output

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Short forms are written out where a page first uses them, from the glossary:
// "CAMHS (child and adolescent mental health services)". An <abbr> would say
// nothing to those who read by touch or on a phone (WCAG 3.1.4).

// shortForm is a term with capitals side by side, and its words in full.
type shortForm struct{ short, full string }

// shortForms are those of the glossary that is in force, the longest first, so
// that SEN support is not taken for SEN.
func shortForms(s *Site) []shortForm {
	var all []shortForm
	for _, e := range s.Kind("term") {
		t, ok := e.Detail.(*kind.Term)
		if ok && s.Listed(e) && capitals(e.Title) && t.Full != "" && !strings.Contains(t.Full, "(") {
			all = append(all, shortForm{html.EscapeString(e.Title), html.EscapeString(t.Full)})
		}
	}
	slices.SortStableFunc(all, func(a, b shortForm) int { return len(b.short) - len(a.short) })
	return all
}

func capitals(title string) bool {
	before := false
	for _, c := range title {
		if unicode.IsUpper(c) && before {
			return true
		}
		before = unicode.IsUpper(c)
	}
	return false
}

// expander writes short forms out, each once in a page.
type expander struct{ left []shortForm }

// expander leaves out what the page explains in its own words.
func (s *Site) expander(e *offer.Entry) *expander {
	body := html.EscapeString(strings.ToLower(e.Summary + " " + e.Body.Text()))
	x := &expander{}
	for _, f := range s.short {
		if e.Title != html.UnescapeString(f.short) && !strings.Contains(body, strings.ToLower(f.full)) {
			x.left = append(x.left, f)
		}
	}
	return x
}

// text writes out the short forms in plain words.
func (x *expander) text(words string) string {
	return html.UnescapeString(x.run(html.EscapeString(words)))
}

// untouched are elements within which nothing is put: a link says what its page
// is called, and the contents of a page repeat its headings.
var untouched = []string{"a", "h2", "h3", "h4", "h5", "h6", "code", "pre", "th"}

// html writes out the short forms in HTML that this program made.
func (x *expander) html(page string) string {
	var out strings.Builder
	inside := 0
	for page != "" && len(x.left) > 0 {
		start := strings.IndexByte(page, '<')
		if start < 0 {
			start = len(page)
		}
		if inside == 0 {
			out.WriteString(x.run(page[:start]))
		} else {
			out.WriteString(page[:start])
		}
		end := start
		if start < len(page) {
			end = start + strings.IndexByte(page[start:], '>') + 1
		}
		tag := page[start:end]
		inside += enters(tag)
		out.WriteString(tag)
		page = page[end:]
	}
	return out.String() + page
}

// enters is 1 for a tag that opens an element which is left untouched, -1 for
// one that closes it.
func enters(tag string) int {
	name, closing := strings.CutPrefix(strings.TrimPrefix(tag, "<"), "/")
	name = strings.TrimRight(name, "/>")
	name, _, _ = strings.Cut(name, " ")
	switch {
	case !slices.Contains(untouched, name):
		return 0
	case closing:
		return -1
	}
	return 1
}

// run goes through words from left to right. Of two short forms that could
// stand at a place it is the longer one.
func (x *expander) run(words string) string {
	var out strings.Builder
	done := 0
	for at := 0; at < len(words); {
		i := slices.IndexFunc(x.left, func(f shortForm) bool { return stands(words, at, f.short) })
		if i < 0 {
			_, size := utf8.DecodeRuneInString(words[at:])
			at += size
			continue
		}
		f, start := x.left[i], at
		at += len(f.short)
		full := f.full
		if strings.HasPrefix(words[at:], "s") {
			at++
			full = strings.TrimSuffix(full, "s") + "s"
		}
		x.left = slices.Delete(x.left, i, i+1)
		if strings.HasSuffix(words[:start], "(") || strings.HasPrefix(words[at:], " (") {
			continue // the page says itself what it is
		}
		out.WriteString(words[done:at] + " (" + full + ")")
		done = at
	}
	return out.String() + words[done:]
}

// stands reports a whole word or phrase at a place, in the singular or plural.
func stands(words string, at int, short string) bool {
	rest, found := strings.CutPrefix(words[at:], short)
	if !found {
		return false
	}
	rest = strings.TrimPrefix(rest, "s")
	before, _ := utf8.DecodeLastRuneInString(words[:at])
	after, _ := utf8.DecodeRuneInString(rest)
	return !wordRune(before) && !wordRune(after)
}

func wordRune(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-')
}
