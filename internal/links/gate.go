package links

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

// gate lets one request at a time through to a website, with a pause between
// two. It holds for redirects that end there as much as for its own addresses.
type gate struct {
	turn   chan struct{} // holds one token while somebody is inside
	used   bool
	silent int    // requests in a row to which there was no answer
	shut   string // why nothing more is asked of it today
}

// patience is how often in a row a website may not answer at all before its
// other addresses are left for another day.
const patience = 2

// shutError says why a website is not asked any more.
type shutError string

func (e shutError) Error() string { return string(e) }

type gates struct {
	mu   sync.Mutex
	byID map[string]*gate
}

func (g *gates) of(u *url.URL) *gate {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.byID[host(u)] == nil {
		g.byID[host(u)] = &gate{turn: make(chan struct{}, 1)}
	}
	return g.byID[host(u)]
}

// request waits for the website's turn and asks once, or twice where the
// website names a short time to come back after.
func (a *asker) request(ctx context.Context, method string, u *url.URL) (reply, error) {
	g := a.gates.of(u)
	select {
	case g.turn <- struct{}{}:
	case <-ctx.Done():
		return reply{}, ctx.Err()
	}
	defer func() { <-g.turn }()
	if g.shut != "" {
		return reply{}, shutError(g.shut)
	}
	if g.used {
		a.wait(ctx, a.Pause)
	}
	g.used = true
	r, err := a.once(ctx, method, u)
	if wait, busy := r.busy(); busy && wait <= a.MaxWait {
		a.wait(ctx, wait)
		r, err = a.once(ctx, method, u)
	}
	g.note(r, err)
	return r, err
}

// note shuts the gate where the website is too busy, or does not answer.
func (g *gate) note(r reply, err error) {
	if _, busy := r.busy(); busy {
		g.shut = "the website asks us to come back another time"
	}
	var dial *net.OpError
	switch {
	case timedOut(err) || errors.As(err, &dial) && dial.Op == "dial":
		g.silent++
	default:
		g.silent = 0
	}
	if g.silent >= patience {
		g.shut = why(err)
	}
}

func (a *asker) wait(ctx context.Context, d time.Duration) {
	select {
	case <-a.After(d):
	case <-ctx.Done():
	}
}

// forever is longer than anybody waits.
const forever = 365 * 24 * time.Hour

// busy reports that a website asks us to slow down, and for how long. A date
// is counted from the website's own clock, so that ours does not matter.
func (r reply) busy() (time.Duration, bool) {
	after := r.header.Get("Retry-After")
	if r.status != http.StatusTooManyRequests && (r.status != http.StatusServiceUnavailable || after == "") {
		return 0, false
	}
	if seconds, err := strconv.Atoi(after); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, int(forever/time.Second))) * time.Second, true
	}
	until, err1 := http.ParseTime(after)
	now, err2 := http.ParseTime(r.header.Get("Date"))
	if err1 != nil || err2 != nil {
		return forever, true
	}
	return max(0, until.Sub(now)), true
}
