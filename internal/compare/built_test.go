package compare_test

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/compare"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
)

// published is the website that is made of some files, as it is published.
func published(t *testing.T, files fs.FS, baseURL string) fstest.MapFS {
	t.Helper()
	made, problems, err := site.Make(files, site.Options{AsOf: asOf, Known: true, Builtin: localoffer.Demonstration, BaseURL: baseURL})
	if err != nil || made == nil {
		t.Fatal(err, problems)
	}
	var mu sync.Mutex
	built := fstest.MapFS{}
	if _, err := made.Render(func(f *output.File, body []byte) error {
		mu.Lock()
		defer mu.Unlock()
		built[f.Path] = &fstest.MapFile{Data: slices.Clone(body)}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return built
}

// asItIs is the website of the demonstration. It is made once; each test has a
// map of its own.
func asItIs(t *testing.T) fstest.MapFS {
	t.Helper()
	once.Do(func() { unchanged = published(t, demonstration(t), "") })
	return maps.Clone(unchanged)
}

var (
	once      sync.Once
	unchanged fstest.MapFS
)

func website(t *testing.T, built fs.FS) *compare.Website {
	t.Helper()
	w, err := compare.ReadWebsite(built)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// bothWays compares a change by its content and by the websites made of it.
func bothWays(t *testing.T, change func(fstest.MapFS)) (content, built compare.Report) {
	t.Helper()
	files := demonstration(t)
	change(files)
	content = compare.Sites(catalogue(t, demonstration(t)), catalogue(t, files))
	built = compare.Websites(website(t, asItIs(t)), website(t, published(t, files, "https://example.org/below/")))
	return content, built
}

// said are the entries of a report and what is told of each, but for what only
// the content tells.
func said(r compare.Report) []string {
	var lines []string
	for _, e := range r.Added {
		lines = append(lines, "+ "+e.Kind+" "+e.Title+": "+e.Summary)
	}
	for _, gone := range r.Removed {
		lines = append(lines, "- "+gone.Entry.Kind+" "+gone.Entry.Title+" "+gone.Why)
	}
	for _, c := range r.Changed {
		lines = append(lines, append([]string{"~ " + c.Entry.Title}, c.Facts...)...)
	}
	return lines
}

// Whatever the content says, the pages say, and a report read back from them is
// the same, below another path too.
func TestTheReportOnTwoWebsitesIsThatOnTheirContent(t *testing.T) {
	const swim, play = "content/activities/sunday-swim.md", "content/activities/saturday-stay-and-play.md"
	for name, change := range map[string]func(fstest.MapFS){
		"nothing": func(fstest.MapFS) {},
		"an age":  func(f fstest.MapFS) { replace(f, play, "ages: 5-11", "ages: 5-14") },
		"a price, a day and an answer": func(f fstest.MapFS) {
			replace(f, swim, "4.20", "5")
			replace(f, swim, "day: sunday", "day: monday")
			replace(f, swim, "secure-site: yes", "secure-site: no")
		},
		"a copy":  func(f fstest.MapFS) { f["content/activities/more-play.md"] = f[play] },
		"deleted": func(f fstest.MapFS) { delete(f, swim) },
		"closed": func(f fstest.MapFS) {
			replace(f, swim, "\nowner:", "\nclosed: {on: 2026-11-01, why: The pool has gone.}\nowner:")
		},
		"words alone": func(f fstest.MapFS) { f[swim] = &fstest.MapFile{Data: append(f[swim].Data, "\nBring a towel.\n"...)} },
		"a summary":   func(f fstest.MapFS) { replace(f, swim, "summary: ", "summary: Ask the team for “this” & <more>. ") },
		"an old review": func(f fstest.MapFS) {
			replace(f, swim, "reviewed: {on: 2026-11-08", "reviewed: {on: 2025-11-08")
		},
	} {
		content, built := bothWays(t, change)
		if want, got := said(content), said(built); !slices.Equal(got, want) {
			t.Errorf("%s: the pages tell\n%s\nand the content\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if content.Edited != built.Edited || content.Empty() != built.Empty() {
			t.Errorf("%s: %d edited, not %d", name, built.Edited, content.Edited)
		}
	}
}

func TestAnAddressThatVanishesFromAWebsiteIsTold(t *testing.T) {
	_, built := bothWays(t, func(f fstest.MapFS) {
		delete(f, "content/activities/sunday-swim.md")
		f["content/activities/adapted-bikes.md"] = f["content/activities/adapted-cycling.md"]
		delete(f, "content/activities/adapted-cycling.md")
		replace(f, "content/activities/adapted-bikes.md", "\nowner:", "\naliases: [/activities/adapted-cycling/]\nowner:")
	})
	var want []string
	for _, edition := range []string{"", "/easy-read", "/pl", "/ur"} {
		want = append(want, edition+"/activities/sunday-swim/", edition+"/swimming-for-disabled-children/")
	}
	slices.Sort(want)
	if !slices.Equal(built.Gone, want) {
		t.Errorf("the addresses %q vanish, not %q", built.Gone, want)
	}
	report := built.Markdown()
	if want := "Its address leads to /below/activities/adapted-bikes/ now."; !strings.Contains(report, want) {
		t.Errorf("%q is not in\n%s", want, report)
	}
}

func TestAListThatWasEmptiedIsTold(t *testing.T) {
	_, built := bothWays(t, func(f fstest.MapFS) {
		for name, file := range f {
			if strings.HasPrefix(name, "content/activities/") && strings.Contains(string(file.Data), "tier: specialist") {
				replace(f, name, "\nowner:", "\nclosed: {on: 2026-11-01, why: No more.}\nowner:")
			}
		}
	})
	if !slices.Contains(built.Gaps, "the list at /tier/specialist/") {
		t.Errorf("the lists %q were emptied", built.Gaps)
	}
}

// Once an address is private, no report repeats what it was: it would be a new
// place where it stands.
func TestAnAddressThatBecomesPrivateIsNotRepeated(t *testing.T) {
	content, built := bothWays(t, func(f fstest.MapFS) {
		replace(f, "content/activities/sunday-swim.md", "mask: false", "mask: true")
	})
	for _, r := range []compare.Report{content, built} {
		report := r.Markdown()
		for _, secret := range []string{"Tidewater", "ME7 6DP", "Mariners Pool"} {
			if strings.Contains(report, secret) {
				t.Errorf("%s is in\n%s", secret, report)
			}
		}
		if !strings.Contains(report, "Exact address: now says") || !strings.Contains(report, "Address: now “Gillingham; ME7”") {
			t.Errorf("nobody is told that the address is private:\n%s", report)
		}
	}
}

func TestAWebsiteOfAnotherDaySaysSo(t *testing.T) {
	before, after := asItIs(t), asItIs(t)
	after["build.json"] = &fstest.MapFile{Data: []byte(strings.Replace(string(after["build.json"].Data), asOf.String(), "2026-12-01", 1))}
	r := compare.Websites(website(t, before), website(t, after))
	if !strings.Contains(r.Note, "built for 21 November 2026 and the second for 1 December 2026") {
		t.Error(r.Note)
	}
}

func TestWhatIsNoWebsiteOfOursIsRefused(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"nothing":          {},
		"another's":        {"build.json": {Data: []byte(`{"generator": "another"}`)}, "sitemap.xml": {Data: []byte("<urlset/>")}},
		"no JSON":          {"build.json": {Data: []byte("{")}},
		"JSON of no shape": {"build.json": {Data: []byte(`[1]`)}},
	} {
		if _, err := compare.ReadWebsite(files); !errors.Is(err, compare.ErrNotBuilt) || compare.IsBuilt(files) {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := fstest.MapFS{"build.json": {Data: []byte(`{"generator": "localoffer"}`)}, "sitemap.xml": {Data: []byte("<urlset><url>")}}
	if _, err := compare.ReadWebsite(broken); err == nil {
		t.Error("a site map that breaks off is read")
	}
}

// What was fetched in part would seem to have lost its other pages, or gained them.
func TestAWebsiteThatWasNotCopiedWholeIsRefused(t *testing.T) {
	part := asItIs(t)
	for name := range part {
		if strings.HasPrefix(name, "activities/") {
			delete(part, name)
		}
	}
	if _, err := compare.ReadWebsite(part); !errors.Is(err, compare.ErrNotWhole) || !strings.Contains(err.Error(), "are missing, such as /activities/") {
		t.Error(err)
	}
}

// The pages of a website are anybody's, and a report on them is shown to people
// who trust it.
func TestAWebsiteThatSomebodyDressedUpDoesNoHarm(t *testing.T) {
	before, after := asItIs(t), asItIs(t)
	before["<img src=x>/[a](https:)/index.html"] = &fstest.MapFile{}
	after["activities/sunday-swim/index.html"] = &fstest.MapFile{Data: []byte(`<main><header><h1>&lt;script&gt; @everyone</h1><p class="lead">` + strings.Repeat("<b>", 200) + `a`)}
	r := compare.Websites(website(t, before), website(t, after))
	report := r.Markdown()
	for _, want := range []string{`\<script\> \@everyone`, `/\<img src=x\>/\[a\](https:)/`} {
		if !strings.Contains(report, want) {
			t.Errorf("%s is not in\n%s", want, report)
		}
	}
}
