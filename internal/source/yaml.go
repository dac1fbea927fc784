package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v3"

	"github.com/localoffer/localoffer/internal/offer"
)

// decodeYAML keeps YAML's own tree, for the places in it, and the raw text of
// every scalar.
func decodeYAML(text []byte, file string, line0 int, problems *offer.Problems) offer.Node {
	at := offer.Place{File: file, Line: line0, Col: 1}
	none := offer.Node{Shape: offer.Map, At: at}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		reportYAML(err, text, file, line0, problems)
		return none
	}
	if len(root.Content) == 0 {
		return none
	}
	r := yamlReader{file, line0, problems}
	if root.Content[0].Kind != yaml.MappingNode {
		problems.Add(r.place(root.Content[0]), "the front matter has no fields", "write a name, a colon and a value, like title: Sunday Swim")
		return none
	}
	return r.node(root.Content[0])
}

type yamlReader struct {
	file     string
	line0    int
	problems *offer.Problems
}

func (r yamlReader) place(n *yaml.Node) offer.Place {
	return offer.Place{File: r.file, Line: r.line0 + n.Line, Col: n.Column}
}

func (r yamlReader) node(n *yaml.Node) offer.Node {
	out := offer.Node{At: r.place(n)}
	switch n.Kind {
	case yaml.MappingNode:
		out.Shape = offer.Map
		out.Fields = make([]offer.Field, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			addField(&out, offer.Field{Name: key.Value, At: r.place(key), Value: r.node(n.Content[i+1])}, r.problems)
		}
	case yaml.SequenceNode:
		out.Shape = offer.List
		out.Items = make([]offer.Node, 0, len(n.Content))
		for _, item := range n.Content {
			out.Items = append(out.Items, r.node(item))
		}
	case yaml.AliasNode:
		// Never expanded: a few lines of them can stand for a billion values.
		r.problems.Add(out.At, "*"+n.Value+" points to a value elsewhere in the file", "write the value out here; put the word in quotation marks if the * is part of it")
	default:
		quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
		if n.Tag == "!!null" && !quoted {
			return out
		}
		out.Shape, out.Text, out.Quoted = offer.Scalar, n.Value, quoted
		if note := n.LineComment; len(note) > 1 && note[1] != ' ' && note[1] != '#' {
			r.problems.Advise(out.At, "“"+note+"” is left out, for a note to yourself begins with #", `where it belongs to the words, put them all in quotation marks: "`+n.Value+" "+note+`"`)
		}
	}
	return out
}

// reportYAML finds the line where the text stops being YAML, which is more
// exact than the decoder's own word for it, and says it plainly.
func reportYAML(err error, text []byte, file string, line0 int, problems *offer.Problems) {
	lines := bytes.SplitAfter(text, []byte{'\n'})
	bad := brokenLine(lines)
	above := ""
	if bad > 0 {
		above = strings.TrimRight(string(lines[bad-1]), "\r\n")
		if lone(above) { // read as plain words, until something stood below
			bad--
		}
	}
	line := strings.TrimRight(string(lines[bad]), "\r\n")
	col := 1 + utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " "))
	at := offer.Place{File: file, Line: line0 + bad + 1, Col: col}
	what, hint, mark := explainYAML(err.Error(), line, above)
	if mark > 0 {
		at.Col = 1 + utf8.RuneCountInString(line[:mark])
	}
	problems.Add(at, what, hint)
}

// brokenLine is the line after the longest run of lines, from the first, that
// reads as YAML: where a quotation mark or bracket was opened and never
// closed, that is the line that opened it.
func brokenLine(lines [][]byte) int {
	const most = 500
	var sink yaml.Node
	for n := min(len(lines), most) - 1; n > 0; n-- {
		if yaml.Unmarshal(bytes.Join(lines[:n], nil), &sink) == nil {
			return n
		}
	}
	return 0
}
