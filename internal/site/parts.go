package site

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/search"
	"github.com/localoffer/localoffer/internal/source"
	"github.com/localoffer/localoffer/internal/theme"
)

// parts are what a site is made from, as they were read. A preview makes a site
// after each edit, in which nearly all parts are those of the site before.
type parts struct {
	settings part[*offer.Settings]
	form     part[bool] // whether there is one for the site's editors
	editions part[[]*offer.Edition]
	layouts  part[*theme.Theme]
	static   part[map[string][]byte]
	words    part[*search.Synonyms]
	kept     part[addresses]
	content  *source.Content
	day      day
}

// part is what was made from one file or folder, and from nothing else.
type part[T any] struct {
	made     T
	problems []offer.Problem
	version  uint64
	known    bool
}

// day is what differs between the entries as they were read and as they are on
// one day.
type day struct {
	asOf  offer.Date
	known bool
	dated map[*offer.Entry]*offer.Entry // by what was read
}

// reader gathers the problems of all parts, and the first error.
type reader struct {
	folder   fs.FS
	options  Options
	problems offer.Problems
	err      error
}

// before is the site before, or one that was made from nothing.
func (o *Options) before() *Site {
	if o.Before == nil {
		return &Site{}
	}
	return o.Before
}

// reread reads a part, or takes over the one before where nothing has changed
// about its file or folder, as far as the site's folder knows.
func reread[T any](r *reader, before part[T], name string, read func(fs.FS, Options) (T, []offer.Problem, error)) part[T] {
	now := before
	version, known := source.Version(r.folder, name)
	if !known || !before.known || before.version != version {
		made, problems, err := read(r.folder, r.options)
		now = part[T]{made, problems, version, known && err == nil}
		r.fail(err)
	}
	r.problems.Join(now.problems)
	return now
}

func (r *reader) content(before *source.Content, settings *offer.Settings) *source.Content {
	content, problems, err := source.Reread(before, r.folder, settings, r.options.Watch)
	r.problems.Join(problems)
	r.fail(err)
	return content
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// onTheDay is the entries as they are on the day that the site is made for. What
// was dated for that day before is the same entry again, so that all that is
// known of it holds.
func (now *Site) onTheDay(before *Site, o Options) ([]*offer.Entry, []offer.Problem) {
	read := now.content.Entries
	entries := slices.Clone(read)
	problems := source.Future(entries, o.AsOf, o.Known)
	kind.Pass(entries, o.AsOf)
	same := before.day.asOf == o.AsOf && before.day.known == o.Known
	now.day = day{o.AsOf, o.Known, map[*offer.Entry]*offer.Entry{}}
	for i, e := range read {
		if entries[i] == e {
			continue
		}
		if earlier := before.day.dated[e]; same && earlier != nil {
			entries[i] = earlier
		}
		now.day.dated[e] = entries[i]
	}
	return entries, problems
}

// ReadSettings reads all that a site's entries are read by: config.toml, whether
// there is a form for editors, and the editions. The settings are nil where they
// cannot be used at all.
func ReadSettings(folder fs.FS, o Options) (*offer.Settings, []offer.Problem, error) {
	settings, problems, err := readSettings(folder, o)
	if err != nil || settings == nil {
		return nil, problems, err
	}
	editions, more, err := readEditions(folder, o)
	return told(settings, editor.HasForm(folder), editions), append(problems, more...), err
}

func readSettings(folder fs.FS, o Options) (*offer.Settings, []offer.Problem, error) {
	return ReadConfig(folder, o.BaseURL)
}

func readForm(folder fs.FS, _ Options) (bool, []offer.Problem, error) {
	return editor.HasForm(folder), nil, nil
}

func readEditions(folder fs.FS, o Options) ([]*offer.Edition, []offer.Problem, error) {
	return source.ReadEditions(folder, o.Builtin)
}

// told tells the settings of the form, for with it some fields are read in
// another way, and of the editions that entries may be told in. Settings that
// others hold are never changed.
func told(s *offer.Settings, form bool, editions []*offer.Edition) *offer.Settings {
	if s.Form == form && slices.Equal(s.Editions, editions) {
		return s
	}
	now := *s
	now.Form, now.Editions = form, editions
	return &now
}

func readLayouts(folder fs.FS, o Options) (*theme.Theme, []offer.Problem, error) {
	return theme.Load(folder, o.Builtin)
}

func readStatic(folder fs.FS, o Options) (map[string][]byte, []offer.Problem, error) {
	return output.ReadStatic(folder, o.Builtin)
}

// readWords reads what families call things, where a site says so.
func readWords(folder fs.FS, _ Options) (*search.Synonyms, []offer.Problem, error) {
	text, err := fs.ReadFile(folder, search.SynonymsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read %s: %w", search.SynonymsFile, err)
	}
	words, problems := search.ParseSynonyms(text)
	return words, problems, nil
}
