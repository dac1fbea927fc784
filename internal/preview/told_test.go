package preview

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// names lists a folder as the mirror has it.
func names(t *testing.T, m *mirror, folder string) []string {
	t.Helper()
	list, err := m.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, d := range list {
		all = append(all, d.Name())
	}
	return all
}

func TestAMirrorShowsWhatItWasTold(t *testing.T) {
	disk := fstest.MapFS{"content/terms/b.md": {Data: []byte("b")}, "content/terms/d.md": {}, "static/a": {}}
	m := newMirror(disk)
	seen := names(t, m, "content/terms")
	disk["content/terms/a.md"], disk["content/terms/c.md"] = &fstest.MapFile{}, &fstest.MapFile{}
	delete(disk, "content/terms/d.md")
	if got := names(t, m, "content/terms"); !slices.Equal(got, seen) {
		t.Errorf("nothing was told, and it shows %q", got)
	}
	before := map[string]uint64{}
	for _, name := range []string{".", "content", "content/terms", "content/terms/a.md", "content/terms/b.md", "static", "static/a"} {
		before[name] = m.Version(name)
	}
	for _, name := range []string{"content/terms/a.md", "content/terms/c.md", "content/terms/d.md"} {
		m.tell(name)
	}
	if got, want := names(t, m, "content/terms"), []string{"a.md", "b.md", "c.md"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, changed := range map[string]bool{".": true, "content": true, "content/terms": true, "content/terms/a.md": true, "content/terms/b.md": false, "static": false, "static/a": false} {
		if got := m.Version(name) != before[name]; got != changed {
			t.Errorf("%s has another version: %v, want %v", name, got, changed)
		}
	}
}

func TestAMirrorDoubtsAllThatIsInAFolderThatCameOrWent(t *testing.T) {
	disk := fstest.MapFS{"content/terms/b.md": {}, "content/terms/deep/x.md": {}, "content/guides/g.md": {}}
	m := newMirror(disk)
	names(t, m, "content/terms")
	names(t, m, "content/terms/deep")
	before, other := m.Version("content/terms/deep/x.md"), m.Version("content/guides/g.md")
	disk["content/terms/deep/y.md"] = &fstest.MapFile{}
	m.tell("content/terms")
	if m.Version("content/terms/deep/x.md") == before || m.Version("content/guides/g.md") != other {
		t.Error("the wrong files are in doubt")
	}
	if got := names(t, m, "content/terms/deep"); len(got) != 2 {
		t.Errorf("got %q", got)
	}
	before, other = m.Version("content/terms/b.md"), m.Version("content/guides/g.md")
	m.tellAll()
	if m.Version("content/terms/b.md") == before || m.Version("content/guides/g.md") == other {
		t.Error("something is beyond doubt")
	}
}

// watched is a folder on the disk with a watcher of it.
func watched(t *testing.T) (string, *watcher) {
	t.Helper()
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "content", "terms"), 0o755); err != nil {
		t.Fatal(err)
	}
	marks, err := newMarks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := watch(folder, newMirror(os.DirFS(folder)), marks, func() {}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = w.close(), marks.close() })
	return folder, w
}

func write(t *testing.T, folder, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), []byte("frog"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestOnceSettledEverySaveBeforeIsTold(t *testing.T) {
	if !ordered {
		t.Skip("this system does not tell in order")
	}
	folder, w := watched(t)
	for range 300 {
		before := w.mirror.Version("content/terms/a.md")
		write(t, folder, "content/terms/a.md")
		if !w.marks.settle() || w.mirror.Version("content/terms/a.md") == before {
			t.Fatal("it has settled, and was not told of the save")
		}
	}
	left, err := os.ReadDir(w.marks.path)
	if err != nil || len(left) > 0 || len(w.marks.waiting) > 0 {
		t.Errorf("%d marks are left, and %d wait: %v", len(left), len(w.marks.waiting), err)
	}
}

// More can happen than the system keeps. It says so, and folders may be new.
func TestAfterMoreThanCouldBeToldEverythingIsInDoubt(t *testing.T) {
	folder, w := watched(t)
	if err := w.system.Remove(filepath.Join(folder, "content")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, "content", "guides"), 0o755); err != nil {
		t.Fatal(err)
	}
	names(t, w.mirror, "content")
	_, waits := w.marks.next()
	before := w.mirror.Version("content/terms/a.md")
	w.failed(fsnotify.ErrEventOverflow)
	if w.mirror.Version("content/terms/a.md") == before {
		t.Error("a file is beyond doubt")
	}
	select {
	case <-waits:
	default:
		t.Error("somebody waits for a mark that was lost")
	}
	if got := w.system.WatchList(); !slices.Contains(got, filepath.Join(folder, "content", "guides")) {
		t.Errorf("the folder that is new is not watched: %q", got)
	}
}

func TestALookTellsWhatHasChanged(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	old := func(text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(text), ModTime: now.Add(-time.Hour)}
	}
	disk := fstest.MapFS{"config.toml": old(""), "content/terms/a.md": old("a"), "content/terms/b.md": old("b"), "public/index.html": old("")}
	m := newMirror(disk)
	l := newLooks(m, func() time.Time { return now })
	check := func(what string, want ...string) {
		t.Helper()
		before := map[string]uint64{}
		all := []string{"config.toml", "content/guides/g.md", "content/terms/a.md", "content/terms/b.md", "public/index.html"}
		for _, name := range all {
			before[name] = m.Version(name)
		}
		l.tell()
		var got []string
		for _, name := range all {
			if m.Version(name) != before[name] {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	check("nothing")
	disk["content/terms/a.md"] = old("longer")
	check("a longer file", "content/terms/a.md")
	check("nothing more")
	disk["content/terms/b.md"] = &fstest.MapFile{Data: []byte("c"), ModTime: now.Add(-30 * time.Minute)}
	check("a later file", "content/terms/b.md")
	disk["config.toml"], disk["public/index.html"] = &fstest.MapFile{ModTime: now}, old("other")
	check("a file of this moment", "config.toml")
	check("a file that may have been saved again", "config.toml")
	now = now.Add(time.Minute)
	check("a file that shows it when it is saved again")
	delete(disk, "content/terms/b.md")
	disk["content/guides/g.md"] = old("")
	check("one less and one more", "content/guides/g.md", "content/terms/b.md")
}

func TestWhatWasNotToldIsFoundOut(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	disk := fstest.MapFS{"content/terms/a.md": {Data: []byte("a")}, "content/terms/b.md": {Data: []byte("b")}}
	m := newMirror(disk)
	l := newLooks(m, func() time.Time { return now })
	sure := func() bool { return true }
	disk["content/terms/a.md"] = &fstest.MapFile{Data: []byte("longer")}
	m.tell("content/terms/a.md")
	if got := l.missed(sure); got != "" {
		t.Errorf("%s was told, and is said to be missed", got)
	}
	disk["content/terms/a.md"] = &fstest.MapFile{Data: []byte("longer still")}
	before := m.Version("content/terms/a.md")
	if got := l.missed(sure); got != "content/terms/a.md" || m.Version(got) == before {
		t.Errorf("got %q, which was not told", got)
	}
	disk["content/terms/b.md"] = &fstest.MapFile{Data: []byte("longer")}
	before = m.Version("content/terms/b.md")
	if got := l.missed(func() bool { return false }); got != "" || m.Version("content/terms/b.md") == before {
		t.Errorf("got %q, of which nobody is sure", got)
	}
}
