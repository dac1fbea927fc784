package offer

import "strings"

// Catalogue is all the entries, linked: every reference checked, and the
// indexes that pages need, so that no page ever looks through all entries.
type Catalogue struct {
	*Settings
	Today   Date
	Entries []*Entry // by kind in the order of kindOrder, then by title

	reading  map[*Entry]*reading
	sorted   []*reading // as Entries are
	titled   []*reading // by title alone
	byKind   map[string][]*Entry
	bySlug   map[string]*Entry
	namesake map[string][]*Entry // further entries with the slug of another
	provides map[*Entry][]*Entry
	about    map[*Entry][]*Entry
	twinsOf  map[*Entry][]*Entry
	toldIn   map[*Edition][]*Entry
	allTwins []*Entry
	alike    [][]*reading   // by the number of the list
	tagged   [][]*Entry     // by the number of the value
	numbers  map[tagKey]int // of all values of all vocabularies
	listed   []*Entry
	letters  []Letter
}

// Link joins entries into a catalogue as of a day and reports every reference
// that leads nowhere.
func Link(settings *Settings, entries []*Entry, today Date) (*Catalogue, []Problem) {
	return Relink(nil, settings, entries, today)
}

// Relink gives the same as Link, sooner: what an earlier catalogue worked out
// of single entries is taken over, where settings and day are the same.
func Relink(before *Catalogue, settings *Settings, entries []*Entry, today Date) (*Catalogue, []Problem) {
	if before == nil || before.Settings != settings || before.Today != today {
		before = &Catalogue{}
	}
	entries, twins := parted(entries)
	c := &Catalogue{
		Settings: settings, Today: today, Entries: make([]*Entry, 0, len(entries)),
		reading: make(map[*Entry]*reading, len(entries)), sorted: make([]*reading, 0, len(entries)),
		byKind: map[string][]*Entry{}, bySlug: make(map[string]*Entry, len(entries)), namesake: map[string][]*Entry{},
		provides: map[*Entry][]*Entry{}, about: map[*Entry][]*Entry{},
	}
	c.numberTags()
	c.tagged = roomy(before.tagged, len(c.numbers))
	c.alike = roomy(before.alike, c.alikeLists())
	c.readAll(entries, before)
	for _, e := range c.Entries {
		c.byKind[e.Kind] = append(c.byKind[e.Kind], e)
		if _, taken := c.bySlug[e.Slug]; taken {
			c.namesake[e.Slug] = append(c.namesake[e.Slug], e)
		} else {
			c.bySlug[e.Slug] = e
		}
	}
	var problems Problems
	for _, guide := range settings.guides() {
		if c.Find(guide) == nil {
			c.reportDead(guide, &problems)
		}
	}
	for _, r := range c.sorted {
		c.follow(r, &problems)
		c.checkAliases(r.entry, &problems)
		if r.entry.Kind == "activity" && r.state.Listed() {
			c.listed = append(c.listed, r.entry)
			c.fileAlike(r)
			c.fileTags(r)
		}
	}
	c.fileLetters()
	c.fileTwins(twins)
	return c, problems.All()
}

// roomy is some empty lists with room for as many as the lists before had.
func roomy[T any](before [][]T, lists int) [][]T {
	all := make([][]T, lists)
	for i := range min(lists, len(before)) {
		all[i] = make([]T, 0, len(before[i])+1)
	}
	return all
}

// follow finds what an entry refers to, and files the entry under it.
func (c *Catalogue) follow(r *reading, problems *Problems) {
	for _, ref := range r.refs {
		found := c.Find(ref)
		switch {
		case found == nil:
			c.reportDead(ref, problems)
		case ref == r.provider && r.state.Listed():
			c.provides[found] = append(c.provides[found], r.entry)
		case r.entry.Kind == "comment":
			c.about[found] = append(c.about[found], r.entry)
		}
	}
}

func (c *Catalogue) reportDead(ref Ref, problems *Problems) {
	what := "there is no entry called " + ref.Slug
	hint := "write the file's name without .md; where it has been renamed, the new one; where it is gone, take this out"
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
		if taken := c.At(alias.URL); taken != nil {
			problems.Add(alias.At, "the former address "+alias.URL+" is the address of a page that exists",
				"take it out of aliases, or delete "+taken.File)
		}
	}
}

// Find is the entry that a reference names, or nil. A slug alone is looked for
// among activities first; "guides/direct-payments" says which is meant.
func (c *Catalogue) Find(ref Ref) *Entry {
	if !strings.Contains(ref.Slug, "/") {
		return c.named(ref.Slug, func(e *Entry) bool { return ref.Kind == "" || e.Kind == ref.Kind })
	}
	folder, slug, found := strings.Cut(strings.Trim(ref.Slug, "/"), "/")
	if !found {
		return nil
	}
	return c.named(slug, func(e *Entry) bool { return e.Folder == folder && (ref.Kind == "" || e.Kind == ref.Kind) })
}

// At is the entry with an address in the main edition, or nil.
func (c *Catalogue) At(url string) *Entry {
	folder, slug, _ := strings.Cut(strings.Trim(url, "/"), "/")
	return c.named(slug, func(e *Entry) bool { return e.Folder == folder && e.URL() == url })
}

// named is the first entry with a slug that fits.
func (c *Catalogue) named(slug string, fits func(*Entry) bool) *Entry {
	e := c.bySlug[slug]
	if e == nil || fits(e) {
		return e
	}
	for _, e := range c.namesake[slug] {
		if fits(e) {
			return e
		}
	}
	return nil
}

// Kind is all the entries of a kind, by title.
func (c *Catalogue) Kind(kind string) []*Entry { return c.byKind[kind] }

// ProvidedBy is what a provider runs, of what is listed.
func (c *Catalogue) ProvidedBy(provider *Entry) []*Entry { return c.provides[provider] }

// CommentsOn are the comments that families made about an entry.
func (c *Catalogue) CommentsOn(e *Entry) []*Entry { return c.about[e] }

// State is the state of an entry on the day the catalogue is for.
func (c *Catalogue) State(e *Entry) State {
	if r := c.reading[e]; r != nil {
		return r.state
	}
	return StateOf(e, c.Today, &c.Review)
}

// Listed reports that an entry stands in lists on the day the catalogue is for.
func (c *Catalogue) Listed(e *Entry) bool { return c.State(e).Listed() }
