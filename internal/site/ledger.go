package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// No address ever dies. Families keep addresses, print them and send them on,
// so the ledger remembers every one that was ever published, and a build that
// would let one vanish says so.

// AddressesName is where a site keeps its ledger of addresses, one a line.
const AddressesName = "content/addresses.txt"

// recorded is one line of the ledger.
type recorded struct {
	url string
	at  offer.Place
}

// addresses is the ledger as it was read: its lines, and what an editor noted
// between them.
type addresses struct {
	lines []recorded
	notes []string
}

// readAddresses reads the ledger of a site. A site need not have one.
func readAddresses(folder fs.FS, _ Options) (addresses, []offer.Problem, error) {
	text, err := fs.ReadFile(folder, AddressesName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return addresses{}, nil, fmt.Errorf("read %s: %w", AddressesName, err)
	}
	list, problems := parseAddresses(string(text))
	return list, problems, nil
}

// parseAddresses forgives what a merge of two ledgers leaves behind, lines out
// of order or twice, and reports what cannot be an address.
func parseAddresses(text string) (addresses, []offer.Problem) {
	var list addresses
	var problems offer.Problems
	seen := map[string]bool{}
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		at := offer.Place{File: AddressesName, Line: i + 1, Col: 1}
		switch {
		case line == "" || seen[line]:
		case strings.HasPrefix(line, "#"):
			list.notes = append(list.notes, line)
		case !validAddress(line):
			problems.Add(at, "“"+line+"” is not the address of a page", "write it from the first slash to the last, like /activities/sunday-swim/, or take the line out")
		default:
			list.lines = append(list.lines, recorded{line, at})
		}
		seen[line] = true
	}
	return list, problems.All()
}

// set is the addresses to be looked up.
func (list addresses) set() map[string]bool {
	urls := make(map[string]bool, len(list.lines))
	for _, r := range list.lines {
		urls[r.url] = true
	}
	return urls
}

// validAddress reports that a build could have published a page there.
func validAddress(url string) bool {
	inside, rooted := strings.CutPrefix(url, "/")
	if inside == "" {
		return rooted
	}
	name, folder := strings.CutSuffix(inside, "/")
	if strings.HasSuffix(url, "/index.html") {
		return false // a page is recorded by its folder
	}
	return rooted && fs.ValidPath(name) && name != "." && (folder || strings.HasSuffix(name, ".html")) &&
		!strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`<>"?#\`, r) })
}

// vanished reports each recorded address at which nothing will be: no page, no
// tombstone, and nothing that leads on.
func (list addresses) vanished(plan *output.Plan, settings *offer.Settings) []offer.Problem {
	var problems offer.Problems
	for _, r := range list.lines {
		if plan.At(r.url) == nil {
			problems.Advise(r.at, "the address "+r.url+" was published, and now nothing is there", mendAddress(r.url, settings))
		}
	}
	return problems.All()
}

// mendAddress says how an address is kept alive: by what was there, or by what
// families should find instead.
func mendAddress(url string, settings *offer.Settings) string {
	moved := "if there is something better to find, write " + url + " under aliases: of that entry"
	folder, slug, _ := strings.Cut(strings.Trim(url, "/"), "/")
	switch {
	case slug == "" && kind.Of(folder) != nil:
		return "put an entry back into content/" + folder + "; or, " + moved
	case slug != "" && kind.Of(folder) != nil:
		return "put content/" + folder + "/" + slug + ".md back, with closed: and why if it is no more; or, " + moved
	case slug != "" && slices.ContainsFunc(settings.Vocabularies, func(v offer.Vocabulary) bool { return v.Address == folder }):
		return "put the value " + slug + " back in config.toml; or, " + moved
	}
	return moved
}

// published are the addresses of all pages that a ledger should remember. The
// later pages of a list come and go with its length, and nobody keeps them.
func published(plan *output.Plan) []string {
	var urls []string
	for i := range plan.Files {
		if f := &plan.Files[i]; f.HTML() && !f.Paged && !f.Admin() && f.Path != "404.html" {
			urls = append(urls, f.URL())
		}
	}
	return urls
}

// Record adds the addresses of the site's pages to the ledger in a site's
// folder. It takes none out, and says how many were new. The file is replaced
// in one step, and not touched where there is nothing to add.
func (s *Site) Record(folder string) (int, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return 0, err
	}
	list, _, err := readAddresses(root.FS(), Options{}) // a line that cannot be read stopped the build
	_ = root.Close()                                    // it was only read by
	if err != nil {
		return 0, err
	}
	text, added := list.with(published(s.Plan))
	if added == 0 {
		return 0, nil
	}
	return added, Replace(folder, AddressesName, []byte(text))
}

// with is the text of the ledger with more addresses in it, in order, and how
// many of them are new.
func (list addresses) with(more []string) (string, int) {
	urls := make([]string, 0, len(list.lines)+len(more))
	for _, r := range list.lines {
		urls = append(urls, r.url)
	}
	known := len(urls)
	urls = append(urls, more...)
	slices.Sort(urls)
	urls = slices.Compact(urls)
	return strings.Join(append(slices.Clone(list.notes), urls...), "\n") + "\n", len(urls) - known
}
