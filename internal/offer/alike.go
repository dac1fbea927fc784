package offer

import (
	"math/bits"
	"slices"
	"strings"
)

// group is some listed activities among which a family may look on: those of a
// category, those of a tier, those that are open to anybody today.
type group struct{ what, id string }

// fileAlike puts a listed activity where its like will be looked for.
func (c *Catalogue) fileAlike(r *reading) {
	for _, list := range r.alike {
		c.alike[list] = append(c.alike[list], r)
	}
}

// alikeOf are the lists in which an activity's like is looked for, by their
// numbers: its groups by area. An entry for all areas has a place of its own.
func (c *Catalogue) alikeOf(e *Entry) []int {
	lists := append(c.near(group{"category", e.Tag("category")}, e), c.near(group{"tier", e.Tag("tier")}, e)...)
	if c.open(e) {
		lists = append(lists, c.near(group{"open", ""}, e)...)
	}
	return lists
}

// near is where to look for what is near an entry in a group, the nearest
// first. Each group has a list for each area, one for all areas, and one for
// the whole of it.
func (c *Catalogue) near(g group, e *Entry) []int {
	areas := c.values("areas")
	first := c.groupNumber(g) * (len(areas) + 2)
	everywhere, whole := first+len(areas), first+len(areas)+1
	if e.All["areas"] || len(e.Tags["areas"]) == 0 {
		return []int{everywhere, whole}
	}
	lists := make([]int, 0, len(e.Tags["areas"])+1)
	for _, area := range e.Tags["areas"] {
		if n := slices.Index(areas, area); n >= 0 {
			lists = append(lists, first+n)
		}
	}
	return append(lists, whole)
}

// groupNumber numbers the groups: the categories, the tiers, and what is open.
// What has no category is in one of its own, and so is what has no tier.
func (c *Catalogue) groupNumber(g group) int {
	categories, tiers := c.values("category"), c.values("tier")
	switch g.what {
	case "category":
		return 1 + slices.Index(categories, g.id)
	case "tier":
		return 1 + len(categories) + 1 + slices.Index(tiers, g.id)
	}
	return 1 + len(categories) + 1 + len(tiers)
}

// alikeLists is how many lists there are.
func (c *Catalogue) alikeLists() int {
	return (c.groupNumber(group{"open", ""}) + 1) * (len(c.values("areas")) + 2)
}

// values are the words of a vocabulary, which a site need not have.
func (c *Catalogue) values(field string) []string {
	if v := c.Vocabulary(field); v != nil {
		return v.IDs()
	}
	return nil
}

// Alike gives at most n listed activities that a family might use instead:
// of the same category, nearest in place, need and age.
func (c *Catalogue) Alike(e *Entry, n int) []*Entry {
	return c.nearest(e, group{"category", e.Tag("category")}, n, func(*reading) bool { return true })
}

// nearest gives the n most like an entry in a group. However many entries there
// are, it looks at no more than a window of each list it asks.
func (c *Catalogue) nearest(e *Entry, g group, n int, fits func(*reading) bool) []*Entry {
	const window = 20
	var best []candidate
	seen := map[*Entry]bool{e: true}
	own := c.reading[e]
	if own == nil {
		return nil
	}
	place := c.placeAlike(own)
	for _, key := range c.near(g, e) {
		list := c.alike[key]
		for i := range min(window, len(list)) {
			other := list[(place+1+i)%len(list)]
			if !seen[other.entry] && fits(other) {
				seen[other.entry] = true
				best = keepBest(best, candidate{other.entry, own.traits.likeness(other.traits)}, n)
			}
		}
	}
	out := make([]*Entry, len(best))
	for i := range best {
		out[i] = best[i].entry
	}
	return out
}

// placeAlike is where an activity stands among those of its category, or 0 where
// it is not listed.
func (c *Catalogue) placeAlike(own *reading) int {
	list := c.alike[c.near(group{"category", own.entry.Tag("category")}, own.entry)[0]]
	place, found := slices.BinarySearchFunc(list, own, func(a, b *reading) int { return strings.Compare(a.order, b.order) })
	if !found {
		return 0
	}
	return place
}

type candidate struct {
	entry *Entry
	score int
}

func (a candidate) before(b candidate) bool {
	return a.score > b.score || a.score == b.score && a.entry.Slug < b.entry.Slug
}

// keepBest puts a candidate in its place among the n best so far.
func keepBest(best []candidate, c candidate, n int) []candidate {
	at := len(best)
	for at > 0 && c.before(best[at-1]) {
		at--
	}
	if at == n {
		return best
	}
	best = slices.Insert(best, at, c)
	return best[:min(n, len(best))]
}

// traits are what likeness compares, in a form that is quick to compare: one
// bit for each value of a vocabulary.
type traits struct {
	needs, areas    uint64
	category, wayIn string
	ages            Ages
}

func (c *Catalogue) traitsOf(e *Entry) traits {
	return traits{c.bits(e, "needs"), c.bits(e, "areas"), e.Tag("category"), e.Tag("way-in"), e.AgeRange()}
}

// bits are the values of a vocabulary that an entry has. Of a vocabulary with
// more than 64 values the others do not count: this is only a likeness.
func (c *Catalogue) bits(e *Entry, field string) uint64 {
	v := c.Vocabulary(field)
	switch {
	case v == nil:
		return 0
	case e.All[field]:
		return 1<<min(len(v.Values), 64) - 1
	}
	var set uint64
	for i := range v.Values {
		if e.Has(field, v.Values[i].ID) {
			set |= 1 << i
		}
	}
	return set
}

// meets reports that what is for one child may be for the other: they share a
// need, an area and an age. What states none of a kind is not ruled out by it.
func (a traits) meets(b traits) bool {
	share := func(x, y uint64) bool { return x == 0 || y == 0 || x&y != 0 }
	return share(a.needs, b.needs) && share(a.areas, b.areas) && (!a.ages.Stated() || !b.ages.Stated() || a.ages.Overlaps(b.ages))
}

// likeness counts what two entries share. Ages that do not meet count against,
// for an answer for the wrong age is no answer.
func (a traits) likeness(b traits) int {
	const enough = 4 // beyond so many needs in common, more say nothing
	score := min(enough, bits.OnesCount64(a.needs&b.needs))
	if a.areas&b.areas != 0 {
		score += 2
	}
	if a.category == b.category {
		score += 3
	}
	if a.wayIn == b.wayIn {
		score++
	}
	if a.ages.Overlaps(b.ages) {
		return score + 4
	}
	return score - 6
}
