package offer

import (
	"math/bits"
	"slices"
)

// group is some listed activities among which a family may look on: those of a
// category, those of a tier, those that are open to anybody today.
type group struct{ what, id string }

// fileAlike puts a listed activity where its like will be looked for: in its
// groups by area. An entry for all areas has a place of its own.
func (c *Catalogue) fileAlike(e *Entry) {
	groups := []group{{"category", e.Tag("category")}, {"tier", e.Tag("tier")}}
	if c.open(e) {
		groups = append(groups, group{"open", ""})
	}
	for _, g := range groups {
		for _, key := range near(g, e) {
			c.alike[key] = append(c.alike[key], e)
		}
	}
	c.places[e] = len(c.alike[near(groups[0], e)[0]]) - 1
}

// areaKey is a group in one area; in "" those for all areas, in "*" the whole.
type areaKey struct {
	group
	area string
}

// near is where to look for what is near an entry, the nearest first.
func near(g group, e *Entry) []areaKey {
	if e.All["areas"] || len(e.Tags["areas"]) == 0 {
		return []areaKey{{g, ""}, {g, "*"}}
	}
	keys := make([]areaKey, 0, len(e.Tags["areas"])+1)
	for _, area := range e.Tags["areas"] {
		keys = append(keys, areaKey{g, area})
	}
	return append(keys, areaKey{g, "*"})
}

// Alike gives at most n listed activities that a family might use instead:
// of the same category, nearest in place, need and age.
func (c *Catalogue) Alike(e *Entry, n int) []*Entry {
	return c.nearest(e, group{"category", e.Tag("category")}, n, func(*Entry) bool { return true })
}

// nearest gives the n most like an entry in a group. However many entries there
// are, it looks at no more than a window of each list it asks.
func (c *Catalogue) nearest(e *Entry, g group, n int, fits func(*Entry) bool) []*Entry {
	const window = 20
	var best []candidate
	seen := map[*Entry]bool{e: true}
	own := c.traits[e]
	for _, key := range near(g, e) {
		list := c.alike[key]
		for i := range min(window, len(list)) {
			other := list[(c.places[e]+1+i)%len(list)]
			if !seen[other] && fits(other) {
				seen[other] = true
				best = keepBest(best, candidate{other, own.likeness(c.traits[other])}, n)
			}
		}
	}
	out := make([]*Entry, len(best))
	for i := range best {
		out[i] = best[i].entry
	}
	return out
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
