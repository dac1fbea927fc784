package site_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/localoffer/localoffer"
)

// Golden files: content in, the files that must come out. Each archive holds
// the files of a small site, and below want/ what some of its files must be.
// UPDATE_GOLDEN=1 writes them anew: read the difference before you commit it.
func TestGoldenFiles(t *testing.T) {
	archives, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	config, err := localoffer.Demonstration.ReadFile("config.toml")
	if err != nil {
		t.Fatal(err)
	}
	config = bytes.ReplaceAll(config, []byte("guide = "), []byte("# guide = ")) // there are none here
	files := fstest.MapFS{"config.toml": {Data: config}}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	pages := rendered(t, files, benchOptions)
	for i, f := range archive.Files {
		path, wanted := strings.CutPrefix(f.Name, "want/")
		if !wanted {
			continue
		}
		got := pages[path]
		if strings.HasSuffix(path, ".html") {
			got = mainPart(got)
		}
		if os.Getenv("UPDATE_GOLDEN") != "" {
			archive.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s:\n%s\nwant:\n%s", path, got, f.Data)
		}
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(name, txtar.Format(archive), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// mainPart is what a page alone has: from its breadcrumb to the end of main.
func mainPart(page string) string {
	_, rest, found := strings.Cut(page, "</header>\n")
	main, _, closed := strings.Cut(rest, "</main>")
	if !found || !closed {
		return page
	}
	return main
}
