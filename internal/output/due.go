package output

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// DuePage is the data of the due layout: what is to be checked, for editors. No
// page leads to it, and search engines are asked to leave it out.
type DuePage struct {
	Shell
	Heading, Intro string
	Owners         []DueOwner
	Behind         []DueItem // in another edition, and older than the original
}

// DueOwner is what one team has to check, the soonest first.
type DueOwner struct {
	Name  string
	Items []DueItem
}

// DueItem is an entry to be checked: when, what is known, and how to record it.
type DueItem struct {
	Link
	State, Checked string
	Record         string
}

// The page shows what falls due in the year after the last check there was, and
// no more than so many. A window that began today would change every day.
const (
	yearOfDue offer.Months = 12
	mostDue                = 100
)

// duePage plans the page. It says nothing that depends on the day but the
// states that all other pages show, so it changes only when they do.
func duePage(s *Site) []File {
	const url, title = "/due/", "What is due to be checked"
	const intro = "For the teams who keep this website right. Each list begins with what is due first."
	f := pageFile(url, "layouts/due.html", func(out *bytes.Buffer) error {
		page := &DuePage{Shell: s.shell("due", title, intro, url), Heading: title, Intro: intro}
		page.NoIndex = true
		for _, d := range soonest(s.Due(s.lastReview().AddMonths(yearOfDue)), mostDue) {
			name := cmp.Or(d.Owner, "Nobody")
			if n := len(page.Owners); n == 0 || page.Owners[n-1].Name != name {
				page.Owners = append(page.Owners, DueOwner{Name: name})
			}
			owner := &page.Owners[len(page.Owners)-1]
			owner.Items = append(owner.Items, s.dueItem(d))
		}
		for _, twin := range s.Unread() {
			page.Behind = append(page.Behind, DueItem{Link: Link{Text: twin.Title, URL: s.prefix + twin.URL(), Lang: s.LangOf(twin.Edition)}, Record: twin.Reread()})
		}
		return s.Theme.Render(out, "due", page)
	})
	f.Listed = false
	return []File{f}
}

// soonest are the few of a list that are due first, in the list's own order.
func soonest(all []offer.Due, most int) []offer.Due {
	byDate := slices.Clone(all)
	slices.SortStableFunc(byDate, func(a, b offer.Due) int { return a.By.Compare(b.By) })
	few := map[*offer.Entry]bool{}
	for _, d := range byDate[:min(most, len(byDate))] {
		few[d.Entry] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(d offer.Due) bool { return !few[d.Entry] })
}

func (s *Site) dueItem(d offer.Due) DueItem {
	fresh := offer.FreshnessOf(d.Entry, s.Today, &s.Review)
	checked := fresh.Checked
	if !fresh.On.IsZero() {
		checked += " " + fresh.On.Words() + fresh.By
	}
	return DueItem{
		Link:  Link{Text: d.Title, URL: s.prefix + d.URL()},
		State: dueWords(d), Checked: strings.TrimSpace(checked + " " + fresh.Facts), Record: d.Record(),
	}
}

// dueWords is the state of an entry to be checked. That it is due soon is not
// among them: on the day that begins, no page changes.
func dueWords(d offer.Due) string {
	switch by := d.By.Words(); {
	case d.By.IsZero():
		return "Due now."
	case d.State == offer.TemporarilyClosed:
		return "Opens again on " + by + "."
	case d.State == offer.LongOverdue:
		return "Was due by " + by + ". Out of lists and search."
	case d.State == offer.Overdue:
		return "Was due by " + by + "."
	default:
		return "Due by " + by + "."
	}
}
