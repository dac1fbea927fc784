// Package site is the line: from a folder of Markdown to a folder of static
// files, told in one function, Make. What a command does with the site that
// Make yields is the only difference between commands: build writes it, check
// prints its problems, serve keeps it in memory.
//
//	content/*.md      config.toml      layouts/  static/
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
)

// Options say how a site is to be made.
type Options struct {
	AsOf    offer.Date // the day for which it is made
	Known   bool       // AsOf was asked for: a later review is not known yet, rather than a mistake
	BaseURL string     // in place of the one in config.toml
	Builtin fs.FS      // the layouts and static files that a site's own lie over
}

// Site is a site ready to be published: linked, planned, not yet rendered.
type Site struct {
	Catalogue *offer.Catalogue
	Plan      *output.Plan
	made      *output.Site
}

// Make reads a folder and plans its site. Every problem in it is reported, in
// one go; the plan is as whole as it could be made. The error is the disk's,
// or a mistake in this program.
func Make(folder fs.FS, o Options) (*Site, []offer.Problem, error) {
	var problems offer.Problems
	settings, found, err := ReadConfig(folder, o.BaseURL)
	problems.Join(found)
	if err != nil || settings == nil {
		return nil, problems.All(), err
	}
	settings.Form = editor.HasForm(folder)
	entries, found, err := source.Read(folder, settings)
	problems.Join(found)
	if err != nil {
		return nil, nil, err
	}
	layouts, found, err := theme.Load(folder, o.Builtin)
	problems.Join(found)
	if err != nil {
		return nil, nil, err
	}
	static, err := output.ReadStatic(folder, o.Builtin)
	if err != nil {
		return nil, nil, err
	}

	words, found, err := readWords(folder)
	problems.Join(found)
	if err != nil {
		return nil, nil, err
	}

	kept, found, err := readAddresses(folder)
	problems.Join(found)
	if err != nil {
		return nil, nil, err
	}

	problems.Join(source.Future(entries, o.AsOf, o.Known))
	kind.Pass(entries, o.AsOf)
	catalogue, found := offer.Link(settings, entries, o.AsOf)
	problems.Join(found)
	problems.Join(kind.CheckLive(catalogue))
	problems.Join(offer.CheckReviews(entries))
	made := &output.Site{Catalogue: catalogue, Theme: layouts, Static: static, Words: words, Content: fingerprint(folder, entries), Published: kept.set()}
	plan, found := output.Make(made)
	problems.Join(found)
	problems.Join(audit.Links(plan, catalogue))
	problems.Join(kept.vanished(plan, settings))
	return &Site{catalogue, plan, made}, problems.All(), nil
}

// readWords reads what families call things, where a site says so.
func readWords(folder fs.FS) (*search.Synonyms, []offer.Problem, error) {
	text, err := fs.ReadFile(folder, search.SynonymsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read %s: %w", search.SynonymsFile, err)
	}
	words, problems := search.ParseSynonyms(text)
	return words, problems, nil
}

// fingerprint is a hash of all that the site is made from, in the order of the
// entries' addresses, so that two builds can be told apart.
func fingerprint(folder fs.FS, entries []*offer.Entry) string {
	h := sha256.New()
	if config, err := fs.ReadFile(folder, ConfigName); err == nil {
		h.Write(config)
	}
	for _, e := range entries {
		fmt.Fprintf(h, "%s %x\n", e.File, e.Sum)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Render makes every file on all cores and reads each back, then hands it to
// keep, which may be called from several goroutines at once. The bytes belong
// to keep only until it returns.
func (s *Site) Render(keep func(f *output.File, body []byte) error) ([]offer.Problem, error) {
	if err := s.Plan.Expand(); err != nil {
		return nil, err
	}
	check := audit.New(s.Plan, s.Catalogue)
	failed := make([]offer.Problem, len(s.Plan.Files))
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range s.Plan.Files {
		group.Go(func() error {
			f := &s.Plan.Files[i]
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
	err := group.Wait()
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

// Check makes a site and reads every page back, and gives all problems.
func Check(folder fs.FS, o Options) ([]offer.Problem, error) {
	s, problems, err := Make(folder, o)
	if err != nil || s == nil {
		return problems, err
	}
	more, err := s.Render(Nowhere)
	if err != nil {
		return problems, err
	}
	var all offer.Problems
	all.Join(problems)
	all.Join(more)
	advice, err := s.advise(folder)
	if err != nil {
		return all.All(), err
	}
	all.Join(advice)
	stale, err := editor.Stale(folder, s.Catalogue.Settings)
	if err != nil {
		return nil, err
	}
	all.Join(stale)
	if Blocking(all.All(), false) > 0 {
		return all.All(), nil // what search finds means little until the content is right
	}
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
func (s *Site) Searcher() (*search.Reader, error) {
	files, err := s.made.SearchIndex()
	if err != nil {
		return nil, err
	}
	return search.NewReader(string(s.made.Static["search/core.js"]), files, s.Catalogue.Today.String())
}
