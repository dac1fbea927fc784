package links_test

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/links"
	"github.com/localoffer/localoffer/internal/offer"
)

// stage is the rest of the world: servers on this machine, each under the name
// of a website. What is not on it is reached as in earnest, past the guard.
type stage struct {
	t     *testing.T
	mu    sync.Mutex
	to    map[string]string // "club.example:80" → "127.0.0.1:40123"
	asked []string          // "HEAD club.example/page", in order
	heads []http.Header
	waits []time.Duration
	limit time.Duration // for one request
}

func newStage(t *testing.T) *stage {
	return &stage{t: t, to: map[string]string{}, limit: 5 * time.Second}
}

func (s *stage) record(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.Method+" "+r.Host+r.URL.RequestURI())
		s.heads = append(s.heads, r.Header.Clone())
		s.mu.Unlock()
		next(w, r)
	}
}

// log is what was asked for so far, and with which headers.
func (s *stage) log() ([]string, []http.Header) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.asked), slices.Clone(s.heads)
}

// plays puts a website on the stage, and takes it off when the test is over.
func (s *stage) plays(name string, h http.HandlerFunc) *httptest.Server {
	server := httptest.NewServer(s.record(h))
	s.t.Cleanup(server.Close)
	s.to[name+":80"] = server.Listener.Addr().String()
	return server
}

// playsTLS puts on a website whose certificate, for example.com, nobody knows.
func (s *stage) playsTLS(name string, h http.HandlerFunc) {
	server := httptest.NewUnstartedServer(s.record(h))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	server.StartTLS()
	s.t.Cleanup(server.Close)
	s.to[name+":443"] = server.Listener.Addr().String()
}

func (s *stage) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Control: links.PublicOnly}
	if to, found := s.to[address]; found {
		d.Control, address = nil, to
	} else if strings.Contains(address, ".example:") {
		return nil, &net.OpError{Op: "dial", Net: network, Err: &net.DNSError{Err: "no such host", Name: address, IsNotFound: true}}
	}
	return d.DialContext(ctx, network, address)
}

// after waits no time, and remembers how long it was asked to.
func (s *stage) after(d time.Duration) <-chan time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waits = append(s.waits, d)
	now := make(chan time.Time, 1)
	now <- time.Time{}
	return now
}

func (s *stage) options() links.Options {
	return links.Options{
		Today: day("2026-11-01"), After: s.after, Dial: s.dial, Contact: "https://localoffer.example",
		Pause: time.Second, Timeout: s.limit, Total: 20 * time.Second, MaxWait: 5 * time.Second, Hosts: 3,
	}
}

// check asks for addresses as of today, with nothing on record.
func (s *stage) check(urls ...string) []links.Result {
	_, results := links.Check(s.t.Context(), linksTo(urls...), nil, s.options())
	return results
}

// one asks for a single address.
func (s *stage) one(url string) links.Result {
	s.t.Helper()
	results := s.check(url)
	if len(results) != 1 {
		s.t.Fatalf("%s: got %d results", url, len(results))
	}
	return results[0]
}

func linksTo(urls ...string) []links.Link {
	var list []links.Link
	for _, url := range urls {
		list = append(list, links.Link{URL: url, At: place})
	}
	return list
}

var place = offer.Place{File: "content/activities/swim.md", Line: 9, Col: 3}

func day(s string) offer.Date {
	d, ok := offer.ParseDate(s)
	if !ok {
		panic("the test itself has a date that does not exist: " + s)
	}
	return d
}

// says answers every request with one status.
func says(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
}

func page(html string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, html) }
}

// sends leads every request on.
func sends(status int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(status)
	}
}

// hangs answers nothing until the visitor has gone.
func hangs(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
