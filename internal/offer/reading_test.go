package offer_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// A catalogue made from the one before says the same as one made from nothing,
// whatever was edited, added and deleted between the two.
func TestACatalogueIsTheSameWithTheOneBeforeOrWithout(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same every time
	var entries []*offer.Entry
	var before *offer.Catalogue
	for round := range 40 {
		for range random.IntN(8) {
			e := made(random, round)
			entries = slices.DeleteFunc(entries, func(other *offer.Entry) bool { return other.File == e.File })
			entries = append(entries, e)
		}
		entries = slices.DeleteFunc(entries, func(*offer.Entry) bool { return random.IntN(12) == 0 })
		today := day("2026-10-03").AddDays(round / 20)
		want, problems := offer.Link(settings, entries, today)
		got, more := offer.Relink(before, settings, entries, today)
		if !reflect.DeepEqual(more, problems) {
			t.Fatalf("round %d: got the problems %v, want %v", round, more, problems)
		}
		if said, wanted := saysAll(got), saysAll(want); said != wanted {
			t.Fatalf("round %d: got\n%s\nwant\n%s", round, said, wanted)
		}
		before = got
	}
}

// made is an entry with one of a few names, and much left to chance.
func made(random *rand.Rand, round int) *offer.Entry {
	name := string('a' + rune(random.IntN(12)))
	other := string('a' + rune(random.IntN(12)))
	switch random.IntN(4) {
	case 0:
		return entry("provider", name, titled(fmt.Sprint(other, round)))
	case 1:
		return entry("guide", name, seeing(3, other))
	}
	return club(name, titled(fmt.Sprint(other, round)), runBy(other), func(e *offer.Entry) {
		e.Tags = map[string][]string{"category": {[]string{"sport", "music"}[random.IntN(2)]}, "needs": {"deaf"}}
		e.All = map[string]bool{"areas": random.IntN(2) == 0}
		if random.IntN(5) == 0 {
			e.Ends = day("2026-10-03")
		}
	})
}

func titled(title string) func(*offer.Entry) {
	return func(e *offer.Entry) { e.Title = title }
}

// saysAll is what pages ask a catalogue.
func saysAll(c *offer.Catalogue) string {
	text := fmt.Sprintln(slugsOf(c.Entries), slugsOf(c.Activities()))
	for _, e := range c.Entries {
		text += fmt.Sprintln(e.File, e.Title, c.State(e), slugsOf(c.Alike(e, 3)), slugsOf(c.ProvidedBy(e)), c.At(e.URL()) == e, c.Find(offer.Ref{Slug: e.Slug}).File)
	}
	for _, l := range c.Letters() {
		text += fmt.Sprintln(l.Name, l.Some, slugsOf(l.Entries))
	}
	return text + fmt.Sprintln(slugsOf(c.Tagged("category", "sport")), slugsOf(c.Tagged("needs", "deaf")), c.ListURL("category", "music"))
}
