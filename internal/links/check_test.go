package links_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/links"
)

func TestEachAnswerHasItsVerdict(t *testing.T) {
	s := newStage(t)
	byPath := map[string]http.HandlerFunc{
		"/fine": says(200), "/empty": says(204), "/missing": says(404), "/gone": says(410), "/closed": says(403),
		"/password": says(401), "/down": says(500), "/resting": says(503), "/odd": says(302), "/teapot": says(418),
		"/nohead": func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		},
		"/liar": func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusNotFound)
			}
		},
		"/drops": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"/loop":  sends(301, "/loop2"), "/loop2": sends(301, "/loop"),
		"/mail": sends(302, "mailto:a@club.example"), "/nonsense": sends(302, "http://[::bad/"),
		"/temporary": sends(302, "/fine"), "/secret": sends(302, "http://me:pw@club.example/fine"),
		"/old": sends(301, "/fine"), "/slash": sends(301, "/slash/"), "/slash/": says(200), "/x": sends(308, "/"), "/": says(200),
		"/mixed": sends(301, "/temporary"), "/lost": sends(301, "/missing"),
	}
	s.plays("club.example", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" {
			w.WriteHeader(http.StatusTeapot)
		} else if h, found := byPath[r.URL.Path]; found {
			h(w, r)
		}
	})
	s.plays("endless.example", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
	})
	tests := []struct {
		url     string
		verdict links.Verdict
		why, to string
	}{
		{"http://club.example/fine", links.OK, "", ""},
		{"http://club.example/empty", links.OK, "", ""},
		{"http://club.example/fine?a=1#part", links.OK, "", ""},
		{"http://club.example/missing", links.Watched, "not found (404)", ""},
		{"http://club.example/gone", links.Watched, "gone (410)", ""},
		{"http://club.example/closed", links.Untold, "(403)", ""},
		{"http://club.example/password", links.Untold, "(401)", ""},
		{"http://club.example/down", links.Untold, "trouble of its own (500)", ""},
		{"http://club.example/resting", links.Untold, "trouble of its own (503)", ""},
		{"http://club.example/odd", links.Untold, "tells nothing (302)", ""},
		{"http://club.example/teapot", links.Untold, "tells nothing (418)", ""},
		{"http://club.example/nohead", links.OK, "", ""},
		{"http://club.example/liar", links.OK, "", ""},
		{"http://club.example/drops", links.Untold, "no connection", ""},
		{"http://club.example/loop", links.Untold, "round in a circle", ""},
		{"http://endless.example/", links.Untold, "on and on", ""},
		{"http://club.example/mail", links.Untold, "cannot be read", ""},
		{"http://club.example/nonsense", links.Untold, "cannot be read", ""},
		{"http://club.example/temporary", links.OK, "", ""},
		{"http://club.example/secret", links.OK, "", ""},
		{"http://club.example/old", links.Moved, "for good", "http://club.example/fine"},
		{"http://club.example/slash", links.OK, "", ""},
		{"http://club.example/x", links.Moved, "for good", "http://club.example/"},
		{"http://club.example/mixed", links.Moved, "for good", "http://club.example/temporary"},
		{"http://club.example/lost", links.Watched, "not found (404)", ""},
		{"http://nowhere.example/", links.Untold, "could not be looked up", ""},
		{"http://me:pw@club.example/fine", links.Unfit, "a name or a password", ""},
		{"ftp://club.example/", links.Unfit, "not the address of a website", ""},
		{"http://[club", links.Unfit, "not the address of a website", ""},
	}
	for _, test := range tests {
		got := s.one(test.url)
		if got.Verdict != test.verdict || !strings.Contains(got.Why, test.why) || got.To != test.to || (test.why == "") != (got.Why == "") {
			t.Errorf("%s: got %s, %q, to %q; want %s, %q, to %q", test.url, got.Verdict, got.Why, got.To, test.verdict, test.why, test.to)
		}
		if strings.Contains(got.URL+got.Why+got.To, "pw") {
			t.Errorf("%s: the result tells the password", test.url)
		}
	}
}

func TestAMoveIsToAnotherPageOrAnotherWebsite(t *testing.T) {
	s := newStage(t)
	s.plays("new.example", says(200))
	s.plays("old.example", sends(301, "http://new.example/club?id=1#top"))
	s.plays("club.example", sends(301, "http://www.club.example/"))
	s.plays("www.club.example", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			http.Redirect(w, r, "/home", http.StatusMovedPermanently)
		}
	})
	if got := s.one("http://old.example/club"); got.Verdict != links.Moved || got.To != "http://new.example/club?id=1" {
		t.Errorf("to another website: got %+v", got)
	}
	if got := s.one("http://club.example"); got.Verdict != links.OK {
		t.Errorf("a front page that sends visitors on to its own is no move: got %+v", got)
	}
}

func TestADomainForSaleIsToldFromAHallForSale(t *testing.T) {
	s := newStage(t)
	for i, test := range []struct {
		html string
		want links.Verdict
	}{
		{"<title>old0.example is for sale</title>", links.Parked},
		{"<title>Welcome</title><p>The <b>domain</b> old.example may be for&nbsp;sale.</p>", links.Parked},
		{"<p>Buy this\n domain</p>", links.Parked},
		{"<TITLE lang=en>Parked Domain</TITLE>", links.Parked},
		{"<title>Our hall is for sale</title>The minibus is for sale too. Our domain is sport.", links.OK},
		{"<title>Tickets for sale - new4.example</title>", links.OK},
		{"<title>Old club</title>", links.OK},
	} {
		from, to := fmt.Sprintf("old%d.example", i), fmt.Sprintf("new%d.example", i)
		s.plays(to, page(test.html))
		s.plays(from, sends(302, "http://"+to+"/"))
		got := s.one("http://" + from + "/club")
		if got.Verdict != test.want || got.Verdict == links.Parked && got.To != to {
			t.Errorf("%s: got %s to %q, want %s", test.html, got.Verdict, got.To, test.want)
		}
	}
	s.plays("seller.example", page("<p>How to buy this domain</p>"))
	if got := s.one("http://seller.example/"); got.Verdict != links.OK {
		t.Errorf("a website that was not led away from is not parked: got %s", got.Verdict)
	}
}

func TestWhatTakesTooLongOrIsTooLargeEnds(t *testing.T) {
	s := newStage(t)
	s.limit = 400 * time.Millisecond
	stop := make(chan struct{})
	t.Cleanup(func() { close(stop) })
	s.plays("hangs.example", hangs)
	s.plays("mute.example", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			hangs(w, r)
		}
	})
	s.plays("trickles.example", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte("."))
			_ = http.NewResponseController(w).Flush()
			select {
			case <-stop:
			case <-r.Context().Done():
			case <-time.After(10 * time.Millisecond):
			}
		}
	})
	s.plays("huge.example", func(w http.ResponseWriter, r *http.Request) {
		for chunk := make([]byte, 64<<10); r.Method == http.MethodGet; {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
	for name, to := range map[string]string{"a.example": "trickles.example", "b.example": "huge.example", "c.example": "hangs.example"} {
		s.plays(name, sends(302, "http://"+to+"/"))
	}
	want := map[string]links.Verdict{
		"http://a.example": links.OK, "http://b.example": links.OK, "http://c.example": links.Untold, "http://mute.example": links.OK,
	}
	for _, got := range s.check(slices.Collect(maps.Keys(want))...) {
		if got.Verdict != want[got.URL] {
			t.Errorf("%s: got %s (%s), want %s", got.URL, got.Verdict, got.Why, want[got.URL])
		}
	}
}

func TestACertificateThatCannotBeTrusted(t *testing.T) {
	s := newStage(t)
	s.playsTLS("example.com", says(200))
	s.playsTLS("club.example", says(200))
	s.to["plain.example:443"] = s.plays("plain.example", says(200)).Listener.Addr().String()
	for url, want := range map[string]links.Verdict{
		"https://example.com/":   links.Untold, // signed by nobody we know
		"https://plain.example/": links.Untold, // no TLS at all
		"https://club.example/":  links.Watched,
	} {
		if got := s.one(url); got.Verdict != want || got.Why == "" {
			t.Errorf("%s: got %s (%s), want %s", url, got.Verdict, got.Why, want)
		}
	}
	if asked, _ := s.log(); len(asked) != 0 {
		t.Errorf("asked over a connection that cannot be trusted: %v", asked)
	}
}

func TestWhatThereIsNoTimeForKeepsItsLine(t *testing.T) {
	s := newStage(t)
	s.plays("club.example", hangs)
	o := s.options()
	o.Timeout, o.Total = time.Minute, 50*time.Millisecond
	before := links.Ledger{"http://club.example/a": {Answer: "404", Days: days("2026-10-03", "2026-10-10"), Asked: day("2026-10-10")}}
	after, results := links.Check(t.Context(), linksTo("http://club.example/a", "http://club.example/b"), before, o)
	if after.String() != before.String() || len(results) != 2 || results[0].Verdict != links.Untold || results[1].Verdict != links.Untold {
		t.Errorf("got %v\n%s", results, after)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if after, _ := links.Check(stopped, linksTo("http://club.example/a"), before, s.options()); after.String() != before.String() {
		t.Errorf("a check that was stopped changed the ledger:\n%s", after)
	}
}

func TestTheLongestUnaskedComesFirst(t *testing.T) {
	s := newStage(t)
	s.plays("club.example", says(200))
	before := links.Ledger{"http://club.example/a": {Answer: "ok", Asked: day("2026-10-10")}, "http://club.example/b": {Answer: "ok", Asked: day("2026-10-03")}}
	links.Check(t.Context(), linksTo("http://club.example/a", "http://club.example/b", "http://club.example/c", "http://club.example/c#again"), before, s.options())
	want := []string{"HEAD club.example/c", "HEAD club.example/b", "HEAD club.example/a"}
	if asked, _ := s.log(); !slices.Equal(asked, want) {
		t.Errorf("asked %q, want %q", asked, want)
	}
}
