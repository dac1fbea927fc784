package preview

import (
	"strings"
	"sync/atomic"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
)

// snapshot is the site as it was made once, and those before from which pages
// can be shown as they were. The next snapshot takes its place.
type snapshot struct {
	version  uint64 // of the folder
	static   uint64 // of the files in it that are copied as they are
	options  site.Options
	site     *site.Site // nil where none could be made
	problems []offer.Problem
	err      error // the disk's, or ours

	failed atomic.Bool           // some page could not be printed
	last   *site.Site            // that could be made
	former *site.Site            // the last before this of which every page could be printed
	good   map[string]*site.Site // the last in which a file had no problem, for each that has one
}

// newSnapshot makes the site as the folder has it now. The folder's version is
// asked for first, so that what changes meanwhile makes the next snapshot.
func newSnapshot(m *mirror, o site.Options, before *snapshot) *snapshot {
	e := &snapshot{
		version: m.Version("."), static: m.Version(output.StaticRoot), options: o,
		last: before.last, former: before.former, good: before.good,
	}
	if before.site != nil && !before.failed.Load() {
		e.former = before.site
	}
	o.Before = before.last
	e.site, e.problems, e.err = site.Make(m, o)
	if e.site == nil {
		return e
	}
	e.last, e.good = e.site, map[string]*site.Site{}
	for file := range offer.Reported(e.problems) {
		switch {
		case o.Before != nil && !o.Before.Reported(file):
			e.good[file] = o.Before
		case before.good[file] != nil:
			e.good[file] = before.good[file]
		}
	}
	return e
}

// current reports that a build would make the same site again.
func (e *snapshot) current(version uint64, o site.Options) bool {
	return e.err == nil && e.version == version && e.options.AsOf == o.AsOf && e.options.Known == o.Known
}

// inside is an address without the path that the whole site is published below.
func (e *snapshot) inside(url string) string {
	if e.last == nil {
		return url
	}
	if rest, found := strings.CutPrefix(url, e.last.Catalogue.Prefix()+"/"); found {
		return "/" + rest
	}
	return url
}

// outside is an address within the site, with that path.
func (e *snapshot) outside(url string) string { return e.last.Catalogue.Prefix() + url }

// lastGood is the site from which the page at an address can be shown as it was
// before it had a problem, or nil.
func (e *snapshot) lastGood(url string) *site.Site {
	from := e.former
	if e.site != nil {
		if f := e.site.Plan.At(url); f != nil && e.site.Reported(f.From) {
			from = e.good[f.From]
		}
	}
	if from == nil || from.Plan.At(url) == nil {
		return nil
	}
	return from
}

// whole is what keeps any page from being shown.
func (e *snapshot) whole() []offer.Problem {
	if e.err != nil {
		return []offer.Problem{{What: e.err.Error()}}
	}
	return e.problems
}

// of are the problems of the files that are wanted.
func (e *snapshot) of(wanted func(file string) bool) []offer.Problem {
	var some []offer.Problem
	for _, p := range e.problems {
		if wanted(p.File) {
			some = append(some, p)
		}
	}
	return some
}
