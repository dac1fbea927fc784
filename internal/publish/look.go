package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
)

// ErrNotOurs is given for a place that holds what this program did not put there.
var ErrNotOurs = errors.New("it holds files that localoffer publish did not put there")

// findings are what is at a place before anything is done.
type findings struct {
	ledger ledger
	sizes  map[string]int64 // of all that is there, in bytes
}

// look finds out what is there. A place with anything in it and no ledger is
// refused, and so is one where a file of somebody else's has the name of one of
// ours. Other files beside ours are left alone.
func (p *Plan) look(ctx context.Context, folder bool, files []File) (*findings, error) {
	text, err := p.to.read(ctx, ledgerName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, explain(reading, ledgerName, err)
	}
	found := &findings{ledger: ledger{}}
	if err == nil {
		p.began = text
		if found.ledger, err = parseLedger(text); err != nil {
			return nil, err
		}
	}
	if found.sizes, err = p.to.list(ctx); err != nil {
		return nil, explain(reading, "what is there", err)
	}
	delete(found.sizes, ledgerName)
	if folder {
		found.takeStranded(files)
	}
	return found, found.strangers(p.began != nil, files)
}

func (f *findings) strangers(known bool, files []File) error {
	if !known { // then no more than halves of ours may be there
		for _, path := range slices.Sorted(maps.Keys(f.sizes)) {
			if _, ours := f.ledger[path]; !ours {
				return fmt.Errorf("%w, such as %s (publish to an empty place, or to one inside it)", ErrNotOurs, path)
			}
		}
	}
	for i := range files {
		path := files[i].Path
		_, there := f.sizes[path]
		if _, ours := f.ledger[path]; there && !ours {
			return fmt.Errorf("%w: %s (take it away, or publish to another place)", ErrNotOurs, path)
		}
	}
	return nil
}

// beside is the name under which a file in a folder is written before it takes
// its place.
var beside = regexp.MustCompile(`^(.+)\.[0-9a-f]{16}\.tmp$`)

// takeStranded counts as ours what a publish to a folder was killed in the midst
// of writing. It stands in the ledger from now on until it is deleted: the next
// may be killed too, and the one after it may not know the file it was to become.
func (f *findings) takeStranded(files []File) {
	ours := map[string]bool{ledgerName: true}
	for path := range f.ledger {
		ours[path] = true
	}
	for i := range files {
		ours[files[i].Path] = true
	}
	for path := range f.sizes {
		if ours[becomes(path)] {
			f.ledger[path] = mark{sending: true}
		}
	}
}

// becomes is the file that one was to be when it was written, or "" where it is
// not half of one.
func becomes(path string) string {
	if parts := beside.FindStringSubmatch(path); parts != nil {
		return parts[1]
	}
	return ""
}
