package site_test

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// small is a site with one entry of each of two kinds, so that a fuzz test makes
// many in a second.
func small() fstest.MapFS {
	return fstest.MapFS{
		"content/providers/play.md": {Data: []byte("---\ntitle: Play\nsummary: Plays.\ntype: charity\ncontact: {email: play@example.org}\nowner: Team\nreviewed: {on: 2026-10-03}\n---\nWords.\n")},
		"content/pages/about.md":    {Data: []byte("---\ntitle: About\nsummary: Us.\nowner: Team\nreviewed: {on: 2026-10-03}\n---\nWords.\n")},
	}
}

// FuzzConfig reads any text as the settings of a site. Every problem stands in
// it, and what is accepted makes a site, whose every page can be made.
func FuzzConfig(f *testing.F) {
	whole, err := fs.ReadFile(localoffer.Demonstration, site.ConfigName)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		files := small()
		files[site.ConfigName] = &fstest.MapFile{Data: text}
		settings, problems, err := site.ReadConfig(files, "")
		if err != nil {
			t.Fatal(err)
		}
		hostile.Places(t, site.ConfigName, text, problems)
		if settings == nil && len(problems) == 0 {
			t.Errorf("%q is refused, and nobody is told why", text)
		}
		if settings == nil || site.Blocking(problems, false) > 0 {
			return
		}
		if u, err := url.Parse(settings.BaseURL); err != nil || strings.ContainsAny(u.Path, " <>\"'") {
			t.Errorf("the address %q is accepted: %v", settings.BaseURL, err)
		}
		made, _, err := site.Make(files, benchOptions)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := made.Render(site.Nowhere); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}

// FuzzAddresses reads any text as the ledger of addresses. A build that records
// its own adds them, and takes none out; the second time there are none to add.
func FuzzAddresses(f *testing.F) {
	files := small()
	files[site.ConfigName] = &fstest.MapFile{Data: []byte("title = \"A\"\nbase-url = \"https://example.org/\"\n[help]\nphone = \"01632 960100\"\n")}
	folder := f.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "content"), 0o700); err != nil {
		f.Fatal(err)
	}
	if _, problems, err := site.Make(files, benchOptions); err != nil || site.Blocking(problems, false) > 0 {
		f.Fatal(problems, err)
	}
	ledger := filepath.Join(folder, filepath.FromSlash(site.AddressesName))
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		files[site.AddressesName] = &fstest.MapFile{Data: text}
		made, problems, err := site.Make(files, benchOptions)
		if err != nil {
			t.Fatal(err)
		}
		hostile.Places(t, site.AddressesName, text, in(site.AddressesName, problems))
		if site.Blocking(problems, false) > 0 {
			return // and a build records nothing
		}
		if err := os.WriteFile(ledger, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := made.Record(folder); err != nil {
			t.Fatal(err)
		}
		now, err := os.ReadFile(ledger)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
			if line = strings.TrimSpace(line); line != "" && !strings.Contains("\n"+string(now), "\n"+line+"\n") {
				t.Errorf("the line %q of %q is not in %q", line, text, now)
			}
		}
		if more, err := made.Record(folder); more > 0 || err != nil {
			t.Errorf("%q: %d more the second time, %v", text, more, err)
		}
	})
}

// in are the problems of one file.
func in(file string, problems []offer.Problem) []offer.Problem {
	var own []offer.Problem
	for _, p := range problems {
		if p.File == file {
			own = append(own, p)
		}
	}
	return own
}

func TestAPlaceIsOnTheEarth(t *testing.T) {
	const settings = "title = \"A\"\nbase-url = \"https://example.org/\"\n[help]\nphone = \"01632 960100\"\n[[places]]\nname = \"A\"\npostcodes = [\"ME4\"]\nlat = LAT\nlon = LON\n"
	for degrees, right := range map[[2]string]bool{{"51.39", "0.54"}: true, {"-90.0", "180.0"}: true, {"5139.0", "0.54"}: false, {"51.39", "-180.5"}: false, {"nan", "0.0"}: false, {"51.0", "inf"}: false} {
		files := small()
		files[site.ConfigName] = &fstest.MapFile{Data: []byte(strings.NewReplacer("LAT", degrees[0], "LON", degrees[1]).Replace(settings))}
		_, problems, err := site.ReadConfig(files, "")
		if err != nil || (len(problems) == 0) != right || !right && (problems[0].Line != 8 || !strings.Contains(problems[0].What, "nowhere on the earth")) {
			t.Errorf("%v: %v, %v", degrees, problems, err)
		}
	}
}
