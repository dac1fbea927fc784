package source_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// bilingual is the site that can be told in Polish.
var bilingual = func() *offer.Settings {
	s := *settings
	s.Editions = []*offer.Edition{{ID: offer.EasyRead, Words: offer.NewPhrases(nil)}, {ID: "pl", Lang: "pl", Words: offer.NewPhrases(nil)}}
	return &s
}()

const club = `---
title: Lego Club
summary: Building with others.
provider: harbour
type: club
ages: 5-11
eligibility: Anybody.
sensory: It is quiet.
when: [{day: monday, from: "10:00", to: "12:00"}]
aliases: [/old/]
reviewed: {on: 2026-10-03, by: Family information team, how: phone}
owner: Family information team
---
See [the other club](../activities/other.md).
`

const clubInPolish = `---
title: Klub Lego
summary: Budujemy razem.
eligibility: Każdy.
twin: {on: 2026-10-05, by: Language team, how: person}
---
Zobacz [inny klub](../activities/other.pl.md).
`

func readTwins(files map[string]string) ([]*offer.Entry, []offer.Problem) {
	folder := fstest.MapFS{}
	for name, text := range files {
		folder["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	entries, problems, _ := source.Read(folder, bilingual)
	return entries, problems
}

func TestATwinIsItsOriginalInOtherWords(t *testing.T) {
	entries, problems := readTwins(map[string]string{"activities/lego.md": club, "activities/lego.pl.md": clubInPolish})
	if len(problems) > 0 || len(entries) != 2 {
		t.Fatal(messages(problems), len(entries))
	}
	original, twin := entries[0], entries[1]
	if twin.URL() != "/pl/activities/lego/" || twin.Title != "Klub Lego" || twin.Twin.How != "person" {
		t.Errorf("got %s, %s, %+v", twin.URL(), twin.Title, twin.Twin)
	}
	a, _ := twin.Detail.(*kind.Activity)
	if a == nil || a.Eligibility != "Każdy." || a.Sensory != "It is quiet." || len(a.When) != 1 || a.Ages.From != 5 {
		t.Errorf("its facts are %+v, want the original's with its own sentences", a)
	}
	if len(twin.Aliases) != 1 || twin.Aliases[0].URL != "/pl/old/" || original.Aliases[0].URL != "/old/" {
		t.Errorf("its former addresses are %v, and its original's %v", twin.Aliases, original.Aliases)
	}
	if link := twin.Body.Links[0].URL; link != original.Body.Links[0].URL || link != "/activities/other/" {
		t.Errorf("its link leads to %s, want to the entry, in whatever edition there is", link)
	}
	for _, p := range twin.Said {
		if p.At.File != twin.File {
			t.Errorf("%q is said to be its own words", p.Text)
		}
	}
}

func TestWhatATwinMayNotSayIsTold(t *testing.T) {
	for text, want := range map[string]string{
		strings.Replace(clubInPolish, "eligibility", "ages: 5-12\neligibility", 1):     "content/activities/lego.pl.md:4:1: ages is a fact, and facts are stated once, in the original",
		strings.Replace(clubInPolish, "eligibility", "elegibility", 1):                 "content/activities/lego.pl.md:4:1: there is no field called elegibility in a page for Easy Read or another language",
		strings.Replace(clubInPolish, "how: person", "how: robot", 1):                  "content/activities/lego.pl.md:5:48: how “robot” is not a value that this site knows",
		strings.Replace(clubInPolish, "title: Klub Lego\n", "", 1):                     "content/activities/lego.pl.md:1:1: there is no title",
		"---\ntitle: Klub\nsummary: Budujemy.\n---\n":                                  "content/activities/lego.pl.md:1:1: this does not say how it was made",
		strings.Replace(clubInPolish, "[inny klub]", "[tutaj](x.md) i [here]", 1):      "content/activities/lego.pl.md:7:24: the link says only “here”",
		strings.Replace(clubInPolish, "Budujemy razem", "Building with others", 1):     "content/activities/lego.pl.md:3:10: this is still in the words of content/activities/lego.md",
		strings.Replace(clubInPolish, "Zobacz [inny klub]", "See [the other club]", 1): "content/activities/lego.pl.md:3:10: this is still in the words of content/activities/lego.md",
		strings.Replace(clubInPolish, "summary: Budujemy razem.", "summary: []", 1):    "content/activities/lego.pl.md:3:10: summary must be plain words, not a list",
	} {
		_, problems := readTwins(map[string]string{"activities/lego.md": club, "activities/lego.pl.md": text})
		if got := messages(problems); len(got) != 1 || got[0] != want {
			t.Errorf("got %q\nwant %q", got, want)
		}
	}
}

func TestWhatIsWrongInAnOriginalIsToldOnce(t *testing.T) {
	wrong := strings.Replace(club, "ages: 5-11", "ages: 12-5", 1)
	_, problems := readTwins(map[string]string{"activities/lego.md": wrong, "activities/lego.pl.md": clubInPolish, "activities/lego.easy-read.md": clubInPolish})
	if got := messages(problems); len(got) != 1 || got[0] != "content/activities/lego.md:6:7: ages 12-5 run backwards" {
		t.Errorf("got %q", got)
	}
}

func TestATwinOfNothingIsTold(t *testing.T) {
	for name, want := range map[string]string{
		"activities/lego.pl.md":    "there is no content/activities/lego.md that this tells in other words",
		"activities/lego.po.md":    "the name of the file says that this is in “po”, and there is no such language here",
		"activities/lego.a.pl.md":  "the name of the file says that this is in “a.pl”, and there is no such language here",
		"activities/lego.pl.pl.md": "the name of the file says that this is in “pl.pl”, and there is no such language here",
	} {
		entries, problems := readTwins(map[string]string{name: clubInPolish})
		if got := messages(problems); len(entries) > 0 || len(got) != 1 || got[0] != "content/"+name+": "+want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

const worry = `---
title: Sleep
summary: Nights.
worry: I cannot sleep.
live: [{after: today, tier: universal}]
reviewed: {on: 2026-10-03, by: Family information team, how: phone}
owner: Family information team
---
## Today

A.

## Tomorrow

B.
`

func TestTheListsOfAJourneyStandAfterTheSameHeadings(t *testing.T) {
	twin := "---\ntitle: Sen\nsummary: Noce.\ntwin: {on: 2026-10-05, how: person}\n---\n## Dzisiaj\n\nA.\n\n## Jutro\n\nB.\n"
	entries, problems := readTwins(map[string]string{"journeys/sleep.md": worry, "journeys/sleep.pl.md": twin})
	if len(problems) > 0 {
		t.Fatal(messages(problems))
	}
	j, _ := entries[1].Detail.(*kind.Journey)
	if j == nil || j.Live[0].After != "dzisiaj" || j.Worry != "I cannot sleep." {
		t.Errorf("got %+v", j)
	}
	for name, files := range map[string]map[string]string{
		"in the twin":     {"journeys/sleep.md": worry, "journeys/sleep.pl.md": strings.Replace(twin, "## Dzisiaj", "Cześć.\n\n## Dzisiaj", 1)},
		"in the original": {"journeys/sleep.md": strings.Replace(worry, "## Today", "Hello.\n\n## Today", 1), "journeys/sleep.pl.md": twin},
	} {
		entries, problems := readTwins(files)
		if j, _ := entries[1].Detail.(*kind.Journey); len(problems) > 0 || j.Live[0].After != "dzisiaj" {
			t.Errorf("with words before the first heading %s: %q, %v", name, j.Live[0].After, messages(problems))
		}
	}
	_, problems = readTwins(map[string]string{"journeys/sleep.md": worry, "journeys/sleep.pl.md": strings.Replace(twin, "## Jutro", "Jutro", 1)})
	if got := messages(problems); len(got) != 1 || got[0] != "content/journeys/sleep.pl.md: this has 1 heading of the second level, and content/journeys/sleep.md has 2" {
		t.Errorf("got %q", got)
	}
}

// A twin changes whenever one of its two files does, and only then.
func TestATwinIsReadAgainWithItsOriginal(t *testing.T) {
	site := toldFolder{fstest.MapFS{}, map[string]uint64{}, &opened{}}
	put := func(name, text string) {
		site.MapFS["content/activities/"+name] = &fstest.MapFile{Data: []byte(text)}
		site.versions["content/activities/"+name]++
	}
	put("lego.md", club)
	put("lego.pl.md", clubInPolish)
	before, _, _ := source.Reread(nil, site, bilingual, nil)
	steps := []func(){
		func() { put("lego.md", strings.Replace(club, "5-11", "5-12", 1)) },
		func() { put("lego.pl.md", strings.Replace(clubInPolish, "Klub", "Klubik", 1)) },
		func() { put("lego.md", club) },
		func() { delete(site.MapFS, "content/activities/lego.pl.md") },
		func() { put("lego.pl.md", clubInPolish) },
		func() { delete(site.MapFS, "content/activities/lego.md") },
		func() { put("lego.md", club) },
		func() { put("lego.po.md", clubInPolish) },
	}
	for i, step := range steps {
		step()
		again, problems, _ := source.Reread(before, site, bilingual, nil)
		fresh, wanted, _ := source.Reread(nil, toldFolder{maps.Clone(site.MapFS), nil, &opened{}}, bilingual, nil)
		if got, want := tellings(again), tellings(fresh); !slices.Equal(got, want) || !slices.Equal(messages(problems), messages(wanted)) {
			t.Errorf("step %d: got %q %q, want %q %q", i, got, messages(problems), want, messages(wanted))
		}
		before = again
	}
	site.opened.names = nil
	again, _, _ := source.Reread(before, site, bilingual, nil)
	if len(site.opened.names) > 0 || again.Entries[1] != before.Entries[1] {
		t.Errorf("nothing had changed, and it read %q", site.opened.names)
	}
}

func tellings(c *source.Content) []string {
	var all []string
	for _, e := range c.Entries {
		a, _ := e.Detail.(*kind.Activity)
		all = append(all, e.URL()+" "+e.Title+" "+a.Ages.Words())
	}
	return all
}

func TestTheWordsOfAnEditionLieOverTheBuiltInOnes(t *testing.T) {
	folder := func(files map[string]string) fstest.MapFS {
		fs := fstest.MapFS{}
		for name, text := range files {
			fs["languages/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		return fs
	}
	builtin := folder(map[string]string{"pl.toml": "name = \"Polski\"\n[words]\n\"Search\" = \"Szukaj\"\n\"Home\" = \"Start\"\n", "easy-read.toml": "name = \"Easy Read\"\n"})
	site := folder(map[string]string{"pl.toml": "[words]\n\"Home\" = \"Początek\"\n", "ar.toml": "name = \"عربي\"\ndirection = \"rtl\"\n", "README.md": "x"})
	editions, problems, err := source.ReadEditions(site, builtin)
	if err != nil || len(problems) > 0 || len(editions) != 3 {
		t.Fatal(err, messages(problems), editions)
	}
	easy, ar, pl := editions[0], editions[1], editions[2]
	if easy.ID != offer.EasyRead || !easy.Simple() || pl.Name != "Polski" || pl.Say("Search")+pl.Say("Home") != "SzukajPoczątek" || ar.Direction() != "rtl" || ar.Lang != "ar" {
		t.Errorf("got %+v %+v %+v", easy, ar, pl)
	}
}

func TestWhatIsWrongWithTheWordsOfAnEditionIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"clock = 13\n": "1:9: the clock is neither 12 nor 24",
		"name = \"Polski\"\ndirection = \"up\"\n": "2:13: the direction is neither ltr nor rtl",
		"nam = \"Polski\"\n":                      "1:1: there is no setting called nam for a language",
		"name = [1]\n":                            "1:1: name cannot be read",
		"[words]\n\"A {1}\" = \"B {2}\"\n":        "2:11: there is a place {2} here that “A {1}” has not",
		"[words]\n\"A\" = [\"B\"]\n":              "2:1: what is said for “A” must be plain words",
		"[words]\n\"A\" = \"B\"\n\"A\" = \"C\"\n": "3:1: A is written twice; it stands on line 2 too",
		"name = Polski\n":                         "1:8: words stand in quotation marks, and so do telephone numbers",
	} {
		_, problems, _ := source.ReadEditions(fstest.MapFS{"languages/pl.toml": {Data: []byte(text)}}, fstest.MapFS{})
		if got := told(problems); len(got) != 1 || got[0] != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	_, problems, _ := source.ReadEditions(fstest.MapFS{"languages/polish.toml": {Data: []byte("name = \"Polski\"\n")}}, fstest.MapFS{})
	if got := messages(problems); len(got) != 1 || got[0] != "languages/polish.toml: the name of the file is not that of a language" {
		t.Errorf("got %q", got)
	}
}
