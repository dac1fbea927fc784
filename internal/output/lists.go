package output

import (
	"bytes"
	"html/template"
	"slices"
	"strconv"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// ListPage is the data of the list layout: a page of cards.
type ListPage struct {
	Shell
	Heading  string
	Intro    string
	Count    string
	Cards    []template.HTML
	Page     int
	Pages    int
	Previous string
	Next     string
	Others   []Link // the other values of the same facet
	About    string // what the others are
}

// listing is what a list is planned from.
type listing struct {
	sort    string
	url     string
	heading string
	help    string
	about   string
	crumbs  []Crumb
	entries []*offer.Entry
	others  []Link
	from    string
}

// listPages plans the pages of every value of every facet.
func listPages(s *Site) []File {
	var files []File
	for _, lists := range s.shelves.Lists {
		for i, list := range lists {
			files = append(files, s.list(listing{
				sort: "list", url: list.URL(), heading: list.Value.Label, help: list.Value.Help,
				about: list.Facet.Title, crumbs: []Crumb{{"Find help and things to do", s.prefix + "/browse/"}},
				entries: list.Entries, others: s.otherValues(lists, i), from: "config.toml",
			})...)
		}
	}
	return files
}

func (s *Site) otherValues(lists []facet.List, self int) []Link {
	var links []Link
	for i, other := range lists {
		if i != self {
			links = append(links, Link{Text: other.Value.Label, URL: s.prefix + other.URL(), Note: strconv.Itoa(len(other.Entries))})
		}
	}
	return links
}

// kindPages plans the list of all activities, and the pages of the kinds that
// are shown whole.
func kindPages(s *Site) []File {
	files := s.list(listing{
		sort: "list", url: "/activities/", heading: kind.Named("activity").Plural, from: "layouts/list.html",
		help: "Everything we know of, in the order of the alphabet.", entries: s.Activities(),
	})
	files = append(files, s.list(listing{
		sort: "list", url: "/providers/", heading: kind.Named("provider").Plural, from: "layouts/list.html",
		help: "The groups, charities and teams behind the help on this site.", entries: s.listed("provider"),
	})...)
	for _, name := range []string{"guide", "journey", "comment"} {
		if len(s.Kind(name)) > 0 {
			files = append(files, s.index(kind.Named(name)))
		}
	}
	return files
}

func (s *Site) listed(kind string) []*offer.Entry {
	return slices.DeleteFunc(slices.Clone(s.Kind(kind)), func(e *offer.Entry) bool { return !s.Listed(e) })
}

// list plans as many pages as a list needs. Each renders by itself, from its
// own part of the list.
func (s *Site) list(l listing) []File {
	per := max(1, s.Settings.Lists.PerPage)
	pages := max(1, (len(l.entries)+per-1)/per)
	files := make([]File, 0, pages)
	for n := 1; n <= pages; n++ {
		part := l.entries[(n-1)*per : min(n*per, len(l.entries))]
		f := pageFile(pageURL(l.url, n), l.from, func(out *bytes.Buffer) error { return s.listPage(out, l, part, n, pages) })
		f.Listed = n == 1
		f.Paged = n > 1
		files = append(files, f)
	}
	return files
}

// pageURL is the address of the nth page of a list, from 1.
func pageURL(url string, n int) string {
	if n == 1 {
		return url
	}
	return url + "page/" + strconv.Itoa(n) + "/"
}

func (s *Site) listPage(out *bytes.Buffer, l listing, part []*offer.Entry, n, pages int) error {
	title := l.heading
	if n > 1 {
		title += ", page " + strconv.Itoa(n)
	}
	page := &ListPage{
		Shell:   s.shell(l.sort, title, l.help, pageURL(l.url, n), l.crumbs...),
		Heading: l.heading, Intro: l.help, Count: entriesWord(len(l.entries)),
		Page: n, Pages: pages, Others: l.others, About: l.about,
	}
	if n > 1 {
		page.Previous = s.prefix + pageURL(l.url, n-1)
	}
	if n < pages {
		page.Next = s.prefix + pageURL(l.url, n+1)
	}
	var err error
	if page.Cards, err = s.cardsOf(part); err != nil {
		return err
	}
	return s.Theme.Render(out, "list", page)
}
