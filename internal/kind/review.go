package kind

import (
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
)

// readReview reads when somebody last checked the facts, and which.
func readReview(f *Fields) offer.Review {
	const example = "{on: 2026-10-03, by: Family information team, how: phone, checked: [times, cost]}"
	in, found := f.Map("reviewed", example, "on", "by", "how", "checked", "earlier")
	if !found {
		f.missing("reviewed", "there is no review: families cannot tell whether this is still true", "when somebody has checked the facts, add reviewed: "+example)
		return offer.Review{}
	}
	defer f.close(in)
	r := offer.Review{On: in.Date("on"), By: in.Text("by"), How: in.Choice("how", offer.Hows), At: in.at("on")}
	if !in.has("on") {
		in.add(in.node.At, "the review has no date", "write the day of the check: on: 2026-10-03")
	}
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
	in, found := f.Map("earlier", "{cost: 2026-03-02}", offer.Dated...)
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
