package scaffold

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// choices are the words that may be answered, as people read them.
func (a *asker) choices(d *kind.Field) []ask.Choice {
	var all []ask.Choice
	if d.Shape == kind.Entry {
		for _, e := range a.c.Kind(d.Kind) {
			if a.c.State(e) != offer.Ended {
				all = append(all, ask.Choice{ID: e.Slug, Label: e.Title})
			}
		}
		slices.SortFunc(all, func(a, b ask.Choice) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
		return all
	}
	for _, o := range d.Options(a.c.Settings) {
		all = append(all, ask.Choice{ID: o.ID, Label: o.Label})
	}
	const few = 5 // so many can be read with what each means
	if v := a.c.Vocabulary(d.Name); v != nil && len(all) <= few {
		for i := range all {
			if value := v.Value(all[i].ID); value != nil {
				all[i].Help = value.Help
			}
		}
	}
	return all
}

// owners are the teams that keep other pages right.
func (a *asker) owners() []string {
	var teams []string
	for _, e := range a.c.Entries {
		if e.Owner != "" && !slices.Contains(teams, e.Owner) {
			teams = append(teams, e.Owner)
		}
	}
	slices.Sort(teams)
	return teams
}
