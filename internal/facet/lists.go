package facet

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// List is the listed activities with one value of a facet.
type List struct {
	Facet   *Facet
	Value   Value
	Entries []*offer.Entry
}

// URL is the address of the list's first page.
func (l List) URL() string { return "/" + l.Facet.Name + "/" + l.Value.ID + "/" }

// Shelves are the activities of a catalogue read by every facet, each once.
type Shelves struct {
	Facets []Facet
	Lists  [][]List // of each facet, those of its values that a listed activity has

	settings *offer.Settings
	places   map[*offer.Entry][]place
	bays     [][]bay // of each value of each facet
}

// place is a value of a facet, by their numbers.
type place struct{ facet, value uint16 }

// bay is what has one value: the listed activities, and whether there is any
// activity at all.
type bay struct {
	entries []*offer.Entry
	some    bool
}

// Shelve sorts the listed activities into one list for each value of each facet
// that has any. What earlier shelves of the same settings have read, or nil, is
// not read again.
func Shelve(c *offer.Catalogue, before *Shelves) *Shelves {
	if before == nil || before.settings != c.Settings {
		before = &Shelves{Facets: All(c.Settings)}
	}
	activities := c.Kind("activity")
	s := &Shelves{Facets: before.Facets, settings: c.Settings, places: make(map[*offer.Entry][]place, len(activities))}
	for _, e := range activities {
		places, known := before.places[e]
		if !known {
			places = s.read(e)
		}
		s.places[e] = places
	}
	s.bays = before.empty()
	s.fill(activities, c.Activities())
	return s
}

// Some reports that any activity, listed or not, has a value of a facet. Both
// are named by their numbers.
func (s *Shelves) Some(facet, value int) bool { return s.bays[facet][value].some }

func (s *Shelves) read(e *offer.Entry) []place {
	var places []place
	for i := range s.Facets {
		f := &s.Facets[i]
		for _, id := range f.Reading(e) {
			if n := slices.IndexFunc(f.Values, func(v Value) bool { return v.ID == id }); n >= 0 {
				places = append(places, place{uint16(i), uint16(n)})
			}
		}
	}
	return places
}

// empty are bays for the same facets, with room for as much as is in these.
func (s *Shelves) empty() [][]bay {
	bays := make([][]bay, len(s.Facets))
	for i := range s.Facets {
		bays[i] = make([]bay, len(s.Facets[i].Values))
		if s.bays == nil {
			continue
		}
		for n := range bays[i] {
			bays[i][n].entries = make([]*offer.Entry, 0, len(s.bays[i][n].entries)+1)
		}
	}
	return bays
}

// fill puts the listed ones among the activities into their lists. Both stand
// in the same order.
func (s *Shelves) fill(activities, listed []*offer.Entry) {
	for _, e := range activities {
		on := len(listed) > 0 && listed[0] == e
		if on {
			listed = listed[1:]
		}
		for _, p := range s.places[e] {
			b := &s.bays[p.facet][p.value]
			b.some = true
			if on {
				b.entries = append(b.entries, e)
			}
		}
	}
	s.Lists = make([][]List, len(s.Facets))
	for i := range s.Facets {
		f := &s.Facets[i]
		for n := range s.bays[i] {
			if entries := s.bays[i][n].entries; len(entries) > 0 {
				s.Lists[i] = append(s.Lists[i], List{f, f.Values[n], entries})
			}
		}
	}
}
