package search_test

import (
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/search"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/source"
	"github.com/localoffer/localoffer/internal/synthetic"
)

var today = offer.Date{Year: 2026, Month: 11, Day: 21}

// corpus is a site's index, and what it was made from.
type corpus struct {
	catalogue *offer.Catalogue
	index     *search.Index
	files     []search.File
	words     *search.Synonyms
	script    string
	shared    *search.Session
}

// session is the one session of a corpus, for tests that run one after another.
func (c *corpus) session(t testing.TB) *search.Session {
	t.Helper()
	if c.shared == nil {
		c.shared = c.newSession(t)
	}
	return c.shared
}

// newSession opens the files of a corpus for a test that runs beside others.
func (c *corpus) newSession(t testing.TB) *search.Session {
	t.Helper()
	s, err := search.NewSession(c.script, c.files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fewer makes less of what takes long: the script runs on an interpreter, which
// the race detector slows ten times.
func fewer(n int) int {
	if raced {
		return n / 5
	}
	return n
}

// The corpora are made once; tests only read them.
var (
	demonstration = sync.OnceValue(func() *corpus { return made(localoffer.Demonstration) })
	thousand      = sync.OnceValue(func() *corpus { return made(syntheticFolder(1000)) })
)

func syntheticFolder(activities int) fstest.MapFS {
	folder := fstest.MapFS{}
	for name, text := range synthetic.Files(activities) {
		folder[name] = &fstest.MapFile{Data: text}
	}
	for _, name := range []string{"config.toml", search.SynonymsFile} {
		folder[name] = &fstest.MapFile{Data: must(localoffer.Demonstration.ReadFile(name))}
	}
	return folder
}

// demonstrationFiles is the demonstration as files that a test may change.
func demonstrationFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := synthetic.Demonstration()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// made reads a folder as a build does, as far as the index.
func made(folder fs.FS) *corpus {
	settings, problems, err := site.ReadConfig(folder, "")
	if err != nil || settings == nil {
		panic([]any{err, problems})
	}
	entries, _, err := source.Read(folder, settings)
	if err != nil {
		panic(err)
	}
	catalogue, _ := offer.Link(settings, entries, today)
	text, _ := fs.ReadFile(folder, search.SynonymsFile) // a site may have none
	words, _ := search.ParseSynonyms(text)
	index := must((&output.Site{Catalogue: catalogue, Words: words}).Index())
	return &corpus{
		catalogue: catalogue, index: index, files: must(index.Files(words)), words: words,
		script: string(must(localoffer.Demonstration.ReadFile("static/search/core.js"))),
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// long leaves a test out of the runs with the race detector, which would make
// minutes of it. make test runs it without.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long: make test runs it without the race detector")
	}
}
