// Package compare says what a change does to a Local Offer, in the words of
// those who use it: what is new, what is gone and was the only one of its kind,
// what each page says now that it did not say before. A machine's difference of
// two files tells nobody whether a child has lost a place to swim.
package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/offer"
)

// Report is what changed between two states of a site.
type Report struct {
	Added   []*offer.Entry // new, or listed again
	Removed []Removed
	Changed []Changed
	Gaps    []string       // what nothing is left for
	Gone    []string       // addresses that lead nowhere any more
	Topics  []string       // of the law, that no page covers any more
	Told    []string       // in Easy Read and other languages: what is new, gone or behind
	Due     []*offer.Entry // whose check falls due within the week
	Edited  int            // entries in whose words alone something changed
	Note    string         // what has to be known of the report itself
}

// Removed is an entry that families can no longer use.
type Removed struct {
	Entry *offer.Entry // as it was
	Why   string       // what its page says now, or ""
	Only  string       // what it was the only one of, or ""
}

// Changed is an entry whose facts changed.
type Changed struct {
	Entry *offer.Entry
	Facts []string
}

// Sites compares two states of a site, as of the same day.
func Sites(before, after *offer.Catalogue) Report {
	r := Report{Gaps: gaps(before, after), Gone: gone(before, after), Topics: topics(before, after), Told: inOtherWords(before, after), Due: due(after)}
	only := newScarcity(after, facet.All(after.Settings))
	moved, came := moved(before, after), map[*offer.Entry]bool{}
	for _, was := range before.Entries {
		now := cmp.Or(after.At(was.URL()), moved[was.URL()])
		came[now] = came[now] || before.Listed(was)
		switch {
		case before.Listed(was) && (now == nil || !after.Listed(now)):
			r.Removed = append(r.Removed, removed(was, now, after, only))
		case now == nil || !after.Listed(now) || !before.Listed(was):
		default:
			if facts := append(newAddress(was, now), factsChanged(was, now, before, after)...); len(facts) > 0 {
				r.Changed = append(r.Changed, Changed{now, facts})
			} else if wordsChanged(was, now) {
				r.Edited++
			}
		}
	}
	for _, now := range after.Entries {
		if after.Listed(now) && !came[now] {
			r.Added = append(r.Added, now)
		}
	}
	return r
}

// Empty reports that nothing changed that a family could notice.
func (r *Report) Empty() bool {
	return len(r.Added)+len(r.Removed)+len(r.Changed)+len(r.Gaps)+len(r.Gone)+len(r.Topics)+len(r.Told)+r.Edited == 0
}

func removed(was, now *offer.Entry, after *offer.Catalogue, only *scarcity) Removed {
	out := Removed{Entry: was}
	if now != nil {
		out.Why = offer.FreshnessOf(now, after.Today, &after.Review).Warning
	}
	if was.Kind == "activity" {
		out.Only = only.of(was)
	}
	return out
}

func wordsChanged(was, now *offer.Entry) bool { return was.Body.Text() != now.Body.Text() }

// moved are the new pages to which addresses lead that were those of a page: it has
// another name now, and families have not lost it. A page that was there before
// takes the place of another without being it.
func moved(before, after *offer.Catalogue) map[string]*offer.Entry {
	to := map[string]*offer.Entry{}
	for _, e := range after.Entries {
		if before.At(e.URL()) != nil {
			continue
		}
		for _, alias := range e.Aliases {
			to[alias.URL] = e
		}
	}
	return to
}

// newAddress says that a page moved, where it did.
func newAddress(was, now *offer.Entry) []string {
	if was.URL() == now.URL() {
		return nil
	}
	return []string{"Its page: moved to " + now.URL() + ", and its former address leads there"}
}

// gone are the addresses of entries that lead nowhere any more.
func gone(before, after *offer.Catalogue) []string {
	moved := map[string]bool{}
	for _, e := range after.Entries {
		for _, alias := range e.Aliases {
			moved[alias.URL] = true
		}
	}
	var urls []string
	for _, e := range before.Entries {
		if url := e.URL(); after.At(url) == nil && !moved[url] {
			urls = append(urls, url)
		}
	}
	slices.Sort(urls)
	return urls
}

// topics are those of the law that were covered and are not any more.
func topics(before, after *offer.Catalogue) []string {
	is := covered(after)
	var lost []string
	for _, n := range slices.Sorted(maps.Keys(covered(before))) {
		if !is[n] && n <= len(after.Statutory.Topics) {
			lost = append(lost, after.Statutory.Topics[n-1])
		}
	}
	return lost
}

func covered(c *offer.Catalogue) map[int]bool {
	set := map[int]bool{}
	for _, e := range c.Entries {
		if c.Listed(e) {
			for _, n := range e.Statutory {
				set[n] = true
			}
		}
	}
	return set
}

// due are the entries whose check falls due within seven days.
func due(c *offer.Catalogue) []*offer.Entry {
	const week = 7
	var list []*offer.Entry
	for _, e := range c.Entries {
		on := c.Review.Due(e)
		if c.Listed(e) && !on.IsZero() && !on.Before(c.Today) && !on.After(c.Today.AddDays(week)) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b *offer.Entry) int {
		if order := c.Review.Due(a).Compare(c.Review.Due(b)); order != 0 {
			return order
		}
		return strings.Compare(a.Title, b.Title)
	})
	return list
}
