package links_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/links"
)

func TestAWebsiteIsAskedOneThingAtATime(t *testing.T) {
	s := newStage(t)
	var inside, most atomic.Int32
	counts := func(w http.ResponseWriter, r *http.Request) {
		if n := inside.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(5 * time.Millisecond)
		inside.Add(-1)
	}
	s.plays("hub.example", counts)
	s.to["www.hub.example:80"] = s.to["hub.example:80"]
	urls := []string{"http://hub.example/own", "http://www.hub.example/own2"}
	for i := range 6 {
		name := fmt.Sprintf("club%d.example", i)
		s.plays(name, sends(302, fmt.Sprintf("http://hub.example/%d", i)))
		urls = append(urls, "http://"+name+"/")
	}
	for _, r := range s.check(urls...) {
		if r.Verdict != links.OK {
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Why)
		}
	}
	if most.Load() != 1 {
		t.Errorf("%d requests were at one website at once", most.Load())
	}
	hub := 0
	asked, _ := s.log()
	for _, line := range asked {
		if strings.Contains(line, "hub.example") {
			hub++
		}
	}
	if len(s.waits) != hub-1 {
		t.Errorf("%d pauses between %d requests", len(s.waits), hub)
	}
}

func TestAWebsiteIsToldWhoAsksAndNothingElse(t *testing.T) {
	s := newStage(t)
	s.plays("club.example", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "you"})
		if r.URL.Path != "/b" {
			http.Redirect(w, r, "/b", http.StatusFound)
		}
	})
	s.one("http://club.example/a")
	_, heads := s.log()
	for _, h := range heads {
		agent := h.Get("User-Agent")
		if !strings.Contains(agent, "localoffer") || !strings.Contains(agent, "+https://localoffer.example") {
			t.Errorf("the user agent is %q", agent)
		}
		if h.Get("Cookie")+h.Get("Referer")+h.Get("Authorization") != "" {
			t.Errorf("too much was sent: %v", h)
		}
	}
}

func TestAWebsiteThatAsksForPatienceGetsIt(t *testing.T) {
	busyOnce := func(header func(http.Header)) http.HandlerFunc {
		var asked atomic.Int32
		return func(w http.ResponseWriter, r *http.Request) {
			if asked.Add(1) == 1 {
				header(w.Header())
				w.WriteHeader(http.StatusTooManyRequests)
			}
		}
	}
	after := func(s string) func(http.Header) { return func(h http.Header) { h.Set("Retry-After", s) } }
	from := time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC)
	until := func(d time.Duration) func(http.Header) {
		return func(h http.Header) {
			h.Set("Date", from.Format(http.TimeFormat))
			h.Set("Retry-After", from.Add(d).Format(http.TimeFormat))
		}
	}
	tests := []struct {
		name   string
		header func(http.Header)
		want   links.Verdict
		waited time.Duration
	}{
		{"a short time", after("3"), links.OK, 3 * time.Second},
		{"no time", after("0"), links.OK, 0},
		{"a date soon", until(4 * time.Second), links.OK, 4 * time.Second},
		{"a date that has passed", until(-time.Hour), links.OK, 0},
		{"too long", after("3600"), links.Untold, -1},
		{"far too long", after("99999999999999"), links.Untold, -1},
		{"a date too far", until(time.Hour), links.Untold, -1},
		{"nothing that can be read", after("soon"), links.Untold, -1},
		{"no word of when", func(http.Header) {}, links.Untold, -1},
	}
	for _, test := range tests {
		s := newStage(t)
		s.plays("club.example", busyOnce(test.header))
		results := s.check("http://club.example/a", "http://club.example/b")
		if results[0].Verdict != test.want || results[1].Verdict != test.want {
			t.Errorf("%s: got %v", test.name, results)
		}
		if test.waited >= 0 && (len(s.waits) != 2 || s.waits[0] != test.waited) {
			t.Errorf("%s: waited %v", test.name, s.waits)
		}
		if asked, _ := s.log(); test.waited < 0 && len(asked) != 1 {
			t.Errorf("%s: asked on: %v", test.name, asked)
		}
	}
}

func TestAWebsiteThatStaysBusyOrSilentIsLeftAlone(t *testing.T) {
	s := newStage(t)
	s.limit = 400 * time.Millisecond
	s.plays("busy.example", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	s.plays("hangs.example", hangs)
	var urls []string
	for i := range 5 {
		urls = append(urls, fmt.Sprintf("http://busy.example/%d", i), fmt.Sprintf("http://hangs.example/%d", i))
	}
	for _, r := range s.check(urls...) {
		if r.Verdict != links.Untold {
			t.Errorf("%s: got %s", r.URL, r.Verdict)
		}
	}
	if asked, _ := s.log(); len(asked) != 4 {
		t.Errorf("asked %d times, not twice each: %v", len(asked), asked)
	}
}
