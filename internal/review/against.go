package review

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// A date is easily moved. What nobody can see in a file, a comparison with the
// same file as it was shows: which reviews have another day now, and whether
// anything else was mended with them.

// Moved is a review that has another day than it had.
type Moved struct {
	File     string
	Was, Now offer.Review
	Alone    bool // nothing else has changed in the file, nor in the review
}

// Against compares the reviews of a site with those of the same site as it was.
// A file that cannot be read, or was not there, has none to compare.
func Against(before, after fs.FS) ([]Moved, error) {
	names, err := named(after)
	if err != nil {
		return nil, err
	}
	var moves []Moved
	for _, name := range names {
		file := source.Root + "/" + name + ".md"
		old, err := fs.ReadFile(before, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		now, afterErr := fs.ReadFile(after, file)
		if err := cmp.Or(err, afterErr); err != nil {
			return nil, fmt.Errorf("compare %s: %w", file, err)
		}
		if m, is := compared(file, old, now); is {
			moves = append(moves, m)
		}
	}
	return moves, nil
}

// compared reports that the review of a file moved.
func compared(file string, old, now []byte) (Moved, bool) {
	was, problems := source.Matter(file, old)
	is, more := source.Matter(file, now)
	m := Moved{File: file, Was: former(was), Now: former(is)}
	if len(problems)+len(more) > 0 || m.Was.On.IsZero() || m.Now.On.IsZero() || m.Was.On == m.Now.On {
		return m, false
	}
	a, b := part(&was.Node, field), part(&is.Node, field)
	m.Alone = sameFields(others(was.Fields, field), others(is.Fields, field)) && bytes.Equal(old[was.Body:], now[is.Body:]) &&
		sameFields(others(a.Fields, "on"), others(b.Fields, "on"))
	return m, true
}

// MovedProblems points out the reviews that moved as nobody should move them:
// without saying how, many at once with nothing else, or forgetting what was
// checked before.
func MovedProblems(moves []Moved) []offer.Problem {
	var problems offer.Problems
	for _, m := range moves {
		if m.Now.How == "" {
			problems.Advise(m.Now.At, "the day of this review was moved from "+m.Was.On.Words()+" to "+m.Now.On.Words()+", and it does not say how anything was checked", "where somebody looked, say how: phone, visit, email or website; where nobody did, put "+m.Was.On.String()+" back")
		}
		if lost := m.forgotten(); len(lost) > 0 {
			problems.Advise(m.Now.At, "this review does not say any more when "+offer.And(lost)+" was last checked", "use localoffer review, which keeps that; or add to it: earlier: "+yamlSyntax.days(m.Now.After(m.Was).Earlier))
		}
	}
	for _, group := range alone(moves) {
		if len(group) >= offer.Many {
			problems.Advise(group[0].Now.At, "the reviews of "+strconv.Itoa(len(group))+" pages were moved to "+group[0].Now.On.Words()+", and nothing else in them: "+offer.AndMore(files(group)), "where somebody checked every one of them, all is well; where nobody did, put the old days back")
		}
	}
	return problems.All()
}

// forgotten are the facts whose last check a review has lost sight of.
func (m Moved) forgotten() []string {
	var lost []string
	for _, fact := range offer.Dated {
		_, known := m.Now.After(m.Was).Earlier[fact]
		if _, kept := m.Now.Earlier[fact]; known && !kept {
			lost = append(lost, fact)
		}
	}
	return lost
}

// alone are the moves that changed nothing else, those to one day together.
func alone(moves []Moved) [][]Moved {
	list := slices.DeleteFunc(slices.Clone(moves), func(m Moved) bool { return !m.Alone })
	slices.SortStableFunc(list, func(a, b Moved) int { return a.Now.On.Compare(b.Now.On) })
	var groups [][]Moved
	for i, m := range list {
		if i == 0 || m.Now.On != list[i-1].Now.On {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], m)
	}
	return groups
}

func files(moves []Moved) []string {
	var names []string
	for _, m := range moves {
		names = append(names, m.File)
	}
	return names
}

// MovedSummary says in one line which reviews moved, so that whoever looks at a
// change sees one that does nothing else.
func MovedSummary(moves []Moved) string {
	if len(moves) == 0 {
		return "no review was moved"
	}
	var only []string
	for _, group := range alone(moves) {
		only = append(only, files(group)...)
	}
	text := offer.Counted(len(moves), "review was", "reviews were") + " moved"
	if len(only) > 0 {
		text += "; in " + offer.Counted(len(only), "file", "files") + " nothing else changed: " + offer.AndMore(only)
	}
	return text
}
