package kind

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// field finds the declaration of a field.
func (f *Fields) field(name string) *Field {
	for i := range f.fields {
		if f.fields[i].Name == name {
			return &f.fields[i]
		}
	}
	return nil
}

// required reports the fields that must be there and are not.
func (f *Fields) required() {
	for i := range f.fields {
		d := &f.fields[i]
		switch field, written := f.node.Get(d.Name); {
		case !d.Needed:
		case d.Lack != nil:
			f.missing(d.Name, d.Lack.What, d.Lack.Hint)
		case written && (d.Shape == Text || d.Shape == Long) && !f.has(d.Name):
			f.add(field.At, "the "+d.Name+" is empty", "write it like "+d.Name+": "+d.Example)
		default:
			hint := "add a line like " + d.Name + ": " + d.Example
			if len(d.Words) > 0 {
				hint += "; " + offer.DidYouMean("", d.Words)
			}
			f.missing(d.Name, "there is no "+d.Name, hint)
		}
	}
}

// inFull advises of what the form for editors would lose, where a site has one:
// it knows groups and lists of them only as they are written in full.
func (f *Fields) inFull() {
	for i := range f.fields {
		d := &f.fields[i]
		n, found := f.get(d.Name)
		brief := found && (d.Shape == Group && n.Shape == offer.Scalar || d.Shape == Groups && n.Shape != offer.List)
		if !brief || !f.settings.Form {
			continue
		}
		full := d.Example
		if d.Short != nil && d.Short.From != nil {
			full = "{team: " + n.Text + "}"
		}
		f.problems.Advise(n.At, "the form for editors would lose this "+d.Name, "write it in full, like "+d.Name+": "+full)
	}
}

// Map is a field that has fields of its own. The second result is false where
// it is not written.
func (f *Fields) Map(name string) (*Fields, bool) {
	n, found := f.get(name)
	if !found {
		return nil, false
	}
	return f.inner(n, f.field(name))
}

// Maps is a list of such fields; a single one is a list of one.
func (f *Fields) Maps(name string) []*Fields {
	var all []*Fields
	for _, n := range f.items(name) {
		if inner, ok := f.inner(&n, f.field(name)); ok {
			all = append(all, inner)
		}
	}
	return all
}

// inner are the fields of a group, with those that are missing reported.
func (f *Fields) inner(n *offer.Node, d *Field) (*Fields, bool) {
	fields := d.Fields
	if d.More != nil {
		fields = append(slices.Clone(fields), d.More(f.settings)...)
	}
	in, ok := f.group(n, d.Name, d.Example, names(fields))
	if ok {
		in.fields = fields
		in.required()
		in.inFull()
	}
	return in, ok
}

// group reads names inside a field, and reports those that are not known.
func (f *Fields) group(n *offer.Node, name, example string, known []string) (*Fields, bool) {
	if n.Shape != offer.Map {
		f.add(n.At, name+" needs names inside it, and has only "+shown(n), "write it like "+name+": "+example)
		return nil, false
	}
	in := &Fields{node: n, settings: f.settings, kind: f.kind}
	for i, field := range n.Fields {
		switch {
		case slices.Contains(known, field.Name):
		case stray(n, i, known):
			if !stray(n, i-1, known) { // else told with the first
				f.add(field.At, "“"+field.Name+"” stands alone between commas", whole(n, i, known))
			}
		default:
			f.add(field.At, "there is no "+field.Name+" in "+name, offer.DidYouMean(field.Name, known))
			in.slips = append(in.slips, offer.Suggest(field.Name, known))
		}
	}
	return in, true
}

// stray reports that a name with nothing behind it is likely a part of the words
// before it, in which there is a comma: {address: 12 High Street, Chatham}.
func stray(n *offer.Node, i int, known []string) bool {
	if i < 1 || n.Fields[i].Value.Shape != offer.Empty || slices.Contains(known, n.Fields[i].Name) || offer.Suggest(n.Fields[i].Name, known) != "" {
		return false
	}
	before := n.Fields[i-1].Value
	return before.Shape == offer.Scalar && !before.Quoted || stray(n, i-1, known)
}

// whole is the hint for a stray name: how to write the words that it belongs to.
func whole(n *offer.Node, i int, known []string) string {
	first := n.Fields[i-1]
	words := first.Value.Text
	if pounds, err := strconv.Atoi(words); err == nil && len(n.Fields[i].Name) == len("50") && strings.Trim(n.Fields[i].Name, "0123456789") == "" {
		return "write pence after a full stop: " + first.Name + ": " + strconv.Itoa(pounds) + "." + n.Fields[i].Name
	}
	for ; i < len(n.Fields) && stray(n, i, known); i++ {
		words += ", " + n.Fields[i].Name
	}
	return "words with a comma need quotation marks: " + first.Name + `: "` + words + `"`
}

func names(fields []Field) []string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].Name
	}
	return names
}

// close hands the problems of an inner field to the outer one.
func (f *Fields) close(inner *Fields) { f.problems.Join(inner.problems.All()) }
