package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/hostile"
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

// differing are the files that are not the same, or are in one of two alone.
func differing(a, b map[string]string) []string {
	names := maps.Clone(a)
	maps.Copy(names, b)
	maps.DeleteFunc(names, func(name, _ string) bool {
		text, there := a[name]
		other, also := b[name]
		return there == also && text == other
	})
	return slices.Sorted(maps.Keys(names))
}

// stage is a site on the disk that changes between two texts, and the website
// of each, as an undisturbed build makes it.
type stage struct {
	localoffer, folder, public, ledger string
	changing                           string
	texts                              [2][]byte
	sites                              [2]map[string]string
	took                               time.Duration // a build that nobody disturbs
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{localoffer: program(t), folder: t.TempDir()}
	s.public, s.ledger = filepath.Join(s.folder, "public"), filepath.Join(s.folder, "content/addresses.txt")
	s.changing = filepath.Join(s.folder, "content/pages/about.md")
	copyDemonstration(t, s.folder)
	first, err := os.ReadFile(s.changing)
	if err != nil {
		t.Fatal(err)
	}
	s.texts = [2][]byte{first, append(bytes.Clone(first), "\nOne more line.\n"...)}
	for i := range s.texts {
		s.use(t, i)
		start := time.Now()
		if out, err := s.build().CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
		s.took = time.Since(start)
		s.sites[i] = tree(t, s.public)
	}
	return s
}

func (s *stage) build() *exec.Cmd {
	return exec.Command(s.localoffer, "build", "--site", s.folder, "--out", s.public, "--as-of", "2026-11-21", "--record")
}

func (s *stage) use(t *testing.T, i int) {
	t.Helper()
	if err := os.WriteFile(s.changing, s.texts[i], 0o600); err != nil {
		t.Fatal(err)
	}
}

// whole tells which of the two websites is in place: each file of it, and no
// other.
func (s *stage) whole(t *testing.T) int {
	t.Helper()
	now := tree(t, s.public)
	for i := range s.sites {
		if maps.Equal(now, s.sites[i]) {
			return i
		}
	}
	t.Fatal("the website is neither the old nor the new one")
	return -1
}

// However early or late a build is killed, the folder that is served holds one
// whole site: the old or the new. So does the ledger of addresses.
func TestAKilledBuildLeavesAWholeSite(t *testing.T) {
	s := newStage(t)
	ledger, err := os.ReadFile(s.ledger)
	if err != nil {
		t.Fatal(err)
	}
	moments := hostile.Times(t, 12)
	killed, swapped, was := 0, 0, 1
	for i := range moments {
		s.use(t, i%2)
		if err := os.WriteFile(s.ledger, nil, 0o600); err != nil { // all is to be recorded anew
			t.Fatal(err)
		}
		cmd := s.build()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(s.took * 3 / 2)))) //nolint:gosec // any moment will do
		_ = cmd.Process.Kill()                                        // it may have ended
		if err := cmd.Wait(); err != nil {
			killed++
		}
		now := s.whole(t)
		if now != was {
			swapped++
		}
		was = now
		if text, err := os.ReadFile(s.ledger); err != nil || len(text) > 0 && !bytes.Equal(text, ledger) {
			t.Fatalf("moment %d: the ledger is neither the old nor the new one: %v", i, err)
		}
	}
	t.Logf("%d of %d builds were killed; the other website came into place %d times; nothing was lost", killed, moments, swapped)
	if killed == 0 {
		t.Error("no build was killed in time: the test shows nothing")
	}
	s.use(t, 0)
	if out, err := s.build().CombinedOutput(); err != nil || s.whole(t) != 0 {
		t.Error("a build after all the kills does not give the same site: ", err, string(out))
	}
	left, err := filepath.Glob(filepath.Join(s.folder, ".public*"))
	if err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
}

// While builds replace the website, there is one at every moment, and no page of
// it is half written.
func TestTheWebsiteIsThereAtEveryMoment(t *testing.T) {
	s := newStage(t)
	const page = "pages/about/index.html"
	name := filepath.Join(s.public, filepath.FromSlash(page))
	ends := make(chan struct{})
	looked := make(chan int)
	go func() {
		n := 0
		for ; ; n++ {
			select {
			case <-ends:
				looked <- n
				return
			default:
			}
			text, err := os.ReadFile(name)
			if err != nil || string(text) != s.sites[0][name] && string(text) != s.sites[1][name] {
				t.Errorf("at one moment %s is %d bytes long: %v", page, len(text), err)
			}
		}
	}()
	builds := hostile.Times(t, 5)
	for i := range builds {
		s.use(t, i%2)
		if out, err := s.build().CombinedOutput(); err != nil {
			t.Error(err, string(out))
		}
	}
	close(ends)
	t.Logf("a page was read %d times during %d builds", <-looked, builds)
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
	if !maps.Equal(before, tree(t, public)) {
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
	if !maps.Equal(before, tree(t, public)) {
		t.Error("the old site changed")
	}
}

// Of two builds at once, the second says so and does nothing.
func TestTwoBuildsAtOnceDoNotMix(t *testing.T) {
	localoffer := program(t)
	folder := t.TempDir()
	copyDemonstration(t, folder)
	public := filepath.Join(folder, "public")
	for range hostile.Times(t, 2) {
		atOnce(t, localoffer, folder, public)
	}
	whole := tree(t, public)
	if out, err := exec.Command(localoffer, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if !maps.Equal(whole, tree(t, public)) {
		t.Error("the site is not what one build makes")
	}
}

// atOnce begins six builds of one site, of which at least one is done, and each
// other says why it was not.
func atOnce(t *testing.T, localoffer, folder, public string) {
	t.Helper()
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
}
