package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"

	"github.com/localoffer/localoffer/internal/site"
)

// roots are what a site is made from, and the schemas that check compares with
// it. Whatever else is in its folder, such as the finished site, is nobody's
// business here.
var roots = append([]string{site.ConfigName, "schemas"}, site.Folders...)

func ours(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	for _, root := range roots {
		if first == root {
			return true
		}
	}
	return false
}

// watcher is told by the operating system what changes in a folder, and tells
// the mirror. What it cannot watch it says, and is not relied on from then on.
type watcher struct {
	system *fsnotify.Watcher
	folder string
	mirror *mirror
	marks  *marks
	stir   func()      // something has changed
	fail   func(error) // it can no longer be relied on
	done   sync.WaitGroup
}

// watch begins to watch a folder on the disk.
func watch(folder string, m *mirror, marks *marks, stir func(), fail func(error)) (*watcher, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{system: system, folder: folder, mirror: m, marks: marks, stir: stir, fail: fail}
	err = errors.Join(system.Add(folder), marks.watchedBy(system))
	for _, root := range roots {
		err = errors.Join(err, w.add(root))
	}
	if err != nil {
		return nil, errors.Join(err, system.Close())
	}
	w.done.Go(w.listen)
	return w, nil
}

func (w *watcher) close() error {
	err := w.system.Close()
	w.done.Wait()
	return err
}

// add watches a folder and all below it. Each is watched before it is listed,
// so that what is made in it meanwhile is told or seen. What is gone again, or
// is no folder, needs no watching.
func (w *watcher) add(name string) error {
	info, err := fs.Stat(w.mirror.disk, name)
	if err != nil || !info.IsDir() {
		return nil //nolint:nilerr // it is told when it is made
	}
	err = w.system.Add(filepath.Join(w.folder, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("watch the folder %s: %w", name, err)
	}
	inside, _ := fs.ReadDir(w.mirror.disk, name) // what cannot be read is told by whoever reads it
	for _, d := range inside {
		if d.IsDir() {
			err = errors.Join(err, w.add(path.Join(name, d.Name())))
		}
	}
	return err
}

// listen goes on until the watcher is closed. What the system says comes in the
// order in which it happened.
func (w *watcher) listen() {
	for {
		select {
		case event, open := <-w.system.Events:
			if !open {
				return
			}
			w.happened(event)
		case err, open := <-w.system.Errors:
			if !open {
				return
			}
			w.failed(err)
		}
	}
}

func (w *watcher) happened(event fsnotify.Event) {
	if w.marks.reached(event) {
		return
	}
	inside, err := filepath.Rel(w.folder, event.Name)
	name := filepath.ToSlash(inside)
	if err != nil || !ours(name) {
		return
	}
	if event.Has(fsnotify.Create) {
		if err := w.add(name); err != nil {
			w.fail(err)
		}
	}
	w.mirror.tell(name)
	w.stir()
}

// failed deals with an error of the system. When more happened than it could
// keep, anything may have: folders may be new as well.
func (w *watcher) failed(err error) {
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		w.fail(err)
		return
	}
	for _, root := range roots {
		if err := w.add(root); err != nil {
			w.fail(err)
		}
	}
	w.mirror.tellAll()
	w.marks.reachAll()
	w.stir()
}
