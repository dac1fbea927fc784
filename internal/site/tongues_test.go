package site_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func TestALanguageInTheHeaderLeadsToThePageInIt(t *testing.T) {
	files := asItIs(t)
	for _, test := range []struct {
		page      string
		to, notTo []string
	}{
		{"activities/sunday-swim/index.html", []string{"/pl/activities/sunday-swim/", "/ur/activities/sunday-swim/", "/easy-read/activities/sunday-swim/"}, []string{"/pl/"}},
		{"pl/activities/sunday-swim/index.html", []string{"/activities/sunday-swim/", "/ur/activities/sunday-swim/"}, []string{"/", "/ur/"}},
		{"pl/activities/independent-advice-line/index.html", []string{"/activities/independent-advice-line/", "/easy-read/"}, []string{"/"}},
		{"activities/boccia-club/index.html", []string{"/pl/", "/ur/", "/easy-read/"}, nil},
		{"pl/search/index.html", []string{"/", "/ur/"}, nil},
		{"easy-read/activities/sunday-swim/index.html", []string{"/", "/pl/activities/sunday-swim/"}, nil}, // “The whole site”
	} {
		header, _, _ := strings.Cut(files[test.page], "</header>")
		_, header, found := strings.Cut(header, `<header class="top">`)
		if !found {
			t.Fatalf("%s has no header", test.page)
		}
		for _, url := range test.to {
			if !regexp.MustCompile(`<a href="` + url + `" lang="([^"]*)" hreflang="[^"]*" dir="auto">`).MatchString(header) {
				t.Errorf("the header of %s does not lead to %s", test.page, url)
			}
		}
		for _, url := range test.notTo {
			if strings.Contains(header, `<a href="`+url+`" lang`) {
				t.Errorf("the header of %s leads to %s, and there is a page nearer to it", test.page, url)
			}
		}
	}
}

var links = regexp.MustCompile(`<a href="(/[^"#]*/(?:#[^"]*)?)"([^>]*)>`)

// Whoever reads no English is told before following a link to it.
func TestALinkIntoAnotherLanguageSaysSo(t *testing.T) {
	folder := demonstration(t)
	const name = "content/journeys/in-crisis.pl.md"
	folder[name] = &fstest.MapFile{Data: append(folder[name].Data, "\n[A](/terms/) [B](/search/) [C](/) [D](/activities/sunday-swim/) [E](/guides/complaints/#heading) [F](/ur/)\n"...)}
	folder["content/guides/complaints.md"].Data = append(folder["content/guides/complaints.md"].Data, "\n## Heading\n"...)
	files := rendered(t, folder, benchOptions)
	found := 0
	for file, page := range files {
		edition, _, _ := strings.Cut(file, "/")
		if edition != "pl" && edition != "ur" || strings.Contains(page, `http-equiv="refresh"`) {
			continue
		}
		for _, m := range links.FindAllStringSubmatch(page, -1) {
			found++
			if here, says := strings.HasPrefix(m[1], "/"+edition+"/"), strings.Contains(m[2], `hreflang="`); here == says && m[1] != "/ur/" {
				t.Errorf("%s: the link to %s says that it leads into another language: %v", file, m[1], says)
			}
		}
	}
	if found < 300 {
		t.Errorf("only %d links were found", found)
	}
	page := files["pl/journeys/in-crisis/index.html"]
	for _, want := range []string{`href="/terms/" hreflang="en-GB">A`, `href="/pl/search/">B`, `href="/pl/">C`, `href="/pl/activities/sunday-swim/">D`, `href="/guides/complaints/#heading" hreflang="en-GB">E`, `href="/ur/">F`} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s", want)
		}
	}
	if strings.Contains(files["easy-read/index.html"], `<a href="/terms/" hreflang`) {
		t.Error("Easy Read says that English is another language")
	}
}

// An area may have an “and” in its name, and is one area all the same.
func TestAListOfAreasIsToldAreaByArea(t *testing.T) {
	folder := demonstration(t)
	change(t, folder, "content/activities/independent-advice-line.md", "areas: all", "areas: [chatham, walderslade, strood]")
	page := func() string {
		return rendered(t, folder, benchOptions)["pl/activities/independent-advice-line/index.html"]
	}
	if want := "<li>Chatham, Walderslade i Lordswood i Strood</li>"; !strings.Contains(page(), want) {
		t.Errorf("there is no %s", want)
	}
	change(t, folder, "config.toml", `label = "Walderslade and Lordswood"`, `label = "Lordswood and around"`)
	if want := `<li lang="en-GB" dir="auto">Chatham, Lordswood and around and Strood</li>`; !strings.Contains(page(), want) {
		t.Errorf("there is no %s", want)
	}
}

func TestAPhraseAtAGlanceBeginsWithACapital(t *testing.T) {
	page := asItIs(t)["activities/adapted-cycling/index.html"]
	if !strings.Contains(page, "<li>First and third Saturday of the month</li>") {
		t.Error("the days begin with a small letter")
	}
}
