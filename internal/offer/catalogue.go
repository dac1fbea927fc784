package offer

import (
	"cmp"
	"slices"
	"strings"
)

// Catalogue is all the entries, linked: every reference checked, and the
// indexes that pages need, so that no page ever looks through all entries.
type Catalogue struct {
	*Settings
	Today   Date
	Entries []*Entry // by kind in the order of kindOrder, then by title

	byKind   map[string][]*Entry
	byURL    map[string]*Entry
	bySlug   map[string][]*Entry
	provides map[string][]*Entry
	about    map[*Entry][]*Entry
	alike    map[areaKey][]*Entry
	places   map[*Entry]int
	traits   map[*Entry]traits
	tagged   map[tagKey][]*Entry
	listed   []*Entry
}

// kindOrder decides which entry a bare slug means where two kinds share it.
var kindOrder = []string{"activity", "guide", "journey", "provider", "page", "term", "comment"}

// Link joins entries into a catalogue as of a day and reports every reference
// that leads nowhere.
func Link(settings *Settings, entries []*Entry, today Date) (*Catalogue, []Problem) {
	c := &Catalogue{
		Settings: settings, Today: today, Entries: slices.Clone(entries),
		byKind: map[string][]*Entry{}, byURL: make(map[string]*Entry, len(entries)),
		bySlug: make(map[string][]*Entry, len(entries)), provides: map[string][]*Entry{},
		about: map[*Entry][]*Entry{}, alike: map[areaKey][]*Entry{}, places: map[*Entry]int{}, traits: make(map[*Entry]traits, len(entries)),
		tagged: map[tagKey][]*Entry{},
	}
	slices.SortFunc(c.Entries, func(a, b *Entry) int {
		return cmp.Or(
			cmp.Compare(slices.Index(kindOrder, a.Kind), slices.Index(kindOrder, b.Kind)),
			strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)),
			strings.Compare(a.Slug, b.Slug),
		)
	})
	for _, e := range c.Entries {
		c.byKind[e.Kind] = append(c.byKind[e.Kind], e)
		c.byURL[e.URL()] = e
		c.bySlug[e.Slug] = append(c.bySlug[e.Slug], e)
	}
	var problems Problems
	for _, guide := range settings.guides() {
		c.checkRef(guide, &problems)
	}
	for _, e := range c.Entries {
		c.index(e)
		c.checkRefs(e, &problems)
		c.checkAliases(e, &problems)
	}
	return c, problems.All()
}

// index files an entry under what other pages will ask for.
func (c *Catalogue) index(e *Entry) {
	if d, ok := e.Detail.(Provided); ok && c.Listed(e) {
		if p := c.Find(d.ProvidedBy()); p != nil { // it may be written as providers/harbour-play
			c.provides[p.Slug] = append(c.provides[p.Slug], e)
		}
	}
	if e.Kind == "comment" {
		for _, ref := range refs(e) {
			if about := c.Find(ref); about != nil {
				c.about[about] = append(c.about[about], e)
			}
		}
	}
	if e.Kind == "activity" {
		c.traits[e] = c.traitsOf(e)
	}
	if e.Kind == "activity" && c.Listed(e) {
		c.listed = append(c.listed, e)
		c.fileAlike(e)
		c.fileTags(e)
	}
}

// refs are all the references of an entry.
func refs(e *Entry) []Ref {
	all := slices.Clone(e.SeeAlso)
	if e.Closed != nil {
		all = append(all, e.Closed.Instead...)
	}
	if d, ok := e.Detail.(Referring); ok {
		all = append(all, d.Refs()...)
	}
	if d, ok := e.Detail.(Provided); ok && d.ProvidedBy().Slug != "" {
		all = append(all, d.ProvidedBy())
	}
	return all
}

func (c *Catalogue) checkRefs(e *Entry, problems *Problems) {
	for _, ref := range refs(e) {
		if !c.checkRef(ref, problems) {
			e.Broken = true
		}
	}
}

// checkRef reports a reference that leads nowhere.
func (c *Catalogue) checkRef(ref Ref, problems *Problems) bool {
	if c.Find(ref) != nil {
		return true
	}
	what := "there is no entry called " + ref.Slug
	hint := "write the file's name without .md"
	if ref.Kind != "" {
		what = "there is no " + ref.Kind + " called " + ref.Slug
	}
	if ref.Kind != "" && !strings.Contains(ref.Slug, "/") {
		hint = "write the file's name without .md, or add content/" + ref.Kind + "s/" + ref.Slug + ".md"
	}
	if near := Suggest(ref.Slug, c.names(ref)); near != "" {
		hint = "did you mean " + near + "?"
	}
	problems.Add(ref.At, what, hint)
	return false
}

// names are what a reference might have meant, with the folder where it has one.
func (c *Catalogue) names(ref Ref) []string {
	var names []string
	for _, e := range c.Entries {
		switch {
		case ref.Kind != "" && e.Kind != ref.Kind:
		case strings.Contains(ref.Slug, "/"):
			names = append(names, e.Folder+"/"+e.Slug)
		default:
			names = append(names, e.Slug)
		}
	}
	return names
}

func (c *Catalogue) checkAliases(e *Entry, problems *Problems) {
	for _, alias := range e.Aliases {
		if c.byURL[alias.URL] != nil {
			problems.Add(alias.At, "the former address "+alias.URL+" is the address of a page that exists",
				"take it out of aliases, or delete "+c.byURL[alias.URL].File)
		}
	}
}

// Find is the entry that a reference names, or nil. A slug alone is looked for
// among activities first; "guides/direct-payments" says which is meant.
func (c *Catalogue) Find(ref Ref) *Entry {
	if folder, slug, found := strings.Cut(strings.Trim(ref.Slug, "/"), "/"); found {
		if e := c.byURL["/"+folder+"/"+slug+"/"]; e != nil && (ref.Kind == "" || e.Kind == ref.Kind) {
			return e
		}
		return nil
	}
	for _, e := range c.bySlug[ref.Slug] {
		if ref.Kind == "" || e.Kind == ref.Kind {
			return e
		}
	}
	return nil
}

// At is the entry with an address, or nil.
func (c *Catalogue) At(url string) *Entry { return c.byURL[url] }

// Kind is all the entries of a kind, by title.
func (c *Catalogue) Kind(kind string) []*Entry { return c.byKind[kind] }

// ProvidedBy is what a provider runs, of what is listed.
func (c *Catalogue) ProvidedBy(slug string) []*Entry { return c.provides[slug] }

// CommentsOn are the comments that families made about an entry.
func (c *Catalogue) CommentsOn(e *Entry) []*Entry { return c.about[e] }

// State is the state of an entry on the day the catalogue is for.
func (c *Catalogue) State(e *Entry) State { return StateOf(e, c.Today, &c.Review) }

// Listed reports that an entry stands in lists on the day the catalogue is for.
func (c *Catalogue) Listed(e *Entry) bool { return c.State(e).Listed() }
