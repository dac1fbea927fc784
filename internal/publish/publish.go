// Package publish puts a finished website where readers find it: object storage
// or a folder. It sends only what changed, and at every moment somebody is
// reading. So it keeps an order:
//
//	what pages ask for     styles, scripts, pictures, the files of the search index
//	pages that are new     no page that is there leads to them yet
//	pages that changed     the front page last
//	the root of the index  which leads to both, and names the files that search asks for
//	what tells others      site map, feeds, timetable
//	build.json             by which workflows know that there is nothing left to do
//	what is no more        in the opposite order
//
// Beside the website it keeps a ledger of what it put there. What is not in the
// ledger is somebody else's: never deleted, never written over. Before it touches
// anything the ledger says what is under way, so that a publish that is cut off
// at any moment is finished by the next, which sends only what did not arrive.
package publish

import (
	"context"
	"io/fs"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// Website is a finished website: its folder, and the paths of its files.
type Website struct {
	FS    fs.FS
	Files []string
}

// Plan is what publishing would do. Nothing is done before Run.
type Plan struct {
	Send   []File   // in the order in which they go
	Delete []string // in the order in which they go, after everything was sent
	Keep   []Kept   // not part of the website any more, and still asked for

	from           fs.FS
	to             store
	began          []byte // the ledger as it was found
	during, finish ledger
}

// Kept is a file that stays for those who opened a page before it went.
type Kept struct {
	Path  string
	Until offer.Date // the first day on which it may be deleted
}

// keepDays is how long a file that is named by its bytes outlives the website
// that it was part of: as long as somebody may leave a page open, or a cache
// between here and there may hold one.
const keepDays = 7

// Bytes is how much there is to send.
func (p *Plan) Bytes() int64 {
	var n int64
	for i := range p.Send {
		n += p.Send[i].Size
	}
	return n
}

// Prepare compares a website with what is at a place. The day is from which the
// age of what is kept counts.
func Prepare(ctx context.Context, from Website, to *Place, today offer.Date) (*Plan, error) {
	files, err := survey(from, to.folder)
	if err != nil {
		return nil, err
	}
	p := &Plan{from: from.FS, to: to.store, during: ledger{}, finish: ledger{}}
	found, err := p.look(ctx, to.folder, files)
	if err != nil {
		return nil, err
	}
	if err := p.compare(ctx, files, found); err != nil {
		return nil, err
	}
	p.leave(found, today)
	slices.SortFunc(p.Send, File.before)
	return p, nil
}

// compare finds what is to be sent: all that is not there with the same bytes
// and the same said of them.
func (p *Plan) compare(ctx context.Context, files []File, found *findings) error {
	arrived := make([]bool, len(files))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i := range files {
		f := &files[i]
		mark := found.ledger[f.Path]
		switch size, there := found.sizes[f.Path]; {
		case !there || size != f.Size:
		case !mark.sending:
			arrived[i] = mark.sum == f.sum
		default: // a publish was cut off: this one may have arrived, or not
			group.Go(func() (err error) {
				arrived[i], err = p.to.holds(ctx, f)
				return explain("look at", f.Path, err)
			})
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, f := range files {
		p.finish[f.Path] = mark{sum: f.sum}
		p.during[f.Path] = mark{sum: f.sum, sending: !arrived[i]}
		if !arrived[i] {
			_, there := found.sizes[f.Path]
			f.stage = stageOf(&f, !there)
			p.Send = append(p.Send, f)
		}
		delete(found.ledger, f.Path)
	}
	return nil
}

// leave decides what becomes of what is there and not part of the website.
func (p *Plan) leave(found *findings, today offer.Date) {
	for _, path := range slices.Sorted(maps.Keys(found.ledger)) {
		m := found.ledger[path]
		if _, there := found.sizes[path]; !there {
			continue
		}
		if m.left.IsZero() {
			m.left = today
		}
		if m.sending {
			m.sum = "" // what arrived of it is not known
		}
		until := m.left.AddDays(keepDays)
		if output.NamedByBytes(path) && becomes(path) == "" && today.Before(until) {
			p.Keep = append(p.Keep, Kept{path, until})
			p.finish[path] = m
		} else {
			p.Delete = append(p.Delete, path)
		}
		p.during[path] = m
	}
	slices.SortStableFunc(p.Delete, func(a, b string) int { return int(goes(b)) - int(goes(a)) })
}

// goes is the stage of a file that is to be deleted. No more is known of it than
// its path.
func goes(path string) stage {
	return stageOf(&File{Path: path, Type: output.TypeOf(path).Name}, false)
}
