package output

import (
	"bytes"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

// An edition is a small site over the same catalogue: a page for each entry that
// is told in it, a home page that lists them, and a search of its own. What is
// not told in it is shown as it is, and marked with its language (WCAG 3.1.2).

// in is the site as it is told in another edition.
func (s *Site) in(ed *offer.Edition) *Site {
	told := &Site{
		Catalogue: s.Catalogue, Theme: s.Theme, Static: s.Static, Words: &search.Synonyms{}, Content: s.Content,
		edition: ed, prefix: s.prefix, shelves: s.shelves,
	}
	if ed.Simple() {
		told.Words, told.short = s.Words, s.short
	}
	told.frame = newFrame(told)
	return told
}

// In is the site as it is told in an edition, by its name; "" is the main one.
// It is nil where nothing is told in it.
func (s *Site) In(edition string) *Site {
	if edition == "" {
		return s
	}
	for _, told := range s.told {
		if told.edition.ID == edition {
			return told
		}
	}
	return nil
}

// editions plans the pages of every edition in which some entry is told.
func editions(s *Site) []File {
	var files []File
	for _, told := range s.told {
		files = append(files, entryPages(told)...)
		files = append(files, told.editionHome())
		files = append(files, searchPage(told)...)
	}
	return append(files, s.untold(files)...)
}

// editionHome plans the page that lists all that is told in an edition.
func (s *Site) editionHome() File {
	url := s.edition.URL("/")
	return pageFile(url, s.edition.File, func(out *bytes.Buffer) error {
		heading := s.say("What would help your family today?")
		page := &IndexPage{Shell: s.shell("edition", heading, "", url), Heading: heading, Intro: s.say("The pages below are in this language. The rest of the site is in English.")}
		for _, k := range worriesFirst() {
			if links := s.toldOf(k); len(links) > 0 {
				page.Groups = append(page.Groups, LinkGroup{ID: k.Folder, Title: s.say(k.Plural), Links: links})
			}
		}
		page.Twins = append([]EditionLink{s.editionLink(nil, "/")}, s.frame.homes...)
		return s.Theme.Render(out, "index", page)
	})
}

// worriesFirst are the kinds in the order of an edition's home page. Whoever has
// few pages to go by should see at once where help is.
func worriesFirst() []kind.Kind {
	journey := func(k kind.Kind) bool { return k.Name == "journey" }
	kinds := slices.DeleteFunc(slices.Clone(kind.All), journey)
	return slices.Insert(kinds, 0, kind.All[slices.IndexFunc(kind.All, journey)])
}

// toldOf are the links to what is told of a kind, the page for those who cannot
// wait before all others.
func (s *Site) toldOf(k kind.Kind) []Link {
	var links []Link
	for _, e := range s.Told(s.edition) {
		switch {
		case e.Kind != k.Name || !s.Listed(e):
		case e.Slug == urgentJourney:
			links = append([]Link{s.link(e)}, links...)
		default:
			links = append(links, s.link(e))
		}
	}
	return links
}

// untold plans a page at each address that was published for what is no longer
// told in an edition. It leads to the original, and to the home page of the site
// where an edition has nothing left.
func (s *Site) untold(planned []File) []File {
	taken := map[string]bool{}
	for i := range planned {
		taken[planned[i].URL()] = true
	}
	for _, e := range s.Everything() {
		for _, alias := range e.Aliases {
			taken[alias.URL] = true
		}
	}
	var files []File
	for _, ed := range s.Settings.Editions {
		for url := range s.Published {
			main, within := strings.CutPrefix(url, "/"+ed.ID+"/")
			if !within || taken[url] {
				continue
			}
			to, title := "/"+main, s.Settings.Title
			if original := s.At(to); original != nil {
				title = original.Title
			} else if main != "" && to != "/search/" {
				continue // the address of nothing that there is: the ledger says so
			}
			files = append(files, s.redirect(url, ed.File, to, title))
		}
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// say is what the site says, in the words of the edition.
func (s *Site) say(english string, parts ...string) string { return s.edition.Say(english, parts...) }

// put puts a text made of English words into those of the edition. Where that
// cannot be done it is the text and its language.
func (s *Site) put(text string) (words, lang string) {
	words, known := s.edition.Put(text)
	if !known && text != "" {
		lang = s.Language
	}
	return words, lang
}

// name is put for what the settings or the program name, and an editor of words
// can put: where it cannot be, that is noted.
func (s *Site) name(text string) (words, lang string) {
	words, lang = s.put(text)
	if lang != "" {
		s.say(text)
	}
	return words, lang
}

// nameText is name for what stands where no language can be marked.
func (s *Site) nameText(text string) string {
	words, _ := s.name(text)
	return words
}

// putText is put for what stands where no language can be marked.
func (s *Site) putText(text string) string {
	words, _ := s.put(text)
	return words
}

// here is an entry as it is told in the edition, or as it is where it is not.
func (s *Site) here(e *offer.Entry) *offer.Entry {
	if twin := s.TwinIn(s.edition, e); twin != nil {
		return twin
	}
	return e
}

// offered are those of some entries that a page leads to. From Easy Read one is
// led to Easy Read, where there is any: what has many words is less of a help.
func (s *Site) offered(entries []*offer.Entry) []*offer.Entry {
	if s.edition == nil || s.edition.ID != offer.EasyRead {
		return entries
	}
	told := slices.DeleteFunc(slices.Clone(entries), func(e *offer.Entry) bool { return s.TwinIn(s.edition, e) == nil })
	if len(told) == 0 {
		return entries
	}
	return told
}

// tongue is the language in which an entry is told, where it is not the page's.
func (s *Site) tongue(e *offer.Entry) string {
	if e.Edition == s.edition || s.edition.Simple() && e.Edition.Simple() {
		return ""
	}
	return s.LangOf(e.Edition)
}

// elsewhere is the language of the site's own pages, where it is not the page's:
// that of whatever is told in the main edition alone.
func (s *Site) elsewhere() string {
	if s.edition.Simple() {
		return ""
	}
	return s.Language
}

// Telling says of a page how it came to be in its edition.
type Telling struct {
	Original string // the address of the original
	Behind   bool   // the original says something else by now
	By       string // in a sentence: a machine translated this
	On       string // in a sentence: on which day
}

func (s *Site) telling(e *offer.Entry) *Telling {
	if e.Edition == nil {
		return nil
	}
	t := &Telling{Original: s.prefix + e.MainURL(), Behind: s.Behind(e), On: s.say("This page was written on {1}.", s.putText(e.Twin.On.Words()))}
	switch e.Twin.How {
	case offer.ByMachine:
		t.By = s.say("A machine translated this page, and nobody has read it through. It may have mistakes.")
	case "machine-then-person":
		t.By = s.say("A machine translated this page, and a person read it through.")
	}
	return t
}
