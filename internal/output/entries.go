package output

import (
	"bytes"
	"html/template"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// EntryPage is the data of the layouts of single entries: activity, provider,
// guide, comment, page, term, and ended, the tombstone of what is no more.
type EntryPage struct {
	Shell
	Entry     *offer.Entry
	Lead      string // the summary, its short forms written out
	Full      string // an acronym written out
	Glance    []Phrase
	Provider  *Link
	Fresh     offer.Freshness
	Later     []offer.Later // what the page will say first from some day on
	Groups    []FactGroup
	HTML      template.HTML
	Contents  []Link // headings of the body, where there are more than three
	Runs      []template.HTML
	Alike     []template.HTML // in place of what has ended
	Ways      []Way           // to go on from what has not
	SeeAlso   []Link
	Comments  []Link
	Said      string
	Statement *kind.Statement
	Day       string   // of the last check, in words
	Reason    string   // that an editor gave for Fresh.Warning, in the site's language, where that is not the page's
	Told      *Telling // of a page that is not in the main edition

	expander *expander
}

// Link is words and where they lead.
type Link struct {
	Text, URL, Note string
	Lang            string // of the words and of what they lead to, where it is not the page's
	To              string // of what the words lead to, where they are the page's own and that is not
	NoteLang        string // of the note, where it is not the page's
}

// entryPages plans the page of every entry.
func entryPages(s *Site) []File {
	entries := s.Told(s.edition)
	files := make([]File, 0, len(entries))
	for _, e := range entries {
		state := s.State(e)
		files = append(files, File{
			Path: e.URL()[1:] + "index.html", From: e.File, Entry: e,
			Render: func(out *bytes.Buffer) error { return s.entryPage(out, e) },
			Listed: state != offer.Ended && state != offer.LongOverdue,
		})
	}
	return files
}

func (s *Site) entryPage(out *bytes.Buffer, e *offer.Entry) error {
	if j, ok := e.Detail.(*kind.Journey); ok {
		return s.journeyPage(out, e, j)
	}
	page, err := s.entryData(e)
	if err != nil {
		return err
	}
	return s.Theme.Render(out, layoutOf(s, e), page)
}

func layoutOf(s *Site, e *offer.Entry) string {
	if s.State(e) == offer.Ended {
		return "ended"
	}
	if p, ok := e.Detail.(*kind.Page); ok && p.Statement != nil {
		return "statement"
	}
	return e.Kind
}

func (s *Site) entryData(e *offer.Entry) (*EntryPage, error) {
	page := &EntryPage{
		Shell: s.entryShell(e), Entry: e, Glance: s.glance(e),
		Fresh:    offer.FreshnessOf(e, s.Today, &s.Review),
		Contents: contents(e), SeeAlso: s.links(s.offered(s.seeAlso(e))), Comments: s.links(s.offered(s.CommentsOn(s.Original(e)))),
		Told: s.telling(e),
	}
	page.Twins = s.twins(e)
	page.expander = s.expander(e)
	page.Lead = page.expander.text(e.Summary)
	if e.Kind != "journey" { // which is written step by step
		page.HTML = trusted(s.leading(e, page.expander.html(e.Body.HTML)))
	}
	if page.Fresh.State != offer.Ended && e.Kind != "comment" {
		page.Later = offer.LaterOf(e, s.Today, &s.Review)
		page.Script = s.prefix + "/" + todayName + "?v=" + s.frame.today
	}
	s.tellFresh(page)
	page.NoIndex = page.Fresh.State == offer.Ended || page.Fresh.State == offer.LongOverdue
	if p := s.provider(e); p != nil {
		link := s.link(p)
		page.Provider = &link
	}
	switch d := e.Detail.(type) {
	case *kind.Term:
		page.Full = d.Full
	case *kind.Comment:
		page.Said = d.Said
	case *kind.Page:
		page.Statement = d.Statement
	}
	var err error
	if page.Top, err = s.topOf(page); err != nil {
		return nil, err
	}
	if page.Groups, err = s.groups(e); err != nil {
		return nil, err
	}
	if page.Runs, err = s.cardsOf(s.runs(e)); err != nil {
		return nil, err
	}
	if page.Fresh.State == offer.Ended {
		page.Alike, err = s.cardsOf(s.instead(e, nil))
	} else {
		page.Ways, err = s.ways(e)
	}
	return page, err
}

func (s *Site) entryShell(e *offer.Entry) Shell {
	k := kind.Named(e.Kind)
	sh := s.shell(e.Kind, e.Title, e.Summary, e.URL())
	if index := "/" + k.Folder + "/"; e.Kind != "page" && s.edition == nil {
		sh.Crumbs = append(sh.Crumbs, Crumb{k.Plural, s.prefix + index})
	}
	return sh
}

// contents is the "on this page" of a long page: more than three headings.
func contents(e *offer.Entry) []Link {
	var links []Link
	for _, section := range e.Body.Sections {
		if section.ID != "" {
			links = append(links, Link{Text: section.Title, URL: "#" + section.ID})
		}
	}
	const few = 3
	if len(links) <= few {
		return nil
	}
	return links
}

// seeAlso are the entries that an editor points to. What has ended is left out.
func (s *Site) seeAlso(e *offer.Entry) []*offer.Entry {
	var others []*offer.Entry
	for _, ref := range e.SeeAlso {
		if other := s.Find(ref); other != nil && other != s.Original(e) && s.State(other) != offer.Ended && s.State(other) != offer.LongOverdue {
			others = append(others, other)
		}
	}
	return others
}

func (s *Site) links(entries []*offer.Entry) []Link {
	var links []Link
	for _, e := range entries {
		links = append(links, s.link(e))
	}
	return links
}

func (s *Site) link(e *offer.Entry) Link {
	e = s.here(e)
	return Link{Text: e.Title, URL: s.prefix + e.URL(), Note: e.Summary, Lang: s.tongue(e), NoteLang: s.tongue(e)}
}

// runs is what a provider offers.
func (s *Site) runs(e *offer.Entry) []*offer.Entry {
	if e.Kind != "provider" {
		return nil
	}
	return s.ProvidedBy(s.Original(e))
}
