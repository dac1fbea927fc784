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
	}
	return out
}

// reportYAML finds the line where the text stops being YAML, which is more
// exact than the decoder's own word for it, and says it plainly.
func reportYAML(err error, text []byte, file string, line0 int, problems *offer.Problems) {
	lines := bytes.SplitAfter(text, []byte{'\n'})
	bad := brokenLine(lines)
	line := strings.TrimRight(string(lines[bad]), "\r\n")
	col := 1 + utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " "))
	at := offer.Place{File: file, Line: line0 + bad + 1, Col: col}
	what, hint, mark := explainYAML(err.Error(), line)
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

// explainYAML says in an editor's words what is wrong with a line, how to mend
// it, and at which byte of the line it is, where that can be told.
func explainYAML(message, line string) (what, hint string, mark int) {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case strings.HasPrefix(strings.TrimLeft(line, " "), "\t"):
		return "this line begins with a tab", "use spaces: most editors can turn tabs into spaces", 0
	case strings.Count(value, `"`)%2 == 1 && !strings.HasPrefix(value, "'"):
		return "a quotation mark is opened here and never closed", `put " at both ends of the words`, strings.IndexByte(line, '"')
	case strings.HasPrefix(value, "'") && strings.Count(value, "'")%2 == 1:
		return "an apostrophe opens a quotation here and never closes it", `put the words in double quotation marks: "…"`, strings.IndexByte(line, '\'')
	case strings.Count(line, "[") > strings.Count(line, "]"):
		return "a list is opened with [ and never closed", "put ] at the end of the list", strings.LastIndexByte(line, '[')
	case strings.Count(line, "{") > strings.Count(line, "}"):
		return "a { is opened and never closed", "put } at the end", strings.LastIndexByte(line, '{')
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return "there is a second colon in this line, and a colon ends a name", `put the words in quotation marks: ` + strings.TrimSpace(name) + `: "` + value + `"`, strings.LastIndexByte(line, ':')
	case value != "" && strings.ContainsRune("@`%&*!|>", rune(value[0])):
		return "a value cannot begin with " + value[:1], `put it in quotation marks: "` + value + `"`, strings.Index(line, value)
	case strings.Contains(message, "mapping values") || strings.Contains(message, "did not find expected key"):
		return "this line is not in step with the lines above it", "begin it exactly below the name above, with the same number of spaces", 0
	case !strings.Contains(line, ":"):
		return "this line has no colon, so it is not a field", "write a name, a colon, a space and a value, like title: Sunday Swim", 0
	}
	return "this line cannot be read", `write a name, a colon, a space and a value; put words with marks in them in "quotation marks"`, 0
}
