package preview

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// pulse is what a preview does without being asked: it lets open pages know of
// changes, reads all pages back when there is time, and makes sure that it is
// told of everything.
type pulse struct {
	server  *Server
	stirred chan struct{}
	joined  chan struct{}
	wanted  atomic.Bool // somebody asked for all problems
	quit    context.CancelFunc
	done    sync.WaitGroup

	day     offer.Date         // when it was looked at last
	reading *snapshot          // that is being read back, or was
	end     context.CancelFunc // ends that
}

const (
	// still is how long nothing may happen before open pages are told: to save
	// one file, editors do several things to it. Until is how long they wait
	// where it never stops.
	still = 10 * time.Millisecond
	until = 200 * time.Millisecond
	// rest is how long nothing may happen before all pages are read back.
	rest = 500 * time.Millisecond
	// often is how often a preview makes sure that it was told of everything.
	often = 2 * time.Second
)

func newPulse(s *Server) *pulse {
	return &pulse{server: s, stirred: make(chan struct{}, 1), joined: make(chan struct{}, 1), end: func() {}}
}

func (p *pulse) start() {
	ctx, quit := context.WithCancel(context.Background())
	p.quit, p.day = quit, offer.DateOf(p.server.Now())
	p.done.Go(func() { p.beat(ctx) })
}

func (p *pulse) stop() {
	p.quit()
	p.done.Wait()
}

// stir says that something has changed.
func (p *pulse) stir() { send(p.stirred) }

// join says that somebody new looks.
func (p *pulse) join() { send(p.joined) }

// want says that somebody asked for all problems, and may not listen.
func (p *pulse) want() {
	p.wanted.Store(true)
	p.join()
}

func send(to chan struct{}) {
	select {
	case to <- struct{}{}:
	default: // it is known already
	}
}

func (p *pulse) beat(ctx context.Context) {
	every := time.NewTicker(cmp.Or(p.server.Every, often))
	defer every.Stop()
	quiet, latest, rested := newAlarm(), newAlarm(), newAlarm()
	for {
		select {
		case <-ctx.Done():
			return
		case <-p.stirred:
			p.end()
			p.reading = nil
			quiet.set(still)
			latest.setOnce(until)
			continue
		case <-p.joined:
			rested.setOnce(rest)
			continue
		case <-rested.C:
			rested.clear()
			p.readBack(ctx)
			continue
		case <-every.C:
			if !p.look() {
				continue
			}
		case <-quiet.C:
		case <-latest.C:
		}
		quiet.clear()
		latest.clear()
		p.server.bell.ring()
		rested.set(rest)
	}
}

// alarm is a timer that may be set, or not.
type alarm struct {
	*time.Timer
	on bool
}

func newAlarm() *alarm {
	a := &alarm{Timer: time.NewTimer(rest)}
	a.clear()
	return a
}

func (a *alarm) set(after time.Duration) { a.on = true; a.Reset(after) }

// setOnce leaves one that is set as it is.
func (a *alarm) setOnce(after time.Duration) {
	if !a.on {
		a.set(after)
	}
}

func (a *alarm) clear() { a.on = false; a.Stop() }

// look makes sure that everything was told, while somebody is interested. It is
// true where there is news.
func (p *pulse) look() bool {
	s := p.server
	today := offer.DateOf(s.Now())
	news := today != p.day
	p.day = today
	if s.asked.Swap(false) || s.bell.heard() {
		before := s.mirror.Version(".")
		if s.untold.Load() {
			s.looks.tell()
		} else if missed := s.looks.missed(s.marks.settle); missed != "" {
			s.distrust(fmt.Errorf("nothing told of the change of %s", missed))
		}
		news = news || s.mirror.Version(".") != before
	}
	return news
}

// readBack begins to look for the problems that show only when every page is
// printed. That takes a while where there are many, so it is done only for
// somebody who looks, on one core, and ends when anything changes.
func (p *pulse) readBack(ctx context.Context) {
	e := p.server.current()
	if e == p.reading || e.site == nil || !p.server.bell.heard() && !p.wanted.Load() {
		return
	}
	p.wanted.Store(false)
	p.end()
	p.reading = e
	ctx, p.end = context.WithCancel(ctx)
	p.done.Go(func() { p.server.readBack(ctx, e) })
}

// checked is an snapshot with all its problems.
type checked struct {
	snapshot *snapshot
	problems []offer.Problem
}

func (s *Server) readBack(ctx context.Context, e *snapshot) {
	o := e.options
	o.Before, o.Cores = e.site, 1
	problems, err := site.Check(ctx, s.mirror, o)
	if ctx.Err() != nil || s.mirror.Version(".") != e.version {
		return // there is another snapshot to come
	}
	if err != nil {
		problems = append(problems, offer.Problem{What: err.Error()})
	}
	s.mu.Lock()
	s.checked = checked{e, problems}
	s.mu.Unlock()
	s.bell.ring()
}

// problems are those of an snapshot that are known. They are all where every
// page was read back.
func (s *Server) problems(e *snapshot) (known []offer.Problem, all bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.checked.snapshot == e:
		return s.checked.problems, true
	case e.site == nil:
		return e.whole(), true
	}
	return e.problems, false
}
