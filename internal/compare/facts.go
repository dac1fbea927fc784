package compare

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// row is one labelled fact, as a page says it. Two groups may have one label.
type row struct{ group, label, text string }

func (r row) is(other row) bool { return r.group == other.group && r.label == other.label }

// factsChanged says what an entry's page says now in place of what it said.
func factsChanged(was, now *offer.Entry, before, after *offer.Catalogue) []string {
	return changed(rows(was, before), rows(now, after))
}

// changed says what some rows say now in place of what they said. Where an
// address has become private, the report does not repeat what it was.
func changed(old, fresh []row) []string {
	private := slices.ContainsFunc(fresh, func(r row) bool { return r.group == kind.WhereGroup && r.label == kind.PrivateLabel })
	hidden := func(r row) bool { return private && r.group == kind.WhereGroup }
	var said []string
	for _, r := range fresh {
		i := slices.IndexFunc(old, r.is)
		switch {
		case i < 0:
			said = append(said, r.label+": now says "+quoted(r.text))
		case old[i].text != r.text && hidden(r):
			said = append(said, r.label+": now "+quoted(r.text))
		case old[i].text != r.text:
			said = append(said, r.label+": now "+quoted(r.text)+" (was "+quoted(old[i].text)+")")
		}
	}
	for _, o := range old {
		if !slices.ContainsFunc(fresh, o.is) && !hidden(o) {
			said = append(said, o.label+": no longer says "+quoted(o.text))
		}
	}
	return said
}

// rows are the facts of an entry: its name and summary, then those of its page.
func rows(e *offer.Entry, c *offer.Catalogue) []row {
	all := []row{{"", "Name", e.Title}, {"", "Summary", e.Summary}}
	if w := offer.FreshnessOf(e, c.Today, &c.Review).Warning; w != "" {
		all = append(all, row{"", "Warning", w})
	}
	for _, g := range e.Detail.Facts(e, c) {
		for _, fact := range g.Facts {
			texts := make([]string, len(fact.Items))
			for i, item := range fact.Items {
				texts[i] = item.Text
			}
			all = append(all, row{g.ID, fact.Label, strings.Join(texts, "; ")})
		}
	}
	return all
}

// quoted is what a page says, cut short where it is long.
func quoted(text string) string {
	const most = 120
	if runes := []rune(text); len(runes) > most {
		text = strings.TrimSpace(string(runes[:most])) + " …"
	}
	return "“" + text + "”"
}
