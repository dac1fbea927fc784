// Package review keeps an offer from going stale: it says which entries are
// due to be checked, and by whom, and records that somebody has checked one.
//
// To record is to change the review in a file and nothing else. An editor's
// comments, spacing, order of fields, quotation marks and line ends are theirs,
// and a change of one line is one that a colleague can read. So nothing is
// written out anew: the tree of fields says where each value stands, span.go
// finds where it ends, and only those bytes are replaced. Then the result is
// read again (verify.go), and where anything else in it has changed, or the
// review does not say what it should, there is a problem and no result.
//
// Nothing here reads the clock or writes to the disk.
package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// field is the name of the review in the front matter.
const field = "reviewed"

// Stamp records a review in the text of a file and gives the new text. Without
// a role, that of the former review stays. What that one knew of other facts is
// kept, with the day on which each was last checked. There are either problems
// or bytes.
func Stamp(file string, text []byte, r offer.Review) ([]byte, []offer.Problem) {
	return stamp(file, text, field, func(front source.Front) (record, *offer.Fault) {
		if fault := Allowed(r); fault != nil {
			return record{}, fault
		}
		r = r.After(former(front))
		return reviewRecord(r), inOrder(r)
	})
}

// StampTwin records in the text of a twin's file that somebody has read it
// beside its original, on which day, and what that said. Without a role, or a
// way in which it was made, the former stays.
func StampTwin(file string, text []byte, t offer.Twin) ([]byte, []offer.Problem) {
	return stamp(file, text, "twin", func(source.Front) (record, *offer.Fault) {
		return twinRecord(t), allowedTwin(t)
	})
}

// stamp puts a record into a field of a file.
func stamp(file string, text []byte, field string, want func(source.Front) (record, *offer.Fault)) ([]byte, []offer.Problem) {
	front, problems := source.Matter(file, text)
	if len(problems) > 0 {
		return nil, problems
	}
	at := front.At
	if old, found := front.Get(field); found {
		at = old.At
	}
	r, fault := want(front)
	var out []byte
	if fault == nil {
		out, fault = stamped(file, text, front, r)
	}
	if fault != nil {
		var problems offer.Problems
		problems.Add(at, fault.What, fault.Hint)
		return nil, problems.All()
	}
	return out, nil
}

func stamped(file string, text []byte, front source.Front, want record) ([]byte, *offer.Fault) {
	syntax, known := syntaxes[front.Mark]
	if !known {
		return nil, errLost // some odd blank stands above it
	}
	e := &editor{text: text, front: front, syntax: syntax, want: want}
	if fault := e.record(); fault != nil {
		return nil, fault
	}
	out := e.apply()
	if fault := verify(file, front, text, out, want); fault != nil {
		return nil, fault
	}
	return out, nil
}

// Allowed is what is wrong with a review that somebody wants to record, or nil.
func Allowed(r offer.Review) *offer.Fault {
	if r.On.IsZero() {
		return &offer.Fault{What: "the review has no date", Hint: "give the day of the check, like 2026-10-03"}
	}
	if !slices.Contains(offer.Hows, r.How) {
		return &offer.Fault{What: "“" + r.How + "” is not a way of checking", Hint: offer.DidYouMean(r.How, offer.Hows)}
	}
	for _, fact := range r.Checked {
		if !slices.Contains(offer.Checks, fact) {
			return &offer.Fault{What: "“" + fact + "” is not a fact to check", Hint: offer.DidYouMean(fact, offer.Checks)}
		}
	}
	return allowedRole(r.By)
}

func allowedRole(by string) *offer.Fault {
	if !utf8.ValidString(by) || strings.ContainsFunc(by, unprintable) || strings.TrimSpace(by) != by {
		return &offer.Fault{What: "the role cannot be written on one line", Hint: "give it in plain words, like Family information team"}
	}
	return nil
}

func allowedTwin(t offer.Twin) *offer.Fault {
	if t.How != "" && !slices.Contains(offer.Tellings, t.How) {
		return &offer.Fault{What: "“" + t.How + "” is not a way in which a page is written in other words", Hint: offer.DidYouMean(t.How, offer.Tellings)}
	}
	return allowedRole(t.By)
}

// inOrder refuses a check of some facts on a day before the last check of the
// others: they would have been checked earlier and later at once.
func inOrder(r offer.Review) *offer.Fault {
	for _, fact := range offer.Dated {
		if day := r.Earlier[fact]; day.After(r.On) {
			return &offer.Fault{What: "the review would be of " + r.On.String() + ", and " + fact + " was checked later than that, on " + day.String(), Hint: "record checks in the order of their days"}
		}
	}
	return nil
}

// Former is the review that stands in the text of a file, as far as it can be
// read.
func Former(file string, src []byte) offer.Review {
	front, _ := source.Matter(file, src)
	return former(front)
}

func former(front source.Front) offer.Review {
	old, found := front.Get(field)
	if !found {
		return offer.Review{}
	}
	on, _ := offer.ParseDate(text(&old.Value, "on"))
	checked, earlier := part(&old.Value, "checked"), part(&old.Value, "earlier")
	return offer.Review{On: on, By: text(&old.Value, "by"), How: text(&old.Value, "how"), Checked: facts(&checked), Earlier: days(&earlier), At: old.At}
}

// unprintable is true of what would end a line, or never show in it.
func unprintable(r rune) bool { return !unicode.IsPrint(r) }
