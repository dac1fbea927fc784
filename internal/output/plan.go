// Package output says what is published: every file of the site, planned
// before any is made. A planned file is its path and a way to make its bytes;
// planning is cheap, and making is pure, so that a build can make all files on
// all cores, and a preview only the one that is asked for.
//
// Each sort of output is one file here and one line in outputs.
package output

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
	"github.com/localoffer/localoffer/internal/theme"
)

// File is one file of the finished site.
type File struct {
	Path   string       // within the site, without a first slash
	From   string       // the file of content, layout or static it is made from, for problems
	Entry  *offer.Entry // whose page it is, or nil
	Render func(*bytes.Buffer) error
	Listed bool // in the site map for search engines
	Paged  bool // the second or a later page of a list
}

// URL is the address at which a browser finds the file.
func (f *File) URL() string {
	if folder, found := strings.CutSuffix("/"+f.Path, "/index.html"); found {
		return folder + "/"
	}
	return "/" + f.Path
}

// Admin reports that the file is part of the form for editors: nothing that a
// family or a search engine should find.
func (f *File) Admin() bool { return strings.HasPrefix(f.Path, adminFolder) }

// adminFolder is where a site may have a form for its editors.
const adminFolder = "admin/"

// HTML reports that the file is a page.
func (f *File) HTML() bool { return strings.HasSuffix(f.Path, ".html") }

// Plan is every file of a site, in the order of their paths.
type Plan struct {
	Files []File

	byURL map[string]*File
	late  func() ([]File, error) // files whose names are known only once they are made
}

// At is the file with an address, or nil.
func (p *Plan) At(url string) *File { return p.byURL[url] }

// Expand adds the files that are made all at once, the search index, to the
// plan. A build does so before it renders; a preview only when one is asked for.
func (p *Plan) Expand() error {
	if p.late == nil {
		return nil
	}
	files, err := p.late()
	if err != nil {
		return err
	}
	p.late = nil
	p.Files = append(p.Files, files...)
	for i := range p.Files {
		p.byURL[p.Files[i].URL()] = &p.Files[i]
	}
	return nil
}

// Site is what outputs are made from.
type Site struct {
	*offer.Catalogue
	Theme   *theme.Theme
	Static  map[string][]byte // path within the site to contents
	Words   *search.Synonyms  // what families call things
	Content string            // a hash of all that was read
	Lists   [][]facet.List

	Published map[string]bool // the addresses that were published before

	prefix string
	cards  cards
	frame  *frame
	rows   rows
	short  []shortForm
	search searchIndex
	turns  turns
}

// outputs are what is published, one sort of file each.
var outputs = []func(*Site) []File{
	home, entryPages, listPages, kindPages, browse, searchPage, glossary, alphabet, siteMapPage, notFound,
	redirects, feed, robots, static, buildInfo, keptLists, timetable, duePage,
}

// Make plans all files. Two that want the same path are a problem.
func Make(s *Site) (*Plan, []offer.Problem) {
	s.prefix = s.Prefix()
	s.cards = newCards(s)
	s.frame = newFrame(s)
	s.short = shortForms(s)
	s.Lists = facet.Lists(s.Catalogue, facet.All(s.Settings))
	p := &Plan{}
	for _, output := range outputs {
		p.Files = append(p.Files, output(s)...)
	}
	p.Files = append(p.Files, siteMap(s, p.Files)...)
	slices.SortStableFunc(p.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	var problems offer.Problems
	problems.Join(s.frame.check(s))
	p.byURL = make(map[string]*File, len(p.Files))
	twins := make(map[string]*File, len(p.Files))
	p.late = func() ([]File, error) { return searchFiles(s) }
	for i := range p.Files {
		f := &p.Files[i]
		if twin := twins[strings.ToLower(f.Path)]; twin != nil {
			problems.Add(offer.Place{File: f.From}, fmt.Sprintf("the address %s is taken already, by %s", f.URL(), twin.From), "give one of the two another name")
			continue
		}
		twins[strings.ToLower(f.Path)] = f
		p.byURL[f.URL()] = f
	}
	return p, problems.All()
}

// pageFile plans a page at an address that ends in a slash.
func pageFile(url, from string, render func(*bytes.Buffer) error) File {
	return File{Path: strings.TrimPrefix(url, "/") + "index.html", From: from, Render: render, Listed: true}
}

// text plans a file whose bytes are at hand.
func text(name, from string, body []byte) File {
	return File{Path: name, From: from, Render: func(out *bytes.Buffer) error {
		_, err := out.Write(body)
		return err
	}}
}
