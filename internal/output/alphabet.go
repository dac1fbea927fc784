package output

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

const (
	lettersTitle = "A to Z"
	noLetter     = "0-9" // what begins with none
)

// alphabet plans the page of letters and, for each letter, its list.
func alphabet(s *Site) []File {
	letters := s.letters()
	files := []File{pageFile("/a-z/", "layouts/index.html", func(out *bytes.Buffer) error {
		const intro = "Everything on this site by its first letter."
		return s.Theme.Render(out, "index", &IndexPage{
			Shell: s.shell("a-z", lettersTitle, intro, "/a-z/"), Heading: lettersTitle, Intro: intro,
			Groups: []LinkGroup{{Links: s.letterLinks(letters, "")}},
		})
	})}
	for _, l := range letters {
		files = append(files, s.list(listing{
			sort: "list", url: l.url(), heading: "Starting with " + l.name, about: "Other letters",
			crumbs: []Crumb{{lettersTitle, s.prefix + "/a-z/"}}, entries: l.entries,
			others: s.letterLinks(letters, l.name), from: "layouts/list.html",
		})...)
	}
	return files
}

type letter struct {
	name    string
	entries []*offer.Entry
}

func (l letter) url() string { return "/a-z/" + strings.ToLower(l.name) + "/" }

// letters sorts what can be found into its first letters. What has ended, or
// was not checked for long, is left out.
func (s *Site) letters() []letter {
	var all []*offer.Entry
	for _, e := range s.Entries {
		if s.lettered(e) {
			all = append(all, e)
		}
	}
	found := map[string][]*offer.Entry{} // titles in quotation marks are not beside those without
	for _, e := range byTitle(all) {
		name := firstLetter(e.Title)
		found[name] = append(found[name], e)
	}
	return inOrder(found)
}

// lettered reports that an entry stands in the A to Z.
func (s *Site) lettered(e *offer.Entry) bool { return s.Listed(e) && e.Kind != "comment" }

// inOrder puts letters in their order, and what begins with none at the end.
func inOrder(found map[string][]*offer.Entry) []letter {
	var out []letter
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if name != noLetter {
			out = append(out, letter{name, found[name]})
		}
	}
	if others := found[noLetter]; len(others) > 0 {
		out = append(out, letter{noLetter, others})
	}
	return out
}

func firstLetter(title string) string {
	for _, r := range title {
		r = unicode.ToUpper(r)
		switch {
		case r >= 'A' && r <= 'Z':
			return string(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return noLetter
		}
	}
	return noLetter
}

func (s *Site) letterLinks(letters []letter, self string) []Link {
	var links []Link
	for _, l := range letters {
		if l.name != self {
			links = append(links, Link{Text: l.name, URL: s.prefix + l.url(), Note: strconv.Itoa(len(l.entries))})
		}
	}
	return links
}

// byTitle sorts as a reader looks things up: without regard to capitals.
func byTitle(entries []*offer.Entry) []*offer.Entry {
	slices.SortStableFunc(entries, func(a, b *offer.Entry) int {
		return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	return entries
}
