package compare_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/compare"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/synthetic"
)

var asOf = offer.Date{Year: 2026, Month: 11, Day: 21}

// demonstration is the built-in site as files that a test may change.
func demonstration(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := synthetic.Demonstration()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func catalogue(t *testing.T, files fs.FS) *offer.Catalogue {
	t.Helper()
	made, problems, err := site.Make(files, site.Options{AsOf: asOf, Known: true, Builtin: localoffer.Demonstration})
	if err != nil || made == nil {
		t.Fatal(err, problems)
	}
	return made.Catalogue
}

// after is the report on a change to the demonstration.
func after(t *testing.T, change func(fstest.MapFS)) string {
	t.Helper()
	files := demonstration(t)
	change(files)
	r := compare.Sites(catalogue(t, demonstration(t)), catalogue(t, files))
	return r.Markdown()
}

func replace(files fstest.MapFS, name, was, now string) {
	text := string(files[name].Data)
	if !strings.Contains(text, was) {
		panic(name + " does not hold " + was)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, was, now, 1))}
}

func TestAReportSaysWhatFamiliesGainAndLose(t *testing.T) {
	const swim, play = "content/activities/sunday-swim.md", "content/activities/saturday-stay-and-play.md"
	for _, test := range []struct {
		name   string
		change func(fstest.MapFS)
		want   []string
	}{
		{"nothing", func(fstest.MapFS) {}, []string{"Nothing changes that families would notice.", "1 page falls due for a check within a week: Adapted Cycling."}},
		{"an age", func(f fstest.MapFS) { replace(f, play, "ages: 5-11", "ages: 5-14") },
			[]string{"### 1 page says something else", "- **Saturday Stay and Play**\n  - Ages: now “5 to 14 years” (was “5 to 11 years”)"}},
		{"a copy", func(f fstest.MapFS) { f["content/activities/more-play.md"] = f[play] }, []string{"### 1 activity added", "- **Saturday Stay and Play** (activity): "}},
		{"deleted", func(f fstest.MapFS) { delete(f, swim) },
			[]string{"### 1 page families can no longer use", "It was the only one of this sort: Sport and swimming, Gillingham, Sensory needs.", "### These addresses lead nowhere any more\n\n- /activities/sunday-swim/"}},
		{"closed", func(f fstest.MapFS) {
			replace(f, swim, "\nowner:", "\nclosed: {on: 2026-11-01, why: The pool has gone.}\nowner:")
		},
			[]string{"- **Sunday Swim** (activity). This closed on 1 November 2026. The pool has gone. **It was the only one"}},
		{"words alone", func(f fstest.MapFS) { f[swim] = &fstest.MapFile{Data: append(f[swim].Data, "\nBring a towel.\n"...)} }, []string{"1 other page changed in wording alone."}},
		{"words that are told in other languages", func(f fstest.MapFS) { replace(f, swim, "The whole pool is yours", "All the pool is yours") },
			[]string{"### In Easy Read and other languages", "- Sunday Swim: changed, and in Polski they say what they said before"}},
		{"in one language more, and in one less", func(f fstest.MapFS) {
			f["content/activities/boccia-club.easy-read.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Boccia\nsummary: A ball game.\ntwin: {on: 2026-11-10, how: person}\n---\nCome and play.\n")}
			delete(f, "content/journeys/in-crisis.ur.md")
		},
			[]string{"- Boccia Club: now in Easy Read\n", "- In crisis: no longer in اردو\n"}},
		{"a dressed-up title", func(f fstest.MapFS) {
			replace(f, swim, "title: Sunday Swim", `title: "<img src=x> [all fine](https://example.org) @everyone"`)
		},
			[]string{`\<img src=x\> \[all fine\](https://example.org) \@everyone`}},
	} {
		got := after(t, test.change)
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in\n%s", test.name, want, got)
			}
		}
	}
}

func TestAMovedPageIsNoLostAddress(t *testing.T) {
	got := after(t, func(f fstest.MapFS) {
		f["content/activities/sunday-swimming.md"] = f["content/activities/sunday-swim.md"]
		delete(f, "content/activities/sunday-swim.md")
		replace(f, "content/activities/sunday-swimming.md", "\nowner:", "\naliases: [/activities/sunday-swim/]\nowner:")
	})
	if strings.Contains(got, "lead nowhere") || strings.Contains(got, "can no longer use") || strings.Contains(got, " added") {
		t.Errorf("got\n%s", got)
	}
	if want := "- **Sunday Swim**\n  - Its page: moved to /activities/sunday-swimming/, and its former address leads there\n"; !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// What another page takes the place of is gone, though its address leads on.
func TestAPageThatAnotherReplacesIsGone(t *testing.T) {
	got := after(t, func(f fstest.MapFS) {
		delete(f, "content/activities/sunday-swim.md")
		replace(f, "content/activities/quiet-swim-chatham.md", "\nowner:", "\naliases: [/activities/sunday-swim/]\nowner:")
	})
	if !strings.Contains(got, "### 1 page families can no longer use\n\n- **Sunday Swim**") {
		t.Errorf("got\n%s", got)
	}
}

// Where all of a kind goes at once, what is left out is told, and what is gone
// from the grid.
func TestAGapIsNamed(t *testing.T) {
	got := after(t, func(f fstest.MapFS) {
		for name, file := range f {
			if strings.HasPrefix(name, "content/activities/") && strings.Contains(string(file.Data), "tier: specialist") {
				delete(f, name)
			}
		}
	})
	for _, want := range []string{"### Nothing is left for", "Autism, After an assessment: nothing is left (there were "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestTheReportOfHundredsIsShort(t *testing.T) {
	empty := demonstration(t)
	for name := range empty {
		if strings.HasPrefix(name, "content/activities/") {
			delete(empty, name)
		}
	}
	r := compare.Sites(catalogue(t, empty), catalogue(t, demonstration(t)))
	if got := r.Markdown(); strings.Count(got, "\n") > 120 || !strings.Contains(got, "- and ") {
		t.Errorf("%d lines", strings.Count(got, "\n"))
	}
}
