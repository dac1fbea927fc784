package compare

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/audit"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Two websites that were built are compared by what stands on their pages, and
// by nothing else: there is no hidden copy of the content in a website, so
// nothing can be told here that a family could not have read.

// ErrNotBuilt is given for a folder that holds no website of this program's.
var ErrNotBuilt = errors.New("it holds no website that localoffer built")

// ErrNotWhole is given for a copy of a website that has not all of its pages.
var ErrNotWhole = errors.New("the website was not copied whole")

// Website is a published website, read back.
type Website struct {
	AsOf      string // the day for which it was built
	entries   map[string]entryPage
	addresses map[string]bool // of all its pages but the later ones of lists
	listed    map[string]bool // those that a search engine is led to
}

// entryPage is the page of one entry.
type entryPage struct {
	entry *offer.Entry // its kind, slug, title and summary
	page  audit.Page
}

// IsBuilt reports that a folder holds a website that this program built.
func IsBuilt(folder fs.FS) bool {
	_, err := builtAsOf(folder)
	return err == nil
}

func builtAsOf(folder fs.FS) (string, error) {
	text, err := fs.ReadFile(folder, "build.json")
	if err != nil {
		return "", ErrNotBuilt
	}
	var info struct{ Generator, AsOf string }
	if json.Unmarshal(text, &info) != nil || info.Generator != "localoffer" {
		return "", ErrNotBuilt
	}
	return info.AsOf, nil
}

// ReadWebsite reads a website that was built: the folder that build wrote, or a
// copy of what a host sends.
func ReadWebsite(folder fs.FS) (*Website, error) {
	asOf, err := builtAsOf(folder)
	if err != nil {
		return nil, err
	}
	w := &Website{AsOf: asOf, entries: map[string]entryPage{}, addresses: map[string]bool{}}
	if w.listed, err = listedIn(folder); err != nil {
		return nil, err
	}
	err = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || path.Ext(name) != ".html" {
			return err
		}
		address := addressOf(name)
		if passing(address) {
			return nil
		}
		w.addresses[address] = true
		return w.readEntry(folder, name, address)
	})
	if err != nil {
		return nil, err
	}
	return w, w.whole()
}

// whole tells of a copy from which pages are missing: they would count as gone, or
// as new.
func (w *Website) whole() error {
	var missing []string
	for _, address := range slices.Sorted(maps.Keys(w.listed)) {
		if !w.addresses[address] && !passing(address) {
			missing = append(missing, address)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d of the %d pages that its site map lists are missing, such as %s", ErrNotWhole, len(missing), len(w.listed), missing[0])
}

// passing are pages that nobody keeps the address of: the later ones of a list,
// the form for editors, the page for what is not there.
func passing(address string) bool {
	return address == "/404.html" || strings.HasPrefix(address, "/admin/") || strings.Contains(address, "/page/")
}

func addressOf(name string) string {
	if folder, found := strings.CutSuffix("/"+name, "/index.html"); found {
		return folder + "/"
	}
	return "/" + name
}

// readEntry reads the page of an entry, and passes over every other page.
func (w *Website) readEntry(folder fs.FS, name, address string) error {
	parts := strings.Split(strings.Trim(address, "/"), "/")
	if len(parts) != 2 || kind.Of(parts[0]) == nil {
		return nil
	}
	body, err := fs.ReadFile(folder, name)
	if err != nil {
		return err
	}
	p := audit.ReadPage(body)
	e := &offer.Entry{Kind: kind.Of(parts[0]).Name, Folder: parts[0], Slug: parts[1], Title: p.Heading, Summary: p.Lead}
	w.entries[address] = entryPage{e, p}
	return nil
}

// listedIn are the addresses in the site map, without the path below which the
// website stands: its first address is that of the first page.
func listedIn(folder fs.FS) (map[string]bool, error) {
	text, err := fs.ReadFile(folder, "sitemap.xml")
	if err != nil {
		return nil, fmt.Errorf("read the site map: %w", err)
	}
	var sitemap struct {
		Pages []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(text, &sitemap); err != nil {
		return nil, fmt.Errorf("read the site map: %w", err)
	}
	var paths []string
	for _, page := range sitemap.Pages {
		if u, err := url.Parse(page); err == nil {
			paths = append(paths, u.Path)
		}
	}
	if len(paths) == 0 {
		return map[string]bool{}, nil
	}
	prefix := strings.TrimSuffix(slices.MinFunc(paths, func(a, b string) int { return len(a) - len(b) }), "/")
	listed := make(map[string]bool, len(paths))
	for _, p := range paths {
		listed[strings.TrimPrefix(p, prefix)] = true
	}
	return listed, nil
}

// Websites compares two websites that were built.
func Websites(before, after *Website) Report {
	r := Report{Note: note(before, after), Gaps: emptied(before, after)}
	for _, address := range slices.Sorted(maps.Keys(before.entries)) {
		was := before.entries[address]
		now, there := after.entries[address]
		switch {
		case before.listed[address] && !after.listed[address]:
			r.Removed = append(r.Removed, Removed{Entry: was.entry, Why: why(now)})
		case !there || !after.listed[address] || !before.listed[address]:
		default:
			if facts := changed(was.rows(), now.rows()); len(facts) > 0 {
				r.Changed = append(r.Changed, Changed{now.entry, facts})
			} else if was.page.Words != now.page.Words {
				r.Edited++
			}
		}
	}
	for _, address := range slices.Sorted(maps.Keys(after.entries)) {
		if _, was := before.entries[address]; after.listed[address] && (!was || !before.listed[address]) {
			r.Added = append(r.Added, after.entries[address].entry)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(before.addresses)) {
		if !after.addresses[address] {
			r.Gone = append(r.Gone, address)
		}
	}
	return r
}

// why is what a page that is no longer listed says, or where it leads.
func why(p entryPage) string {
	if p.page.LeadsTo != "" {
		return "Its address leads to " + p.page.LeadsTo + " now."
	}
	return p.page.Warning
}

// rows are the facts of a page: its name and summary, then those below.
func (p entryPage) rows() []row {
	all := []row{{"", "Name", p.page.Heading}, {"", "Summary", p.page.Lead}}
	if p.page.Warning != "" {
		all = append(all, row{"", "Warning", p.page.Warning})
	}
	for _, r := range p.page.Rows {
		all = append(all, row{r.Part, r.Label, r.Text})
	}
	return all
}

// emptied are the lists that had something on them and have nothing now: their
// pages stay, and no search engine is led there any more.
func emptied(before, after *Website) []string {
	var lists []string
	for _, address := range slices.Sorted(maps.Keys(before.listed)) {
		_, entry := before.entries[address]
		if !entry && !passing(address) && !after.listed[address] && after.addresses[address] {
			lists = append(lists, "the list at "+address)
		}
	}
	return lists
}

// note says what was compared, and what cannot be told from it.
func note(before, after *Website) string {
	text := "Read from the published pages. What was the only one of its sort, which topics of the law are covered and what falls due are told by comparing the content."
	if before.AsOf != after.AsOf {
		text += fmt.Sprintf(" The first was built for %s and the second for %s, so some of this may have changed by itself.", dayWords(before.AsOf), dayWords(after.AsOf))
	}
	return text
}

func dayWords(day string) string {
	if d, ok := offer.ParseDate(day); ok {
		return d.Words()
	}
	return "another day"
}
