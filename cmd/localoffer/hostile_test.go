package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

// Whoever proposes a change chooses every byte of the site's folder, and the
// change is built before anybody has agreed to it.

// smallSite is a site of two entries that builds, in a folder of its own, which
// stands in another where nothing else should ever be.
func smallSite(t *testing.T) (around, folder string) {
	t.Helper()
	around = t.TempDir()
	folder = filepath.Join(around, "site")
	const front = "title: A\nsummary: B.\nowner: Team\nreviewed: {on: 2026-10-03}\n"
	for name, text := range map[string]string{
		"config.toml":               "title = \"A\"\nbase-url = \"https://example.org/\"\n[help]\nphone = \"01632 960100\"\n",
		"content/providers/play.md": "---\ntype: charity\ncontact: {email: play@example.org}\n" + front + "---\nWords.\n",
		"content/pages/about.md":    "---\n" + front + "---\nWords.\n",
	} {
		put(t, filepath.Join(folder, name), text)
	}
	return around, folder
}

func TestTheSmallSiteBuilds(t *testing.T) {
	around, folder := smallSite(t)
	if code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"), "--as-of", "2026-11-21"); code != exitDone {
		t.Errorf("exit %d: %s", code, said)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// ends runs the program, which must end whatever it finds, and gives its exit
// code and all that it said.
func ends(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	var out bytes.Buffer
	late := time.AfterFunc(2*time.Minute, func() { panic(fmt.Sprint(args, " does not end")) })
	defer late.Stop()
	code = run(args, strings.NewReader(""), &out, &out)
	for line := range strings.Lines(out.String()) {
		if offer.Unseen(strings.TrimSuffix(line, "\n")) {
			t.Errorf("%v says %q", args, line)
		}
	}
	return code, out.String()
}

// secret stands in a file outside the site. It must be in no output at all.
const secret = "title: nobody-may-read-this\n"

func TestAProposalReadsNothingOutsideTheSite(t *testing.T) {
	link := func(name string) func(*testing.T, string, string) {
		return func(t *testing.T, folder, outside string) {
			t.Helper()
			at := filepath.Join(folder, name)
			_ = os.Remove(at)
			if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(outside, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	linkFolder := func(name string) func(*testing.T, string, string) {
		return func(t *testing.T, folder, outside string) {
			t.Helper()
			link(name)(t, folder, filepath.Dir(outside))
		}
	}
	text := func(name, text string) func(*testing.T, string, string) {
		return func(t *testing.T, folder, outside string) {
			t.Helper()
			put(t, filepath.Join(folder, name), strings.ReplaceAll(text, "OUTSIDE", outside))
		}
	}
	const front = "---\ntitle: B\nsummary: C.\nowner: Team\nreviewed: {on: 2026-10-03}\n"
	for name, plant := range map[string]func(*testing.T, string, string){
		"an entry that is a link":             link("content/pages/link.md"),
		"a folder of entries that is a link":  linkFolder("content/guides"),
		"a static file that is a link":        link("static/link.txt"),
		"a static folder that is a link":      linkFolder("static/link"),
		"a layout that is a link":             link("layouts/page.html"),
		"a folder of layouts that is a link":  linkFolder("layouts"),
		"settings that are a link":            link("config.toml"),
		"synonyms that are a link":            link("content/synonyms.txt"),
		"tests of the search that are a link": link("content/search-tests.txt"),
		"words to avoid that are a link":      link("content/words-to-avoid.txt"),
		"a ledger that is a link":             link("content/addresses.txt"),
		"a ledger of links that is a link":    link("content/links.txt"),
		"a link to a link":                    link("static/one/../two.txt"),
		"a layout that names a file":          text("layouts/page.html", `{{template "OUTSIDE"}}`),
		"a layout that climbs":                text("layouts/page.html", `{{template "../../secret.md" .}}`),
		"a layout with functions for files":   text("layouts/page.html", `{{readFile "OUTSIDE"}}{{include "OUTSIDE"}}{{env "HOME"}}`),
		"a table of postcodes elsewhere":      text("config.toml", "title = \"A\"\nbase-url = \"https://example.org/\"\npostcode-table = \"OUTSIDE\"\n[help]\nphone = \"01632 960100\"\n"),
		"an address that climbs":              text("content/pages/b.md", front+"aliases: [/../../out/, /../secret.md/]\n---\n[a](../../../secret.md) ![b](/../secret.md)\n"),
		"a reference that climbs":             text("content/pages/b.md", front+"see-also: [../../../secret]\n---\n"),
		"front matter that takes in a file":   text("content/pages/b.md", front+"owner: !include OUTSIDE\n---\n"),
		"Markdown that takes in a file":       text("content/pages/b.md", front+"---\n<!--#include file=\"OUTSIDE\" -->\n{{< readfile \"OUTSIDE\" >}}\n"),
	} {
		around, folder := smallSite(t)
		outside := filepath.Join(t.TempDir(), "secret.md")
		put(t, outside, secret)
		plant(t, folder, outside)
		for _, args := range [][]string{{"build", "--out", filepath.Join(around, "public")}, {"check"}, {"diff", folder, folder}, {"review"}} {
			_, said := ends(t, append(args, "--site", folder, "--as-of", "2026-11-21")...)
			if strings.Contains(said, "nobody-may-read-this") {
				t.Errorf("%s: %v says what is in the file: %s", name, args, said)
			}
		}
		public := filepath.Join(around, "public")
		if _, err := os.Stat(public); err == nil {
			for file, body := range tree(t, public) {
				if strings.Contains(body, "nobody-may-read-this") {
					t.Errorf("%s: it was published at %s", name, file)
				}
			}
		}
		list, err := os.ReadDir(around)
		if err != nil || len(list) > 2 {
			t.Errorf("%s: beside the site there are %v, %v", name, list, err)
		}
	}
}

// A build empties the folder in which it works. A link in its place must not have
// another folder emptied.
func TestALinkInThePlaceOfTheWorkIsNotFollowed(t *testing.T) {
	for _, name := range []string{".public.building", ".public.old", "public", "public/pages"} {
		_, folder := smallSite(t)
		outside := t.TempDir()
		put(t, filepath.Join(outside, "kept.txt"), "kept")
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
		code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(folder, "public"), "--as-of", "2026-11-21")
		if left := tree(t, outside); len(left) != 1 || left[filepath.Join(outside, "kept.txt")] != "kept" {
			t.Errorf("%s: where it leads, there are %d files now", name, len(left))
		}
		if code != exitMachine {
			t.Errorf("%s: exit %d: %s", name, code, said)
		}
	}
}

// Where there should be a folder there is a file. It must not count as a folder
// with nothing in it, for all of its pages would be gone.
func TestAFileInThePlaceOfAFolderIsTold(t *testing.T) {
	for _, name := range []string{"content", "languages", "layouts", "static", "content/pages", "content/guides"} {
		around, folder := smallSite(t)
		at := filepath.Join(folder, name)
		if err := os.RemoveAll(at); err != nil {
			t.Fatal(err)
		}
		put(t, at, "../elsewhere")
		public := filepath.Join(around, "public")
		for _, args := range [][]string{{"check"}, {"build", "--out", public}} {
			if code, said := ends(t, append(args, "--site", folder, "--as-of", "2026-11-21")...); code != exitProblems || !strings.Contains(said, name+": this is not a folder") || !strings.Contains(said, "hint: ") {
				t.Errorf("%s: %v: exit %d: %s", name, args, code, said)
			}
		}
		if _, err := os.Stat(public); err == nil {
			t.Errorf("%s: something was published", name)
		}
	}
}

func TestASiteWithoutContentIsTold(t *testing.T) {
	around, folder := smallSite(t)
	if err := os.RemoveAll(filepath.Join(folder, "content")); err != nil {
		t.Fatal(err)
	}
	code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"))
	if code != exitProblems || !strings.HasPrefix(said, "content: there is no folder content here\n  hint: ") {
		t.Errorf("exit %d: %s", code, said)
	}
}

func TestANameThatCannotBePublishedIsTold(t *testing.T) {
	for _, name := range []string{
		"static/a\nb.txt", "static/a\r::error::b.txt", "static/\x1b[31mred.txt", "static/\u202etxt.exe", "static/\u2066a.txt", "static/a\\b.txt", "static/\xff.txt", "static/folder\n/a.txt",
		"content/pages/a\nb.md", "content/pages/\x1b[2J.md", "content/pages/\u202edm.md", "content/pages/\xff.md", "content/pages/..md", "content/pages/caf\u00e9.md", "content/pages/cafe\u0301.md", "content/pages/ABOUT.md", "content/pages/con aux.md",
		"content/\u202eloose.md", "content/new\nkind/a.md",
	} {
		around, folder := smallSite(t)
		put(t, filepath.Join(folder, name), "---\ntitle: B\nsummary: C.\nowner: Team\nreviewed: {on: 2026-10-03}\n---\n")
		public := filepath.Join(around, "public")
		if strings.Contains(name, "/.") { // what systems keep for themselves
			if code, said := ends(t, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21"); code != exitDone {
				t.Errorf("%q: exit %d: %s", name, code, said)
			}
			continue
		}
		code, said := ends(t, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21")
		if code != exitProblems || !strings.Contains(said, "hint: ") {
			t.Errorf("%q: exit %d: %s", name, code, said)
		}
		if _, err := os.Stat(public); err == nil {
			t.Errorf("%q was published", name)
		}
	}
}

// Titles are quoted in logs, from whose lines pipelines read commands.
func TestATitleCommandsNothing(t *testing.T) {
	_, folder := smallSite(t)
	const command = `"Quiz\n::error::Club \e[2J\a##vso[task.setvariable variable=due]no ##[error] \u2028"`
	put(t, filepath.Join(folder, "content/activities/quiz.md"), "---\nprovider: play\ntype: event\nends: 2026-11-25\nages: 5-11\neligibility: All.\nwhen: [{date: 2026-11-25, from: \"10:00\", to: \"12:00\"}]\ncost: [{amount: 0, per: session}]\nreviewed: {on: 2026-10-03, how: phone}\nowner: "+command+"\ntitle: "+command+"\nsummary: "+command+"\n---\n")
	out := filepath.Join(t.TempDir(), "public")
	for _, args := range [][]string{{"build", "--out", out}, {"search", "quiz"}, {"review"}, {"diff", filepath.Join(folder, "content/pages"), folder}} {
		code, said := ends(t, append(args, "--site", folder, "--as-of", "2026-11-21")...)
		if code != exitDone || !strings.Contains(said, "Quiz") && args[0] != "review" || strings.Contains(said, "\n::") || strings.Contains(said, "##vso[") || strings.Contains(said, "##[") {
			t.Errorf("%v: exit %d: %s", args, code, said)
		}
	}
}

// Two names that differ in capitals, or in how a letter is written, are one name
// on the computers of some.
func TestTwinsAreTold(t *testing.T) {
	for _, names := range [][2]string{{"Hall.jpg", "hall.JPG"}, {"caf\u00e9.jpg", "cafe\u0301.jpg"}, {"\u212bngstr\u00f6m.pdf", "a\u030angstro\u0308m.pdf"}, {"PAGES/about/index.html", "x.html"}} {
		around, folder := smallSite(t)
		for _, name := range names {
			put(t, filepath.Join(folder, "static", name), "<!doctype html><title>A</title><h1>A</h1>")
		}
		code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"), "--as-of", "2026-11-21")
		if code != exitProblems || !strings.Contains(said, "is taken already") {
			t.Errorf("%q: exit %d: %s", names, code, said)
		}
	}
}

// One name cannot be that of a file and of a folder.
func TestAFileWithTheNameOfAFolderIsTold(t *testing.T) {
	for name, text := range map[string]string{
		"static/style.css/x.txt":                   "x",
		"static/providers":                         "x",
		"static/PAGES/about":                       "x",
		"static/search/index":                      "x",
		"content/pages/b.md":                       strings.Replace(plainFront, "\n---\n", "\naliases: [/old/a.html, /old/a.html/b/]\n---\n", 1),
		"content/pages/htaccess.md":                strings.Replace(plainFront, "\n---\n", "\naliases: [/.htaccess/]\n---\n", 1),
		"static/pages/about/index.html/index.html": "<!doctype html><title>A</title><h1>A</h1>",
	} {
		around, folder := smallSite(t)
		put(t, filepath.Join(folder, name), text)
		code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"), "--as-of", "2026-11-21")
		if code != exitProblems || strings.Count(said, "is that of a file here, and of a folder for") != 1 {
			t.Errorf("%s: exit %d: %s", name, code, said)
		}
	}
}

// Thousands of broken files cost no more each than one does.
func TestThousandsOfBrokenFilesAreAllTold(t *testing.T) {
	_, folder := smallSite(t)
	const files = 3000
	for i := range files {
		put(t, filepath.Join(folder, fmt.Sprintf("content/guides/broken-%d.md", i)), []string{"", "---\n", "\xff", "---\na: *a\n---\n", "{\n"}[i%5])
	}
	code, said := ends(t, "check", "--site", folder, "--as-of", "2026-11-21")
	if n := strings.Count(said, "content/guides/broken-"); code != exitProblems || n < files {
		t.Errorf("exit %d; %d of %d files were told", code, n, files)
	}
}

// A file of any size is told, and never held in memory whole.
func TestAFileOfGigabytesIsTold(t *testing.T) {
	_, folder := smallSite(t)
	const size = 1 << 38 // with nothing on the disk: a hole
	name := filepath.Join(folder, "content/guides/long.md")
	put(t, name, "---\ntitle: A\n")
	if err := os.Truncate(name, size); err != nil {
		t.Skip("this disk has no files with holes: ", err)
	}
	if code, said := ends(t, "check", "--site", folder, "--as-of", "2026-11-21"); code != exitProblems || !strings.Contains(said, "content/guides/long.md:1:1: the file is longer than") {
		t.Errorf("exit %d: %s", code, said)
	}
}

// Nor is any other file: the program would be killed for it.
func TestASettingOrAPictureOfGigabytesIsTold(t *testing.T) {
	for _, name := range []string{"config.toml", "content/synonyms.txt", "content/addresses.txt", "content/words-to-avoid.txt", "content/search-tests.txt", "layouts/page.html", "languages/pl.toml", "static/film.mp4", "schemas/page.schema.json"} {
		_, folder := smallSite(t)
		at := filepath.Join(folder, name)
		put(t, at, "")
		if err := os.Truncate(at, 1<<38); err != nil {
			t.Skip("this disk has no files with holes: ", err)
		}
		if code, said := ends(t, "check", "--site", folder); code != exitMachine || !strings.Contains(said, name+": it is longer than") {
			t.Errorf("%s: exit %d: %s", name, code, said)
		}
	}
}

// A revision that Git knows comes as a zip, links and all.
func TestARevisionReadsNothingOutsideItself(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	_, folder := smallSite(t)
	outside := filepath.Join(t.TempDir(), "secret.md")
	put(t, outside, secret)
	for _, name := range []string{"content/pages/link.md", "content/guides", "content/synonyms.txt"} {
		if err := os.Symlink(outside, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "a"}} {
		if out, err := exec.Command("git", append([]string{"-C", folder}, args...)...).CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
	}
	if _, said := ends(t, "diff", "HEAD", folder, "--site", folder, "--as-of", "2026-11-21"); strings.Contains(said, "nobody-may-read-this") || strings.Contains(said, "another place") {
		t.Error(said)
	}
	for _, name := range []string{"--output=" + outside, "-o", "HEAD:content", "HEAD -- /etc", "HEAD;id", "../.."} {
		if code, said := ends(t, "diff", "--site", folder, "--as-of", "2026-11-21", "--", name, folder); code == exitDone && strings.Contains(said, "nobody-may-read-this") {
			t.Errorf("%q: exit %d: %s", name, code, said)
		}
	}
	if text, err := os.ReadFile(outside); err != nil || string(text) != secret {
		t.Errorf("the file outside is %q now, %v", text, err)
	}
}
