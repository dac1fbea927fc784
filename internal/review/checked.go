package review

import (
	"bytes"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// checked changes the list of what was checked, in the shape in which it is
// written.
func (e *editor) checked(part *offer.Field, braces bool) *offer.Fault {
	if sameFacts(facts(&part.Value), e.want.checked) {
		return nil
	}
	if part.Value.Shape == offer.List && e.syntax.indents && !braces && !e.opens(part) {
		return e.dashes(part)
	}
	start, end, fault := e.span(part, braces)
	if fault != nil {
		return fault
	}
	if e.syntax.comments && bytes.Contains(e.text[start:end], []byte("\n")) && bytes.Contains(e.text[start:end], []byte("#")) {
		return byHand("there are comments inside the list of what was checked")
	}
	with := e.bracketed(string(e.text[start:end]))
	if start == end {
		with = " " + with
	}
	e.put(start, end, with)
	return nil
}

// bracketed is the list in brackets, spaced like the old one: the same before
// the first item, between any two, and after the last.
func (e *editor) bracketed(old string) string {
	inside, found := strings.CutPrefix(strings.TrimSuffix(old, "]"), "[")
	if len(e.want.checked) == 0 || !found || strings.TrimSpace(inside) == "" {
		return e.syntax.list(e.want.checked)
	}
	first := inside[:len(inside)-len(strings.TrimLeft(inside, " \t\r\n"))]
	last := inside[len(strings.TrimRight(inside, ", \t\r\n")):]
	inside = inside[len(first) : len(inside)-len(last)]
	gap := " "
	if _, rest, several := strings.Cut(inside, ","); several {
		gap = rest[:len(rest)-len(strings.TrimLeft(rest, " \t\r\n"))]
	} else if strings.Contains(first, "\n") {
		gap = first
	}
	words := make([]string, len(e.want.checked))
	for i, fact := range e.want.checked {
		words[i] = e.syntax.word(fact, inside)
	}
	return "[" + first + strings.Join(words, ","+gap) + last + "]"
}

// dashes changes a list with one item on each line: what was checked again
// keeps its line, comments and all; the rest go, and the new come after.
func (e *editor) dashes(part *offer.Field) *offer.Fault {
	below, dash := 0, ""
	for _, item := range part.Value.Items {
		at := e.front.Offset(item.At)
		if at < below {
			return errLost
		}
		line := source.LineStart(e.text, at)
		dash, below = string(e.text[line:at]), source.LineEnd(e.text, at)
		if strings.TrimSpace(dash) != "-" {
			return errLost
		}
		if !slices.Contains(e.want.checked, item.Text) {
			e.put(line, below, "")
		}
	}
	var more strings.Builder
	for _, fact := range e.want.checked {
		if !slices.Contains(facts(&part.Value), fact) {
			more.WriteString(dash + fact + e.newline(below))
		}
	}
	e.put(below, below, more.String())
	return nil
}
