package main

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/hostile"
)

// However often a publish to a folder is killed, and whichever of several websites
// it was to put there, the next that is not leaves the website and nothing
// half-written.
func TestAKilledPublishIsFinishedByTheNext(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	served := filepath.Join(folder, "srv")
	copyDemonstration(t, folder)
	run := func(args ...string) time.Duration {
		began := time.Now()
		if out, err := exec.Command(localoffer, args...).CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
		return time.Since(began)
	}
	public := make([]string, 3)
	var took time.Duration
	for i := range public { // all of whose pages differ
		public[i] = filepath.Join(folder, "public", strconv.Itoa(i))
		run("build", "--site", folder, "--out", public[i], "--as-of", "2026-11-21", "--base-url", "https://example.org/"+strings.Repeat("x/", i))
		took = run("publish", filepath.Join(folder, "elsewhere", strconv.Itoa(i)), "--out", public[i])
	}
	random := rand.New(rand.NewPCG(7, 7))
	moments, killed := hostile.Times(t, 16), 0
	for range moments {
		cmd := exec.Command(localoffer, "publish", served, "--out", public[random.IntN(len(public))], "--as-of", "2026-11-21")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) * 3 / 4)))
		_ = cmd.Process.Kill() // it may have ended
		if cmd.Wait() != nil {
			killed++
		}
	}
	t.Logf("%d of %d were killed", killed, moments)
	if killed == 0 {
		t.Error("none was killed in time: the test shows nothing")
	}
	for _, day := range []string{"2026-11-21", "2026-11-28"} { // on the second, what was kept for a week goes
		run("publish", served, "--out", public[0], "--as-of", day)
	}
	if got, want := sent(t, served), sent(t, public[0]); !maps.Equal(got, want) {
		t.Errorf("the folder is not the website: %q", differing(got, want))
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

// Ctrl and C is told in one way, wherever it comes.
func TestAPublishThatIsStoppedSaysSo(t *testing.T) {
	_, folder := smallSite(t)
	public := filepath.Join(folder, "public")
	if code, said := ends(t, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21"); code != exitDone {
		t.Fatal(said)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	cmd := publishCommand()
	cmd.SetContext(stopped)
	flags := publishFlags{out: public, asOf: "2026-11-21"}
	if err := flags.publish(cmd, filepath.Join(folder, "srv")); !errors.Is(err, errCutOff) {
		t.Error(err)
	}
}
