package preview_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/preview"
)

// told is what an open page is told.
type told struct {
	Page                   string
	Problems, Advice, Here int
	All, Today, Alone      bool
	AsOf, Day, Now         string
}

// listen opens a page, and gives what it is told.
func (s *stage) listen(address string) <-chan told {
	s.t.Helper()
	server := httptest.NewServer(s.server)
	s.t.Cleanup(server.Close)
	response, err := http.Get(server.URL + "/_preview/events?page=" + address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = response.Body.Close() })
	all := make(chan told, 100)
	go func() {
		defer close(all)
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
				var one told
				_ = json.Unmarshal([]byte(data), &one)
				all <- one
			}
		}
	}()
	return all
}

// wait gives the first thing told that is as wanted.
func wait(t *testing.T, all <-chan told, what string, wanted func(told) bool) told {
	t.Helper()
	for {
		select {
		case one, open := <-all:
			if !open {
				t.Fatalf("nothing more is told, and was to be: %s", what)
			}
			if wanted(one) {
				return one
			}
		case <-t.Context().Done():
			t.Fatalf("it was never told: %s", what)
		case <-time.After(time.Minute):
			t.Fatalf("it is a minute that it was to be told: %s", what)
		}
	}
}

// version is that of a page as it is served.
func (s *stage) version(address string) string {
	_, desc, _ := strings.Cut(s.get(address).Header().Get("Server-Timing"), `page;desc="`)
	return strings.TrimSuffix(desc, `"`)
}

func TestAnOpenPageIsToldWhenItHasChanged(t *testing.T) {
	s := perform(t)
	before := s.version(swimPage)
	page, other := s.listen(swimPage), s.listen("/terms/ehc-plan/")
	if first := wait(t, page, "how it is", func(told) bool { return true }); first.Page != before || first.AsOf != "2026-11-21" || first.Day != "21 November 2026" || first.Today {
		t.Errorf("at first it is told %+v, and was sent as %s", first, before)
	}
	elsewhere := wait(t, other, "how it is", func(told) bool { return true }).Page
	wait(t, page, "every page was read", func(one told) bool { return one.All })

	s.replace(swim, "summary: ", "summary: Cold. ")
	changed := wait(t, page, "it has changed", func(one told) bool { return one.Page != before })
	if got := s.version(swimPage); got != changed.Page {
		t.Errorf("it is told of %s, and gets %s", changed.Page, got)
	}
	s.replace(swim, "\nages: ", "\nages: 12-5 # ")
	wait(t, page, "it has a problem", func(one told) bool { return one.Problems == 1 && one.Page != changed.Page })
	if one := wait(t, other, "there is a problem", func(one told) bool { return one.Problems == 1 }); one.Page != elsewhere || one.Here != 0 {
		t.Errorf("a page on which nothing changed is told %+v", one)
	}
	s.pick("2027-08-01")
	wait(t, other, "another day", func(one told) bool { return one.AsOf == "2027-08-01" })
}

func TestThePageThatSearchesIsToldOfEveryChange(t *testing.T) {
	s := perform(t)
	search := s.listen("/search/")
	before := wait(t, search, "how it is", func(told) bool { return true })
	s.replace(swim, "title: ", "title: Cold ")
	wait(t, search, "there is more to find", func(one told) bool { return one.Page != before.Page })
}

// The form for editors holds what nobody has saved yet.
func TestTheFormForEditorsIsLeftAlone(t *testing.T) {
	s := perform(t)
	s.write("static/admin/index.html", "<!DOCTYPE html><html lang=\"en\"><head><title>Form</title></head><body><h1>Form</h1></body></html>")
	if one := wait(t, s.listen("/admin/"), "how it is", func(told) bool { return true }); !one.Alone {
		t.Errorf("the form is told %+v", one)
	}
	if one := wait(t, s.listen(swimPage), "how it is", func(told) bool { return true }); one.Alone {
		t.Errorf("a page is told %+v", one)
	}
}

func TestAPictureThatChangesIsNews(t *testing.T) {
	s := perform(t)
	s.write("static/frog.txt", "frog")
	page := s.listen(swimPage)
	before := wait(t, page, "how it is", func(told) bool { return true })
	s.write("static/frog.txt", "toad")
	wait(t, page, "a file that it may show has changed", func(one told) bool { return one.Page != before.Page })
}

// Some problems show only when every page is printed.
func TestEveryPageIsReadBackWhenThereIsTime(t *testing.T) {
	s := perform(t)
	text := s.read(swim)
	s.write(swim, text+"\nSee [how to ask](/guides/direct-payments/#no-such-heading).\n")
	page := s.listen(swimPage)
	wait(t, page, "the heading is not there", func(one told) bool { return one.All && one.Problems == 1 && one.Here == 1 })
	s.shows("/_preview/problems", http.StatusOK, "points to #no-such-heading")
	s.write(swim, text)
	wait(t, page, "all is well", func(one told) bool { return one.All && one.Problems == 0 })
	s.shows("/_preview/problems", http.StatusOK, "Nothing keeps the website from being built")
}

func TestWhoeverAsksForAllProblemsGetsThemInTime(t *testing.T) {
	s := perform(t)
	for !strings.Contains(s.get("/_preview/problems").Body.String(), "Nothing keeps the website from being built") {
		time.Sleep(20 * time.Millisecond)
	}
}

func TestWhereNobodyTellsOfChangesPagesAreToldAllTheSame(t *testing.T) {
	s := perform(t, untold, func(c *preview.Config) { c.Every = 10 * time.Millisecond })
	page := s.listen(swimPage)
	before := wait(t, page, "how it is", func(told) bool { return true })
	s.replace(swim, "title: ", "title: Cold ")
	wait(t, page, "it has changed", func(one told) bool { return one.Page != before.Page })
}

// A folder of which nothing is told looks like one in which nothing happens.
func TestAFolderThatTellsNothingIsFoundOut(t *testing.T) {
	elsewhere := t.TempDir()
	s := perform(t, func(c *preview.Config) { c.Watched, c.Every = elsewhere, 10*time.Millisecond })
	page := s.listen(swimPage)
	before := wait(t, page, "how it is", func(told) bool { return true })
	s.replace(swim, "title: ", "title: Cold ")
	wait(t, page, "it has changed", func(one told) bool { return one.Page != before.Page })
	if what := <-s.said; !strings.Contains(what, "nothing told of the change of content/activities/sunday-swim.md") {
		t.Errorf("it says %q", what)
	}
	for _, word := range []string{"Warm", "Late", "Next"} {
		s.replace(swim, "title: ", "title: "+word+" ")
		s.shows(swimPage, http.StatusOK, "<h1>"+word)
	}
}

func TestAFolderThatCannotBeWatchedIsLookedAt(t *testing.T) {
	s := perform(t, func(c *preview.Config) { c.Watched += "/nowhere" })
	if what := <-s.said; !strings.Contains(what, "Changes are looked for at each page") {
		t.Errorf("it says %q", what)
	}
	s.shows(swimPage, http.StatusOK)
	s.replace(swim, "title: ", "title: Cold ")
	s.shows(swimPage, http.StatusOK, "Cold")
}

func TestADayThatBeginsIsNews(t *testing.T) {
	now := make(chan time.Time, 1)
	now <- time.Date(2026, 11, 21, 23, 59, 0, 0, time.UTC)
	s := perform(t, func(c *preview.Config) {
		c.Options.Known, c.Every = false, 10*time.Millisecond
		c.Now = func() time.Time { at := <-now; now <- at; return at }
	})
	page := s.listen("/")
	if first := wait(t, page, "how it is", func(told) bool { return true }); !first.Today || first.AsOf != "2026-11-21" {
		t.Errorf("at first it is told %+v", first)
	}
	<-now
	now <- time.Date(2026, 11, 22, 0, 1, 0, 0, time.UTC)
	wait(t, page, "it is the next day", func(one told) bool { return one.AsOf == "2026-11-22" && one.Today })
	s.shows("/build.json", http.StatusOK, `"asOf": "2026-11-22"`)
}

func TestNothingIsLeftWhenAPreviewEnds(t *testing.T) {
	files := func() int {
		open, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip("this system does not tell which files are open")
		}
		return len(open)
	}
	var goroutines, opened int
	for i := range 6 {
		t.Run("", func(t *testing.T) {
			s := perform(t)
			page := s.listen("/")
			wait(t, page, "how it is", func(told) bool { return true })
			s.replace(swim, "title: ", "title: Cold ")
			s.shows(swimPage, http.StatusOK, "Cold")
		})
		http.DefaultClient.CloseIdleConnections()
		if i == 0 { // what is begun once for all, such as the network, has begun
			goroutines, opened = runtime.NumGoroutine(), files()
		}
	}
	for runtime.NumGoroutine() > goroutines || files() > opened { // the network closes in its own time
		time.Sleep(10 * time.Millisecond)
	}
}
