package offer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// service is the detail of entries that say who may come, and when.
type service struct {
	thing
	diagnosis offer.Answer
	full      bool
}

func (s service) NeedsDiagnosis() offer.Answer { return s.diagnosis }
func (s service) Waits() bool                  { return s.full }

// activity is "slug tier way-in category", for autistic children of 5 to 11 in
// Chatham who need no diagnosis, changed as a test needs it.
func activity(words string, changes ...func(*service)) *offer.Entry {
	w := strings.Fields(words)
	ages, _ := offer.ParseAges("5-11")
	d := service{thing: thing{ages: ages, provider: offer.Ref{Slug: "harbour-play"}}, diagnosis: offer.No}
	for _, change := range changes {
		change(&d)
	}
	e := club(w[0], in("chatham"), needing("autism"), of(w[3]))
	e.Tags["tier"], e.Tags["way-in"], e.Detail = []string{w[1]}, []string{w[2]}, d
	return e
}

func linkTiers(t *testing.T, entries ...*offer.Entry) *offer.Catalogue {
	t.Helper()
	settings := &offer.Settings{Vocabularies: []offer.Vocabulary{
		{Field: "tier", Values: []offer.Value{{ID: "universal"}, {ID: "targeted"}, {ID: "specialist"}}},
		{Field: "way-in", Values: []offer.Value{{ID: "just-go"}, {ID: "self-refer"}, {ID: "assessment", Referral: true}}},
		{Field: "needs", Values: []offer.Value{{ID: "autism"}, {ID: "deaf"}}},
		{Field: "areas", Values: []offer.Value{{ID: "chatham"}, {ID: "strood"}}},
	}}
	c, problems := offer.Link(settings, append(entries, entry("provider", "harbour-play")), day("2026-11-21"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

func named(entries []*offer.Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Slug)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func TestSignpostsLeadDownToWhatIsOpenAndUpToTheNextTier(t *testing.T) {
	diagnosed := func(d *service) { d.diagnosis = offer.Yes }
	queue := func(d *service) { d.full = true }
	grown := func(d *service) { d.ages, _ = offer.ParseAges("18-25") }
	club := activity("club targeted self-refer sport")
	nights := activity("nights specialist assessment breaks")
	full := activity("full targeted self-refer sport", queue)
	park := activity("park universal just-go sport")
	c := linkTiers(t, club, nights, full, park,
		activity("swim universal just-go sport"), activity("pool targeted self-refer sport", diagnosed),
		activity("gym universal just-go sport", grown), activity("coach specialist assessment sport"))
	deaf := activity("deaf universal just-go sport")
	deaf.Tags["needs"] = []string{"deaf"}
	soon := activity("soon universal just-go sport")
	soon.Starts = day("2026-12-01")
	c = linkTiers(t, append(slices.Clone(c.Kind("activity")), soon)...)
	for _, test := range []struct {
		from                     *offer.Entry
		waiting                  bool
		today, more, same, above string
	}{
		{club, false, "park swim", "coach", "coach full gym nights", "specialist"},
		{nights, true, "club park swim", "", "club coach full gym", ""},
		{full, true, "club park swim", "coach", "club coach gym nights", "specialist"},
		{park, false, "", "club full pool", "club coach full gym", "targeted"},
	} {
		p := c.Signposts(test.from)
		if p.Waiting != test.waiting || named(p.Today) != test.today || named(p.More) != test.more || named(p.Same) != test.same || p.Above != test.above {
			t.Errorf("from %s: waiting %t, today %q, more %q, same %q, above %q", test.from.Slug, p.Waiting, named(p.Today), named(p.More), named(p.Same), p.Above)
		}
	}
}

func TestSignpostsNeverLeadToWhatIsGone(t *testing.T) {
	var all []*offer.Entry
	for i := range 90 {
		tier := []string{"universal just-go", "targeted self-refer", "specialist assessment"}[i%3]
		e := activity(fmt.Sprintf("a-%02d %s sport", i, tier))
		if i%4 == 0 {
			ended(e)
		}
		all = append(all, e)
	}
	c := linkTiers(t, all...)
	for _, e := range all {
		p := c.Signposts(e)
		if tier := e.Tag("tier"); tier != "universal" && len(p.Today) != 3 || tier != "specialist" && len(p.More) == 0 {
			t.Errorf("%s, %s: today %q, more %q", e.Slug, tier, named(p.Today), named(p.More))
		}
		for _, other := range slices.Concat(p.Today, p.More, p.Same) {
			if other == e || !c.Listed(other) {
				t.Errorf("%s leads to %s, which is %s", e.Slug, other.Slug, c.State(other))
			}
		}
	}
}

func TestAGuideThatTheSettingsNameMustBeThere(t *testing.T) {
	settings := &offer.Settings{Routes: []offer.Route{{Guide: offer.Ref{Slug: "asking-for-help", Kind: "guide", At: offer.Place{File: "config.toml", Line: 9, Col: 1}}}}}
	_, problems := offer.Link(settings, []*offer.Entry{entry("guide", "asking-for-helps")}, day("2026-11-21"))
	if len(problems) != 1 || problems[0].Line != 9 || !strings.Contains(problems[0].Hint, "asking-for-helps") {
		t.Errorf("got %v", problems)
	}
}
