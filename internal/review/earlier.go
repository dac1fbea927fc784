package review

import (
	"bytes"
	"maps"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// A check of some facts leaves the others as old as they were. So that the
// change stays one line, their days stand beside the new one, in a map.

// days are the facts of a map that can be read, each with its day.
func days(n *offer.Node) map[string]offer.Date {
	days := map[string]offer.Date{}
	for _, fact := range offer.Dated {
		if day, ok := offer.ParseDate(text(n, fact)); ok {
			days[fact] = day
		}
	}
	return days
}

// earlier changes the days of earlier checks, and takes them out where the new
// check was of everything.
func (e *editor) earlier(review, part *offer.Field, braces bool) *offer.Fault {
	if part.Value.Shape == offer.Map && maps.Equal(days(&part.Value), e.want.earlier) {
		return nil
	}
	if part.Value.Shape == offer.List || part.Value.Shape == offer.Map && !e.opens(part) {
		return byHand("the days of earlier checks are written on several lines")
	}
	start, end, fault := e.span(part, braces)
	if fault != nil {
		return fault
	}
	if e.syntax.comments && bytes.ContainsAny(e.text[start:end], "\n") && bytes.ContainsAny(e.text[start:end], "#") {
		return byHand("there are comments among the days of earlier checks")
	}
	if len(e.want.earlier) == 0 {
		return e.drop(review, part, braces, end)
	}
	return e.value(part, braces, func(string) string { return e.syntax.days(e.want.earlier) })
}

// drop takes a part of a review out: its line, where it has one to itself, or
// from the end of the part before it. Elsewhere it only leaves it empty.
func (e *editor) drop(review, part *offer.Field, braces bool, end int) *offer.Fault {
	name := e.front.Offset(part.At)
	line := source.LineStart(e.text, name)
	alone := len(bytes.TrimSpace(e.text[end:lineBreak(e.text, end)])) == 0
	if !braces && alone && (!e.syntax.indents || len(bytes.TrimSpace(e.text[line:name])) == 0) {
		e.put(line, source.LineEnd(e.text, end), "")
		return nil
	}
	if before := e.endBefore(review, part, braces); before >= 0 && string(bytes.TrimSpace(e.text[before:name])) == "," {
		e.put(before, end, "")
		return nil
	}
	return e.value(part, braces, func(string) string { return e.syntax.days(nil) })
}

// endBefore is where the part of a review ends that stands before another one
// among braces, or -1.
func (e *editor) endBefore(review, part *offer.Field, braces bool) int {
	for i := 1; braces && i < len(review.Value.Fields); i++ {
		if review.Value.Fields[i].Name == part.Name {
			if _, end, fault := e.span(&review.Value.Fields[i-1], braces); fault == nil {
				return end
			}
		}
	}
	return -1
}
