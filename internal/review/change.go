package review

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// record changes the record that is there, or adds one.
func (e *editor) record() *offer.Fault {
	old, found := e.front.Get(e.want.field)
	switch {
	case !found:
		return e.add()
	case old.Value.Shape == offer.Map:
		return e.change(old)
	case old.Value.Shape == offer.List:
		return byHand("the review is a list")
	}
	return e.value(old, e.braced(), func(string) string { return e.inBraces() })
}

// written is a new part of the record as it is written, given the old one, or
// "" where there is nothing to say.
func (e *editor) written(name, old string) string {
	words := e.want.words[name]
	switch {
	case name == "on":
		return e.syntax.date(words, old)
	case words != "":
		return e.syntax.word(words, old)
	case name == "checked" && len(e.want.checked) > 0:
		return e.syntax.list(e.want.checked)
	case name == "earlier" && len(e.want.earlier) > 0:
		return e.syntax.days(e.want.earlier)
	}
	return ""
}

// inBraces is the whole review, between braces on one line.
func (e *editor) inBraces() string { return "{" + strings.Join(e.pairs(e.want.names), ", ") + "}" }

func (e *editor) pairs(names []string) []string {
	var pairs []string
	for _, name := range names {
		if value := e.written(name, ""); value != "" {
			pairs = append(pairs, e.syntax.pair(name, value))
		}
	}
	return pairs
}

// change changes each part of a review where it stands. What is not there yet
// comes after the rest.
func (e *editor) change(review *offer.Field) *offer.Fault {
	braces := e.opens(review)
	var missing []string
	for _, name := range e.want.names {
		part, found := review.Value.Get(name)
		if !found {
			missing = append(missing, name)
			continue
		}
		if fault := e.part(review, part, braces); fault != nil {
			return fault
		}
	}
	pairs := e.pairs(missing)
	switch {
	case len(pairs) == 0:
		return nil
	case braces:
		start, _, fault := e.span(review, true)
		if fault != nil {
			return fault
		}
		return e.addInBraces(start, &review.Value, pairs)
	}
	return e.addLines(review, pairs)
}

// part changes one part of a review, unless it says what it should already.
func (e *editor) part(review, part *offer.Field, braces bool) *offer.Fault {
	switch part.Name {
	case "checked":
		return e.checked(part, braces)
	case "earlier":
		return e.earlier(review, part, braces)
	}
	want := e.want.words[part.Name]
	if want == "" || part.Value.Shape == offer.Scalar && part.Value.Text == want {
		return nil
	}
	return e.value(part, braces, func(old string) string { return e.written(part.Name, old) })
}

// facts are the words of a list, or of a single word as a list of one.
func facts(n *offer.Node) []string {
	var words []string
	for _, item := range n.Items {
		words = append(words, item.Text)
	}
	if n.Shape == offer.Scalar && n.Text != "" {
		words = append(words, n.Text)
	}
	return words
}

// sameFacts compares two lists in which the order means nothing.
func sameFacts(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}
