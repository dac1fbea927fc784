package site_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// told is what check says of a ledger, by its lines.
func told(t *testing.T, files fstest.MapFS, ledger string) string {
	t.Helper()
	files[site.AddressesName] = &fstest.MapFile{Data: []byte(ledger)}
	_, problems, err := site.Make(files, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range problems {
		if p.File == site.AddressesName {
			if p.Hint == "" {
				t.Errorf("%s has no hint", p)
			}
			lines = append(lines, strings.TrimPrefix(offer.Problem{Place: p.Place, What: p.What, Advice: p.Advice}.String(), site.AddressesName+":"))
		}
	}
	return strings.Join(lines, "\n")
}

func TestALedgerIsReadWithCare(t *testing.T) {
	files := demonstration(t)
	for ledger, want := range map[string]string{
		"":                        "",
		"/\n/activities/\n":       "",
		"/activities/":            "",
		"\ufeff/\r\n/browse/\r\n": "",
		"# kept by CI\n\n/browse/\n/\n/browse/\n":     "",
		"/activities/gone/\n":                         "1:1: advice: the address /activities/gone/ was published, and now nothing is there",
		"/\n/old.html\n":                              "2:1: advice: the address /old.html was published, and now nothing is there",
		"/need/autism/\n/need/left-handed/\n":         "2:1: advice: the address /need/left-handed/ was published, and now nothing is there",
		"activities/gone/\n":                          "1:1: “activities/gone/” is not the address of a page",
		"/activities/gone\n":                          "1:1: “/activities/gone” is not the address of a page",
		"/../etc/\n":                                  "1:1: “/../etc/” is not the address of a page",
		"//evil.example/\n":                           "1:1: “//evil.example/” is not the address of a page",
		"https://localoffer.example.org/browse/\n":    "1:1: “https://localoffer.example.org/browse/” is not the address of a page",
		"/browse/ /search/\n":                         "1:1: “/browse/ /search/” is not the address of a page",
		"/browse/index.html\n":                        "1:1: “/browse/index.html” is not the address of a page",
		"<<<<<<< HEAD\n/browse/\n=======\n/search/\n": "1:1: “<<<<<<< HEAD” is not the address of a page\n3:1: “=======” is not the address of a page",
	} {
		if got := told(t, files, ledger); got != want {
			t.Errorf("%q:\n got %s\nwant %s", ledger, got, want)
		}
	}
}

// A need that no entry has any more keeps its page, where it had one.
func TestAListWithNothingInItKeepsItsAddress(t *testing.T) {
	files := demonstration(t)
	for name, f := range files {
		if strings.HasPrefix(name, "content/activities/") {
			f.Data = []byte(strings.NewReplacer(", vision", "", "vision, ", "", "[vision]", "[deaf]", "needs: all", "needs: [deaf]").Replace(string(f.Data)))
		}
	}
	if page, found := rendered(t, files, benchOptions)["need/vision/index.html"]; found && !strings.Contains(page, "nothing here") {
		t.Fatal("some entry still has the need, so this test shows nothing")
	}
	if got := told(t, files, "/need/vision/\n"); got != "" {
		t.Error(got)
	}
	page := rendered(t, files, benchOptions)["need/vision/index.html"]
	for _, want := range []string{"nothing here just now", `content="noindex"`, `href="/need/deaf/"`, `href="/browse/"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %s", want)
		}
	}
}

func TestRecordAddsAndNeverRemoves(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, demonstration(t)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, filepath.FromSlash(site.AddressesName))
	record := func() (int, string, fs.FileInfo) {
		made, _, err := site.Make(os.DirFS(folder), benchOptions)
		if err != nil {
			t.Fatal(err)
		}
		added, err := made.Record(folder)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := os.ReadFile(name)
		info, _ := os.Stat(name)
		return added, string(text), info
	}
	if err := os.WriteFile(name, []byte("/zebra/\n# a note\n/browse/\n/browse/\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	added, first, was := record()
	lines := strings.Split(strings.TrimSuffix(first, "\n"), "\n")
	if added == 0 || lines[0] != "# a note" || lines[1] != "/" || lines[len(lines)-1] != "/zebra/" || strings.Count(first, "/browse/\n") != 1 {
		t.Errorf("%d added:\n%s", added, first)
	}
	for _, line := range lines {
		if strings.Contains(line, "/page/") || strings.Contains(line, "404") {
			t.Errorf("%s is recorded", line)
		}
	}
	if again, second, now := record(); again != 0 || second != first || !now.ModTime().Equal(was.ModTime()) || !os.SameFile(now, was) {
		t.Errorf("a second time %d are added, or the file is touched", again)
	}
	left, _ := filepath.Glob(filepath.Join(folder, "content", ".*"))
	if len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}
