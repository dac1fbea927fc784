package source

import (
	"crypto/sha256"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/timing"
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
	entry    *offer.Entry // nil where the file can be nobody's twin
	of       *offer.Entry // the original of a twin
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
// is the same is not even opened; one whose bytes are the same is not parsed. The
// watch, which may be nil, measures each file.
func Reread(before *Content, site fs.FS, settings *offer.Settings, watch *timing.Watch) (*Content, []offer.Problem, error) {
	if before == nil || before.settings != settings {
		before = &Content{}
	}
	var problems offer.Problems
	names, err := find(site, &problems)
	if err != nil {
		return nil, nil, err
	}
	r := &rereader{site: site, settings: settings, before: before, watch: watch, files: make(map[string]*readFile, len(names))}
	originals, twins := twinsApart(names)
	r.readAll(originals, r.readEntry)
	r.readAll(twins, r.readTwin)
	c := &Content{settings: settings, files: r.files}
	for _, name := range names {
		if e := r.files[name].entry; e != nil {
			c.Entries = append(c.Entries, e)
		}
		problems.Join(r.files[name].problems)
	}
	return c, problems.All(), nil
}

// rereader reads files, each once, on all cores.
type rereader struct {
	site     fs.FS
	settings *offer.Settings
	before   *Content
	watch    *timing.Watch
	files    map[string]*readFile
}

// readAll reads some files, which must be of no use to one another.
func (r *rereader) readAll(names []string, read func(name string, old *readFile) *readFile) {
	files := make([]*readFile, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		old := r.before.files[name]
		version, known := Version(r.site, name)
		if known && old != nil && old.version == version && r.holds(old) {
			files[i] = old
			continue
		}
		group.Go(func() error {
			defer r.watch.File("read", name)()
			files[i] = read(name, old)
			files[i].version = version
			return nil
		})
	}
	_ = group.Wait() // no worker gives an error: all they find is problems
	for i, name := range names {
		r.files[name] = files[i]
	}
}

// readEntry reads a file again. An editor may have saved it as it was.
func (r *rereader) readEntry(name string, old *readFile) *readFile {
	text, err := readUpTo(r.site, name, mostBytes)
	if old != nil && err == nil && old.entry.Sum == sha256.Sum256(text) {
		return &readFile{entry: old.entry, problems: old.problems}
	}
	entry, problems := readText(name, text, err, r.settings)
	return &readFile{entry: entry, problems: problems}
}
