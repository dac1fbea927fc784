package offer

import (
	"cmp"
	"slices"
)

// fileAlike puts a listed activity where its like will be looked for: by
// category and area. An entry for all areas has a place of its own.
func (c *Catalogue) fileAlike(e *Entry) {
	for _, key := range alikeKeys(e) {
		c.alike[key] = append(c.alike[key], e)
	}
	c.places[e] = len(c.alike[alikeKeys(e)[0]]) - 1
}

func alikeKeys(e *Entry) []string {
	category := e.Tag("category")
	if e.All["areas"] || len(e.Tags["areas"]) == 0 {
		return []string{category + "/", category}
	}
	keys := make([]string, 0, len(e.Tags["areas"])+1)
	for _, area := range e.Tags["areas"] {
		keys = append(keys, category+"/"+area)
	}
	return append(keys, category)
}

// Alike gives at most n listed activities that a family might use instead:
// of the same category, nearest in place, need and age. However many entries
// there are, it looks at no more than a window of each list it asks.
func (c *Catalogue) Alike(e *Entry, n int) []*Entry {
	const window = 24
	type candidate struct {
		entry *Entry
		score int
	}
	var found []candidate
	seen := map[*Entry]bool{e: true}
	for _, key := range alikeKeys(e) {
		list := c.alike[key]
		for i := range min(window, len(list)) {
			other := list[(c.places[e]+1+i)%len(list)]
			if seen[other] {
				continue
			}
			seen[other] = true
			found = append(found, candidate{other, likeness(e, other)})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.entry.Slug, b.entry.Slug))
	})
	var out []*Entry
	for _, f := range found[:min(n, len(found))] {
		out = append(out, f.entry)
	}
	return out
}

// likeness counts what two entries share. Ages that do not meet count against,
// for an answer for the wrong age is no answer.
func likeness(a, b *Entry) int {
	score := 0
	for _, area := range a.Tags["areas"] {
		if b.Has("areas", area) {
			score += 2
			break
		}
	}
	for _, need := range a.Tags["needs"] {
		if b.Has("needs", need) {
			score++
		}
	}
	if a.Tag("way-in") == b.Tag("way-in") {
		score++
	}
	if a.AgeRange().Overlaps(b.AgeRange()) {
		return score + 4
	}
	return score - 6
}
