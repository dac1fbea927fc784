package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// bell rings whenever open pages may have become others.
type bell struct {
	mu     sync.Mutex
	rung   chan struct{} // closed by the next ring
	ears   int
	closed chan struct{}
}

func newBell() *bell { return &bell{rung: make(chan struct{}), closed: make(chan struct{})} }

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.rung)
	b.rung = make(chan struct{})
}

// next is closed when the bell rings after this.
func (b *bell) next() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.rung
}

// lend counts somebody who listens, or who has stopped.
func (b *bell) lend(ears int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ears += ears
}

// heard reports that anybody listens.
func (b *bell) heard() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.ears > 0
}

func (b *bell) close() { close(b.closed) }

// state is what an open page is told.
type state struct {
	Page     string `json:"page"` // its version
	Problems int    `json:"problems"`
	Advice   int    `json:"advice"`
	Here     int    `json:"here"` // of both, in its own file
	All      bool   `json:"all"`  // every page was read back, so there are no more of them
	AsOf     string `json:"asOf"`
	Day      string `json:"day"` // the same in words
	Today    bool   `json:"today"`
	Now      string `json:"now"`   // the address of the page as it is now, on a last good page
	Alone    bool   `json:"alone"` // the form for editors is left alone: it holds what nobody has saved
}

func (s *Server) state(address string) state {
	e := s.current()
	a := s.answer(e, address)
	problems, all := s.problems(e)
	now := state{
		Page: a.version(e, address), All: all,
		AsOf: e.options.AsOf.String(), Day: e.options.AsOf.Words(), Today: !e.options.Known, Alone: a.policy != "",
	}
	now.Problems = site.Blocking(problems, false)
	now.Advice = len(problems) - now.Problems
	for _, p := range problems {
		if p.File == a.from {
			now.Here++
		}
	}
	if page, found := strings.CutPrefix(address, lastGood); found {
		now.Now = page
	}
	return now
}

// keptAlive is how often something is sent to a page, so that one that went away
// is noticed.
const keptAlive = 20 * time.Second

// events tells an open page how things stand, at once and after each change.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	address, err := url.PathUnescape(r.FormValue("page"))
	if err != nil {
		http.Error(w, "That is not the address of a page.", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	s.bell.lend(1)
	defer s.bell.lend(-1)
	s.pulse.join()
	alive := time.NewTicker(keptAlive)
	defer alive.Stop()
	out := http.NewResponseController(w)
	for told := (state{}); ; {
		rung := s.bell.next()
		if now := s.state(address); now != told {
			told = now
			text, _ := json.Marshal(now) // words and numbers always have a JSON form
			fmt.Fprintf(w, "data: %s\n\n", text)
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-rung:
		case <-alive.C:
			fmt.Fprint(w, ": still here\n\n")
		case <-s.bell.closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}

// pick sets the day that the site is shown for, or goes back to today.
func (s *Server) pick(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		http.Error(w, "The day is set with the form on each page.", http.StatusMethodNotAllowed)
		return
	}
	const enough = 4 << 10
	r.Body = http.MaxBytesReader(w, r.Body, enough)
	var day offer.Date
	if r.PostFormValue("to") != "today" {
		var ok bool
		if day, ok = offer.ParseDate(r.PostFormValue("on")); !ok {
			http.Error(w, "That is not a day. Go back, and choose one like 2026-10-03.", http.StatusBadRequest)
			return
		}
	}
	s.mu.Lock()
	s.picked = day
	s.mu.Unlock()
	s.bell.ring()
	http.Redirect(w, r, backTo(r.PostFormValue("back")), http.StatusSeeOther)
}

// backTo is the page to return to: one of this site, whatever was sent.
func backTo(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return address
}
