// Package links asks other websites whether the addresses that entries give
// are still there. It is told in this order:
//
//	Gather      the addresses that listed entries lead to, each with its places
//	asker       asks each politely: one request at a time for a website
//	Ledger      remembers, from one day to another, what did not answer well
//	Problems    says what an editor can mend
//
// Somebody else's bad day is never an editor's problem. A page must be missing
// on three separate days before it counts as broken; whatever could be an
// outage, a busy server or a dislike of programs is “could not tell”, and is
// not reported at all.
//
// Nothing here reads the clock: the day and the way to wait are given.
package links

import (
	"context"
	"net"
	"time"

	"github.com/localoffer/localoffer/internal/offer"
)

// Link is an address of another website, where an editor wrote it.
type Link struct {
	URL string
	At  offer.Place
}

// Verdict is what can be said of an address today.
type Verdict string

// The verdicts. Only Broken stops a build; the last three are never reported.
const (
	Broken   Verdict = "broken"         // not there, on three separate days
	Moved    Verdict = "moved"          // it says for good that it is elsewhere
	Parked   Verdict = "parked"         // it leads to a domain for sale
	Insecure Verdict = "insecure"       // another website's certificate, on three separate days
	Unfit    Verdict = "unfit"          // not asked: it cannot be read, or has a password in it
	OK       Verdict = "ok"             // there
	Watched  Verdict = "watched"        // broken or insecure, but not yet for three days
	Untold   Verdict = "could-not-tell" // anything else
)

// Result is the verdict on one address, with every place that gives it.
type Result struct {
	URL     string
	At      []offer.Place
	Verdict Verdict
	Why     string       // in words, where it is not ok
	To      string       // where it moved, or what it was led to
	Days    []offer.Date // on which it was broken or insecure
}

// Options say how to ask. Today and After must be given; what is left at zero
// has a value that is kind to other people's servers.
type Options struct {
	Today   offer.Date
	After   func(time.Duration) <-chan time.Time // time.After
	Contact string                               // where a webmaster can read who asks: the site's own address

	Pause   time.Duration // between two requests to one website
	Timeout time.Duration // for one request
	Total   time.Duration // for all of them
	MaxWait time.Duration // the longest that a website may ask us to wait
	Hosts   int           // websites asked at once

	// AllowPrivate lets addresses inside a private network be asked.
	AllowPrivate bool
	// Dial connects, in place of the guarded dialer that refuses them.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

func (o Options) filled() Options {
	fill := func(d *time.Duration, usual time.Duration) {
		if *d <= 0 {
			*d = usual
		}
	}
	fill(&o.Pause, time.Second)
	fill(&o.Timeout, 10*time.Second)
	fill(&o.Total, 10*time.Minute)
	fill(&o.MaxWait, 20*time.Second)
	if o.Hosts <= 0 {
		o.Hosts = 8
	}
	if o.Contact == "" {
		o.Contact = "https://github.com/localoffer/localoffer"
	}
	return o
}

// Check asks every address once and gives the ledger as it is to be kept now,
// with a result for each address, in their order. What there was no time for
// keeps its line; what nobody links to any more loses it.
func Check(ctx context.Context, list []Link, before Ledger, o Options) (Ledger, []Result) {
	o = o.filled()
	ctx, cancel := context.WithTimeout(ctx, o.Total)
	defer cancel()
	targets, unfit := sorted(list)
	newAsker(o).all(ctx, queues(targets, before))

	after, results := Ledger{}, unfit
	for _, t := range targets {
		record, known := before[t.key]
		if t.got.answer != "" {
			record, known = record.with(t.got, o.Today), true
		}
		if known {
			after[t.key] = record
		}
		results = append(results, t.result(record))
	}
	inOrder(results)
	return after, results
}
