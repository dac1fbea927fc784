package facet

import (
	"slices"
	"strings"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

func days(*offer.Settings) Facet {
	f := Facet{Name: "day", Title: "Day", Browse: "By day of the week", Reading: daysOf}
	for _, name := range offer.Weekdays {
		f.Values = append(f.Values, Value{ID: name, Label: strings.ToUpper(name[:1]) + name[1:]})
	}
	return f
}

// daysOf are the days on which anything happens, Monday first.
func daysOf(e *offer.Entry) []string {
	var on [7]bool
	for _, s := range e.Sessions() {
		for _, day := range s.Days {
			on[day] = true
		}
		if !s.On.IsZero() {
			on[s.On.Weekday()] = true
		}
	}
	var ids []string
	for i, name := range offer.Weekdays {
		if on[(i+1)%7] {
			ids = append(ids, name)
		}
	}
	return ids
}

func seasons(*offer.Settings) Facet {
	return Facet{
		Name: "when", Title: "Time of year", Browse: "By time of day and year",
		Values: []Value{
			{ID: "term", Label: "In term time"},
			{ID: "holidays", Label: "In the school holidays"},
			{ID: "weekends", Label: "At weekends"},
			{ID: "evenings", Label: "In the evening", Help: "Ends after 6pm."},
		},
		Reading: seasonsOf,
	}
}

const evening = 18 * 60 // minutes after midnight

func seasonsOf(e *offer.Entry) []string {
	var ids []string
	add := func(id string, yes bool) {
		if yes && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	add("holidays", e.Tag("category") == "holidays")
	for _, s := range e.Sessions() {
		add("term", s.During == "term" || s.During == "all-year")
		add("holidays", s.During == "holidays" || s.During == "all-year")
		weekend := slices.Contains(s.Days, time.Saturday) || slices.Contains(s.Days, time.Sunday)
		if !s.On.IsZero() {
			weekend = s.On.Weekday() == time.Saturday || s.On.Weekday() == time.Sunday
		}
		add("weekends", weekend)
		add("evenings", int(s.To)-1 > evening)
	}
	return ids
}
