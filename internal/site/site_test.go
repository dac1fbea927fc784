package site_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/synthetic"
)

// rendered is every file of a site, by path.
func rendered(t *testing.T, folder fs.FS, o site.Options) map[string]string {
	t.Helper()
	if testing.Short() {
		t.Skip("renders whole sites; TestTheSameContentGivesTheSameBytes does so whatever the time")
	}
	return renderedNow(t, folder, o)
}

func renderedNow(t *testing.T, folder fs.FS, o site.Options) map[string]string {
	t.Helper()
	made, problems, err := site.Make(folder, o)
	if err != nil || site.Blocking(problems, false) > 0 {
		t.Fatal(err, problems)
	}
	var mu sync.Mutex
	files := map[string]string{}
	problems, err = made.Render(func(f *output.File, body []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[f.Path] = string(body)
		return nil
	})
	if err != nil || site.Blocking(problems, false) > 0 {
		t.Fatal(err, problems)
	}
	return files
}

// demonstration is the built-in site as files that a test may change.
func demonstration(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := synthetic.Demonstration()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// change puts other words in the place of the first that are like some of a file.
func change(t *testing.T, folder fstest.MapFS, name, old, now string) {
	t.Helper()
	text := string(folder[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s is not in %s", old, name)
	}
	folder[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, now, 1))}
}

func TestOurOwnSiteHasNoProblem(t *testing.T) {
	problems, err := site.Check(t.Context(), localoffer.Demonstration, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func TestOurOwnSiteHasWhatItPromises(t *testing.T) {
	made, _, err := site.Make(localoffer.Demonstration, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	c := made.Catalogue
	for kind, least := range map[string]int{"activity": 60, "provider": 20, "guide": 15, "journey": 11, "comment": 10, "term": 40} {
		if got := len(c.Kind(kind)); got < least {
			t.Errorf("%d entries of the kind %s, want at least %d", got, kind, least)
		}
	}
	states := map[offer.State]int{}
	for _, e := range c.Kind("activity") {
		states[c.State(e)]++
	}
	for s := offer.Current; s <= offer.Ended; s++ {
		if states[s] == 0 {
			t.Errorf("no activity is %s", s)
		}
	}
	for _, v := range c.Vocabularies {
		if !v.For("activity") || v.Shape == offer.ShapeAnswers {
			continue
		}
		for _, value := range v.Values {
			if len(c.Tagged(v.Field, value.ID)) == 0 {
				t.Errorf("nothing in the demonstration has %s: %s", v.Field, value.ID)
			}
		}
	}
}

func TestTheSameContentGivesTheSameBytes(t *testing.T) {
	one := renderedNow(t, demonstration(t), benchOptions)
	previous := runtime.GOMAXPROCS(1)
	two := renderedNow(t, demonstration(t), benchOptions)
	runtime.GOMAXPROCS(previous)
	if len(one) != len(two) {
		t.Fatalf("%d files and %d files", len(one), len(two))
	}
	for name, body := range one {
		if two[name] != body {
			t.Errorf("%s differs", name)
		}
	}
}

func TestNothingListedHasEnded(t *testing.T) {
	files := rendered(t, localoffer.Demonstration, benchOptions)
	made, _, _ := site.Make(localoffer.Demonstration, benchOptions)
	c := made.Catalogue
	for _, e := range c.Entries {
		state := c.State(e)
		if state != offer.Ended && state != offer.LongOverdue {
			continue
		}
		for name, body := range files {
			card := `<h3><a href="` + e.URL() + `"`
			if strings.Contains(body, card) {
				t.Errorf("%s, which is %s, is on a list: %s", e.Title, state, name)
			}
		}
		if strings.Contains(files["sitemap.xml"], e.URL()) || strings.Contains(files["feed.xml"], e.URL()) {
			t.Errorf("%s, which is %s, is in the site map or the feed", e.Title, state)
		}
	}
}

// Whatever is said of a masked place, no byte of any output says where it is.
func TestAMaskedAddressIsInNoByteOfAnyOutput(t *testing.T) {
	made, _, _ := site.Make(localoffer.Demonstration, benchOptions)
	var secrets []string
	for _, e := range made.Catalogue.Entries {
		if v := e.Venue(); v != nil {
			secrets = append(secrets, v.Secrets()...)
		}
	}
	if len(secrets) == 0 {
		t.Fatal("the demonstration has no masked place")
	}
	for name, body := range rendered(t, localoffer.Demonstration, benchOptions) {
		for _, secret := range secrets {
			if strings.Contains(strings.ToLower(body), strings.ToLower(secret)) {
				t.Errorf("%s says %q", name, secret)
			}
		}
	}
}

func TestAMaskedAddressInTheWordsOfAPageIsAProblem(t *testing.T) {
	files := demonstration(t)
	name, secret := "", ""
	for file, f := range files {
		if strings.Contains(string(f.Data), "mask: true") {
			made, _, _ := site.Make(files, benchOptions)
			e := made.Catalogue.At("/activities/" + strings.TrimSuffix(path.Base(file), ".md") + "/")
			name, secret = file, string(e.Venue().Postcode)
		}
	}
	if secret == "" {
		t.Fatal("no masked place has a postcode")
	}
	files["content/guides/ehc-plan.md"] = &fstest.MapFile{Data: append(bytes.Clone(files["content/guides/ehc-plan.md"].Data), "\n\nCome to "+secret+".\n"...)}
	problems, err := site.Check(t.Context(), files, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) == 0 || problems[0].File != name || !strings.Contains(problems[0].What, "must stay private") {
		t.Errorf("not told: %v", problems)
	}
}

// readEverything gives the files of a folder, so that two can be compared.
func readEverything(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(folder, name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameFiles(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, body := range a {
		if other, found := b[name]; !found || other != body {
			return false
		}
	}
	return true
}

func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "public")
	made, _, _ := site.Make(localoffer.Demonstration, benchOptions)
	if _, err := made.Write(out, false); err != nil {
		t.Fatal(err)
	}
	before := readEverything(t, out)

	// A file that cannot be written stands for a disk that is full: a folder
	// stands where the staging folder should be made.
	files := demonstration(t)
	files["content/terms/new-word.md"] = &fstest.MapFile{Data: []byte("---\ntitle: New\nsummary: A new word.\nowner: Team\nreviewed: {on: 2026-10-03}\n---\n")}
	made, _, _ = site.Make(files, benchOptions)
	if err := os.WriteFile(filepath.Join(folder, ".public.building"), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := made.Write(out, false); err == nil {
		t.Error("no error")
	}
	if !sameFiles(before, readEverything(t, out)) {
		t.Error("the old site changed")
	}
}

// A wait that is too old to be true is told with its date, and found by nobody.
func TestAWaitIsFoundForAsLongAsItIsKnown(t *testing.T) {
	files := demonstration(t)
	const name = "content/activities/travel-training.md"
	text := strings.Replace(string(files[name].Data), "wait: about 3 months, on: 2026-08-05", "wait: about eleventy days, on: 2026-08-05", 1)
	files[name] = &fstest.MapFile{Data: []byte(text)}
	for day, want := range map[int]int{5: 1, 6: 0} { // of November, three months later
		made, _, err := site.Make(files, site.Options{AsOf: offer.Date{Year: 2026, Month: 11, Day: day}, Known: true, Builtin: localoffer.Demonstration})
		if err != nil {
			t.Fatal(err)
		}
		reader, err := made.Searcher()
		if err != nil {
			t.Fatal(err)
		}
		if a, err := reader.Ask("eleventy", 1); err != nil || a.Total != want {
			t.Errorf("on %d November: %d results, %v; want %d", day, a.Total, err, want)
		}
	}
}

// What is due is for editors: families are not led there, and no engine is.
func TestNothingLeadsToWhatIsDue(t *testing.T) {
	files := rendered(t, localoffer.Demonstration, benchOptions)
	if page := files["due/index.html"]; !strings.Contains(page, `content="noindex"`) || !strings.Contains(page, "<code>localoffer review ") {
		t.Errorf("the page is not there as it should be: %.500s", page)
	}
	for name, body := range files {
		if strings.Contains(body, `href="/due/`) || strings.HasSuffix(name, ".xml") && strings.Contains(body, "/due/") {
			t.Errorf("%s leads to /due/", name)
		}
	}
}
