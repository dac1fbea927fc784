package preview

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// marks tell when a watcher has said all that there was to say. A save and the
// news of it are two things, and a request may come between the two. So each
// request first makes a file, the mark, in a folder of our own that the same
// watcher watches. News comes in the order of what happened: once the mark is
// told, so is every save before it, and so before the request.
//
// That order is kept on Linux. Elsewhere no watcher promises it, and marks say
// that nothing is sure.
type marks struct {
	folder *os.Root
	path   string

	mu      sync.Mutex
	count   int
	waiting map[string]chan struct{} // closed when the mark is reached
}

// ordered is whether news of different folders comes in the order in which
// things happened.
const ordered = runtime.GOOS == "linux"

// patience is how long a mark may take. One takes less than a thousandth of it.
const patience = time.Second

// newMarks makes marks in an empty folder, which must be for nothing else.
func newMarks(folder string) (*marks, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return &marks{folder: root, path: filepath.Clean(folder), waiting: map[string]chan struct{}{}}, nil
}

func (m *marks) watchedBy(system *fsnotify.Watcher) error { return system.Add(m.path) }

func (m *marks) close() error { return m.folder.Close() }

// settle waits until all that happened before has been told. It is false where
// that is not sure.
func (m *marks) settle() bool {
	if !ordered {
		return false
	}
	name, told := m.next()
	defer m.forget(name)
	file, err := m.folder.Create(name)
	if err != nil {
		return false
	}
	err = errors.Join(file.Close(), m.folder.Remove(name))
	select {
	case <-told:
		return err == nil
	case <-time.After(patience):
		return false
	}
}

func (m *marks) next() (string, chan struct{}) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count++
	name := strconv.Itoa(m.count)
	m.waiting[name] = make(chan struct{})
	return name, m.waiting[name]
}

func (m *marks) forget(name string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.waiting, name)
}

// reached deals with news of a mark, and says whether it was that.
func (m *marks) reached(event fsnotify.Event) bool {
	if filepath.Dir(event.Name) != m.path {
		return event.Name == m.path
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	name := filepath.Base(event.Name)
	if told := m.waiting[name]; told != nil && event.Has(fsnotify.Create) {
		close(told)
		delete(m.waiting, name)
	}
	return true
}

// reachAll lets everybody go who waits.
func (m *marks) reachAll() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for name, told := range m.waiting {
		close(told)
		delete(m.waiting, name)
	}
}
