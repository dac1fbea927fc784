// Package site is the line: from a folder of Markdown to a folder of static
// files, told in one function, Make. What a command does with the site that
// Make yields is the only difference between commands: build writes it, check
// prints its problems, serve keeps it in memory.
//
//	content/*.md   config.toml, languages/   layouts/  static/
//	     │                 │                │
//	 source.Read       ReadConfig       theme.Load           load
//	     │                 │                │
//	 kind.Check  ──────────┤                │                validate ─┐
//	     │                                  │                          │
//	 offer.Link                             │                resolve   ─┤→ problems
//	     │                                  │                          │
//	     └─────────── output.Make ──────────┘                plan      │
//	                      │                                            │
//	                 Site.Render → audit                     read back ─┘
//	                      │
//	                  Write                                  the only code that touches the output folder
package site

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/localoffer/localoffer/internal/audit"
	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/search"
	"github.com/localoffer/localoffer/internal/source"
	"github.com/localoffer/localoffer/internal/theme"
	"github.com/localoffer/localoffer/internal/timing"
)

// Options say how a site is to be made.
type Options struct {
	AsOf    offer.Date    // the day for which it is made
	Known   bool          // AsOf was asked for: a later review is not known yet, rather than a mistake
	BaseURL string        // in place of the one in config.toml
	Builtin fs.FS         // the layouts and static files that a site's own lie over
	Cores   int           // that it may be rendered on; 0 is all there are
	Before  *Site         // made of the same folder with the same BaseURL and Builtin; or nil
	Watch   *timing.Watch // measures each step and each file; or nil

	Compress bool // a compressed copy of each text is written beside it
}

// Site is a site ready to be published: linked, planned, not yet rendered.
type Site struct {
	Catalogue *offer.Catalogue
	Plan      *output.Plan

	made     *output.Site
	reported map[string]bool // the files that have a problem
	cores    int
	compress bool
	watch    *timing.Watch

	parts
}

// Make reads a folder and plans its site. Every problem in it is reported, in
// one go; the plan is as whole as it could be made. The error is the disk's,
// or a mistake in this program.
//
// What has not changed since the site before was made is taken over from it,
// where the folder tells what has changed. The site is the same with it or
// without.
func Make(folder fs.FS, o Options) (*Site, []offer.Problem, error) {
	before, now := o.before(), &Site{cores: o.Cores, compress: o.Compress, watch: o.Watch}
	r := &reader{folder: folder, options: o}
	done := o.Watch.Step("read the settings")
	now.settings = reread(r, before.settings, ConfigName, readSettings)
	if r.err != nil || now.settings.made == nil {
		return nil, r.problems.All(), r.err
	}
	done()
	if missing := noFolders(folder); len(missing) > 0 {
		r.problems.Join(missing)
		return nil, r.problems.All(), nil
	}
	now.form = reread(r, before.form, editor.CollectionsFile, readForm)
	now.editions = reread(r, before.editions, source.LanguagesRoot, readEditions)
	now.settings.made = told(now.settings.made, now.form.made, now.editions.made)
	done = o.Watch.Step("read the content")
	now.content = r.content(before.content, now.settings.made)
	done()
	done = o.Watch.Step("read the layouts and the static files")
	now.layouts = reread(r, before.layouts, theme.Root, readLayouts)
	now.static = reread(r, before.static, output.StaticRoot, readStatic)
	now.words = reread(r, before.words, search.SynonymsFile, readWords)
	now.kept = reread(r, before.kept, AddressesName, readAddresses)
	done()
	if r.err != nil {
		return nil, nil, r.err
	}

	defer o.Watch.Step("link the entries and plan the pages")()
	problems := r.problems
	entries, found := now.onTheDay(before, o)
	problems.Join(found)
	now.Catalogue, found = offer.Relink(before.Catalogue, now.settings.made, entries, o.AsOf)
	problems.Join(found)
	if len(offer.Reported(problems.All())) == 0 { // else what seems to be missing may only be broken
		problems.Join(kind.CheckLive(now.Catalogue))
	}
	problems.Join(offer.CheckReviews(now.Catalogue.Entries))
	now.made = &output.Site{
		Catalogue: now.Catalogue, Theme: now.layouts.made, Static: now.static.made, Words: now.words.made,
		Content: fingerprint(folder, now.content.Entries), Published: now.kept.made.set(),
	}
	now.Plan, found = output.Make(now.made, before.made)
	problems.Join(found)
	problems.Join(audit.Links(now.Plan, now.Catalogue))
	problems.Join(now.kept.made.vanished(now.Plan, now.settings.made))
	all := problems.All()
	now.reported = offer.Reported(all)
	return now, all, nil
}

// Reported tells that a problem was found in a file.
func (s *Site) Reported(file string) bool { return s.reported[file] }

// fingerprint is a hash of all that the site is made from, in the order of the
// entries' addresses, so that two builds can be told apart. It is worked out
// only where it is asked for.
func fingerprint(folder fs.FS, entries []*offer.Entry) func() string {
	config, _ := fs.ReadFile(folder, ConfigName) // it has been read already, to its last byte
	return sync.OnceValue(func() string {
		h := sha256.New()
		h.Write(config)
		for _, e := range entries {
			fmt.Fprintf(h, "%s %x\n", e.File, e.Sum)
		}
		return "sha256:" + hex.EncodeToString(h.Sum(nil))
	})
}

// Render makes every file on all cores and reads each back, then hands it to
// keep, which may be called from several goroutines at once. The bytes belong
// to keep only until it returns. The first error of keep ends it.
func (s *Site) Render(keep func(f *output.File, body []byte) error) ([]offer.Problem, error) {
	done := s.watch.Step("make the search index")
	taken, err := s.Plan.Expand()
	done()
	if err != nil || len(taken) > 0 {
		return taken, err
	}
	defer s.watch.Step("make the pages")()
	check := audit.New(s.Plan, s.Catalogue, s.reported)
	failed := make([]offer.Problem, len(s.Plan.Files))
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	group, unless := errgroup.WithContext(context.Background())
	group.SetLimit(cmp.Or(s.cores, runtime.GOMAXPROCS(0)))
	for i := range s.Plan.Files {
		group.Go(func() error {
			if unless.Err() != nil {
				return nil // keep gave an error, and there will be no site
			}
			f := &s.Plan.Files[i]
			defer s.watch.File("made", f.URL())()
			out, _ := buffers.Get().(*bytes.Buffer)
			defer buffers.Put(out)
			out.Reset()
			if err := f.Render(out); err != nil {
				failed[i] = output.Problem(err)
				return nil
			}
			check.File(i, out.Bytes())
			return keep(f, out.Bytes())
		})
	}
	err = group.Wait()
	problems := check.Problems()
	for _, p := range failed {
		if p.What != "" {
			problems = append(problems, p)
		}
	}
	var all offer.Problems
	all.Join(problems)
	return all.All(), err
}

// Nowhere keeps nothing of a rendered file: for when only problems are wanted.
func Nowhere(*output.File, []byte) error { return nil }

// Check makes a site and reads every page back, and gives all problems. It ends
// early, with an error, when nobody wants to know any more.
func Check(ctx context.Context, folder fs.FS, o Options) ([]offer.Problem, error) {
	s, problems, err := Make(folder, o)
	if err != nil || s == nil {
		return problems, err
	}
	more, err := s.Render(func(*output.File, []byte) error { return ctx.Err() })
	if err != nil {
		return problems, err
	}
	var all offer.Problems
	all.Join(problems)
	all.Join(more)
	done := s.watch.Step("look for advice")
	advice, err := s.advise(folder)
	done()
	if err != nil {
		return all.All(), err
	}
	all.Join(advice)
	all.Join(wanted(s.Catalogue))
	stale, err := editor.Stale(folder, s.Catalogue.Settings)
	if err != nil {
		return nil, err
	}
	all.Join(stale)
	if Blocking(all.All(), false) > 0 {
		return all.All(), nil // what search finds means little until the content is right
	}
	if err := ctx.Err(); err != nil {
		return all.All(), err
	}
	defer s.watch.Step("try the search")()
	missed, err := s.searchTests(folder)
	all.Join(missed)
	return all.All(), err
}

// searchTests asks the site's own search what its officers say families ask.
func (s *Site) searchTests(folder fs.FS) ([]offer.Problem, error) {
	text, err := fs.ReadFile(folder, search.TestsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", search.TestsFile, err)
	}
	tests, problems := search.ParseTests(text)
	reader, err := s.Searcher()
	if err != nil {
		return nil, err
	}
	missed, err := reader.Run(tests, s.Catalogue.Prefix())
	return append(problems, missed...), err
}

// FormPolicy is the content security policy of the form for editors, or "".
func (s *Site) FormPolicy() string { return output.FormPolicy(s.made.Static) }

// Timetable is every day on which a page will change by itself.
func (s *Site) Timetable() []offer.Turn { return s.made.Turns() }

// Blocking are the problems that stop a build: all but advice, or all of them
// where the editor asked for strictness.
func Blocking(problems []offer.Problem, strict bool) int {
	n := 0
	for _, p := range problems {
		if strict || !p.Advice {
			n++
		}
	}
	return n
}

// Searcher asks the site's own index with the script of its search page.
func (s *Site) Searcher() (*search.Reader, error) { return s.SearcherIn("") }

// SearcherIn asks the index of an edition, by its name; "" is the main one. Where
// nothing is told in the edition, there is no index and no error.
func (s *Site) SearcherIn(edition string) (*search.Reader, error) {
	told := s.made.In(edition)
	if told == nil {
		return nil, nil
	}
	files, err := told.SearchIndex()
	if err != nil {
		return nil, err
	}
	return search.NewReader(string(s.made.Static["search/core.js"]), files, s.Catalogue.Today.String())
}
