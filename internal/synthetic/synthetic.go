// Package synthetic makes up content for benchmarks: as many activities as are
// asked for, with their providers, as like real ones in length and variety as
// a program can make them. The same number always gives the same bytes.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Files gives the files of a site's content folder: path to text. There is one
// provider for every twelve activities. The words fit the settings of the
// demonstration site.
func Files(activities int) map[string][]byte {
	m := maker{rand.New(rand.NewPCG(1, 2))} //nolint:gosec // the same every time is the point
	files := make(map[string][]byte, activities+activities/perProvider+1)
	providers := max(1, activities/perProvider)
	for i := range providers {
		files[fmt.Sprintf("content/providers/provider-%d.md", i)] = m.provider(i)
	}
	for i := range activities {
		files[fmt.Sprintf("content/activities/activity-%d.md", i)] = m.activity(i, providers)
	}
	for _, slug := range guides {
		files["content/guides/"+slug+".md"] = m.guide(slug)
	}
	return files
}

// guides are those that the demonstration's settings name.
var guides = []string{"short-break-grant", "direct-payments", "social-care-assessment"}

func (m maker) guide(slug string) []byte {
	title := strings.ReplaceAll(slug, "-", " ")
	return fmt.Appendf(nil, "---\ntitle: %s\nsummary: How it works.\ntopic: money\nneeds: all\nreviewed: {on: 2026-10-03, by: Family information team, how: phone}\nowner: Family information team\n---\n%s\n",
		strings.ToUpper(title[:1])+title[1:], m.sentences(8))
}

const perProvider = 12

type maker struct{ *rand.Rand }

func (m maker) one(words []string) string { return words[m.IntN(len(words))] }

// some gives between one and most different words, as a YAML list.
func (m maker) some(words []string, most int) string {
	n := 1 + m.IntN(most)
	picked := make([]string, 0, n)
	for _, i := range m.Perm(len(words))[:n] {
		picked = append(picked, words[i])
	}
	return "[" + strings.Join(picked, ", ") + "]"
}

func (m maker) sentences(n int) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = fmt.Sprintf(m.one(shapes), m.one(people), m.one(verbs), m.one(things), m.one(places))
	}
	return strings.Join(parts, " ")
}

func (m maker) date(year int) string {
	return fmt.Sprintf("%d-%02d-%02d", year, 1+m.IntN(10), 1+m.IntN(28))
}

func (m maker) phone() string { return fmt.Sprintf("01632 960%03d", m.IntN(1000)) }

func (m maker) provider(i int) []byte {
	var b strings.Builder
	title := m.one(firsts) + " " + m.one(seconds) + " " + m.one([]string{"Trust", "Group", "Club", "Project", "Centre"})
	fmt.Fprintf(&b, "---\ntitle: %s\nsummary: %s\ntype: %s\nareas: %s\n", title, m.sentences(1), m.one(types), m.some(areas, 3))
	fmt.Fprintf(&b, "contact: {name: Office, phone: %q, email: office%d@example.org, website: \"https://p%d.example.org\"}\n", m.phone(), i, i)
	fmt.Fprintf(&b, "reviewed: {on: %s, by: Family information team, how: phone, checked: [contact]}\nowner: Family information team\n---\n%s\n", m.date(2026), m.sentences(4))
	return []byte(b.String())
}

func (m maker) activity(i, providers int) []byte {
	var b strings.Builder
	town := m.one(towns)
	from := m.IntN(14)
	title := fmt.Sprintf("%s %s %s", m.one(firsts), m.one(seconds), m.one(kinds))
	fmt.Fprintf(&b, "---\ntitle: %s\nsummary: %s\nprovider: provider-%d\ntype: %s\n", title, m.sentences(1), m.IntN(providers), m.one([]string{"club", "club", "service"}))
	fmt.Fprintf(&b, "category: %s\ntier: %s\nages: %d-%d\nneeds: %s\nareas: %s\n", m.one(categories), m.one(tiers), from, from+2+m.IntN(12), m.needs(), m.some(areas, 2))
	fmt.Fprintf(&b, "also: [%s club, %s group]\nway-in: %s\neligibility: %s\ndiagnosis-needed: no\n", m.one(things), m.one(things), m.one(waysIn), m.sentences(2))
	fmt.Fprintf(&b, "venue: {name: %s Hall, address: \"%d %s Row\", town: %s, postcode: %s}\nwhere: venue\n", m.one(firsts), 1+m.IntN(200), m.one(seconds), town, m.postcode())
	fmt.Fprintf(&b, "when:\n  - {day: %s, from: \"%02d:00\", to: \"%02d:30\", during: %s}\n", m.one(days), 9+m.IntN(4), 13+m.IntN(6), m.one([]string{"term", "holidays", "all-year"}))
	fmt.Fprintf(&b, "cost:\n  - {amount: %d.50, per: session, who: child}\n  - {amount: 0, who: carer}\naccepts: %s\n", m.IntN(20), m.some([]string{"short-break-grant", "direct-payment"}, 2))
	fmt.Fprintf(&b, "support: {one-to-one: %s, personal-care: %s, parent-must-stay: %s}\n", m.yesNo(), m.yesNo(), m.yesNo())
	fmt.Fprintf(&b, "access: {step-free: %s, accessible-toilet: %s, hearing-loop: %s}\nsensory: %s\n", m.one([]string{"full", "partial", "no"}), m.yesNo(), m.yesNo(), m.sentences(1))
	fmt.Fprintf(&b, "contact: {name: Play team, phone: %q, email: play%d@example.org}\n", m.phone(), i)
	fmt.Fprintf(&b, "reviewed: {on: %s, by: Family information team, how: phone, checked: [times, cost, contact]}\nowner: Family information team\n---\n", m.date(2026))
	fmt.Fprintf(&b, "%s\n\n%s\n\n## What to bring\n\n- %s\n- %s\n\n%s\n", m.sentences(4), m.sentences(3), m.sentences(1), m.sentences(1), m.sentences(2))
	return []byte(b.String())
}

// needs is "all" for one activity in eight, as in real directories.
func (m maker) needs() string {
	if m.IntN(8) == 0 {
		return "all"
	}
	return m.some(needs, 4)
}

func (m maker) yesNo() string { return m.one([]string{"yes", "no"}) }

func (m maker) postcode() string {
	const letters = "ABDEFGHJLNPQRSTUWXYZ"
	return fmt.Sprintf("ME%d %d%c%c", 1+m.IntN(8), m.IntN(10), letters[m.IntN(len(letters))], letters[m.IntN(len(letters))])
}
