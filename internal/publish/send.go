package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// atOnce is how many files are on their way at the same time: most of the time
// of each is spent waiting for an answer.
const atOnce = 16

// ErrBusy is given where somebody else was publishing to the same place.
var ErrBusy = errors.New("somebody else is publishing there at the same time: wait until they have done, and publish again")

var errStopped = errors.New("stopped; publish again: what has arrived is not sent again")

// Done is how far a publish has come.
type Done struct {
	Files int
	Bytes int64
}

// Run does what was planned, and tells of each file that has arrived, one after
// another.
func (p *Plan) Run(ctx context.Context, tell func(Done)) error {
	if bytes.Equal(p.began, p.finish.bytes()) && len(p.Send)+len(p.Delete) == 0 {
		return nil
	}
	during := p.during.bytes()
	if err := p.writeLedger(ctx, during); err != nil {
		return err
	}
	if err := p.sendAll(ctx, tell); err != nil {
		return err
	}
	now, err := p.to.read(ctx, ledgerName)
	if err != nil {
		return explain(reading, ledgerName, err)
	}
	if !bytes.Equal(now, during) {
		return p.doubt(ctx, now)
	}
	if err := p.deleteAll(ctx); err != nil {
		return err
	}
	return p.writeLedger(ctx, p.finish.bytes())
}

// doubt marks all that either of two put there as not known to have arrived: who
// wrote which file last, nobody can tell. The other sees it at its end, or has
// ended, and the next publish looks at every file.
func (p *Plan) doubt(ctx context.Context, now []byte) error {
	other, err := parseLedger(now)
	if err != nil {
		return err
	}
	both := ledger{}
	for _, l := range []ledger{p.during, other} {
		for path, m := range l {
			both[path] = mark{sum: m.sum, sending: true}
		}
	}
	if err := p.writeLedger(ctx, both.bytes()); err != nil {
		return err
	}
	return ErrBusy
}

// sendAll sends one stage after another.
func (p *Plan) sendAll(ctx context.Context, tell func(Done)) error {
	var done Done
	var turn sync.Mutex
	return inStages(ctx, p.Send, func(f File) stage { return f.stage }, func(ctx context.Context, f File) error {
		if err := p.send(ctx, &f); err != nil {
			return err
		}
		turn.Lock()
		defer turn.Unlock()
		done.Files++
		done.Bytes += f.Size
		tell(done)
		return nil
	})
}

// send reads a file again rather than keep all of them in memory.
func (p *Plan) send(ctx context.Context, f *File) error {
	now, body, err := readFile(p.from, f.Path)
	if err != nil {
		return err
	}
	if now.sum != f.sum {
		return fmt.Errorf("%s changed while it was being published: build again, and then publish", f.Path)
	}
	return explain("send", f.Path, p.to.write(ctx, f, body))
}

func (p *Plan) deleteAll(ctx context.Context) error {
	return inStages(ctx, p.Delete, goes, func(ctx context.Context, path string) error {
		return explain("delete", path, p.to.remove(ctx, path))
	})
}

// writeLedger is the first thing to be done, and the last.
func (p *Plan) writeLedger(ctx context.Context, text []byte) error {
	f := &File{Path: ledgerName, Type: "text/plain; charset=utf-8", Cache: "no-store"}
	return explain("write", ledgerName, p.to.write(ctx, f, text))
}

// inStages does something with all items that follow each other with the same
// stage, several at once, before it goes on to the next. The first error ends it.
func inStages[T any](ctx context.Context, items []T, when func(T) stage, do func(context.Context, T) error) error {
	for len(items) > 0 {
		end := slices.IndexFunc(items, func(item T) bool { return when(item) != when(items[0]) })
		if end < 0 {
			end = len(items)
		}
		group, ctx := errgroup.WithContext(ctx)
		group.SetLimit(atOnce)
		for _, item := range items[:end] {
			group.Go(func() error {
				if ctx.Err() != nil {
					return errStopped // or another failed, whose error came first
				}
				return do(ctx, item)
			})
		}
		if err := group.Wait(); err != nil {
			return err
		}
		items = items[end:]
	}
	return nil
}
