package output

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// IndexPage is the data of the index layout: groups of links.
type IndexPage struct {
	Shell
	Heading string
	Intro   string
	Groups  []LinkGroup
}

// LinkGroup is some links under a heading. Full writes an acronym out.
type LinkGroup struct {
	ID, Title string
	Links     []Link
}

var indexIntros = map[string]string{
	"guide":   "Plain answers about breaks, school, health, money and your rights.",
	"journey": "Pick the words nearest to yours. Each page says what you can do today, who to ask, and what happens next.",
	"comment": "What families told us about the Local Offer, and what we did. Nobody is named. We answer every comment and publish all of them each year.",
}

// index plans the page of a kind that is shown whole, in groups.
func (s *Site) index(k *kind.Kind) File {
	url := "/" + k.Folder + "/"
	return pageFile(url, "layouts/index.html", func(out *bytes.Buffer) error {
		return s.Theme.Render(out, "index", &IndexPage{
			Shell:   s.shell(k.Folder, k.Plural, indexIntros[k.Name], url),
			Heading: k.Plural, Intro: indexIntros[k.Name], Groups: s.grouped(k),
		})
	})
}

// grouped puts guides under their topics, comments under their outcomes, and
// the rest in one group.
func (s *Site) grouped(k *kind.Kind) []LinkGroup {
	topics := s.Vocabulary("topic")
	switch {
	case k.Name == "guide" && topics != nil:
		var groups []LinkGroup
		for _, value := range topics.Values {
			g := LinkGroup{ID: value.ID, Title: value.Label}
			for _, e := range s.Kind("guide") {
				if e.Has("topic", value.ID) && s.Listed(e) {
					g.Links = append(g.Links, s.link(e))
				}
			}
			if len(g.Links) > 0 {
				groups = append(groups, g)
			}
		}
		return groups
	case k.Name == "comment":
		return []LinkGroup{{Links: s.commentsNewestFirst()}}
	}
	return []LinkGroup{{Links: s.links(s.listed(k.Name))}}
}

func (s *Site) commentsNewestFirst() []Link {
	entries := slices.Clone(s.Kind("comment"))
	received := func(e *offer.Entry) offer.Date {
		if c, ok := e.Detail.(*kind.Comment); ok {
			return c.Received
		}
		return offer.Date{}
	}
	slices.SortStableFunc(entries, func(a, b *offer.Entry) int { return received(b).Compare(received(a)) })
	links := make([]Link, len(entries))
	for i, e := range entries {
		links[i] = s.link(e)
		if c, ok := e.Detail.(*kind.Comment); ok {
			links[i].Note = c.OutcomeWords() + ". " + e.Summary
		}
	}
	return links
}

// browse plans the page of every way to narrow, with counts. It is where a
// family without script goes from the search form.
func browse(s *Site) []File {
	const url, title = "/browse/", "Find help and things to do"
	const intro = "Choose one way to start. The number says how many you will find."
	return []File{pageFile(url, "layouts/browse.html", func(out *bytes.Buffer) error {
		return s.Theme.Render(out, "browse", &IndexPage{
			Shell: s.shell("browse", title, intro, url), Heading: title, Intro: intro, Groups: s.waysToBrowse(),
		})
	})}
}

func (s *Site) waysToBrowse() []LinkGroup {
	var groups []LinkGroup
	for _, lists := range s.shelves.Lists {
		if len(lists) == 0 || lists[0].Facet.Browse == "" {
			continue
		}
		g := LinkGroup{ID: lists[0].Facet.Name, Title: lists[0].Facet.Browse}
		for _, list := range lists {
			g.Links = append(g.Links, Link{Text: list.Value.Label, URL: s.prefix + list.URL(), Note: strconv.Itoa(len(list.Entries))})
		}
		groups = append(groups, g)
	}
	return append(groups, LinkGroup{ID: "all", Title: "Everything", Links: []Link{
		{Text: "All of it, in the order of the alphabet", URL: s.prefix + "/activities/", Note: strconv.Itoa(len(s.Activities()))},
		{Text: "A to Z of everything on this site", URL: s.prefix + "/a-z/"},
		{Text: "Who runs things", URL: s.prefix + "/providers/", Note: strconv.Itoa(len(s.Kind("provider")))},
	}})
}

// GlossaryPage is the data of the glossary layout.
type GlossaryPage struct {
	Shell
	Heading string
	Intro   string
	Terms   []Term
}

// Term is one word of the glossary.
type Term struct{ Text, Full, Meaning, URL string }

// glossary plans the page of all words.
func glossary(s *Site) []File {
	if len(s.Kind("term")) == 0 {
		return nil
	}
	k := kind.Named("term")
	const intro = "Official words and short forms, in plain English."
	return []File{pageFile("/terms/", "layouts/glossary.html", func(out *bytes.Buffer) error {
		page := &GlossaryPage{Shell: s.shell("glossary", k.Plural, intro, "/terms/"), Heading: k.Plural, Intro: intro}
		for _, e := range s.Kind("term") {
			full := ""
			if t, ok := e.Detail.(*kind.Term); ok {
				full = t.Full
			}
			page.Terms = append(page.Terms, Term{e.Title, full, e.Summary, s.prefix + e.URL()})
		}
		return s.Theme.Render(out, "glossary", page)
	})}
}
