package review

import (
	"bytes"
	"slices"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// verify reads a stamped file again. Every other field and the Markdown must
// be what they were, and the review what it was meant to be.
func verify(file string, before source.Front, old, text []byte, want record) *offer.Fault {
	after, problems := source.Matter(file, text)
	if len(problems) > 0 {
		return byHand("with the new review the file could not be read: " + problems[0].What)
	}
	if !sameFields(others(before.Fields, want.field), others(after.Fields, want.field)) || !bytes.Equal(old[before.Body:], text[after.Body:]) {
		return byHand("something else would change with the review")
	}
	former, _ := before.Get(want.field)
	now, found := after.Get(want.field)
	if !found || !want.says(&now.Value, former) {
		return errLost
	}
	return nil
}

// part is the value of a part of a review, or an empty one.
func part(n *offer.Node, name string) offer.Node {
	if f, found := n.Get(name); found {
		return f.Value
	}
	return offer.Node{}
}

func text(n *offer.Node, name string) string {
	if v := part(n, name); v.Shape == offer.Scalar {
		return v.Text
	}
	return ""
}

// others are the fields with other names than some.
func others(fields []offer.Field, names ...string) []offer.Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f offer.Field) bool { return slices.Contains(names, f.Name) })
}

func sameFields(a, b []offer.Field) bool {
	return slices.EqualFunc(a, b, func(a, b offer.Field) bool { return a.Name == b.Name && same(&a.Value, &b.Value) })
}

// same compares two values, but not the places at which they stand.
func same(a, b *offer.Node) bool {
	return a.Shape == b.Shape && a.Text == b.Text && a.Quoted == b.Quoted && sameFields(a.Fields, b.Fields) &&
		slices.EqualFunc(a.Items, b.Items, func(a, b offer.Node) bool { return same(&a, &b) })
}
