package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// However often a publish to a folder is killed, the next that is not leaves the
// website and nothing half-written.
func TestAKilledPublishIsFinishedByTheNext(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	public, served := filepath.Join(folder, "public"), filepath.Join(folder, "srv")
	copyDemonstration(t, folder)
	run := func(args ...string) time.Duration {
		began := time.Now()
		if out, err := exec.Command(localoffer, args...).CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
		return time.Since(began)
	}
	publish := []string{"publish", served, "--out", public, "--as-of", "2026-11-21"}
	const moments = 16
	random := rand.New(rand.NewPCG(7, 7))
	var took time.Duration
	killed := 0
	for i := range moments {
		if i%4 == 0 { // another website, all of whose pages differ
			run("build", "--site", folder, "--out", public, "--as-of", "2026-11-21", "--base-url", "https://example.org/"+strings.Repeat("x/", i/4))
			took = run("publish", filepath.Join(folder, "elsewhere", string(rune('a'+i))), "--out", public)
		}
		cmd := exec.Command(localoffer, publish...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) / 2)))
		_ = cmd.Process.Kill() // it may have ended
		if cmd.Wait() != nil {
			killed++
		}
	}
	t.Logf("%d of %d were killed", killed, moments)
	if killed == 0 {
		t.Error("none was killed in time: the test shows nothing")
	}
	run(publish...)
	run("publish", served, "--out", public, "--as-of", "2026-11-28") // lets go of what was kept
	if !same(sent(t, public), sent(t, served)) {
		t.Error("the folder is not the website")
	}
}

// sent is a folder's files by their paths within it, but for the lists of
// the program's own.
func sent(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".localoffer" || name == ".localoffer-published" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(folder, name))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
