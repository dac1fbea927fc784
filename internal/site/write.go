package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// manifestName is the list of what this program made, kept in the output
// folder. Whatever stands there and is not on the list is somebody else's.
const manifestName = ".localoffer"

// ErrNotOurs is given for an output folder that holds what this program did
// not make. It is never cleared.
var ErrNotOurs = errors.New("it holds files that localoffer did not make")

// ErrBusy is given where another build is writing to the same folder.
var ErrBusy = errors.New("another build is writing there now")

// Write renders a site into a folder beside out and then puts it in out's
// place in one step, so that out is always a whole site: the old one or the
// new one. Where there are problems, or anything fails, out stays as it was.
// A file whose bytes are the same keeps its modification time. Advice counts
// as a problem where strict is set.
func (s *Site) Write(out string, strict bool) ([]offer.Problem, error) {
	w, err := newWriter(out)
	if err != nil {
		return nil, fmt.Errorf("write to %s: %w", out, advised(err))
	}
	defer w.discard()
	keep := w.file
	if s.compress {
		keep = w.both
	}
	problems, err := s.Render(keep)
	if err != nil {
		return problems, fmt.Errorf("write to %s: %w", out, err)
	}
	if Blocking(problems, strict) > 0 {
		return problems, nil
	}
	defer s.watch.Step("put the website in place")()
	if err := w.publish(s.Plan); err != nil {
		return problems, fmt.Errorf("write to %s: %w", out, advised(err))
	}
	return problems, nil
}

type writer struct {
	out     string
	staging string
	lock    *os.File
	update  bool     // there is a site in place already
	folders sync.Map // made already
	packed  sync.Map // the compressed copies, by path
}

func newWriter(out string) (*writer, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	base := "." + filepath.Base(out)
	w := &writer{out: out, staging: filepath.Join(filepath.Dir(out), base+".building")}
	if err := makeOwn(w.staging); err != nil {
		return nil, err
	}
	if w.lock, err = lockFolder(w.staging); err != nil {
		return nil, err
	}
	if err := w.prepare(); err != nil {
		w.discard()
		return nil, err
	}
	return w, nil
}

// prepare looks at what is in place, once no other build can change it.
func (w *writer) prepare() error {
	if err := restore(w.out); err != nil {
		return err
	}
	if err := checkOurs(w.out); err != nil {
		return err
	}
	if _, err := os.Lstat(w.out); err == nil {
		w.update = true
	}
	return clear(w.staging)
}

// makeOwn makes the staging folder, or takes the one that a killed build left.
// A link of its name would have another folder emptied, wherever it leads.
func makeOwn(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	info, err := os.Lstat(folder)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is in the way: it is not a folder", folder)
	}
	return err
}

// clear empties the folder that a killed build left behind.
func clear(folder string) error {
	left, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, item := range left {
		if err := os.RemoveAll(filepath.Join(folder, item.Name())); err != nil {
			return err
		}
	}
	return nil
}

// checkOurs refuses a folder with anything in it that is not on its own list.
func checkOurs(out string) error {
	_, err := ours(out)
	return err
}

// ours is the list of what this program made in a folder, or nothing where
// there is no folder or an empty one. A folder with anything else is refused.
func ours(out string) ([]string, error) {
	info, err := os.Lstat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%w: it is not a folder", ErrNotOurs)
	}
	list, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var made []string
	known := map[string]bool{manifestName: true}
	for line := range strings.Lines(string(list)) {
		name := strings.TrimSuffix(line, "\n")
		made = append(made, name)
		known[name] = true
	}
	return made, filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inside, err := filepath.Rel(out, name)
		if err == nil && !known[filepath.ToSlash(inside)] {
			return fmt.Errorf("%w, such as %s", ErrNotOurs, inside)
		}
		return err
	})
}

// file puts one finished file into the staging folder. Where the old site has
// the same bytes, it is the same file.
func (w *writer) file(f *output.File, body []byte) error {
	if !fs.ValidPath(f.Path) {
		return fmt.Errorf("the path %q leaves the site", f.Path)
	}
	to := filepath.Join(w.staging, filepath.FromSlash(f.Path))
	if err := w.makeFolder(filepath.Dir(to)); err != nil {
		return err
	}
	old := filepath.Join(w.out, filepath.FromSlash(f.Path))
	if w.update && same(old, body) && os.Link(old, to) == nil {
		return nil
	}
	return os.WriteFile(to, body, 0o644)
}

// makeFolder makes a folder once. Most have a parent already, so that one call
// is enough.
func (w *writer) makeFolder(folder string) error {
	if _, made := w.folders.Load(folder); made {
		return nil
	}
	err := os.Mkdir(folder, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		err = os.MkdirAll(folder, 0o755)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	w.folders.Store(folder, true)
	return nil
}

func same(name string, body []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(body)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, body)
}

// publish writes the list of what was made and swaps the folders.
func (w *writer) publish(plan *output.Plan) error {
	var list bytes.Buffer
	for i := range plan.Files {
		name := plan.Files[i].Path
		fmt.Fprintln(&list, name)
		if _, packed := w.packed.Load(name + ".gz"); packed {
			fmt.Fprintln(&list, name+".gz")
		}
	}
	if err := w.file(&output.File{Path: manifestName}, list.Bytes()); err != nil {
		return err
	}
	return swap(w.staging, w.out)
}

// discard removes what is left beside the site: a half-made one, or, after a
// swap, the old one.
func (w *writer) discard() {
	_ = os.RemoveAll(w.staging) // what stays is cleared by the next build
	_ = w.lock.Close()
}
