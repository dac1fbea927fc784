// Package audit reads the finished files back as a browser would and reports
// what a family could not use: links and anchors that lead nowhere, pages
// without one main heading, pictures without words, an identifier used twice,
// and any trace of an address that must stay private.
package audit

import (
	"hash/maphash"
	"net/url"
	"path"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// Audit gathers what is found in the files of one plan. Page may be called
// from several goroutines at once, each with its own Page number.
type Audit struct {
	plan     *output.Plan
	prefix   string
	reported map[string]bool
	secrets  *secrets
	pages    []page
}

// page is what is kept of one file until all were read.
type page struct {
	problems offer.Problems
	ids      []uint64  // of the anchors on it
	anchors  []pointer // links to anchors, on it or on other pages
}

type pointer struct {
	url, id string
}

var seed = maphash.MakeSeed()

// New makes an audit of a plan. What was reported for an entry's own file is not
// reported again for its page.
func New(plan *output.Plan, c *offer.Catalogue, reported map[string]bool) *Audit {
	return &Audit{plan: plan, prefix: c.Prefix(), reported: reported, secrets: newSecrets(c), pages: make([]page, len(plan.Files))}
}

// File reads back the ith file of the plan.
func (a *Audit) File(i int, body []byte) {
	f := &a.plan.Files[i]
	p := &a.pages[i]
	for _, secret := range a.secrets.in(body) {
		p.problems.Add(offer.Place{File: secret.file}, "“"+secret.text+"” must stay private, and stands in "+f.URL(), "take it out of the words of "+f.From+"; venue.mask keeps it out of everything else")
	}
	if f.HTML() {
		reader{audit: a, file: f, page: p, body: body, url: f.URL(), ids: map[uint64]bool{}}.read()
	}
}

// Problems gives all that was found, with the links to anchors followed now
// that every page was read.
func (a *Audit) Problems() []offer.Problem {
	ids := map[uint64]bool{}
	for i := range a.pages {
		for _, id := range a.pages[i].ids {
			ids[id] = true
		}
	}
	var all offer.Problems
	for i := range a.pages {
		f, p := &a.plan.Files[i], &a.pages[i]
		if f.Entry != nil && a.reported[f.From] {
			continue
		}
		all.Join(p.problems.All())
		for _, link := range p.anchors {
			if !ids[anchor(link.url, link.id)] {
				all.Add(offer.Place{File: f.From}, "a link on "+f.URL()+" points to #"+link.id+", which is not on "+link.url, "mend the part after #; it is the heading in small letters with hyphens")
			}
		}
	}
	return all.All()
}

// anchor stands for a place on a page in eight bytes.
func anchor(url, id string) uint64 {
	const mix = 0x9E3779B97F4A7C15
	return maphash.String(seed, url)*mix ^ maphash.String(seed, id)
}

// Links checks the links that editors wrote, each at its own line, against the
// pages that are planned.
func Links(plan *output.Plan, c *offer.Catalogue) []offer.Problem {
	var problems offer.Problems
	for _, e := range c.Everything() {
		for _, link := range e.Body.Links {
			written, _, _ := strings.Cut(link.URL, "#")
			written, _, _ = strings.Cut(written, "?")
			url := decoded(written)
			if !strings.HasPrefix(url, "/") || found(plan, url) {
				continue
			}
			what, hint := "there is no page at "+url, "write the address of a page of this site, like /guides/short-break-grant/"
			if near := offer.Suggest(path.Base(url), slugsNear(c, url)); near != "" {
				hint = "did you mean " + strings.TrimSuffix(url, path.Base(url)+"/") + near + "/?"
			}
			if pictures[strings.ToLower(path.Ext(url))] {
				what, hint = "there is no picture at "+url, "put the file into static/pictures/, and write /pictures/"+path.Base(url)
			}
			problems.Add(link.At, what, hint)
		}
	}
	return problems.All()
}

// pictures are the ends of their names.
var pictures = map[string]bool{".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".svg": true, ".webp": true, ".avif": true, ".heic": true}

// slugsNear are the last parts of the addresses in the same folder.
func slugsNear(c *offer.Catalogue, url string) []string {
	folder := strings.Trim(path.Dir(strings.TrimSuffix(url, "/")), "/")
	var slugs []string
	for _, e := range c.Entries {
		if e.Folder == folder {
			slugs = append(slugs, e.Slug)
		}
	}
	return slugs
}

// decoded is an address as files are named: a space is %20 where it is written.
func decoded(written string) string {
	if plain, err := url.PathUnescape(written); err == nil {
		return plain
	}
	return written
}

func found(plan *output.Plan, url string) bool {
	return plan.At(url) != nil || !strings.HasSuffix(url, "/") && plan.At(url+"/") != nil
}
