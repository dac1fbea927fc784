package kind

import (
	"slices"
	"strconv"

	"github.com/localoffer/localoffer/internal/offer"
)

var journeys = Kind{
	Name: "journey", Folder: "journeys", Plural: "What is worrying you?", Lasts: "journey",
	Read: readJourney,
	Fields: common(
		Field{Name: "worry", Label: "The worry", Retold: true, Shape: Long, Needed: true, Example: "I have not slept properly for weeks.", Help: "As a parent says it."},
		live,
	),
}

// Journey is one worry, in a family's words, and the steps that answer it.
type Journey struct {
	Worry string
	Live  []Rule
}

// Rule puts live entries into a journey: those listed today that carry one of
// the wanted values in every field that is named.
type Rule struct {
	After     string // the id of a heading in the body
	Tags      map[string][]string
	Diagnosis offer.Answer
	Ages      offer.Ages
	Most      int
	At        offer.Place
}

// ruleLists are how many entries a rule shows unless it says otherwise, and
// mostListed how many it may.
const (
	ruleLists  = 4
	mostListed = 10
)

var live = Field{
	Name: "live", Label: "Live lists", Shape: Groups, Example: "[{after: what-you-can-do-today, tier: universal}]",
	Help: "Which activities stand after which heading. What has ended or is closed is never shown.",
	Fields: []Field{
		{Name: "after", Label: "After the heading", Shape: Text, Needed: true, Example: "what-you-can-do-today", Help: "A heading of this page in small letters with hyphens."},
		{Name: "most", Label: "How many at most", Shape: Number, Words: numbered(mostListed), Example: "3", Help: "From 1 to 10. Left out: 4."},
		{Name: "diagnosis-needed", Label: "Diagnosis needed", Shape: Answer, Words: yesNo, Example: "no", Help: "“No” for only what says that no diagnosis is needed."},
		{Name: "ages", Label: "Ages", Shape: Ages, Example: "14-25", Help: "Only what some of these ages can use."},
	},
	More: ruleFields,
}

func readJourney(f *Fields, _ *offer.Entry) offer.Detail {
	j := &Journey{Worry: f.Text("worry")}
	for _, in := range f.Maps("live") {
		j.Live = append(j.Live, readRule(in))
		f.close(in)
	}
	return j
}

func readRule(f *Fields) Rule {
	r := Rule{
		After: f.Text("after"), Tags: map[string][]string{}, Most: ruleLists,
		Diagnosis: f.Answer("diagnosis-needed"), Ages: parsed(f, "ages", offer.ParseAges), At: f.at("after"),
	}
	if most := f.Text("most"); most != "" {
		n, err := strconv.Atoi(most)
		if err != nil || n < 1 || n > mostListed {
			f.add(f.at("most"), "most "+most+" is not a number from 1 to 10", "write how many entries to show, like most: 4")
		} else {
			r.Most = n
		}
	}
	for i := range f.settings.Vocabularies {
		v := &f.settings.Vocabularies[i]
		if !rules(v) {
			continue // reported as unknown
		}
		for _, n := range f.items(v.Field) {
			if id := f.choice(&n, v.Field, v.IDs()); id != "" {
				r.Tags[v.Field] = append(r.Tags[v.Field], id)
			}
		}
	}
	return r
}

// CheckBody reports a rule that stands after a heading which is not there.
func (j *Journey) CheckBody(body offer.Body, problems *offer.Problems) {
	var ids []string
	for _, section := range body.Sections {
		ids = append(ids, section.ID)
	}
	for _, r := range j.Live {
		if r.After != "" && !slices.Contains(ids, r.After) {
			problems.Add(r.At, "there is no heading called "+r.After, offer.DidYouMean(r.After, ids))
		}
	}
}

// Find gives the live entries of a rule, best first, without looking through
// all entries: it starts from the shortest list that the rule names.
func (r *Rule) Find(c *offer.Catalogue) []*offer.Entry {
	var found []*offer.Entry
	for _, e := range c.Candidates(r.Tags) {
		if r.matches(e) {
			found = append(found, e)
		}
		if len(found) == r.Most {
			break
		}
	}
	return found
}

func (r *Rule) matches(e *offer.Entry) bool {
	for field, wanted := range r.Tags {
		if !e.All[field] && !slices.ContainsFunc(wanted, func(id string) bool { return e.Has(field, id) }) {
			return false
		}
	}
	if r.Ages.Stated() && !r.Ages.Overlaps(e.AgeRange()) {
		return false
	}
	if a, ok := e.Detail.(*Activity); ok && r.Diagnosis != offer.NotStated {
		return a.Diagnosis == r.Diagnosis
	}
	return true
}

// CheckLive advises of the steps of journeys under which nothing stands any
// more: a family would be sent on with empty hands.
func CheckLive(c *offer.Catalogue) []offer.Problem {
	var problems offer.Problems
	for _, e := range c.Kind("journey") {
		j, ok := e.Detail.(*Journey)
		if !ok || !c.Listed(e) {
			continue
		}
		for _, r := range j.Live {
			if r.After != "" && len(r.Find(c)) == 0 {
				problems.Advise(r.At, "no live entry fits this step of “"+e.Title+"” any more", "widen its rule: leave out a category, a need or an area; or add what is missing")
			}
		}
	}
	return problems.All()
}

// Voice is the worry.
func (j *Journey) Voice() string { return j.Worry }

// Facts has none: a journey is told in its body.
func (j *Journey) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
