package preview_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/preview"
)

const (
	swim     = "content/activities/sunday-swim.md"
	swimPage = "/activities/sunday-swim/"
)

func TestAProblemIsShownAtTheEntrysOwnAddressWithThePageAsItWas(t *testing.T) {
	s := perform(t)
	s.shows(swimPage, http.StatusOK)
	whole := s.read(swim)
	s.write(swim, strings.Replace(whole, "\nages: ", "\nages: 12-5 # ", 1))
	s.shows(swimPage, http.StatusInternalServerError, swim, "Line ", "ages: 12-5 #", "ages 12-5 run backwards", "write the younger age first",
		`href="/_preview/last-good`+swimPage+`"`, script+"</body>")
	s.shows("/_preview/problems", http.StatusOK, "1 problem keeps", swim, "ages 12-5 run backwards", `href="`+swimPage+`"`)
	s.shows("/_preview/last-good"+swimPage, http.StatusOK, "Sunday", script+"</body>")
	s.shows("/", http.StatusOK)

	s.write(swim, strings.Replace(whole, "\nages: ", "\nages: 13-5 # ", 1)) // still wrong, so the good page is older
	s.shows("/_preview/last-good"+swimPage, http.StatusOK, "Sunday")
	s.write(swim, whole)
	s.shows(swimPage, http.StatusOK)
	if w := s.get("/_preview/last-good" + swimPage); w.Code != http.StatusSeeOther || w.Header().Get("Location") != swimPage {
		t.Errorf("when it is mended, the page as it was leads to %q", w.Header().Get("Location"))
	}
	s.shows("/_preview/last-good/nowhere/", http.StatusNotFound, "There is nothing here")
}

func TestAPageThatNeverWasGoodLeadsToNoEarlierOne(t *testing.T) {
	s := perform(t)
	s.shows("/", http.StatusOK)
	s.write("content/terms/frog.md", "---\ntitle: Frog\n---\n")
	w := s.get("/terms/frog/")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "last-good") {
		t.Errorf("got %d\n%s", w.Code, w.Body)
	}
}

func TestATwinWhoseOriginalWasRenamedIsShownAtItsOwnAddress(t *testing.T) {
	s := perform(t)
	s.shows("/pl"+swimPage, http.StatusOK)
	text := s.read(swim)
	s.remove(swim)
	s.write("content/activities/swim-on-sundays.md", text)
	s.shows("/pl"+swimPage, http.StatusInternalServerError, "content/activities/sunday-swim.pl.md", "there is no "+swim+" that this tells in other words", `href="/_preview/last-good/pl`+swimPage+`"`)
	s.shows(swimPage, http.StatusNotFound)
	s.write("content/terms/frog.xx.md", "---\ntitle: Frog\n---\n")
	s.shows("/xx/terms/frog/", http.StatusInternalServerError, "there is no such language here")
}

func TestALayoutWithAProblemIsShownWhereItIsUsed(t *testing.T) {
	s := perform(t)
	s.shows(swimPage, http.StatusOK)
	s.replace("layouts/activity.html", ".Entry.Title", ".Entry.Titel")
	s.shows(swimPage, http.StatusInternalServerError, "layouts/activity.html", "there is no Titel here", "/_preview/last-good"+swimPage)
	s.shows("/_preview/last-good"+swimPage, http.StatusOK, "Sunday")
	s.shows("/", http.StatusOK)
	s.write("layouts/activity.html", "{{if")
	s.shows(swimPage, http.StatusInternalServerError, "layouts/activity.html", "the layout fails")
	s.shows("/_preview/last-good"+swimPage, http.StatusOK, "Sunday")
	s.remove("layouts/activity.html") // the built-in one is left
	s.shows(swimPage, http.StatusOK, "Sunday")
}

func TestAScriptWithAProblemIsToldAsOne(t *testing.T) {
	s := perform(t)
	s.write("static/search/core.js", "export const x = ;")
	s.shows("/search/core.js", http.StatusInternalServerError, "static/search/core.js", "this script cannot be read")
	s.write("layouts/page.html", "{{if")
	s.shows("/search/core.js", http.StatusInternalServerError, "static/search/core.js", "this script cannot be read")
	s.shows("/pages/about/", http.StatusInternalServerError, "layouts/page.html")
}

func TestSettingsThatCannotBeReadAreShownEverywhere(t *testing.T) {
	s := perform(t)
	s.shows("/", http.StatusOK)
	text := s.read("config.toml")
	s.write("config.toml", "title = \n"+text)
	s.shows("/", http.StatusInternalServerError, "config.toml", "Line 1", "title =", "/_preview/last-good/")
	s.shows("/_preview/last-good"+swimPage, http.StatusOK, "Sunday")
	s.remove("config.toml")
	s.shows(swimPage, http.StatusInternalServerError, "there is no config.toml here")
	s.write("config.toml", text)
	s.shows("/", http.StatusOK)
}

func TestAFolderThatGoesAwayIsSaidAndComesBack(t *testing.T) {
	s := perform(t)
	s.shows(swimPage, http.StatusOK)
	s.rename("content", "elsewhere")
	s.shows(swimPage, http.StatusInternalServerError)
	s.rename("elsewhere", "content")
	s.shows(swimPage, http.StatusOK)
	s.replace(swim, "title: ", "title: Cold ")
	s.shows(swimPage, http.StatusOK, "Cold Sunday")
}

// Many editors write another file and put it in place of the first. No request
// waits for anything but the save itself.
func TestASaveIsServedAtOnceHoweverItIsMade(t *testing.T) {
	for name, save := range map[string]func(s *stage, text string){
		"into the file":     func(s *stage, text string) { s.write(swim, text) },
		"through another":   func(s *stage, text string) { s.write(swim+"~", text); s.rename(swim+"~", swim) },
		"with a copy kept":  func(s *stage, text string) { s.rename(swim, swim+"~"); s.write(swim, text); s.remove(swim + "~") },
		"after deleting it": func(s *stage, text string) { s.remove(swim); s.write(swim, text) },
	} {
		t.Run(name, func(t *testing.T) {
			s := perform(t)
			whole := s.read(swim)
			for i := range 60 {
				save(s, strings.Replace(whole, "title: ", fmt.Sprintf("title: %03d ", i), 1))
				s.shows(swimPage, http.StatusOK, fmt.Sprintf("<h1>%03d ", i))
			}
		})
	}
}

func TestAFolderMadeAndDeletedQuicklyLeavesNothingBehind(t *testing.T) {
	s := perform(t)
	term := s.read("content/terms/ehc-plan.md")
	s.remove("content/terms")
	for i := range 30 {
		s.write("content/terms/frog.md", strings.Replace(term, "title: ", fmt.Sprintf("title: %03d ", i), 1))
		s.shows("/terms/frog/", http.StatusOK, fmt.Sprintf("<h1>%03d ", i))
		s.remove("content/terms")
		s.shows("/terms/frog/", http.StatusNotFound)
		for range i % 4 { // comes and goes, and nobody asks
			s.write("content/terms/frog.md", term)
			s.remove("content/terms")
		}
	}
	s.write("content/terms/deep/frog.md", term)
	s.shows("/_preview/problems", http.StatusOK, "folders inside content/terms are not read")
}

func TestAnotherBranchWithHundredsOfFilesIsServedWhole(t *testing.T) {
	s := perform(t)
	s.shows("/", http.StatusOK)
	term := s.read("content/terms/bsl.md")
	for i := range 700 {
		s.write(fmt.Sprintf("content/terms/frog-%d.md", i), strings.Replace(term, "title: ", fmt.Sprintf("title: Frog %d ", i), 1))
	}
	s.rename("content/comments", "comments-of-another-branch")
	s.shows("/terms/frog-699/", http.StatusOK, "Frog 699")
	made, problems := s.built()
	for _, address := range []string{"/terms/", "/comments/", "/site-map/", "/build.json", "/sitemap.xml", swimPage} {
		s.same(made, problems, address)
	}
}

func TestSearchFindsWhatWasJustWritten(t *testing.T) {
	s := perform(t)
	s.replace(swim, "title: ", "title: Frogs and ")
	made, _ := s.built()
	if _, err := made.Plan.Expand(); err != nil {
		t.Fatal(err)
	}
	files := 0
	for i := range made.Plan.Files {
		if address := made.Plan.Files[i].URL(); strings.HasPrefix(address, "/search/") {
			s.same(made, nil, address)
			files++
		}
	}
	if files < 10 {
		t.Errorf("search has only %d files", files)
	}
	s.shows("/search/index/nothing.bin", http.StatusNotFound)
}

func TestTheSiteIsShownForTheDayThatIsPicked(t *testing.T) {
	s := perform(t)
	s.shows("/build.json", http.StatusOK, `"asOf": "2026-11-21"`)
	if w := s.pick("2027-02-03"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/browse/" {
		t.Errorf("got %d to %q", w.Code, w.Header().Get("Location"))
	}
	s.shows("/build.json", http.StatusOK, `"asOf": "2027-02-03"`)
	if w := s.pick("the third"); w.Code != http.StatusBadRequest {
		t.Errorf("what is no day is answered with %d", w.Code)
	}
	s.shows("/build.json", http.StatusOK, `"asOf": "2027-02-03"`)
	s.pick("today")
	s.shows("/build.json", http.StatusOK, `"asOf": "`+s.server.Now().Format("2006-01-02")+`"`)
}

func TestOnAnyDayEveryPageIsWhatABuildForItWrites(t *testing.T) {
	s := perform(t)
	days := []string{"2026-11-21", "2027-02-03", "2026-06-01", "2027-08-01", "2026-11-21"}
	if testing.Short() {
		days = days[:2]
	}
	for _, day := range days {
		s.asOf.AsOf, _ = offer.ParseDate(day)
		s.pick(day)
		made, problems := s.built()
		for i := range made.Plan.Files {
			s.same(made, problems, made.Plan.Files[i].URL())
		}
	}
}

func TestOnePicksADayAndIsLedNowhereElse(t *testing.T) {
	s := perform(t)
	for _, back := range []string{"https://evil.example/", "//evil.example/", `/\evil.example/`, "evil", "", "javascript:alert(1)"} {
		r := httptest.NewRequest(http.MethodPost, "/_preview/as-of", strings.NewReader("to=today&back="+back))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		s.server.ServeHTTP(w, r)
		if w.Header().Get("Location") != "/" {
			t.Errorf("%q leads to %q", back, w.Header().Get("Location"))
		}
	}
}

func TestASiteBelowAPathIsServedThere(t *testing.T) {
	s := perform(t)
	s.replace("config.toml", `base-url = "https://localoffer.example.org/"`, `base-url = "https://example.org/offer/"`)
	s.shows("/offer"+swimPage, http.StatusOK, `href="/offer/style.css`)
	s.replace(swim, "\nages: ", "\nages: 12-5 # ")
	s.shows("/offer"+swimPage, http.StatusInternalServerError, "/_preview/last-good"+swimPage)
	s.shows("/_preview/problems", http.StatusOK, `href="/offer`+swimPage+`"`)
}

func TestAPreviewOnThisComputerIsForThisComputer(t *testing.T) {
	s := perform(t, func(c *preview.Config) { c.Private = true })
	for host, want := range map[string]int{
		"127.0.0.1:1313": 200, "localhost:1313": 200, "localhost": 200, "[::1]:1313": 200, "127.0.0.1": 200, "LOCALHOST.:1313": 200, "offer.localhost": 200,
		"evil.example": 403, "evil.example:1313": 403, "127.0.0.1.evil.example": 403, "192.168.1.7:1313": 403, "": 403, "0.0.0.0:1313": 403,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.server.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: got %d, want %d", host, w.Code, want)
		}
	}
	open := perform(t)
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Host = "192.168.1.7:1313"
	w := httptest.NewRecorder()
	if open.server.ServeHTTP(w, r); w.Code != http.StatusOK {
		t.Errorf("what was asked to be open refuses a phone: %d", w.Code)
	}
}

func TestAnotherWebsiteChangesNothing(t *testing.T) {
	s := perform(t)
	tests := []struct {
		name, header, value string
		want                int
	}{
		{"a form of our own", "Sec-Fetch-Site", "same-origin", 303},
		{"a form elsewhere", "Sec-Fetch-Site", "cross-site", 403},
		{"a neighbour", "Sec-Fetch-Site", "same-site", 403},
		{"an old browser, our own", "Origin", "http://example.com", 303},
		{"an old browser, elsewhere", "Origin", "http://evil.example", 403},
		{"an old browser, nowhere", "Origin", "null", 403},
		{"no browser", "X-Nothing", "", 303},
	}
	for _, test := range tests {
		r := httptest.NewRequest(http.MethodPost, "http://example.com/_preview/as-of", strings.NewReader("on=2026-12-01&back=/"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set(test.header, test.value)
		w := httptest.NewRecorder()
		if s.server.ServeHTTP(w, r); w.Code != test.want {
			t.Errorf("%s: got %d, want %d", test.name, w.Code, test.want)
		}
	}
}

func TestAPreviewIsOnlyLookedAt(t *testing.T) {
	s := perform(t)
	for _, test := range []struct {
		method, address string
		want            int
	}{{"POST", "/", 405}, {"DELETE", swimPage, 405}, {"GET", "/_preview/as-of", 405}, {"HEAD", swimPage, 200}, {"GET", "/_preview/nothing", 404}, {"GET", "/_preview/", 404}, {"GET", "/_preview/tools.html", 404}} {
		w := httptest.NewRecorder()
		s.server.ServeHTTP(w, httptest.NewRequest(test.method, test.address, nil))
		if w.Code != test.want || test.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("%s %s: got %d, want %d", test.method, test.address, w.Code, test.want)
		}
	}
}

func TestEveryPageKeepsToTheStrictPolicy(t *testing.T) {
	s := perform(t)
	s.replace(swim, "\nages: ", "\nages: 12-5 # ")
	for _, address := range []string{"/", swimPage, "/_preview/problems", "/_preview/last-good/", "/_preview/preview.js", "/_preview/preview.css"} {
		w := s.get(address)
		if got := w.Header().Get("Content-Security-Policy"); got != output.Policy {
			t.Errorf("%s: %q", address, got)
		}
		for _, forbidden := range []string{"<style", " style=", " onclick=", "http://", "https://fonts"} {
			if strings.HasPrefix(address, "/_preview/") && strings.Contains(w.Body.String(), forbidden) {
				t.Errorf("%s has %s in it", address, forbidden)
			}
		}
	}
}

func TestAFileThatMayNotBeReadIsSaidAndReadAgain(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	s := perform(t)
	s.shows(swimPage, http.StatusOK)
	_ = os.Chmod(s.path(swim), 0)
	s.shows(swimPage, http.StatusInternalServerError, "the file cannot be read")
	_ = os.Chmod(s.path(swim), 0o644)
	s.shows(swimPage, http.StatusOK)
}
