package output

import (
	"bytes"
	"strconv"

	"github.com/localoffer/localoffer/internal/offer"
)

const lettersTitle = "A to Z"

// alphabet plans the page of letters and, for each letter that anything begins
// with, its list.
func alphabet(s *Site) []File {
	letters := s.Letters()
	files := []File{pageFile("/a-z/", "layouts/index.html", func(out *bytes.Buffer) error {
		const intro = "Everything on this site by its first letter."
		return s.Theme.Render(out, "index", &IndexPage{
			Shell: s.shell("a-z", lettersTitle, intro, "/a-z/"), Heading: lettersTitle, Intro: intro,
			Groups: []LinkGroup{{Links: s.letterLinks(letters, "")}},
		})
	})}
	for _, l := range letters {
		if len(l.Entries) == 0 {
			continue
		}
		files = append(files, s.list(listing{
			sort: "list", url: l.URL(), heading: "Starting with " + l.Name, about: "Other letters",
			crumbs: []Crumb{{lettersTitle, s.prefix + "/a-z/"}}, entries: l.Entries,
			others: s.letterLinks(letters, l.Name), from: "layouts/list.html",
		})...)
	}
	return files
}

// letterLinks lead to all letters but one that anything begins with.
func (s *Site) letterLinks(letters []offer.Letter, self string) []Link {
	var links []Link
	for _, l := range letters {
		if len(l.Entries) > 0 && l.Name != self {
			links = append(links, Link{Text: l.Name, URL: s.prefix + l.URL(), Note: strconv.Itoa(len(l.Entries))})
		}
	}
	return links
}
