package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// spellWords is how many words a slip in a first letter is looked for among.
const spellWords = 3000

// spell writes the commonest words, for slips in a first letter, one a line. Of
// two as near the script takes the earlier, so what is about twice as common
// stands before the rest; else they are in the order of the alphabet, which
// compresses best.
func (x *Index) spell() []byte {
	type counted struct {
		form string
		n    int
	}
	var all []counted
	for _, g := range x.groups {
		for _, form := range g.forms {
			const short = 4
			if len(form) >= short {
				all = append(all, counted{form, len(g.postings)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b counted) int { return b.n - a.n })
	all = all[:min(spellWords, len(all))]
	slices.SortStableFunc(all, func(a, b counted) int {
		return cmp.Or(bits.Len(uint(b.n))-bits.Len(uint(a.n)), strings.Compare(a.form, b.form))
	})
	var forms []string
	for _, c := range all {
		forms = append(forms, c.form)
	}
	return []byte(strings.Join(forms, "\n"))
}
