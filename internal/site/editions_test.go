package site_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// asItIs is every file of the demonstration, made once for all who only look.
func asItIs(t *testing.T) map[string]string {
	t.Helper()
	untouched.Do(func() { untouched.files = renderedNow(t, demonstration(t), benchOptions) })
	return untouched.files
}

var untouched struct {
	sync.Once
	files map[string]string
}

var alternate = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]*)" href="https://localoffer.example.org([^"]*)">`)

// alternates are the editions of a page, by their languages, as its head says.
func alternates(page string) map[string]string {
	all := map[string]string{}
	for _, m := range alternate.FindAllStringSubmatch(page, -1) {
		all[m[1]] = m[2]
	}
	return all
}

func TestEveryEditionOfAPageLeadsToAllOthers(t *testing.T) {
	files := asItIs(t)
	found := 0
	for name, page := range files {
		links := alternates(page)
		for lang, url := range links {
			found++
			other := files[url[1:]+"index.html"]
			if !strings.Contains(other, `<html lang="`+lang+`"`) {
				t.Errorf("%s says that %s is in %s, and it is not", name, url, lang)
			}
			if !maps.Equal(alternates(other), links) {
				t.Errorf("%s and %s do not name the same editions: %v, %v", name, url, links, alternates(other))
			}
			shown := strings.Contains(page, `<a href="`+url+`" lang="`+lang+`" hreflang="`+lang+`" dir="auto">`)
			if own := "/"+strings.TrimSuffix(name, "index.html") == url; shown == own {
				t.Errorf("%s: a link that a reader can see to %s: %v", name, url, shown)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d links between editions were found", found)
	}
}

func TestAPageIsWrittenInItsOwnDirection(t *testing.T) {
	files := asItIs(t)
	for name, page := range files {
		if !strings.HasSuffix(name, ".html") || strings.Contains(page, `http-equiv="refresh"`) {
			continue
		}
		if right := strings.Contains(page, `<html lang="ur" dir="rtl">`); right != strings.HasPrefix(name, "ur/") {
			t.Errorf("%s: from right to left: %v", name, right)
		}
	}
}

var english = regexp.MustCompile(`<([a-z0-9]+)[^>]* lang="en-GB"[^>]*>(?:<[^>]*>)*([^<]+)`)

// What the program says in Polish and Urdu it says whole. What may be left in
// English are names, addresses, the pages that are told in English alone, and
// what an editor added to a fact.
func TestTheBuiltInLanguagesSayAllThatTheProgramSays(t *testing.T) {
	made, _, err := site.Make(demonstration(t), benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	c := made.Catalogue
	for _, id := range []string{"pl", "ur"} {
		ed := c.Edition(id)
		for _, e := range c.Entries {
			for _, g := range e.Detail.Facts(e, c) {
				said(t, ed, g.Title)
				for _, fact := range g.Facts {
					said(t, ed, fact.Label)
				}
			}
			for _, later := range offer.LaterOf(e, c.Today, &c.Review) {
				if e.Closed == nil {
					said(t, ed, later.Warning)
				}
			}
			said(t, ed, offer.FreshnessOf(e, c.Today, &c.Review).Next)
			said(t, ed, e.AgeRange().Words())
			for _, s := range e.Sessions() {
				s.Note = ""
				said(t, ed, s.Day())
				said(t, ed, s.Hours()+" "+s.Season())
			}
			for _, p := range e.Prices() {
				p.Note = ""
				said(t, ed, p.Words())
			}
		}
		for _, phrase := range c.Phrases() {
			said(t, ed, phrase)
		}
	}
}

func said(t *testing.T, ed *offer.Edition, text string) {
	t.Helper()
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if _, known := ed.Put(text); !known {
		t.Errorf("%s has no words for “%s”", ed.File, text)
	}
}

func TestWhatIsNotToldInALanguageIsMarked(t *testing.T) {
	files := asItIs(t)
	page := files["pl/activities/sunday-swim/index.html"]
	var marked []string
	for _, m := range english.FindAllStringSubmatch(page, -1) {
		marked = append(marked, m[2])
	}
	for _, want := range []string{"English", "Harbour Hall", "Mariners booking desk", "Short break grant", "Adapted Cycling"} {
		if want != "Harbour Hall" && !slices.Contains(marked, want) {
			t.Errorf("“%s” is not marked as English; marked are %q", want, marked)
		}
	}
	if strings.Contains(page, `lang="en-GB" dir="auto">Niedz`) {
		t.Error("what is Polish is marked as English")
	}
}

func TestALinkLeadsToThePageInTheReadersLanguage(t *testing.T) {
	files := asItIs(t)
	page := files["easy-read/guides/asking-for-an-ehc-assessment/index.html"]
	if !strings.Contains(page, `<a href="/activities/independent-advice-line/">`) {
		t.Error("a link to what is not told in Easy Read does not lead to the page itself")
	}
	folder := demonstration(t)
	folder["content/activities/independent-advice-line.easy-read.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Advice line\nsummary: Ring us.\ntwin: {on: 2026-11-10, how: person}\n---\nRing.\n")}
	page = rendered(t, folder, benchOptions)["easy-read/guides/asking-for-an-ehc-assessment/index.html"]
	if !strings.Contains(page, `<a href="/easy-read/activities/independent-advice-line/">`) {
		t.Error("a link to what is told in Easy Read does not lead there")
	}
}

func TestEachEditionIsSearchedByItself(t *testing.T) {
	made, _, err := site.Make(demonstration(t), benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, ask := range []struct{ edition, query, first string }{
		{"", "warm pool", "/activities/sunday-swim/"},
		{"pl", "basen", "/pl/activities/sunday-swim/"},
		{"pl", "plywanie", "/pl/activities/sunday-swim/"}, // on a keyboard without accents
		{"pl", "basenie", "/pl/activities/sunday-swim/"},  // another case of the same word
		{"ur", "تیراکی", "/ur/activities/sunday-swim/"},
		{"easy-read", "hoist", "/easy-read/activities/sunday-swim/"},
	} {
		reader, err := made.SearcherIn(ask.edition)
		if err != nil || reader == nil {
			t.Fatal(ask.edition, err)
		}
		a, err := reader.Ask(ask.query, 10)
		if err != nil || a.Total == 0 || a.Results[0].URL != ask.first {
			t.Errorf("%s in %q: found %v, %v, want %s first", ask.query, ask.edition, a.Results, err, ask.first)
			continue
		}
		for _, r := range a.Results {
			if inside := strings.HasPrefix(r.URL, "/"+ask.edition+"/"); ask.edition != "" && !inside {
				t.Errorf("%s in %s finds %s", ask.query, ask.edition, r.URL)
			}
		}
	}
	if reader, err := made.SearcherIn("fr"); reader != nil || err != nil {
		t.Errorf("there is a search in French: %v, %v", reader, err)
	}
}

// The facts of a twin are its original's on every day: what is changed there is
// changed everywhere, and only words have to be told again.
func TestAFactIsTheSameInEveryEdition(t *testing.T) {
	folder := demonstration(t)
	const name = "content/activities/sunday-swim.md"
	change(t, folder, name, `"01632 960301"`, `"01632 960999"`)
	change(t, folder, name, `amount: 4.20`, `amount: 4.90`)
	files := rendered(t, folder, benchOptions)
	for _, edition := range []string{"", "easy-read/", "pl/", "ur/"} {
		page := files[edition+"activities/sunday-swim/index.html"]
		if !strings.Contains(page, "01632 960999") || !strings.Contains(page, "£4.90") || strings.Contains(page, "01632 960301") {
			t.Errorf("%s has the facts of before", edition)
		}
		if strings.Contains(page, "has changed since") || strings.Contains(page, "may have changed") {
			t.Errorf("%s says that its words are old, and only facts are new", edition)
		}
	}
	change(t, folder, name, "The whole pool is yours", "All of the pool is yours")
	files = rendered(t, folder, benchOptions)
	if page := files["easy-read/activities/sunday-swim/index.html"]; !strings.Contains(page, "Some things may have changed.") {
		t.Error("it does not say that its words are older than the original's")
	}
	problems, err := site.Check(t.Context(), folder, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, p := range problems {
		if strings.Contains(p.What, "the words of "+name+" have changed since") {
			told++
		}
	}
	if told != 3 {
		t.Errorf("check points out %d twins that are older, want 3", told)
	}
}

func TestTheAddressOfATranslationThatIsGoneLeadsToTheOriginal(t *testing.T) {
	folder := demonstration(t)
	folder[site.AddressesName] = &fstest.MapFile{Data: append(folder[site.AddressesName].Data, "/pl/guides/sen-support-in-school/\n/easy-read/journeys/money/\n/pl/nothing-like-it/\n"...)}
	made, problems, err := site.Make(folder, benchOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"/pl/guides/sen-support-in-school/", "/easy-read/journeys/money/"} {
		if made.Plan.At(url) == nil {
			t.Errorf("nothing is at %s", url)
		}
	}
	if len(problems) != 1 || !strings.Contains(problems[0].What, "/pl/nothing-like-it/") {
		t.Errorf("got %v", problems)
	}
	for name := range folder {
		if strings.HasSuffix(name, ".ur.md") {
			delete(folder, name)
		}
	}
	folder[site.AddressesName].Data = append(folder[site.AddressesName].Data, "/ur/\n/ur/search/\n/ur/journeys/in-crisis/\n"...)
	files := rendered(t, folder, benchOptions)
	if page := files["ur/index.html"]; !strings.Contains(page, `url=/"`) {
		t.Errorf("the home page of a language that is gone: %q", page)
	}
	if page := files["ur/journeys/in-crisis/index.html"]; !strings.Contains(page, "url=/journeys/in-crisis/") {
		t.Errorf("a page of a language that is gone: %q", page)
	}
}

func TestWhatALanguageLacksIsPointedOut(t *testing.T) {
	folder := demonstration(t)
	folder["languages/pl.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(folder["languages/pl.toml"].Data), `"Search" = `, `"Seek" = `, 1))}
	builtin := demonstration(t)
	delete(builtin, "languages/pl.toml")
	o := benchOptions
	o.Builtin = builtin
	problems, err := site.Check(t.Context(), folder, o)
	if err != nil || len(problems) != 1 || problems[0].String() != `languages/pl.toml:1:1: advice: pages in Polski say this in English: “Search”
  hint: say it below [words] in that file of your site, like "Search" = "Szukaj"; localoffer new language pl writes one to fill in` {
		t.Errorf("got %v, %v", problems, err)
	}
}

func TestAMachinesTranslationSaysSo(t *testing.T) {
	folder := demonstration(t)
	const name = "content/guides/what-are-short-breaks.pl.md"
	made, _, _ := site.Make(folder, benchOptions)
	notice := made.Catalogue.Edition("pl").Say("A machine translated this page, and nobody has read it through. It may have mistakes.")
	for how, says := range map[string]bool{"machine": true, "person": false, "machine-then-person": false} {
		folder[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(folder[name].Data), "how: machine", "how: "+how, 1))}
		page := rendered(t, folder, benchOptions)["pl/guides/what-are-short-breaks/index.html"]
		if strings.Contains(page, notice) != says || strings.HasPrefix(notice, "A machine") {
			t.Errorf("how: %s: it says “%s”: %v", how, notice, !says)
		}
		folder = demonstration(t)
	}
}

func TestATelephoneNumberKeepsItsOrder(t *testing.T) {
	folder := demonstration(t)
	const name = "content/journeys/in-crisis.ur.md"
	folder[name] = &fstest.MapFile{Data: append(folder[name].Data, "\n![01632 960120](/icon.svg) 01632 960 120\n"...)}
	page := rendered(t, folder, benchOptions)["ur/journeys/in-crisis/index.html"]
	for _, want := range []string{`<bdi dir="ltr">01632 960120</bdi>`, `alt="01632 960120"`, `<bdi dir="ltr">01632 960 120</bdi>`} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func TestTheSignOfASumOfMoneyStandsBeforeIt(t *testing.T) {
	folder := demonstration(t)
	const name = "content/activities/sunday-swim.ur.md"
	folder[name] = &fstest.MapFile{Data: append(folder[name].Data, "\nفیس £1,200.50 ہے۔\n"...)}
	page := rendered(t, folder, benchOptions)["ur/activities/sunday-swim/index.html"]
	for _, want := range []string{"\u200e£4.20", `<bdi dir="ltr">£1,200.50</bdi>`} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %q", want)
		}
	}
	if strings.Contains(asItIs(t)["pl/activities/sunday-swim/index.html"], "\u200e") {
		t.Error("there is a mark where the words run from left to right")
	}
}

func TestAnEditionIsNoPoorerThanItSays(t *testing.T) {
	folder := demonstration(t)
	change(t, folder, "content/activities/sunday-swim.md", "places: {state: open, on: 2026-11-08}", "places: {state: waiting-list, wait: about 6 months, on: 2026-11-08}")
	change(t, folder, "content/activities/saturday-stay-and-play.md", "\nowner:", "\nclosed: {on: 2026-11-01, why: It was sold.}\nowner:")
	files := rendered(t, folder, benchOptions)
	swim, play := files["easy-read/activities/sunday-swim/index.html"], files["easy-read/activities/saturday-stay-and-play/index.html"]
	for _, want := range []string{"about 6 months", "Disabled children and their families."} {
		if !strings.Contains(swim, want) {
			t.Errorf("the Easy Read page does not say “%s”", want)
		}
	}
	if strings.Contains(swim, "hearing loop") {
		t.Error("the Easy Read page has all the facts")
	}
	if !strings.Contains(play, "Try these instead") || !strings.Contains(play, `href="/activities/saturday-stay-and-play/"`) {
		t.Error("what has ended leads nowhere in Easy Read")
	}
	home := files["pl/index.html"]
	if crisis, swim := strings.Index(home, "/pl/journeys/in-crisis/"), strings.Index(home, "/pl/activities/sunday-swim/"); crisis < 0 || crisis > swim {
		t.Error("help in a crisis is not the first of what is told in Polish")
	}
}

// Whoever kept the address of a page in another language is led to it as others
// are to the original.
func TestAFormerAddressIsThatOfEveryEdition(t *testing.T) {
	files := asItIs(t)
	if page := files["pl/swimming-for-disabled-children/index.html"]; !strings.Contains(page, "url=/pl/activities/sunday-swim/") {
		t.Errorf("got %q", page)
	}
	if !strings.Contains(files["_redirects"], "/pl/swimming-for-disabled-children/") {
		t.Error("hosts are not told of it")
	}
}

func TestTimesAreWrittenByTheClockOfTheLanguage(t *testing.T) {
	files := asItIs(t)
	for edition, want := range map[string]string{"pl": "15:00", "ur": "3pm", "easy-read": "3pm"} {
		if !strings.Contains(files[edition+"/activities/sunday-swim/index.html"], want) {
			t.Errorf("%s does not say %s", edition, want)
		}
	}
}

func TestALayoutThatFailsInOneEditionIsTold(t *testing.T) {
	folder := demonstration(t)
	folder["layouts/top.html"] = &fstest.MapFile{Data: []byte(`<header>{{(index .Nav 3).Text}}</header>`)}
	_, problems, err := site.Make(folder, benchOptions)
	if err != nil || len(problems) == 0 || !strings.HasPrefix(problems[0].String(), "layouts/top.html:1:") {
		t.Errorf("got %v, %v", problems, err)
	}
}
