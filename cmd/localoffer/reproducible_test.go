package main

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer"
)

// The same content and day give the same bytes wherever and by whomever they are
// built: in another language and time zone, by somebody with no home, on one core
// or many, in a folder of any name, written in any order.
func TestTheSameBytesEverywhere(t *testing.T) {
	program := program(t)
	var first map[string]string
	for name, place := range map[string]struct {
		folder, umask string
		backwards     bool
		env           []string
	}{
		"as usual":             {"site", "022", false, []string{"LANG=C.UTF-8", "TZ=UTC"}},
		"in Turkey":            {"site", "022", true, []string{"LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Europe/Istanbul"}},
		"with no environment":  {"site", "077", false, nil},
		"where today is later": {"site", "000", true, []string{"TZ=Pacific/Kiritimati", "GOMAXPROCS=1"}},
		"where it is earlier":  {"site", "027", false, []string{"TZ=Pacific/Niue", "GOMAXPROCS=16", "GOGC=5"}},
		"with no home":         {"site", "022", false, []string{"HOME=/nonexistent", "USER=", "TMPDIR=/nonexistent"}},
		"below a strange name": {"a site – “ours” 'é' \u65e5\u672c $HOME & more", "022", true, []string{"HOME=/"}},
		"dated 1970":           {"site", "022", false, []string{"SOURCE_DATE_EPOCH=0", "GITHUB_SHA=abc", "CI=true"}},
	} {
		around := t.TempDir()
		site := filepath.Join(around, place.folder)
		writeInOrder(t, site, place.backwards)
		out := filepath.Join(around, "public")
		cmd := exec.Command("sh", "-c", `umask "$1" && "$2" build --site "$3" --out "$4" --as-of 2026-11-21`, "sh", place.umask, program, site, out)
		cmd.Env = place.env
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatal(name, err, string(said))
		}
		files := map[string]string{}
		for file, text := range tree(t, out) {
			files[strings.TrimPrefix(file, out)] = text
		}
		if first == nil {
			first = files
		}
		if len(files) < 400 || !maps.Equal(files, first) {
			t.Errorf("%s: %d files, which are not those of the first place", name, len(files))
		}
	}
}

// writeInOrder writes the demonstration, the first file first or last, so that a
// disk lists them in another order.
func writeInOrder(t *testing.T, folder string, backwards bool) {
	t.Helper()
	var names []string
	err := fs.WalkDir(localoffer.Demonstration, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if backwards {
		slices.Reverse(names)
	}
	for _, name := range names {
		text, err := localoffer.Demonstration.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(folder, name), string(text))
	}
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
}
