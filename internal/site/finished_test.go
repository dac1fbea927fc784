package site_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
)

func TestOnlyWhatABuildLeftIsAFinishedWebsite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := site.OpenFinished(out); !errors.Is(err, site.ErrNotBuilt) {
		t.Error("no folder:", err)
	}
	build := func(day int) *site.Site {
		made, _, err := site.Make(localoffer.Demonstration, site.Options{AsOf: offer.Date{Year: 2026, Month: 11, Day: day}, Known: true, Builtin: localoffer.Demonstration})
		if err == nil {
			_, err = made.Write(out, false)
		}
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	made := build(21)
	finished, err := site.OpenFinished(out)
	if err != nil {
		t.Fatal(err)
	}
	defer finished.Close()
	if len(finished.Files) != len(made.Plan.Files) || !slices.Contains(finished.Files, "index.html") {
		t.Errorf("%d files of %d", len(finished.Files), len(made.Plan.Files))
	}
	// Once another build has taken its place, what is read is of this one or nothing.
	was, err := fs.ReadFile(finished.FS(), output.BuildInfo)
	if err != nil {
		t.Fatal(err)
	}
	build(22)
	if now, err := fs.ReadFile(finished.FS(), output.BuildInfo); err == nil && string(now) != string(was) {
		t.Error("a file of another build was read")
	}
	if err := os.Remove(filepath.Join(out, "index.html")); err != nil {
		t.Fatal(err)
	}
	if _, err := site.OpenFinished(out); err == nil || !strings.Contains(err.Error(), "index.html was built") {
		t.Error("a page is missing:", err)
	}
	if err := os.WriteFile(filepath.Join(out, "mine.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := site.OpenFinished(out); !errors.Is(err, site.ErrNotOurs) {
		t.Error("a file of somebody else's:", err)
	}
}
