// Package preview serves a site while it is being edited. What it serves is
// what a build would write, byte for byte, but for one line of script in each
// page. All else that the preview adds is below /_preview/.
//
// It keeps no pages and tracks no dependencies. It makes the whole site again
// after each change, from the site before and from the files that changed, and
// renders the page that is asked for. A cache of what one file alone decides
// cannot be wrong about another.
//
// A save is never served stale. Where the operating system tells of changes, a
// request waits until all that happened before it has been told (marks.go), and
// what has been told is read anew (mirror.go). Where it tells nothing, or only
// some, each request looks at all files (looks.go). Which of the two it is shows
// in use: looks are compared with what was told. Where a folder tells nothing,
// without a word that it does not, the pages of the first seconds after the first
// edit may be old; that is found out, the open page reloads, and from then on
// each request looks.
package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
)

// Config says what is served, and how.
type Config struct {
	Folder  fs.FS        // of the site
	Options site.Options // as a build would be given them
	Now     func() time.Time

	Watched string        // the same folder on the disk; "" to look at all files at each request
	Marks   string        // an empty folder on the disk, for nothing else, where one is watched
	Every   time.Duration // how often to make sure that everything was told; 0 is every two seconds
	Private bool          // only this computer may ask
	Say     func(string)  // tells whoever started it what they should know
}

// Server answers requests for the pages of a site.
type Server struct {
	Config
	mirror *mirror
	looks  *looks
	marks  *marks
	watch  *watcher
	bell   *bell
	pulse  *pulse

	untold atomic.Bool // not all changes are told: each request looks for itself
	asked  atomic.Bool // something was asked for since the last pulse

	mu       sync.Mutex // held while a site is made
	snapshot *snapshot
	picked   offer.Date // the day to show, where one was picked
	checked  checked
}

// New makes a server for a site's folder. Close ends all that it begins.
func New(c Config) *Server {
	s := &Server{Config: c, mirror: newMirror(c.Folder), bell: newBell(), snapshot: &snapshot{}}
	if c.Options.Known {
		s.picked = c.Options.AsOf
	}
	s.pulse = newPulse(s)
	s.untold.Store(c.Watched == "")
	if c.Watched != "" {
		s.listen()
	}
	s.looks = newLooks(s.mirror, c.Now)
	s.pulse.start()
	return s
}

// listen begins to be told of changes.
func (s *Server) listen() {
	var err error
	if s.marks, err = newMarks(s.Marks); err == nil {
		s.watch, err = watch(s.Watched, s.mirror, s.marks, s.pulse.stir, s.distrust)
	}
	if err != nil {
		s.distrust(err)
	}
}

// distrust stops relying on being told. Pages are as right as before.
func (s *Server) distrust(why error) {
	if !s.untold.Swap(true) {
		s.Say(fmt.Sprintf("Changes are looked for at each page, which takes longer where there are thousands of files: %v", why))
	}
}

// Close ends the watching, and all that goes on by itself.
func (s *Server) Close() error {
	s.pulse.stop()
	s.bell.close()
	var err error
	if s.watch != nil {
		err = s.watch.close()
	}
	if s.marks != nil {
		err = errors.Join(err, s.marks.close())
	}
	return err
}

// Problems gives what is wrong in the content now, as far as it can be told
// without printing every page.
func (s *Server) Problems() []offer.Problem {
	e := s.current()
	return e.whole()
}

// current is the site as the folder has it now: every save that came before the
// call is in it.
func (s *Server) current() *snapshot {
	if s.untold.Load() || !s.marks.settle() {
		s.looks.tell()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if o := s.day(); !s.snapshot.current(s.mirror.Version("."), o) {
		s.snapshot = newSnapshot(s.mirror, o, s.snapshot)
	}
	return s.snapshot
}

// day is how the site is to be made: for the day that was picked, or for today.
func (s *Server) day() site.Options {
	o := s.Options
	o.AsOf, o.Known = s.picked, true
	if s.picked.IsZero() {
		o.AsOf, o.Known = offer.DateOf(s.Now()), false
	}
	return o
}

// ServeHTTP answers with the page as a build would write it, or with what is
// wrong in its file.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.asked.Store(true)
	head := w.Header()
	for _, h := range output.Headers { // a browser heeds strict transport only where it came safely
		head.Set(h.Name, h.Value)
	}
	head.Set("Cache-Control", "no-store")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch refused := s.refuse(r); {
	case refused != "":
		http.Error(w, refused, http.StatusForbidden)
	case r.URL.Path == tools+"as-of":
		s.pick(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "A preview is only to be looked at.", http.StatusMethodNotAllowed)
	case r.URL.Path == tools+"events":
		s.events(w, r)
	default:
		s.show(w, r)
	}
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	e := s.current()
	a := s.answer(e, r.URL.Path)
	if a.to != "" {
		http.Redirect(w, r, a.to, a.status)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	if a.policy != "" {
		w.Header().Set("Content-Security-Policy", a.policy)
	}
	if a.html() {
		w.Header().Set("Server-Timing", `page;desc="`+a.version(e, r.URL.Path)+`"`)
	}
	w.WriteHeader(a.status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(a.served()) // a browser that went away is no error of ours
	}
}
