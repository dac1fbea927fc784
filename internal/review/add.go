package review

import (
	"bytes"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// add puts a review into a file that has none, as one line below the other
// fields.
func (e *editor) add() *offer.Fault {
	pair := e.syntax.pair(e.want.field, e.inBraces())
	if e.braced() {
		return e.addInBraces(e.syntax.skipBlank(e.text, e.front.Start), &e.front.Node, []string{pair})
	}
	at, indent := e.front.End, ""
	switch {
	case e.syntax == tomlSyntax:
		at = e.aboveTables()
	case len(e.front.Fields) > 0:
		first := e.front.Offset(e.front.Fields[0].At)
		if first < 0 {
			return errLost
		}
		indent = string(e.text[source.LineStart(e.text, first):first])
	}
	if strings.TrimSpace(indent) != "" {
		return errLost
	}
	e.put(at, at, indent+pair+e.newline(at))
	return nil
}

// braced reports that all the fields of the file stand between braces.
func (e *editor) braced() bool {
	at := e.syntax.skipBlank(e.text, e.front.Start)
	return e.syntax != tomlSyntax && at < e.front.End && e.text[at] == '{'
}

// opens reports that the value of a field begins with a brace or a bracket.
func (e *editor) opens(f *offer.Field) bool {
	at := e.afterName(f)
	if at < 0 {
		return false
	}
	at = e.syntax.skipBlank(e.text, at)
	return at < e.front.End && (e.text[at] == '{' || e.text[at] == '[')
}

// aboveTables is where a line of TOML must stand to be in no table: at the
// end, or above the first table and the comments that belong to it.
func (e *editor) aboveTables() int {
	at := e.front.End
	for i := range e.front.Fields {
		name := e.front.Offset(e.front.Fields[i].At)
		if name < 0 {
			continue
		}
		line := source.LineStart(e.text, name)
		if bytes.HasPrefix(bytes.TrimLeft(e.text[line:name], " \t"), []byte("[")) {
			at = min(at, line)
		}
	}
	if at == e.front.End {
		return at
	}
	for at > e.front.Start {
		above := source.LineStart(e.text, at-1)
		line := bytes.TrimSpace(e.text[above:at])
		if len(line) > 0 && line[0] != '#' {
			break
		}
		at = above
	}
	return at
}

// addInBraces puts pairs after the last of a map between braces. Where that
// one has a line of its own, so have they.
func (e *editor) addInBraces(open int, n *offer.Node, pairs []string) *offer.Fault {
	if len(n.Fields) == 0 {
		e.put(open+1, open+1, strings.Join(pairs, ", "))
		return nil
	}
	last := &n.Fields[len(n.Fields)-1]
	_, end, fault := e.span(last, true)
	if fault != nil {
		return fault
	}
	name := e.front.Offset(last.At)
	indent := string(e.text[source.LineStart(e.text, name):name])
	rest := strings.TrimSpace(string(e.text[end:lineBreak(e.text, end)]))
	rest, comma := strings.CutPrefix(rest, ",")
	if rest = strings.TrimSpace(rest); strings.TrimSpace(indent) != "" || rest != "" && (rest[0] != '#' || !e.syntax.comments) {
		e.put(end, end, ", "+strings.Join(pairs, ", "))
		return nil
	}
	if !comma {
		e.put(end, end, ",")
	}
	next := source.LineEnd(e.text, end)
	newline := e.newline(next)
	e.put(next, next, indent+strings.Join(pairs, ","+newline+indent)+newline)
	return nil
}

// addLines puts pairs below the last part of a review that has no braces, each
// on a line of its own that begins as the lines above it do.
func (e *editor) addLines(review *offer.Field, pairs []string) *offer.Fault {
	at, prefix, fault := e.below(review)
	if fault != nil {
		return fault
	}
	for _, pair := range pairs {
		e.put(at, at, prefix+pair+e.newline(at))
	}
	return nil
}

// below is where the next part of a review would stand, and how its line begins.
func (e *editor) below(review *offer.Field) (at int, prefix string, fault *offer.Fault) {
	name := e.front.Offset(review.At)
	if name < 0 {
		return 0, "", errLost
	}
	if len(review.Value.Fields) == 0 { // the bare header of a table
		return source.LineEnd(e.text, name), "", nil
	}
	last := &review.Value.Fields[len(review.Value.Fields)-1]
	start := e.front.Offset(last.At)
	if start < 0 {
		return 0, "", errLost
	}
	prefix = string(e.text[source.LineStart(e.text, start):start])
	if e.syntax.indents {
		return e.deeper(name), prefix, nil
	}
	_, end, fault := e.span(last, false)
	return source.LineEnd(e.text, end), prefix, fault
}

// deeper is where the lines end that stand further in than a name.
func (e *editor) deeper(name int) int {
	indent := name - source.LineStart(e.text, name)
	at := source.LineEnd(e.text, name)
	for next := at; next < e.front.End; {
		end := source.LineEnd(e.text, next)
		line := e.text[next:end]
		in := len(line) - len(bytes.TrimLeft(line, " "))
		if len(bytes.TrimSpace(line)) > 0 {
			if in <= indent {
				break
			}
			at = end
		}
		next = end
	}
	return at
}
