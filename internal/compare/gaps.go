package compare

import (
	"fmt"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/offer"
)

// grid are the pairs of facets in which a gap is told: the rows and columns of
// the grid by which commissioners look for what is missing.
var grid = [][2]string{{"area", "category"}, {"area", "need"}, {"area", "age"}, {"need", "tier"}}

// cell is a value of one facet and one of another.
type cell struct{ a, b trait }

// gaps are the cells of the grid that had something and have nothing now.
func gaps(before, after *offer.Catalogue) []string {
	facets := facet.All(after.Settings)
	s := &scarcity{facets: facets}
	var said []string
	for _, pair := range grid {
		had, has := cells(before, facets, pair), cells(after, facets, pair)
		for _, c := range had.order {
			if has.count[c] == 0 {
				said = append(said, fmt.Sprintf("%s, %s: nothing is left (there were %d)", s.label(c.a), s.label(c.b), had.count[c]))
			}
		}
	}
	return said
}

// counted are the cells that have anything, in the order in which they were met.
type counted struct {
	order []cell
	count map[cell]int
}

func cells(c *offer.Catalogue, facets []facet.Facet, pair [2]string) counted {
	out := counted{count: map[cell]int{}}
	read := map[string]func(*offer.Entry) []string{}
	for _, f := range facets {
		read[f.Name] = f.Reading
	}
	if read[pair[0]] == nil || read[pair[1]] == nil {
		return out
	}
	for _, e := range c.Activities() {
		for _, a := range read[pair[0]](e) {
			for _, b := range read[pair[1]](e) {
				at := cell{trait{pair[0], a}, trait{pair[1], b}}
				if out.count[at] == 0 {
					out.order = append(out.order, at)
				}
				out.count[at]++
			}
		}
	}
	return out
}
