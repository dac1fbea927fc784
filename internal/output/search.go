package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

// indexFolder is where the files of the search index are, named by their bytes,
// so that what a host says of that folder, that its files never change, is true
// of all in it.
const indexFolder = "search/index/"

// indexFiles is the folder of the index of the site, or of an edition, and its
// root, the part that a browser reads first.
func (s *Site) indexFiles() (folder, root string) {
	if s.edition == nil {
		return indexFolder, "search/" + rootName
	}
	return indexFolder + s.edition.ID + "/", "search/" + s.edition.ID + "/" + rootName
}

const rootName = "root.bin"

// SearchRoot reports that a file is the root of a search index, which names the
// other files of it.
func SearchRoot(file string) bool {
	return strings.HasPrefix(file, "search/") && path.Base(file) == rootName
}

// SearchPage is the data of the search layout. Urgent is the page for those who
// cannot wait, where the site has one.
type SearchPage struct {
	Shell
	Heading string
	Urgent  *Link
	Scripts []string // asked for at once, rather than one after another

	Index, Root string // the addresses of the folder of the index, and of its root
	Browse      string // where the form leads without script
	CannotWait  string // words of the edition that cannot wait, with | between
	Phrases     string // what the scripts say in this edition, as JSON; "" in the main one
}

// urgentJourney is the slug of the journey for those who cannot wait.
const urgentJourney = "in-crisis"

// searchPage plans the page with the search form. Without script the form leads
// to every way to browse.
func searchPage(s *Site) []File {
	url, title := s.edition.URL("/search/"), s.say("Search")
	return []File{pageFile(url, "layouts/search.html", func(out *bytes.Buffer) error {
		page := &SearchPage{Shell: s.shell("search", title, s.say("Search everything on this site, in your own words."), url), Heading: title, Browse: s.prefix + "/browse/"}
		for _, name := range searchScripts {
			page.Scripts = append(page.Scripts, s.prefix+"/search/"+name+".js")
		}
		folder, root := s.indexFiles()
		page.Index, page.Root = s.prefix+"/"+folder, s.prefix+"/"+root
		if s.edition != nil {
			page.Browse, page.Phrases, page.CannotWait = page.Home, s.scriptPhrases(), strings.Join(s.edition.Urgent, "|")
		}
		if e := s.At("/journeys/" + urgentJourney + "/"); e != nil {
			link := s.link(e)
			page.Urgent = &link
		}
		return s.Theme.Render(out, "search", page)
	})}
}

// searchScripts are those that every search needs. What draws the answer comes
// after them.
var searchScripts = []string{"core", "load", "inflate", "state", "filters", "dom", "say"}

// said are the phrases that a script says: say('Show {1} more', …).
var said = regexp.MustCompile(`\bsay\('((?:[^'\\]|\\.)+)'`)

// scriptPhrases are the phrases of the search page's scripts in the words of the
// edition, as JSON.
func (s *Site) scriptPhrases() string {
	phrases := map[string]string{}
	for name, body := range s.Static {
		if !strings.HasPrefix(name, "search/") || !strings.HasSuffix(name, ".js") {
			continue
		}
		for _, m := range said.FindAllSubmatch(body, -1) {
			english := strings.ReplaceAll(string(m[1]), `\'`, "'")
			phrases[english] = s.say(english)
		}
	}
	text, _ := json.Marshal(phrases) // a map of strings always has a JSON form
	return string(text)
}

// allSearchFiles makes the index of the site, and those of its editions.
func allSearchFiles(s *Site) ([]File, error) {
	var all []File
	for _, each := range append([]*Site{s}, s.told...) {
		files, err := searchFiles(each)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	return all, nil
}

// searchFiles makes the index. What has ended, or was not checked for long, is
// not in it.
func searchFiles(s *Site) ([]File, error) {
	made, err := s.SearchIndex()
	if err != nil {
		return nil, err
	}
	folder, root := s.indexFiles()
	files := make([]File, len(made))
	for i, f := range made {
		name := folder + f.Name + ".bin"
		if f.Name == search.RootName {
			name = root
		}
		files[i] = text(name, "content", f.Body)
	}
	return files, nil
}

// SearchIndex is the files of the search index, made once.
func (s *Site) SearchIndex() ([]search.File, error) {
	s.search.once.Do(func() {
		index, err := s.Index()
		if err == nil {
			s.search.files, err = index.Files(s.Words)
		}
		if err != nil {
			s.search.err = fmt.Errorf("make the search index: %w", err)
		}
	})
	return s.search.files, s.search.err
}

// searchIndex keeps the index once it is made.
type searchIndex struct {
	once  sync.Once
	files []search.File
	err   error
}

// Index is the search index of the site, before it is written.
func (s *Site) Index() (*search.Index, error) {
	analyser, err := search.NewAnalyser(s.LangOf(s.edition))
	if err != nil {
		return nil, err
	}
	facets := facet.All(s.Settings)
	var docs []search.Doc
	for _, e := range s.Told(s.edition) {
		if s.searched(e) {
			docs = append(docs, s.doc(e, facets))
		}
	}
	index := search.Build(docs, s.searchFacets(facets), analyser, s.Words)
	index.Places, index.School = s.places(), s.school()
	return index, nil
}

// school is the days of school.
func (s *Site) school() [][2]string {
	var parts [][2]string
	for _, term := range s.Settings.Terms {
		for _, part := range term.Parts() {
			parts = append(parts, [2]string{part.Starts.String(), part.Ends.String()})
		}
	}
	return parts
}

// searched reports that an entry can be found. What is closed for a while can:
// people look for it by name.
func (s *Site) searched(e *offer.Entry) bool {
	return e.Kind != "comment" && (s.Listed(e) || s.State(e) == offer.TemporarilyClosed)
}

// mainFacets are those whose counts a reader sees at once.
var mainFacets = []string{"need", "area", "category", "tier", "way-in"}

const kindFacet = "kind"

// kindWeights put what answers a family before what is about it: a guide before
// the meaning of a word, a club before the group that runs it.
var kindWeights = map[string]float64{
	"activity": 1, "guide": 1.2, "journey": 1, "page": 0.8, "provider": 0.4, "term": 0.3,
}

// searchFacets describes the facets for the browser: the kinds of page first,
// then those of the lists. Ages are numbers in a search, not bands.
func (s *Site) searchFacets(facets []facet.Facet) []search.Facet {
	kinds := search.Facet{Name: kindFacet, Title: s.say("What to show"), Always: true}
	for _, k := range kind.All {
		kinds.Values = append(kinds.Values, search.Value{ID: k.Name, Label: s.say(k.Plural)})
	}
	out := []search.Facet{kinds}
	for _, f := range facets {
		if f.Name == "age" {
			continue
		}
		described := search.Facet{Name: f.Name, Title: s.nameText(f.Title), Every: f.Every, More: !slices.Contains(mainFacets, f.Name)}
		for _, v := range f.Values {
			described.Values = append(described.Values, search.Value{ID: v.ID, Label: s.nameText(v.Label), Words: v.Words})
		}
		out = append(out, described)
	}
	return out
}

func (s *Site) doc(e *offer.Entry, facets []facet.Facet) search.Doc {
	card := s.cardOf(e)
	d := search.Doc{
		URL: s.prefix + e.URL(), Title: e.Title, By: card.Provider, Summary: e.Summary, Glance: card.glance(), Note: card.Note,
		Kind: e.Kind, Weight: kindWeights[e.Kind], Ages: [2]int{-1, -1}, Values: map[string][]int{},
		Sort: strings.Join([]string{e.Kind, s.order(e, "category"), s.order(e, "areas"), s.order(e, "tier"), e.Slug}, "\x00"),
	}
	if s.State(e) == offer.TemporarilyClosed {
		d.Note = s.putText(offer.FreshnessOf(e, s.Today, &s.Review).Warning)
	}
	if ages := e.AgeRange(); ages.Stated() {
		d.Ages = [2]int{ages.From, min(ages.To, 100)}
	}
	for i, k := range kind.All {
		if k.Name == e.Kind {
			d.Values[kindFacet] = []int{i}
		}
	}
	for i := range facets {
		for _, id := range facets[i].Reading(e) {
			at := slices.IndexFunc(facets[i].Values, func(v facet.Value) bool { return v.ID == id })
			d.Values[facets[i].Name] = append(d.Values[facets[i].Name], at)
		}
	}
	d.Fields = s.fields(e, card)
	days := offer.SpanOf(e.Sessions())
	d.Days = [2]int{days.Starts.Since1970(), days.Ends.Since1970()}
	d.Weeks = offer.WeeksOf(e.Sessions())
	d.Lat, d.Lon = s.position(e)
	return d
}

// order is the place of an entry's value in its vocabulary, for sorting: what a
// council puts first, a search with no words shows first.
func (s *Site) order(e *offer.Entry, field string) string {
	v := s.Vocabulary(field)
	if v == nil {
		return ""
	}
	return fmt.Sprintf("%03d", 1+slices.Index(v.IDs(), e.Tag(field)))
}

// fields are the words of an entry that can be searched. A masked address is
// not among them: Venue.Lines leaves it out.
func (s *Site) fields(e *offer.Entry, card Card) [6]string {
	also := append(slices.Clone(e.Also), s.tagWords(e)...)
	facts := card.glance()
	if t, ok := e.Detail.(*kind.Term); ok {
		also = append(also, t.Full)
	}
	if j, ok := e.Detail.(*kind.Journey); ok {
		facts = append(facts, j.Worry)
	}
	for _, g := range s.facts(e) {
		for _, fact := range g.Facts {
			if g.ID == "contact" || fact.Past || fact.Mark == "ask" || fact.Mark == "no" {
				continue
			}
			if fact.Mark != "" {
				facts = append(facts, fact.Label)
			}
			for _, item := range fact.Items {
				facts = append(facts, item.Text)
			}
		}
	}
	return [6]string{
		search.FieldTitle: e.Title, search.FieldAlso: strings.Join(also, "\n"), search.FieldSummary: e.Summary,
		search.FieldProvider: card.Provider, search.FieldFacts: strings.Join(facts, "\n"), search.FieldBody: e.Body.Text(),
	}
}

// tagWords are what families call the values that an entry carries.
func (s *Site) tagWords(e *offer.Entry) []string {
	var words []string
	for i := range s.Vocabularies {
		v := &s.Vocabularies[i]
		for _, id := range e.Tags[v.Field] {
			if value := v.Value(id); value != nil && v.Field != "needs" {
				words = append(words, value.Words...)
			}
		}
	}
	return words
}

// position is the place of an entry's town: near enough for "about 2 miles",
// and the same for a masked address as for its neighbours.
func (s *Site) position(e *offer.Entry) (lat, lon float64) {
	v := e.Venue()
	if v == nil {
		return 0, 0
	}
	for _, town := range s.Settings.Places {
		if slices.Contains(town.Postcodes, v.Postcode.District()) || strings.EqualFold(town.Name, v.Town) {
			return town.Lat, town.Lon
		}
	}
	return 0, 0
}

func (s *Site) places() []search.Place {
	places := make([]search.Place, len(s.Settings.Places))
	for i, p := range s.Settings.Places {
		places[i] = search.Place{Name: p.Name, Area: p.Area, Postcodes: p.Postcodes, Lat: p.Lat, Lon: p.Lon}
	}
	return places
}
