package output

import (
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"net/url"
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/theme"
)

// Shell is what every page has: its head, the way around, and somebody to ask.
// It is embedded in the data of every layout.
type Shell struct {
	Site        *offer.Settings
	Prefix      string // before every address within the site
	Title       string // the page's own
	Description string
	Canonical   string
	Style       string
	Script      string // what brings the page to the reader's day, where it has anything to say
	Body        string // the name of the page's sort, for the style sheet
	NoIndex     bool
	Crumbs      []Crumb
	Top, Foot   template.HTML // the way around, and somebody to ask, printed beforehand
	Nav         []NavItem     // for top.html
	Footer      []Link        // for foot.html
	Help        Help
	Report      string // where to say that something on this page is wrong

	Home      string        // the address of the home page
	Lang, Dir string        // of the page: its language (BCP 47), and ltr or rtl
	Editions  []EditionLink // the home pages of the other editions
	Twins     []EditionLink // this page in the other editions
	edition   *offer.Edition
}

// Say is what a layout says, in the words of the page's edition, with parts in
// the places of {1}, {2} and so on.
func (sh Shell) Say(english string, parts ...string) string { return sh.edition.Say(english, parts...) }

// Stop is the mark at the end of a sentence in the page's language.
func (sh Shell) Stop() string {
	if sh.edition == nil {
		return "."
	}
	return sh.edition.Words.Stop()
}

// Crumb is one step of the way from the home page (WCAG 2.4.8).
type Crumb struct{ Text, URL string }

// NavItem is one of the site's main ways in.
type NavItem struct {
	Text    string
	URL     string
	Current bool
	Lang    string // of the page it leads to, where it is not this page's
}

// Help is the human whom every page offers, in the same place (WCAG 3.2.6).
type Help struct {
	Name, Phone, Dial, Text, TextDial, Email, Hours, Note string
	Page                                                  string // the contact page, where there is one
	NameLang, HoursLang, NoteLang, PageLang               string // of those words, and of that page, where it is not the page's
}

// styleName is the style sheet, the one file that every page asks for, and
// todayName the script of those with a date that matters.
const (
	styleName = "style.css"
	todayName = "today.js"
)

var mainNav = []NavItem{
	{Text: "What is worrying you?", URL: "/journeys/"},
	{Text: "Find help and things to do", URL: "/browse/"},
	{Text: "Guides", URL: "/guides/"},
	{Text: "Search", URL: "/search/"},
}

// frame is what is the same on every page, worked out and printed once.
type frame struct {
	help   Help
	footer []Link
	style  string
	today  string
	nav    []NavItem // with the addresses within the site
	homes  []EditionLink
	foot   printed
	tops   map[string]*printed // by the main way in that the page is, or ""
}

func newFrame(s *Site) *frame {
	f := &frame{
		help: s.help(), footer: s.aboutLinks(), style: s.styleHash(), today: shortHash(s.Static[todayName]),
		nav: s.nav(), homes: s.homesOf(s.told), tops: map[string]*printed{"": {}},
	}
	for _, item := range f.nav {
		f.tops[item.URL] = &printed{}
	}
	return f
}

// nav are the main ways in: of the site those that have something to show, and
// of an edition what is told in it.
func (s *Site) nav() []NavItem {
	if s.edition == nil {
		return slices.DeleteFunc(slices.Clone(mainNav), func(item NavItem) bool { return !s.has(item.URL) })
	}
	return []NavItem{
		{Text: s.say("All pages in this language"), URL: s.edition.URL("/")},
		{Text: s.say("Search"), URL: s.edition.URL("/search/")},
		{Text: s.mainName(), URL: "/", Lang: s.LangOf(nil)},
	}
}

// mainName is what to call the site as a whole.
func (s *Site) mainName() string {
	if s.edition.Simple() {
		return s.say("The whole site")
	}
	return s.LanguageName
}

// homesOf are the home pages of some editions, but for this one.
func (s *Site) homesOf(editions []*Site) []EditionLink {
	var links []EditionLink
	for _, told := range editions {
		if told.edition != s.edition {
			links = append(links, s.editionLink(told.edition, told.edition.URL("/")))
		}
	}
	return links
}

// check prints the frame for each main way in, and gives what is wrong with its
// layouts. Pages take it for granted after that.
func (f *frame) check(s *Site) []offer.Problem {
	var problems offer.Problems
	for url, top := range f.tops {
		s.shell("", "", "", url)
		for _, p := range []*printed{top, &f.foot} {
			if p.err != nil {
				problems.Join([]offer.Problem{theme.Problem(p.err)})
			}
		}
	}
	return problems.All()
}

// shell makes the frame of a page. The last crumb is the page itself.
func (s *Site) shell(sort, title, description, url string, crumbs ...Crumb) Shell {
	sh := Shell{
		Site: s.Settings, Prefix: s.prefix, Title: title, Description: description,
		Canonical: s.Absolute(url), Style: s.prefix + "/" + styleName + "?v=" + s.frame.style,
		Body: sort, Help: s.frame.help, Footer: s.frame.footer, Report: s.report(title, url),
		Home: s.prefix + s.edition.URL("/"), Lang: s.LangOf(s.edition), Dir: s.edition.Direction(), Editions: s.frame.homes, edition: s.edition,
	}
	if home := s.edition.URL("/"); url != home {
		sh.Crumbs = append([]Crumb{{s.say("Home"), sh.Home}}, crumbs...)
	}
	sh.Top = s.top(sh, url)
	sh.Foot = s.frame.foot.print(s, "foot", func() any { return sh })
	return sh
}

// top prints the way around, with the page marked where it is one of the main
// ways in.
func (s *Site) top(sh Shell, url string) template.HTML {
	p, main := s.frame.tops[url]
	if !main {
		p = s.frame.tops[""]
	}
	return p.print(s, "top", func() any {
		sh.Nav = s.navFrom(url)
		return sh
	})
}

// navFrom are the main ways in as a page shows them.
func (s *Site) navFrom(url string) []NavItem {
	var nav []NavItem
	for _, item := range s.frame.nav {
		nav = append(nav, NavItem{item.Text, s.prefix + item.URL, item.URL == url, item.Lang})
	}
	return nav
}

// has reports that a main way in will be planned: it has something to show.
func (s *Site) has(url string) bool {
	switch url {
	case "/journeys/":
		return len(s.Kind("journey")) > 0
	case "/guides/":
		return len(s.Kind("guide")) > 0
	}
	return true
}

func (s *Site) help() Help {
	h := s.Settings.Help
	help := Help{
		Name: h.Name, Phone: h.Phone, Dial: offer.Dial(h.Phone), Text: h.Text, TextDial: offer.Dial(h.Text),
		Email: h.Email, Hours: h.Hours, Note: h.Note,
	}
	if contact := s.At("/pages/contact/"); contact != nil {
		here := s.here(contact)
		help.Page, help.PageLang = s.prefix+here.URL(), s.tongue(here)
	}
	help.Name, help.NameLang = s.put(help.Name)
	help.Hours, help.HoursLang = s.put(help.Hours)
	help.Note, help.NoteLang = s.put(help.Note)
	return help
}

// report is an email that already says which page it is about.
func (s *Site) report(title, path string) string {
	if s.Settings.Help.Email == "" {
		return ""
	}
	return "mailto:" + s.Settings.Help.Email + "?subject=" + url.PathEscape("Something wrong: "+title) + "&body=" + url.PathEscape(s.Absolute(path)+"\n\n")
}

func (s *Site) styleHash() string {
	return shortHash(append(append([]byte{}, s.Static[styleName]...), s.accent()...))
}

// shortHash goes behind the name of a file that pages ask for, so that a browser
// asks again when it changes.
func shortHash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:4])
}

// accent are the authority's colours, laid over the style sheet's own.
func (s *Site) accent() []byte {
	var css string
	if s.Look.Accent != "" {
		css += "\n:root{--accent-light:" + s.Look.Accent + "}"
	}
	if s.Look.AccentDark != "" {
		css += "\n:root{--accent-dark:" + s.Look.AccentDark + "}"
	}
	return []byte(css)
}

// trusted marks HTML that this program made itself from Markdown.
func trusted(html string) template.HTML {
	return template.HTML(html) //nolint:gosec // rendered by goldmark with raw HTML off
}

// entriesWord counts what a list holds.
func entriesWord(n int) string { return offer.Counted(n, "result", "results") }
