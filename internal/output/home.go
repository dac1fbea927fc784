package output

import "bytes"

// HomePage is the data of the home layout.
type HomePage struct {
	Shell
	Worries    []Link
	Categories []Link
	Needs      []Link
	Areas      []Link
	Ages       []Link
	Guides     []Link
	Pages      []Link
}

func home(s *Site) []File {
	return []File{pageFile("/", "layouts/home.html", func(out *bytes.Buffer) error {
		page := &HomePage{
			Shell: s.shell("home", s.Settings.Title, s.Tagline, "/"), Worries: s.links(s.listed("journey")), Guides: s.links(s.listed("guide")),
			Categories: s.listLinks("category"), Needs: s.listLinks("need"), Areas: s.listLinks("area"), Ages: s.listLinks("age"),
			Pages: s.links(s.listed("page")),
		}
		page.Twins = s.frame.homes
		return s.Theme.Render(out, "home", page)
	})}
}

// listLinks are the values of a facet that have a list.
func (s *Site) listLinks(name string) []Link {
	for _, g := range s.waysToBrowse() {
		if g.ID == name {
			return g.Links
		}
	}
	return nil
}

// siteMapPage plans the page that shows a reader all the ways there are.
func siteMapPage(s *Site) []File {
	const url, title, intro = "/site-map/", "Site map", "All the main pages of this site in one place."
	return []File{pageFile(url, "layouts/index.html", func(out *bytes.Buffer) error {
		groups := []LinkGroup{
			{ID: "worries", Title: "What is worrying you?", Links: s.links(s.listed("journey"))},
			{ID: "guides", Title: "Guides", Links: s.links(s.listed("guide"))},
		}
		groups = append(groups, s.waysToBrowse()...)
		groups = append(groups, LinkGroup{ID: "about", Title: "About this site", Links: s.aboutLinks()})
		var shown []LinkGroup
		for _, g := range groups {
			if len(g.Links) > 0 {
				shown = append(shown, g)
			}
		}
		return s.Theme.Render(out, "index", &IndexPage{
			Shell: s.shell("site-map", title, intro, url), Heading: title, Intro: intro, Groups: shown,
		})
	})}
}

func (s *Site) aboutLinks() []Link {
	links := s.links(s.listed("page"))
	if len(s.Kind("comment")) > 0 {
		links = append(links, Link{Text: s.say("You said, we did"), URL: s.prefix + "/comments/", To: s.elsewhere()})
	}
	if len(s.Kind("term")) > 0 {
		links = append(links, Link{Text: s.say("What words mean"), URL: s.prefix + "/terms/", To: s.elsewhere()})
	}
	return links
}

// notFound plans the page that a host shows for an address that is not there.
func notFound(s *Site) []File {
	return []File{{Path: "404.html", From: "layouts/404.html", Render: func(out *bytes.Buffer) error {
		page := &IndexPage{
			Shell:   s.shell("not-found", "We cannot find that page", "", "/404.html"),
			Heading: "We cannot find that page", Groups: []LinkGroup{{Links: s.links(s.listed("journey"))}},
		}
		page.NoIndex = true
		return s.Theme.Render(out, "404", page)
	}}}
}
