package output

import (
	"bytes"
	"slices"

	"github.com/localoffer/localoffer/internal/facet"
)

// No address ever dies. A list has entries today and none tomorrow, when the
// last has ended, and somebody has kept its address. So a list that could be
// there on another day, or that was published before, has its page on every
// day: where there is nothing to show it says so, and leads on. No page leads
// to it, and search engines are asked to leave it out.

// keptLists plans the pages of lists in which there is nothing just now.
func keptLists(s *Site) []File {
	aliased := map[string]bool{}
	for _, e := range s.Entries {
		for _, alias := range e.Aliases {
			aliased[alias.URL] = true
		}
	}
	var files []File
	for _, l := range append(s.emptyValues(), s.emptyLetters()...) {
		if !aliased[l.url] { // else the editor knows of something better
			files = append(files, s.kept(l))
		}
	}
	return files
}

// emptyValues are the lists of values that only entries which are not listed
// have, and those of values that some entry once had.
func (s *Site) emptyValues() []listing {
	var empty []listing
	for i := range s.shelves.Facets {
		f, lists := &s.shelves.Facets[i], s.shelves.Lists[i]
		for n, value := range f.Values {
			url := facet.List{Facet: f, Value: value}.URL()
			if !slices.ContainsFunc(lists, func(l facet.List) bool { return l.Value.ID == value.ID }) && (s.shelves.Some(i, n) || s.Published[url]) {
				empty = append(empty, listing{
					url: url, heading: value.Label, from: "config.toml", about: f.Title + ": others",
					crumbs: []Crumb{{"Find help and things to do", s.prefix + "/browse/"}}, others: s.otherValues(lists, -1),
				})
			}
		}
	}
	return empty
}

// emptyLetters are the same for the A to Z.
func (s *Site) emptyLetters() []listing {
	letters := s.Letters()
	var empty []listing
	for _, l := range letters {
		if len(l.Entries) == 0 && (l.Some || s.Published[l.URL()]) {
			empty = append(empty, listing{
				url: l.URL(), heading: "Starting with " + l.Name, from: "layouts/index.html", about: "Other letters",
				crumbs: []Crumb{{lettersTitle, s.prefix + "/a-z/"}}, others: s.letterLinks(letters, ""),
			})
		}
	}
	return empty
}

// kept plans the page of one empty list: what else there is, and everything.
func (s *Site) kept(l listing) File {
	const intro = "There is nothing here just now. Try one of these instead, or ask us."
	f := pageFile(l.url, l.from, func(out *bytes.Buffer) error {
		page := &IndexPage{Shell: s.shell("list", l.heading, intro, l.url, l.crumbs...), Heading: l.heading, Intro: intro}
		page.NoIndex = true
		if len(l.others) > 0 {
			page.Groups = []LinkGroup{{ID: "others", Title: l.about, Links: l.others}}
		}
		page.Groups = append(page.Groups, LinkGroup{ID: "more", Title: "More ways to look", Links: s.moreWays()})
		return s.Theme.Render(out, "index", page)
	})
	f.Listed = false
	return f
}

func (s *Site) moreWays() []Link {
	return []Link{
		{Text: "Find help and things to do", URL: s.prefix + "/browse/"},
		{Text: "Search", URL: s.prefix + "/search/"},
	}
}
