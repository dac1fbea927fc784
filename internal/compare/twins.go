package compare

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// inOtherWords says what is told in Easy Read or another language that was not before,
// what is told there no more, and whose words have run ahead of theirs.
func inOtherWords(before, after *offer.Catalogue) []string {
	var lines []string
	for _, ed := range after.Editions {
		was, is := titles(before, before.Edition(ed.ID)), titles(after, ed)
		lines = tell(lines, without(is, was), "now in "+ed.Name)
		lines = tell(lines, without(was, is), "no longer in "+ed.Name)
		lines = tell(lines, without(behind(after, ed), behind(before, before.Edition(ed.ID))), "changed, and in "+ed.Name+" they say what they said before")
	}
	return lines
}

func tell(lines, titles []string, what string) []string {
	if len(titles) == 0 {
		return lines
	}
	return append(lines, offer.AndMore(titles)+": "+what)
}

// titles are those of the originals of all that is told in an edition, which may
// not have been there.
func titles(c *offer.Catalogue, ed *offer.Edition) []string {
	if ed == nil {
		return nil
	}
	var all []string
	for _, twin := range c.Told(ed) {
		if c.Listed(twin) {
			all = append(all, c.Original(twin).Title)
		}
	}
	return all
}

// behind are the titles of the originals that say something else by now.
func behind(c *offer.Catalogue, ed *offer.Edition) []string {
	var all []string
	for _, twin := range c.Unread() {
		if twin.Edition == ed && c.Behind(twin) {
			all = append(all, c.Original(twin).Title)
		}
	}
	return all
}

func without(titles, others []string) []string {
	return slices.DeleteFunc(slices.Clone(titles), func(t string) bool { return slices.Contains(others, t) })
}
