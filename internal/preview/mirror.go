package preview

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// mirror is the site's folder, as far as it has been told of what changes in
// it. It keeps the lists of folders, so that nobody reads ten thousand names
// again for one that is new, and gives each name a version, so that nobody opens
// a file again that is as it was. The bytes of files stay on the disk.
type mirror struct {
	disk fs.FS

	telling sync.Mutex // one telling at a time: each looks at the disk first
	mu      sync.Mutex // of all below
	count   uint64
	told    map[string]uint64 // when something was said of a name, or below it
	whole   map[string]uint64 // when all below a name came into doubt
	lists   map[string][]fs.DirEntry
}

func newMirror(disk fs.FS) *mirror {
	return &mirror{disk: disk, told: map[string]uint64{}, whole: map[string]uint64{}, lists: map[string][]fs.DirEntry{}}
}

// Version is a number that is another one once the mirror was told of the name,
// of anything below it, or of a folder it stands in.
func (m *mirror) Version(name string) uint64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	version := m.told[name]
	for at := name; ; at = path.Dir(at) {
		version = max(version, m.whole[at])
		if at == "." {
			return version
		}
	}
}

// tell says that something happened to a name: it was made, changed, replaced
// or deleted. What it is now, the disk knows.
func (m *mirror) tell(name string) {
	m.telling.Lock()
	defer m.telling.Unlock()
	info, err := fs.Lstat(m.disk, name)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count++
	for at := name; ; at = path.Dir(at) {
		m.told[at] = m.count
		if at == "." {
			break
		}
	}
	if err != nil || info.IsDir() {
		m.doubt(name)
	}
	if list, known := m.lists[path.Dir(name)]; known {
		m.lists[path.Dir(name)] = patched(list, path.Base(name), info, err)
	}
}

// tellAll says that anything at all may have happened.
func (m *mirror) tellAll() {
	m.telling.Lock()
	defer m.telling.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count++
	m.doubt(".")
}

// doubt forgets what is known of a folder and of all below it.
func (m *mirror) doubt(name string) {
	m.whole[name] = m.count
	for folder := range m.lists {
		if name == "." || folder == name || strings.HasPrefix(folder, name+"/") {
			delete(m.lists, folder)
		}
	}
}

// patched is a list with one name as it is now. The list itself stays as it is:
// somebody may be going through it.
func patched(list []fs.DirEntry, name string, info fs.FileInfo, err error) []fs.DirEntry {
	at, found := slices.BinarySearchFunc(list, name, func(d fs.DirEntry, name string) int { return strings.Compare(d.Name(), name) })
	end := at
	if found {
		end++
	}
	var now []fs.DirEntry
	if err == nil {
		now = []fs.DirEntry{fs.FileInfoToDirEntry(info)}
	}
	return slices.Concat(list[:at], now, list[end:])
}

// ReadDir lists a folder: from memory, where nothing was said of it since.
func (m *mirror) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	list, known := m.lists[name]
	since := m.count
	m.mu.Unlock()
	if known {
		return list, nil
	}
	list, err := fs.ReadDir(m.disk, name)
	m.mu.Lock()
	defer m.mu.Unlock()
	if err == nil && m.count == since { // else the list may be older than what was said of it
		m.lists[name] = list
	}
	return list, err
}

// Open, ReadFile and Stat ask the disk.

func (m *mirror) Open(name string) (fs.File, error)     { return m.disk.Open(name) }
func (m *mirror) ReadFile(name string) ([]byte, error)  { return fs.ReadFile(m.disk, name) }
func (m *mirror) Stat(name string) (fs.FileInfo, error) { return fs.Stat(m.disk, name) }
