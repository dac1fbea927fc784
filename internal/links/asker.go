package links

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"sync"
)

const (
	mostRedirects = 5
	mostRead      = 64 << 10 // bytes of a page, which is more than its title needs
)

// asker asks websites. It is used for one check and then thrown away.
type asker struct {
	Options
	agent string
	rt    http.RoundTripper
	gates gates
}

func newAsker(o Options) *asker {
	return &asker{
		Options: o, agent: "localoffer-links/1 (checks that links still work; +" + o.Contact + ")",
		rt: transport(o), gates: gates{byID: map[string]*gate{}},
	}
}

// all asks every address, each row one after another and some rows at once. It
// comes back when nothing is being asked any more.
func (a *asker) all(ctx context.Context, rows [][]*target) {
	next := make(chan []*target, len(rows))
	for _, row := range rows {
		next <- row
	}
	close(next)
	var group sync.WaitGroup
	for range min(a.Hosts, len(rows)) {
		group.Go(func() {
			for row := range next {
				for _, t := range row {
					t.got = a.ask(ctx, t.url)
				}
			}
		})
	}
	group.Wait()
}

// ask follows one address to its end. An outcome with no answer is that of a
// check whose time was up.
func (a *asker) ask(ctx context.Context, from *url.URL) outcome {
	if ctx.Err() != nil {
		return outcome{}
	}
	way := walk{from: from, at: from, settled: from, seen: map[string]bool{from.String(): true}}
	for {
		r, err := a.knock(ctx, way.at)
		if ctx.Err() != nil {
			return outcome{}
		}
		if err != nil {
			return failed(err)
		}
		if !r.leads() {
			return a.arrived(ctx, way, r)
		}
		if why := way.follow(r); why != "" {
			return outcome{answer: answerUntold, why: why}
		}
	}
}

// knock asks with HEAD, which costs a website least, and with GET where HEAD
// gave anything odd: many servers know no HEAD, and some say 404 to it.
func (a *asker) knock(ctx context.Context, u *url.URL) (reply, error) {
	r, err := a.request(ctx, http.MethodHead, u)
	if _, busy := r.busy(); busy || r.fine() || r.leads() || err != nil && !odd(err) {
		return r, err
	}
	return a.request(ctx, http.MethodGet, u)
}

// arrived judges the page at the end of the way. One on another website is
// fetched, to see whether the domain was sold.
func (a *asker) arrived(ctx context.Context, way walk, r reply) outcome {
	switch {
	case r.status == http.StatusNotFound:
		return outcome{answer: answerNotFound, why: "it said that the page was not found (404)"}
	case r.status == http.StatusGone:
		return outcome{answer: answerGone, why: "it said that the page is gone (410)"}
	case !r.fine():
		return outcome{answer: answerUntold, why: statusWords(r.status)}
	}
	if host(way.at) != host(way.from) {
		if r.method == http.MethodHead {
			if full, err := a.request(ctx, http.MethodGet, way.at); err == nil {
				r = full
			}
		}
		if parked(r.body, way.from, way.at) {
			return outcome{answer: answerParked, why: "it leads to a domain that is for sale", to: way.at.Hostname()}
		}
	}
	if way.moved() {
		return outcome{answer: answerMoved, why: "it says that it has moved for good", to: way.settled.String()}
	}
	return outcome{answer: answerOK}
}

// once makes one request, within the time for one. It sends no cookie, no
// referrer and nothing of who looks after the site but its address.
func (a *asker) once(ctx context.Context, method string, u *url.URL) (reply, error) {
	ctx, cancel := context.WithTimeout(ctx, a.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), nil)
	if err != nil {
		return reply{}, err
	}
	req.Header.Set("User-Agent", a.agent)
	req.Header.Set("Accept", "text/html,*/*;q=0.8")
	req.Header.Set("Accept-Language", "en-GB,en;q=0.9")
	resp, err := a.rt.RoundTrip(req)
	if err != nil {
		return reply{}, err
	}
	defer func() { _ = resp.Body.Close() }() // nothing is lost by it
	r := reply{method: method, status: resp.StatusCode, header: resp.Header}
	if method == http.MethodGet && r.fine() {
		// A page that breaks off was there all the same.
		r.body, _ = io.ReadAll(io.LimitReader(resp.Body, mostRead))
	}
	return r, nil
}
