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
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

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

// Plan is every file of a site, but for those that Expand adds.
type Plan struct {
	Files []File

	byPath  map[string]*File       // by its folded path
	clashes []offer.Problem        // two files with one address
	late    func() ([]File, error) // files whose names are known only once they are made
}

// At is the file with an address, or nil.
func (p *Plan) At(url string) *File {
	name, rooted := strings.CutPrefix(url, "/")
	switch {
	case !rooted || strings.HasSuffix(url, "/index.html"): // which is the address of its folder
		return nil
	case strings.HasSuffix(url, "/"):
		name += "index.html"
	}
	if f := p.byPath[folded(name)]; f != nil && f.Path == name {
		return f
	}
	return nil
}

// Late is one of the files that are made all at once, the search index, or nil.
// They are made when the first of them is asked for.
func (p *Plan) Late(url string) (*File, error) {
	files, err := p.late()
	if i := slices.IndexFunc(files, func(f File) bool { return f.URL() == url }); i >= 0 {
		return &files[i], nil
	}
	return nil, err
}

// Expand adds the files that are made all at once to the plan, and puts all
// files in the order of their paths, as a build needs them. The problems are the
// addresses that only now are taken twice.
func (p *Plan) Expand() ([]offer.Problem, error) {
	files, err := p.late()
	if err != nil {
		return nil, err
	}
	p.late = func() ([]File, error) { return nil, nil }
	p.Files = append(p.Files, files...)
	slices.SortFunc(p.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	told := len(p.clashes) > 0
	if p.index(); told {
		return nil, nil
	}
	return p.clashes, nil
}

// folded is a path in small letters, with each letter written in one way: é may
// be one character or two (Unicode's normal form C).
func folded(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// index finds every file by its path. Two that differ in no more than capitals,
// or in how a letter is written, are a problem: there are disks that cannot keep
// both, and people who cannot tell them apart. So is a file with the name of a
// folder.
func (p *Plan) index() {
	var problems offer.Problems
	p.byPath = make(map[string]*File, len(p.Files))
	for i := range p.Files {
		f := &p.Files[i]
		small := folded(f.Path)
		if twin := p.byPath[small]; twin != nil {
			problems.Add(offer.Place{File: f.From}, fmt.Sprintf("the address %s is taken already, by %s", f.URL(), twin.From), "give one of the two another name")
			continue
		}
		p.byPath[small] = f
	}
	problems.Join(p.inFiles())
	p.clashes = problems.All()
}

// inFiles tells of each file that would have to be a folder as well.
func (p *Plan) inFiles() []offer.Problem {
	var problems offer.Problems
	told := map[*File]bool{}
	for i := range p.Files {
		inside := &p.Files[i]
		for folder := path.Dir(inside.Path); folder != "."; folder = path.Dir(folder) {
			if f := p.byPath[folded(folder)]; f != nil && !told[f] {
				told[f] = true
				problems.Add(offer.Place{File: f.From}, fmt.Sprintf("the address /%s is that of a file here, and of a folder for %s", f.Path, inside.From), "give one of the two another name")
			}
		}
	}
	return problems.All()
}

// Site is what outputs are made from.
type Site struct {
	*offer.Catalogue
	Theme   *theme.Theme
	Static  map[string][]byte // path within the site to contents
	Words   *search.Synonyms  // what families call things
	Content func() string     // a hash of all that was read

	Published map[string]bool // the addresses that were published before

	edition *offer.Edition // in which it is told
	told    []*Site        // the site in other editions

	prefix  string
	shelves *facet.Shelves
	frame   *frame
	cards   sync.Map // of *printed, by entry: each is printed once, however many lists it is in
	rows    rows
	short   []shortForm
	search  searchIndex
	turns   turns
}

// outputs are what is published, one sort of file each.
var outputs = []func(*Site) []File{
	home, entryPages, listPages, kindPages, browse, searchPage, glossary, alphabet, siteMapPage, notFound,
	editions, redirects, feed, robots, static, buildInfo, keptLists, timetable, duePage, hosts,
}

// Make plans all files. From the site before, where there is one, it takes over
// how activities are sorted into lists.
func Make(s, before *Site) (*Plan, []offer.Problem) {
	s.prefix = s.Prefix()
	s.short = shortForms(s)
	s.shelves = facet.Shelve(s.Catalogue, before.sorted())
	for _, ed := range s.Editions {
		if len(s.Told(ed)) > 0 {
			s.told = append(s.told, s.in(ed))
		}
	}
	s.frame = newFrame(s) // which leads to all editions
	for _, told := range s.told {
		told.frame.homes = told.homesOf(s.told)
	}
	p := &Plan{late: sync.OnceValues(func() ([]File, error) { return allSearchFiles(s) })}
	all := make([][]File, len(outputs))
	for i, output := range outputs {
		all[i] = output(s)
	}
	p.Files = slices.Concat(all...)
	p.Files = append(p.Files, siteMap(s, p.Files)...)
	var problems offer.Problems
	for _, each := range append([]*Site{s}, s.told...) {
		problems.Join(each.frame.check(each))
	}
	p.index()
	problems.Join(p.clashes)
	return p, problems.All()
}

func (s *Site) sorted() *facet.Shelves {
	if s == nil {
		return nil
	}
	return s.shelves
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
