package source

import (
	"crypto/sha256"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/localoffer/localoffer/internal/offer"
)

// Content is all of content/ as it was read, file by file.
type Content struct {
	Entries []*offer.Entry // in the order of their files

	settings *offer.Settings
	files    map[string]*readFile
}

// readFile is what came of one file.
type readFile struct {
	version  uint64
	entry    *offer.Entry
	problems []offer.Problem
}

// Versioned is a folder that is told of changes: whenever something may have
// changed about a name, or below it, the name has another version from then on.
type Versioned interface {
	Version(name string) uint64
}

// Version is the version of a name, where the folder knows of any. Whoever
// reads asks for it first: a change while it reads then gives another.
func Version(site fs.FS, name string) (version uint64, known bool) {
	if folder, ok := site.(Versioned); ok {
		return folder.Version(name), true
	}
	return 0, false
}

// Reread reads content as Read does, sooner: what an earlier reading with the
// same settings has read already, or nil, is taken over. A file whose version
// is the same is not even opened; one whose bytes are the same is not parsed.
func Reread(before *Content, site fs.FS, settings *offer.Settings) (*Content, []offer.Problem, error) {
	if before == nil || before.settings != settings {
		before = &Content{}
	}
	var problems offer.Problems
	names, err := find(site, &problems)
	if err != nil {
		return nil, nil, err
	}
	files := make([]*readFile, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		old := before.files[name]
		version, known := Version(site, name)
		if known && old != nil && old.version == version {
			files[i] = old
			continue
		}
		group.Go(func() error {
			files[i] = old.reread(site, name, settings)
			files[i].version = version
			return nil
		})
	}
	_ = group.Wait() // no worker gives an error: all they find is problems
	c := &Content{Entries: make([]*offer.Entry, len(names)), settings: settings, files: make(map[string]*readFile, len(names))}
	for i, name := range names {
		c.Entries[i], c.files[name] = files[i].entry, files[i]
		problems.Join(files[i].problems)
	}
	return c, problems.All(), nil
}

// reread reads a file again. An editor may have saved it as it was.
func (old *readFile) reread(site fs.FS, name string, settings *offer.Settings) *readFile {
	text, err := fs.ReadFile(site, name)
	if old != nil && err == nil && old.entry.Sum == sha256.Sum256(text) {
		return &readFile{entry: old.entry, problems: old.problems}
	}
	entry, problems := readText(name, text, err, settings)
	return &readFile{entry: entry, problems: problems}
}
