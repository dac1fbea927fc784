package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/hostile"
)

// vandals do to a file or folder of the site what editors, checkouts and backups
// do at the wrong moment.
var vandals = map[string]func(name string) error{
	"cut short":  func(name string) error { return os.Truncate(name, 100) },
	"emptied":    func(name string) error { return os.Truncate(name, 0) },
	"taken away": os.Remove,
	"a folder": func(name string) error {
		if err := os.Remove(name); err != nil {
			return err
		}
		return os.Mkdir(name, 0o700)
	},
	"a link away": func(name string) error {
		if err := os.Remove(name); err != nil {
			return err
		}
		return os.Symlink("/etc/hostname", name)
	},
	"half another": func(name string) error {
		return os.WriteFile(name, []byte("---\ntitle: Half of anoth"), 0o600)
	},
}

// Whatever happens to the content while it is read, a build publishes a whole
// website or leaves the one that is there, and says why.
func TestContentThatChangesWhileItIsRead(t *testing.T) {
	s := newStage(t)
	var files []string
	for _, folder := range []string{"content/activities", "content/guides", "layouts", "static"} {
		names, err := filepath.Glob(filepath.Join(s.folder, folder, "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, names...)
	}
	folders := []string{"content", "content/activities", "content/terms", "static", "layouts", "static/search"}
	ends := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for {
			select {
			case <-ends:
				return
			default:
				spoil(t, files[rand.IntN(len(files))])                                         //nolint:gosec // any file will do
				vanish(t, filepath.Join(s.folder, folders[rand.IntN(len(folders))]), s.took/4) //nolint:gosec // any folder will do
			}
		}
	})
	done := map[int]int{}
	builds := hostile.Times(t, 8)
	for range builds {
		before := tree(t, s.public)
		out, err := s.build().CombinedOutput()
		code := 0
		if exit, ok := err.(*exec.ExitError); ok {
			code = exit.ExitCode()
		}
		done[code]++
		now := tree(t, s.public)
		if code != exitDone && !maps.Equal(before, now) {
			t.Errorf("exit %d, and the website changed: %s", code, out)
		}
		if code != exitDone && code != exitProblems && code != exitMachine || bytes.Contains(out, []byte("panic")) || bytes.Contains(out, []byte("goroutine")) {
			t.Errorf("exit %d: %s", code, out)
		}
		checkListed(t, s.public, now)
	}
	close(ends)
	group.Wait()
	t.Logf("of %d builds %d published, %d found problems, %d could not read", builds, done[exitDone], done[exitProblems], done[exitMachine])
	s.use(t, 0)
	if out, err := s.build().CombinedOutput(); err != nil || s.whole(t) != 0 {
		t.Error("once all is quiet, the site is not what it was: ", err, string(out))
	}
}

// spoil does something to a file, and soon puts it right.
func spoil(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
		return
	}
	for _, vandal := range vandals { // whichever comes first
		if err := vandal(name); err != nil {
			t.Error(err)
		}
		break
	}
	time.Sleep(time.Millisecond)
	if err := os.RemoveAll(name); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Error(err)
	}
}

// vanish takes a folder away for a moment, and leaves it in peace for longer, so
// that some builds find nothing amiss.
func vanish(t *testing.T, name string, peace time.Duration) {
	t.Helper()
	if rand.IntN(8) > 0 { //nolint:gosec // any moment will do
		time.Sleep(time.Duration(rand.Int64N(int64(peace)))) //nolint:gosec // any moment will do
		return
	}
	if err := os.Rename(name, name+"-away"); err != nil {
		t.Error(err)
		return
	}
	time.Sleep(time.Duration(rand.Int64N(int64(peace)))) //nolint:gosec // any moment will do
	if err := os.Rename(name+"-away", name); err != nil {
		t.Error(err)
	}
}

// checkListed requires that a website is the files of its own list, and that
// each page goes to its end.
func checkListed(t *testing.T, public string, files map[string]string) {
	t.Helper()
	list := files[filepath.Join(public, ".localoffer")]
	for line := range strings.Lines(list) {
		if _, found := files[filepath.Join(public, filepath.FromSlash(strings.TrimSuffix(line, "\n")))]; !found {
			t.Errorf("%q is not there", line)
		}
	}
	if n := strings.Count(list, "\n") + 1; n != len(files) { // the list is not on itself
		t.Errorf("%d files, and %d on the list", len(files), n)
	}
	for name, text := range files {
		if strings.HasSuffix(name, ".html") && !strings.HasSuffix(strings.TrimSpace(text), "</html>") {
			t.Errorf("%s is not whole", name)
		}
	}
}
