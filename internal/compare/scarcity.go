package compare

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/offer"
)

// What is gone hurts most where it was the only one: the only swimming in Chatham
// that is free. The fewest words that no listed activity fits any more say it
// best, and what sort of thing it was is always one of them.

// scarcity knows which listed activities have each value of each facet.
type scarcity struct {
	facets []facet.Facet
	having map[trait][]uint64 // a bit for each listed activity
	words  int
}

// trait is a value of a facet.
type trait struct{ facet, value string }

// told are the facets in the order in which their loss is told, for of two ways
// to say it the earlier is the plainer.
var told = []string{"category", "area", "need", "cost", "access", "day", "when", "age", "support"}

func newScarcity(c *offer.Catalogue, facets []facet.Facet) *scarcity {
	const word = 64
	s := &scarcity{facets: facets, having: map[trait][]uint64{}, words: (len(c.Activities()) + word - 1) / word}
	for i, e := range c.Activities() {
		for _, t := range s.traits(e) {
			if s.having[t] == nil {
				s.having[t] = make([]uint64, s.words)
			}
			s.having[t][i/word] |= 1 << (i % word)
		}
	}
	return s
}

// traits are the values of an activity, in the order in which they are told.
func (s *scarcity) traits(e *offer.Entry) []trait {
	var all []trait
	for _, name := range told {
		for i := range s.facets {
			if s.facets[i].Name == name {
				for _, value := range s.facets[i].Reading(e) {
					all = append(all, trait{name, value})
				}
			}
		}
	}
	return all
}

// of says what an activity was the only one of: its category and the fewest of
// its other values, at most three, that none has together any more. Empty where
// others are like it.
func (s *scarcity) of(e *offer.Entry) string {
	all := s.traits(e)
	if len(all) == 0 {
		return ""
	}
	const most = 3
	for size := range most + 1 {
		if found := s.lost(all[1:], all[:1], s.both(nil, all[0]), size); found != nil {
			return s.phrase(found)
		}
	}
	return ""
}

// lost looks for so many traits more which, with those that were picked, no
// listed activity has. Two of one facet are never picked: a child has one need.
func (s *scarcity) lost(all, picked []trait, left []uint64, size int) []trait {
	if size == 0 {
		if slices.Max(append([]uint64{0}, left...)) == 0 {
			return picked
		}
		return nil
	}
	for i, t := range all {
		if slices.ContainsFunc(picked, func(p trait) bool { return p.facet == t.facet }) {
			continue
		}
		if found := s.lost(all[i+1:], append(slices.Clone(picked), t), s.both(left, t), size-1); found != nil {
			return found
		}
	}
	return nil
}

// both are the activities that were left and have one more trait.
func (s *scarcity) both(left []uint64, t trait) []uint64 {
	having := s.having[t]
	if having == nil {
		return nil
	}
	if left == nil {
		return having
	}
	out := make([]uint64, s.words)
	for i := range out {
		out[i] = left[i] & having[i]
	}
	return out
}

// phrase puts traits into words, each as its facet says it.
func (s *scarcity) phrase(traits []trait) string {
	var parts []string
	for _, t := range traits {
		parts = append(parts, s.label(t))
	}
	return strings.Join(parts, ", ")
}

func (s *scarcity) label(t trait) string {
	for _, f := range s.facets {
		for _, v := range f.Values {
			if f.Name == t.facet && v.ID == t.value {
				return v.Label
			}
		}
	}
	return t.value
}
