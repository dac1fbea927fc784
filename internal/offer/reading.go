package offer

import (
	"slices"
	"strings"
)

// reading is what a catalogue works out of one entry alone. It stays the same
// for as long as the entry, the settings and the day do, so that the next
// catalogue takes it over: in a preview, of ten thousand entries one is new.
type reading struct {
	entry    *Entry
	title    string // in small letters
	order    string // sorts by kind, then by title
	letter   string // of the A to Z
	state    State
	refs     []Ref
	provider Ref    // the one of them that is who runs it
	traits   traits // of an activity, as is all that follows
	alike    []int  // the lists in which its like is looked for, by their numbers
	tags     []int  // the values that it carries, by their numbers
}

// readAll reads the entries that the catalogue before has not read, and puts
// all into the catalogue, in two orders. Those of before were in order already,
// so that sorting has little left to do.
func (c *Catalogue) readAll(entries []*Entry, before *Catalogue) {
	var added []*reading
	for _, e := range entries {
		r := before.reading[e]
		if r == nil {
			r = c.read(e)
			added = append(added, r)
		}
		c.reading[e] = r
	}
	gone := func(r *reading) bool { return c.reading[r.entry] != r }
	c.sorted = append(slices.DeleteFunc(slices.Clone(before.sorted), gone), added...)
	slices.SortFunc(c.sorted, func(a, b *reading) int { return strings.Compare(a.order, b.order) })
	c.titled = append(slices.DeleteFunc(slices.Clone(before.titled), gone), added...)
	slices.SortFunc(c.titled, byTitle)
	for _, r := range c.sorted {
		c.Entries = append(c.Entries, r.entry)
	}
}

// byTitle sorts as a reader looks things up: without regard to capitals.
func byTitle(a, b *reading) int {
	if n := strings.Compare(a.title, b.title); n != 0 {
		return n
	}
	return strings.Compare(a.order, b.order)
}

func (c *Catalogue) read(e *Entry) *reading {
	title := strings.ToLower(e.Title)
	kind := string('a' + rune(slices.Index(kindOrder, e.Kind)))
	r := &reading{
		entry: e, title: title, order: kind + title + "\x00" + e.Slug, letter: firstLetter(e.Title),
		state: StateOf(e, c.Today, &c.Review), refs: refs(e),
	}
	if d, ok := e.Detail.(Provided); ok && d.ProvidedBy().Slug != "" {
		r.provider = d.ProvidedBy()
		r.refs = append(r.refs, r.provider)
	}
	if e.Kind == "activity" {
		r.traits, r.alike, r.tags = c.traitsOf(e), c.alikeOf(e), c.tagsOf(e)
	}
	return r
}

// kindOrder decides which entry a bare slug means where two kinds share it.
var kindOrder = []string{"activity", "guide", "journey", "provider", "page", "term", "comment"}

// refs are the references of an entry, but for that to its provider.
func refs(e *Entry) []Ref {
	all := slices.Clone(e.SeeAlso)
	if e.Closed != nil {
		all = append(all, e.Closed.Instead...)
	}
	if d, ok := e.Detail.(Referring); ok {
		all = append(all, d.Refs()...)
	}
	return all
}
