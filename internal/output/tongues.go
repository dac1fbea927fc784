package output

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// EditionLink leads to an edition, or to a page in it, under the name that its
// own readers call it by.
type EditionLink struct {
	Text, URL string
	Absolute  string // the whole address
	Lang, Dir string
}

func (s *Site) editionLink(ed *offer.Edition, url string) EditionLink {
	return EditionLink{Text: s.editionName(ed), URL: s.prefix + url, Absolute: s.Absolute(url), Lang: s.LangOf(ed), Dir: ed.Direction()}
}

// editionName is what to call an edition. To readers of the site's own language
// the main one is the one with all the words.
func (s *Site) editionName(ed *offer.Edition) string {
	switch {
	case ed != nil:
		return ed.Name
	case s.edition.Simple():
		return s.say("The full page")
	}
	return s.LanguageName
}

// twins are the other editions in which the entry of a page is told.
func (s *Site) twins(e *offer.Entry) []EditionLink {
	var links []EditionLink
	for _, twin := range s.Twins(e) {
		links = append(links, s.editionLink(twin.Edition, twin.URL()))
	}
	return links
}

// topOf prints the way around above an entry that is told in several editions:
// each language leads to the entry itself, where it is told in it, and else to the
// language's home page.
func (s *Site) topOf(page *EntryPage) (template.HTML, error) {
	if len(page.Twins) == 0 {
		return page.Top, nil // as it was printed for all
	}
	sh := page.Shell
	sh.Nav, sh.Editions = s.navFrom(page.Entry.URL()), slices.Clone(sh.Editions)
	for _, twin := range page.Twins {
		for i := range sh.Editions {
			if sh.Editions[i].Lang == twin.Lang {
				sh.Editions[i] = twin
			}
		}
		for i := range sh.Nav {
			if sh.Nav[i].Lang == twin.Lang && !s.edition.Simple() { // else it is called “The whole site”
				sh.Nav[i].URL = twin.URL
			}
		}
	}
	var out bytes.Buffer
	err := s.Theme.Render(&out, "top", sh)
	return trusted(strings.TrimSpace(out.String())), err
}
