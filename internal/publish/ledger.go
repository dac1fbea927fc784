package publish

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// ledgerName is where the ledger stands, beside the website. Who can read it
// learns the paths of files, all of which are public.
const ledgerName = ".localoffer-published"

// The ledger is a line for each file, in the order of paths, after a first line
// which says that it is one:
//
//	there	SUM	PATH         it arrived
//	sending	SUM	PATH         whether it arrived is not known: it was being sent
//	2026-10-03	SUM	PATH     it left the website on that day, and is kept for a while
//
// It has no other date, so that the same website always leaves the same ledger.
type ledger map[string]mark

// mark is what is known of one file at a place.
type mark struct {
	sum     string
	sending bool
	left    offer.Date
}

const (
	ledgerTitle  = "What localoffer publish put here. Do not change. Version "
	ledgerNumber = "1"
	isThere      = "there"
	isSending    = "sending"
)

func (l ledger) bytes() []byte {
	var out bytes.Buffer
	out.WriteString(ledgerTitle + ledgerNumber + "\n")
	for _, path := range slices.Sorted(maps.Keys(l)) {
		m, state := l[path], isThere
		switch {
		case !m.left.IsZero():
			state = m.left.String()
		case m.sending:
			state = isSending
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\n", state, m.sum, path)
	}
	return out.Bytes()
}

var (
	errNotALedger = errors.New(ledgerName + " is not as localoffer wrote it: empty the place, or publish to another")
	errNewer      = errors.New("it was published by a newer localoffer: use that one")
)

// parseLedger reads what bytes writes.
func parseLedger(text []byte) (ledger, error) {
	first, rest, whole := strings.Cut(string(text), "\n")
	number, titled := strings.CutPrefix(first, ledgerTitle)
	switch {
	case !titled || !whole:
		return nil, errNotALedger
	case number != ledgerNumber:
		return nil, errNewer
	}
	l := ledger{}
	for line := range strings.Lines(rest) {
		state, other, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		sum, path, found := strings.Cut(other, "\t")
		m := mark{sum: sum, sending: state == isSending}
		date, dated := offer.ParseDate(state)
		if dated {
			m.left = date
		}
		if !found || path == "" || !dated && !m.sending && state != isThere {
			return nil, errNotALedger
		}
		l[path] = m
	}
	return l, nil
}
