package source

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/localoffer/localoffer/internal/offer"
)

// decodeTOML reads TOML expression by expression, which keeps every place.
func decodeTOML(text []byte, file string, line0 int, problems *offer.Problems) offer.Node {
	r := &tomlReader{file: file, text: text, line0: line0, problems: problems}
	root := offer.Node{Shape: offer.Map, At: offer.Place{File: file, Line: line0, Col: 1}}
	r.parser.Reset(text)
	into := &root
	for r.parser.NextExpression() {
		switch expression := r.parser.Expression(); expression.Kind {
		case unstable.KeyValue:
			r.keyValue(into, expression)
		case unstable.Table:
			into = r.table(&root, expression.Key(), false)
		case unstable.ArrayTable:
			into = r.table(&root, expression.Key(), true)
		}
	}
	if err := r.parser.Error(); err != nil {
		r.report(err)
		return offer.Node{Shape: offer.Map, At: root.At} // half of the fields would seem to be missing
	}
	return root
}

type tomlReader struct {
	parser   unstable.Parser
	file     string
	text     []byte
	line0    int
	problems *offer.Problems
}

func (r *tomlReader) report(err error) {
	var bad *unstable.ParserError
	at := offer.Place{File: r.file, Line: r.line0 + 1, Col: 1}
	if errors.As(err, &bad) && len(bad.Highlight) > 0 {
		at = r.place(int(r.parser.Range(bad.Highlight).Offset))
	}
	lines := strings.Split(string(r.text), "\n")
	if what, hint := ExplainTOML(lines[min(max(at.Line-r.line0-1, 0), len(lines)-1)]); what != "" {
		r.problems.Add(at, what, hint)
		return
	}
	r.problems.Add(at, "this line cannot be read as TOML", `write a name, = and a value; put words in "quotation marks"`)
}

func (r *tomlReader) place(offset int) offer.Place {
	return placeIn(r.file, r.text, offset, r.line0+1)
}

// table opens [a.b], or adds to the list [[a.b]].
func (r *tomlReader) table(root *offer.Node, key unstable.Iterator, list bool) *offer.Node {
	into := root
	for key.Next() {
		part := key.Node()
		into = r.child(into, string(part.Data), r.place(int(part.Raw.Offset)), list && key.IsLast())
	}
	return into
}

// child is the map below a name, made where it is missing.
func (r *tomlReader) child(n *offer.Node, name string, at offer.Place, list bool) *offer.Node {
	field, found := n.Get(name)
	if !found {
		shape := offer.Map
		if list {
			shape = offer.List
		}
		n.Fields = append(n.Fields, offer.Field{Name: name, At: at, Value: offer.Node{Shape: shape, At: at}})
		field = &n.Fields[len(n.Fields)-1]
	}
	value := &field.Value
	if value.Shape == offer.List && list {
		value.Items = append(value.Items, offer.Node{Shape: offer.Map, At: at})
	}
	if value.Shape == offer.List && len(value.Items) > 0 {
		value = &value.Items[len(value.Items)-1]
	}
	if value.Shape != offer.Map {
		r.problems.Add(at, name+" is written twice", "keep one of the two")
		return &offer.Node{Shape: offer.Map, At: at}
	}
	return value
}

func (r *tomlReader) keyValue(into *offer.Node, n *unstable.Node) {
	key := n.Key()
	for key.Next() {
		part := key.Node()
		at := r.place(int(part.Raw.Offset))
		if !key.IsLast() {
			into = r.child(into, string(part.Data), at, false)
			continue
		}
		addField(into, offer.Field{Name: string(part.Data), At: at, Value: r.value(n.Value(), at)}, r.problems)
	}
}

// value keeps the text of a scalar as it was typed. Where TOML does not say
// where a value stands (a list, say), it stands where its name does.
func (r *tomlReader) value(n *unstable.Node, at offer.Place) offer.Node {
	if n.Raw.Length > 0 {
		at = r.place(int(n.Raw.Offset))
	}
	out := offer.Node{Shape: offer.Scalar, At: at, Text: string(n.Data)}
	switch n.Kind {
	case unstable.String:
		out.Quoted = true
	case unstable.Array:
		out.Shape, out.Text = offer.List, ""
		for it := n.Children(); it.Next(); {
			if it.Node().Kind != unstable.Comment {
				out.Items = append(out.Items, r.value(it.Node(), at))
			}
		}
	case unstable.InlineTable:
		out.Shape, out.Text = offer.Map, ""
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				r.keyValue(&out, it.Node())
			}
		}
	case unstable.Bool:
		out.Text = strings.ToLower(out.Text)
	}
	return out
}

// Tree reads the settings of a site for the places of its names.
func Tree(text []byte, file string) offer.Node {
	var ignored offer.Problems // whoever decodes the settings reports them
	return decodeTOML(text, file, 0, &ignored)
}
