package kind

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

var reviewed = Field{
	Name: "reviewed", Label: "Last check of the facts", Shape: Group, Needed: true,
	Help:    "When a person last checked that all of this is true. Mending a comma is not a check.",
	Example: "{on: 2026-10-03, by: Family information team, how: phone, checked: [times, cost]}",
	Lack: &offer.Fault{
		What: "there is no review: families cannot tell whether this is still true",
		Hint: "when somebody has checked the facts, add reviewed: {on: 2026-10-03, by: Family information team, how: phone, checked: [times, cost]}",
	},
	Fields: []Field{
		{Name: "on", Label: "Checked on", Shape: Date, Needed: true, Example: "2026-10-03", Help: "The day on which a person checked. Not later than today.",
			Lack: &offer.Fault{What: "the review has no date", Hint: "write the day of the check: on: 2026-10-03"}},
		{Name: "by", Label: "Checked by", Shape: Text, Example: "Family information team", Help: "A role or a team, not a person's name."},
		{Name: "how", Label: "How", Shape: Choice, Words: offer.Hows, Example: "phone", Help: "How it was checked."},
		{Name: "checked", Label: "What was checked", Shape: Choices, Words: offer.Checks, Example: "times", Help: "The facts that were confirmed. None named: the whole page."},
		{Name: "earlier", Label: "Checked earlier", Shape: Group, Example: "{cost: 2026-03-02}", Fields: earlierFields(), Help: "The days on which the other facts were last checked."},
	},
}

// earlierFields are a day for each fact that has one of its own.
func earlierFields() []Field {
	fields := make([]Field, len(offer.Dated))
	for i, fact := range offer.Dated {
		fields[i] = Field{Name: fact, Label: label(fact), Shape: Date, Example: "2026-03-02", Help: "The day of its last check."}
	}
	return fields
}

// readReview reads when somebody last checked the facts, and which.
func readReview(f *Fields) offer.Review {
	in, found := f.Map("reviewed")
	if !found {
		return offer.Review{}
	}
	defer f.close(in)
	r := offer.Review{On: in.Date("on"), By: in.Text("by"), How: in.Choice("how"), At: in.at("on")}
	for _, n := range in.items("checked") {
		if fact := in.choice(&n, "checked", offer.Checks); fact != "" {
			r.Checked = append(r.Checked, fact)
		}
	}
	r.Earlier = readEarlier(in, r)
	if slices.Equal(r.Checked, []string{"places"}) && len(r.Earlier) == 0 {
		in.problems.Advise(in.at("checked"), "this check looked at the places and nothing else, so nobody can tell when the rest was checked", "name what else was checked, or say when it was: earlier: {everything-else: 2026-03-02}")
	}
	return r
}

// readEarlier reads the days on which the other facts were last checked. Those
// that this check looked at are none of them.
func readEarlier(f *Fields, r offer.Review) map[string]offer.Date {
	in, found := f.Map("earlier")
	if !found {
		return nil
	}
	defer f.close(in)
	if len(in.node.Fields) > 0 && !f.has("checked") {
		in.add(in.node.At, "the review names no fact in checked, so the whole page was checked, and nothing is earlier", "take earlier out, or name what was checked: checked: [times]")
		return nil
	}
	days := map[string]offer.Date{}
	for _, fact := range offer.Dated {
		day := in.Date(fact)
		switch {
		case day.IsZero():
		case slices.Contains(r.Checked, fact):
			in.add(in.at(fact), fact+" is among what was checked, and among what was checked earlier", "take it out of one of the two")
		case day.After(r.On) && !r.On.IsZero():
			in.add(in.at(fact), fact+" was checked on "+day.String()+", which is later than the review itself", "mend one of the two dates")
		default:
			days[fact] = day
		}
	}
	return days
}
