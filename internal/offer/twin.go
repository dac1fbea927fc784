package offer

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
)

// Twin is how an entry came to be told in another edition. What a twin says in
// words of its own is its title, its summary, its sentences and its body. All
// else, the times, the price, the telephone, it has from its original on every
// day, so that no fact of it can be older than the original's.
type Twin struct {
	On       Date
	By       string // a role
	How      string // one of Tellings
	Original string // the Wording of the original when the twin was last read beside it
	At       Place
}

// Tellings are the ways in which a twin may be made. A machine's work is
// labelled as such for its readers.
var Tellings = []string{"person", ByMachine, "machine-then-person"}

// ByMachine is what a machine translated and nobody has read through.
const ByMachine = "machine"

// Wording is a mark of the words of an entry that its twins say in words of
// their own: it changes when they do, and not when a fact does.
func (e *Entry) Wording() string {
	h := sha256.New()
	for _, p := range e.Said {
		if !p.contact() {
			io.WriteString(h, p.Field+"\x00"+p.Text+"\x00")
		}
	}
	if d, ok := e.Detail.(Voiced); ok {
		io.WriteString(h, d.Voice()+"\x00")
	}
	io.WriteString(h, e.Body.Text())
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// Behind reports that the original of a twin says something else than it did
// when the twin was last read beside it.
func (c *Catalogue) Behind(twin *Entry) bool {
	return twin.Twin.Original != "" && c.Original(twin).Wording() != twin.Twin.Original
}

// Reread is the command that records that a twin was read beside its original.
func (e *Entry) Reread() string {
	return "localoffer review " + e.Name() + "." + e.Edition.ID
}

// Unread are the twins to be read beside their originals: those that are behind,
// and those of which nobody knows.
func (c *Catalogue) Unread() []*Entry {
	var behind []*Entry
	for _, twin := range c.allTwins {
		if c.State(twin) != Ended && (twin.Twin.Original == "" || c.Behind(twin)) {
			behind = append(behind, twin)
		}
	}
	return behind
}

// Left are the fields of an original's sentences that its twin leaves as they
// are.
func (c *Catalogue) Left(twin *Entry) []string {
	var left []string
	for _, p := range c.Original(twin).Said {
		own := func(q Prose) bool { return q.Field == p.Field }
		if !p.contact() && !slices.ContainsFunc(twin.Said, own) {
			left = append(left, p.Field)
		}
	}
	return left
}

// contact reports that words are part of a contact, which is a fact.
func (p *Prose) contact() bool { return strings.HasPrefix(p.Field, "contact.") }

// Original is the entry of which another is the twin, or the entry itself.
func (c *Catalogue) Original(e *Entry) *Entry {
	if e.Edition == nil {
		return e
	}
	return c.named(e.Slug, func(o *Entry) bool { return o.Folder == e.Folder })
}

// Twins are the other editions in which an entry is told, itself left out: the
// original first, which every twin has.
func (c *Catalogue) Twins(e *Entry) []*Entry {
	original := c.Original(e)
	var all []*Entry
	if original != nil && original != e {
		all = append(all, original)
	}
	for _, twin := range c.twinsOf[original] {
		if twin != e {
			all = append(all, twin)
		}
	}
	return all
}

// Told are the entries that are told in an edition, in the order of Entries. In
// the main edition they are all.
func (c *Catalogue) Told(ed *Edition) []*Entry {
	if ed == nil {
		return c.Entries
	}
	return c.toldIn[ed]
}

// TwinIn is the twin of an entry in an edition, or nil. In the main edition an
// entry is its own.
func (c *Catalogue) TwinIn(ed *Edition, e *Entry) *Entry {
	if e.Edition == ed {
		return e
	}
	for _, twin := range c.twinsOf[c.Original(e)] {
		if twin.Edition == ed {
			return twin
		}
	}
	return nil
}

// Everything is the entries and their twins: whatever has a page of its own.
func (c *Catalogue) Everything() []*Entry { return slices.Concat(c.Entries, c.allTwins) }

// AllTwins are the twins of all entries, edition by edition.
func (c *Catalogue) AllTwins() []*Entry { return c.allTwins }

// parted are the entries that the site is made of, and the twins.
func parted(entries []*Entry) (originals, twins []*Entry) {
	originals = make([]*Entry, 0, len(entries))
	for _, e := range entries {
		if e.Edition == nil {
			originals = append(originals, e)
		} else {
			twins = append(twins, e)
		}
	}
	return originals, twins
}

// fileTwins files twins under their originals, in the order of the editions. A
// twin of nothing was reported when it was read, and is left out.
func (c *Catalogue) fileTwins(twins []*Entry) {
	c.twinsOf, c.toldIn = map[*Entry][]*Entry{}, map[*Edition][]*Entry{}
	for _, ed := range c.Editions {
		of := map[*Entry]*Entry{}
		for _, twin := range twins {
			if twin.Edition == ed {
				of[c.Original(twin)] = twin
			}
		}
		if len(of) == 0 {
			continue
		}
		for _, original := range c.Entries {
			if twin := of[original]; twin != nil {
				c.twinsOf[original] = append(c.twinsOf[original], twin)
				c.toldIn[ed] = append(c.toldIn[ed], twin)
				c.allTwins = append(c.allTwins, twin)
			}
		}
	}
}
