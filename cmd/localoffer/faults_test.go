package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// program is the real program, built once, to be run and killed as one.
func program(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds and kills the program many times")
	}
	name, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

var built = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "localoffer")
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, "localoffer")
	out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return name, nil
})

func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if other, found := b[name]; !found || other != text {
			return false
		}
	}
	return true
}

// However early or late a build is killed, the folder that is served holds one
// whole site: the old or the new.
func TestAKilledBuildLeavesAWholeSite(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	copyDemonstration(t, folder)
	public := filepath.Join(folder, "public")
	about := filepath.Join(folder, "content/pages/about.md")
	first, err := os.ReadFile(about)
	if err != nil {
		t.Fatal(err)
	}
	second := append(bytes.Clone(first), "\nOne more line.\n"...)
	build := func() *exec.Cmd {
		return exec.Command(localoffer, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21")
	}
	use := func(text []byte) map[string]string {
		if err := os.WriteFile(about, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := build().CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
		return tree(t, public)
	}
	siteB := use(second)
	start := time.Now()
	siteA := use(first)
	took := time.Since(start)

	const moments = 50
	random := rand.New(rand.NewPCG(7, 7))
	killed, swapped := 0, 0
	for i := range moments {
		text := first
		if i%2 == 0 {
			text = second
		}
		if err := os.WriteFile(about, text, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := build()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) + 1)))
		_ = cmd.Process.Kill() // it may have ended
		if err := cmd.Wait(); err != nil {
			killed++
		}
		switch now := tree(t, public); {
		case same(now, siteA):
		case same(now, siteB):
			swapped++
		default:
			t.Fatalf("moment %d: the site is neither the old nor the new", i)
		}
	}
	t.Logf("%d of %d builds were killed; the other site was in place %d times", killed, moments, swapped)
	if killed == 0 {
		t.Error("no build was killed in time: the test shows nothing")
	}
	if !same(use(first), siteA) {
		t.Error("a build after all the kills does not give the same site")
	}
	left, err := filepath.Glob(filepath.Join(folder, ".public*"))
	if err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
}

// A disk that is full in the middle of a build is simulated with the limit on
// the size of a file.
func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	copyDemonstration(t, folder)
	public := filepath.Join(folder, "public")
	build := "'" + localoffer + "' build --site '" + folder + "' --out '" + public + "' --as-of "
	if out, err := exec.Command("sh", "-c", build+"2026-11-21").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	before := tree(t, public)
	out, err := exec.Command("sh", "-c", "ulimit -f 24; "+build+"2027-03-01").CombinedOutput()
	if err == nil {
		t.Error("the build did not notice")
	}
	if exit, ok := err.(*exec.ExitError); ok && exit.ExitCode() != exitMachine {
		t.Errorf("exit code %d, want %d: %s", exit.ExitCode(), exitMachine, out)
	}
	if !same(before, tree(t, public)) {
		t.Error("the old site changed")
	}
	if strings.Contains(string(out), "panic") {
		t.Error(string(out))
	}
}

func TestAReadOnlyFolderLeavesTheOldSite(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Log("root may write anywhere: the folder is made immutable by a file in its place")
	}
	localoffer := program(t)
	folder := t.TempDir()
	copyDemonstration(t, folder)
	public := filepath.Join(folder, "public")
	if out, err := exec.Command(localoffer, "build", "--site", folder, "--out", public).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	before := tree(t, public)
	// The staging folder cannot be made where a file has its name.
	if err := os.WriteFile(filepath.Join(folder, ".public.building"), nil, 0o400); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(localoffer, "build", "--site", folder, "--out", public).CombinedOutput()
	if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != exitMachine {
		t.Errorf("want exit code %d: %v %s", exitMachine, err, out)
	}
	if !same(before, tree(t, public)) {
		t.Error("the old site changed")
	}
}

// Of two builds at once, the second says so and does nothing.
func TestTwoBuildsAtOnceDoNotMix(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	copyDemonstration(t, folder)
	public := filepath.Join(folder, "public")
	const builds = 6
	var all []*exec.Cmd
	var said [builds]bytes.Buffer
	for i := range builds {
		cmd := exec.Command(localoffer, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21")
		cmd.Stderr = &said[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, cmd)
	}
	done := 0
	for i, cmd := range all {
		err := cmd.Wait()
		if err == nil {
			done++
		} else if !strings.Contains(said[i].String(), "another build is writing there now") {
			t.Errorf("build %d: %v %s", i, err, said[i].String())
		}
	}
	if done == 0 {
		t.Error("no build was done")
	}
	whole := tree(t, public)
	if out, err := exec.Command(localoffer, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if !same(whole, tree(t, public)) {
		t.Error("the site is not what one build makes")
	}
}
