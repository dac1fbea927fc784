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
		Name: "when", Title: "Time of day and year", Browse: "By time of day and year", Every: true,
		Values: []Value{
			{ID: "term", Label: "In term time"},
			{ID: "holidays", Label: "In the school holidays"},
			{ID: "weekends", Label: "At weekends"},
			{ID: "mornings", Label: "In the morning", Help: "Begins before midday."},
			{ID: "afternoons", Label: "In the afternoon", Help: "Goes on after 1pm, and begins before 5pm."},
			{ID: "evenings", Label: "In the evening", Help: "Ends after 6pm."},
		},
		Reading: seasonsOf,
	}
}

// The hours that part the day, in minutes after midnight.
const (
	midday  = 12 * 60
	one     = 13 * 60
	five    = 17 * 60
	evening = 18 * 60
)

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
		from, to := int(s.From)-1, int(s.To)-1 // -1 where no time is stated
		add("mornings", from >= 0 && from < midday)
		add("afternoons", from >= 0 && from < five && to > one || from >= midday && from < five)
		add("evenings", to > evening)
	}
	return ids
}
