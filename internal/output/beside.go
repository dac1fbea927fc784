package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// siteMap plans sitemap.xml (sitemaps.org 0.9) from the pages that were
// planned. Its dates are those of reviews, never of a build.
func siteMap(s *Site, files []File) []File {
	type page struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod,omitempty"`
	}
	type urlSet struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Pages   []page   `xml:"url"`
	}
	const most = 50_000 // the protocol's limit for one file
	return []File{{Path: "sitemap.xml", From: "config.toml", Render: func(out *bytes.Buffer) error {
		var set urlSet
		for i := range files {
			f := &files[i]
			if !f.Listed || len(set.Pages) == most {
				continue
			}
			p := page{Loc: s.Absolute(f.URL())}
			if f.Entry != nil {
				p.LastMod = f.Entry.Reviewed.On.String()
			}
			set.Pages = append(set.Pages, p)
		}
		slices.SortFunc(set.Pages, func(a, b page) int { return strings.Compare(a.Loc, b.Loc) })
		return writeXML(out, set)
	}}}
}

func writeXML(out *bytes.Buffer, v any) error {
	out.WriteString(xml.Header)
	e := xml.NewEncoder(out)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return out.WriteByte('\n')
}

// robots plans robots.txt (RFC 9309). A demonstration asks not to be indexed.
func robots(s *Site) []File {
	rule := "Allow: /"
	if s.Demonstration != "" {
		rule = "Disallow: /"
	}
	if s.Static[formPage] != nil {
		rule += "\nDisallow: " + s.prefix + "/" + adminFolder
	}
	return []File{text("robots.txt", "config.toml", []byte("User-agent: *\n"+rule+"\n\nSitemap: "+s.Absolute("/sitemap.xml")+"\n"))}
}

// feed plans an Atom feed (RFC 4287) of what was checked, changed or answered
// last. What is not listed is not in it.
func feed(s *Site) []File {
	return []File{{Path: "feed.xml", From: "config.toml", Render: func(out *bytes.Buffer) error {
		type link struct {
			Rel  string `xml:"rel,attr,omitempty"`
			Href string `xml:"href,attr"`
		}
		type item struct {
			Title   string `xml:"title"`
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Link    link   `xml:"link"`
			Summary string `xml:"summary"`
		}
		type atom struct {
			XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
			Lang    string   `xml:"xml:lang,attr"`
			Title   string   `xml:"title"`
			ID      string   `xml:"id"`
			Updated string   `xml:"updated"`
			Author  string   `xml:"author>name"`
			Links   []link   `xml:"link"`
			Items   []item   `xml:"entry"`
		}
		a := atom{
			Lang: s.Language, Title: s.Settings.Title + ": new and changed", ID: s.Absolute("/feed.xml"), Author: s.Authority.Name,
			Links: []link{{"self", s.Absolute("/feed.xml")}, {"", s.Absolute("/")}}, Updated: moment(s.lastReview()),
		}
		for i, n := range s.news() {
			if i == 0 {
				a.Updated = moment(n.on)
			}
			a.Items = append(a.Items, item{n.entry.Title, s.Absolute(n.entry.URL()), moment(n.on), link{"", s.Absolute(n.entry.URL())}, n.entry.Summary})
		}
		return writeXML(out, a)
	}}}
}

// moment is a day as Atom needs it (RFC 3339). The day is all that is known.
func moment(d offer.Date) string { return d.String() + "T00:00:00Z" }

// lastReview is the day of the last check there was. It dates what has no date
// of its own, for the day of a build would change it every day.
func (s *Site) lastReview() offer.Date {
	last := offer.Date{Year: 1970, Month: 1, Day: 1}
	for _, e := range s.Entries {
		if e.Reviewed.On.After(last) && e.Kind != "term" {
			last = e.Reviewed.On
		}
	}
	return last
}

type newsItem struct {
	entry *offer.Entry
	on    offer.Date
}

// news is what changed last, newest first.
func (s *Site) news() []newsItem {
	var items []newsItem
	for _, e := range s.Entries {
		on := e.Reviewed.On
		if c, ok := e.Detail.(*kind.Comment); ok && c.Responded.After(on) {
			on = c.Responded
		}
		if s.Listed(e) && !on.IsZero() && !on.After(s.Today) && e.Kind != "term" {
			items = append(items, newsItem{e, on})
		}
	}
	slices.SortStableFunc(items, func(a, b newsItem) int {
		return cmp.Or(b.on.Compare(a.on), strings.Compare(a.entry.URL(), b.entry.URL()))
	})
	const most = 30
	return items[:min(most, len(items))]
}

// BuildInfo is the file by which workflows know what was published, and on which
// day the next page changes.
const BuildInfo = "build.json"

// buildInfo plans build.json: what was built, as of when, from what.
func buildInfo(s *Site) []File {
	return []File{{Path: BuildInfo, From: "config.toml", Render: func(out *bytes.Buffer) error {
		counts := map[string]int{}
		states := map[string]int{}
		for _, e := range s.Entries {
			counts[e.Kind]++
			states[s.State(e).String()]++
		}
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(struct {
			Generator string         `json:"generator"`
			Title     string         `json:"title"`
			AsOf      string         `json:"asOf"`
			Content   string         `json:"content"`
			Entries   map[string]int `json:"entries"`
			States    map[string]int `json:"states"`
			Next      string         `json:"nextChange,omitempty"`
		}{"localoffer", s.Settings.Title, s.Today.String(), s.Content(), counts, states, s.nextChange()})
	}}}
}

// nextChange is the first day of the timetable, or "".
func (s *Site) nextChange() string {
	if turns := s.Turns(); len(turns) > 0 {
		return turns[0].On.String()
	}
	return ""
}

// redirects plans a page for every former address, which leads on wherever a
// host does not.
func redirects(s *Site) []File {
	var files []File
	for _, e := range s.Everything() {
		for _, alias := range e.Aliases {
			files = append(files, s.redirect(alias.URL, e.File, e.URL(), e.Title))
		}
	}
	return files
}

// redirect plans a page that leads from one address of the site to another.
func (s *Site) redirect(from, file, to, title string) File {
	return File{Path: aliasPath(from), From: file, Render: func(out *bytes.Buffer) error {
		return s.Theme.Render(out, "redirect", &RedirectPage{Site: s.Settings, Title: title, URL: s.prefix + to, Canonical: s.Absolute(to)})
	}}
}

// RedirectPage is the data of the redirect layout.
type RedirectPage struct {
	Site                  *offer.Settings
	Title, URL, Canonical string
}

func aliasPath(url string) string {
	path := strings.TrimPrefix(url, "/")
	if strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}
