package scaffold

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// draft is the front matter of a new entry, its fields in the order in which
// they are asked for, and the line on which each stands.
func (a *asker) draft(said ask.Answers) (text string, lines map[string]int) {
	said = maps.Clone(said)
	if said["reviewed.how"] != "" {
		said["reviewed.on"], said["reviewed.by"] = a.today.String(), said["owner"]
	}
	var b strings.Builder
	b.WriteString("---\n")
	lines = map[string]int{}
	for _, d := range a.inOrder() {
		value := a.value(d, said)
		if value == "" {
			continue
		}
		lines[d.Name] = strings.Count(b.String(), "\n") + 1
		b.WriteString(d.Name + ": " + value + "\n")
	}
	return b.String() + "---\n", lines
}

// inOrder are the fields that there are prompts for.
func (a *asker) inOrder() []*kind.Field {
	var fields []*kind.Field
	for _, p := range a.complete(prompts[a.kind.Name]) {
		top, _, _ := strings.Cut(p.field, ".")
		if d := named(a.fields, top); d != nil && !slices.Contains(fields, d) {
			fields = append(fields, d)
		}
	}
	return fields
}

// value is what stands after the name of a field; nothing where nothing was
// said of it.
func (a *asker) value(d *kind.Field, said ask.Answers) string {
	if d.Shape != kind.Group && d.Shape != kind.Groups {
		return written(d, said[d.Name], quoted)
	}
	var parts []string
	inner := d.Inner(a.c.Settings)
	for i := range inner {
		if v := written(&inner[i], said[d.Name+"."+inner[i].Name], inList); v != "" {
			parts = append(parts, inner[i].Name+": "+v)
		}
	}
	group := "{" + strings.Join(parts, ", ") + "}"
	switch {
	case len(parts) == 0:
		return ""
	case d.Shape == kind.Groups:
		return "\n  - " + group
	}
	return group
}

// written is an answer as YAML writes it in a field.
func written(d *kind.Field, answer string, words func(string) string) string {
	several := strings.Contains(answer, ",")
	switch {
	case d.Shape == kind.Choices && (several || answer != "" && answer != "all"):
		return "[" + answer + "]"
	case answer == "", d.Shape == kind.Choices, d.Shape == kind.Choice, d.Shape == kind.Answer, d.Shape == kind.Entry:
		return answer
	case slices.Contains(figures, d.Shape) && number.MatchString(answer):
		return answer
	}
	return words(answer)
}

// check says of an answer what check would say of the line in the file, in the
// same words: it is the same code that reads it.
func (a *asker) check(path string) func(ask.Answers, string) *offer.Fault {
	top, _, nested := strings.Cut(path, ".")
	return func(said ask.Answers, answer string) *offer.Fault {
		said = maps.Clone(said)
		said[path] = answer
		a.suppose(said)
		text, lines := a.draft(said)
		if _, stands := lines[top]; !stands {
			return a.lack(path, nested)
		}
		file := source.Root + "/" + a.kind.Folder + "/new.md"
		front, problems := source.Matter(file, []byte(text))
		if len(problems) == 0 {
			problems = a.kind.Check(&front.Node, &offer.Entry{Kind: a.kind.Name, File: file}, a.c.Settings)
		}
		for _, p := range problems {
			if !p.Advice && fieldAt(lines, p.Line) == top {
				return &offer.Fault{What: p.What, Hint: p.Hint}
			}
		}
		return nil
	}
}

// fieldAt is the field that a line belongs to.
func fieldAt(lines map[string]int, line int) string {
	field := ""
	for name, begins := range lines {
		if begins <= line && begins > lines[field] {
			field = name
		}
	}
	return field
}

// lack is what is wrong where nothing was said of a group that is needed, once
// the last question about it has been put.
func (a *asker) lack(path string, nested bool) *offer.Fault {
	top, _, _ := strings.Cut(path, ".")
	d := named(a.fields, top)
	if !nested || !d.Needed || d.Lack == nil || !a.last(path) {
		return nil
	}
	return &offer.Fault{What: d.Lack.What, Hint: "answer one of these"}
}

// suppose fills in what is asked for later, so that it is not missed now.
func (a *asker) suppose(said ask.Answers) {
	if (said["type"] == "event" || said["type"] == "scheme") && said["ends"] == "" {
		said["ends"] = named(a.fields, "ends").Example
	}
}

// last reports that a prompt is the last one for its group.
func (a *asker) last(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	var fields []string
	for _, p := range prompts[a.kind.Name] {
		if strings.HasPrefix(p.field, top+".") {
			fields = append(fields, p.field)
		}
	}
	return len(fields) > 0 && fields[len(fields)-1] == path
}

// figures are the shapes that are written without quotation marks.
var figures = []kind.Shape{kind.Date, kind.Ages, kind.Money}

var (
	number = regexp.MustCompile(`^[0-9][0-9.+-]*$`)
	plain  = regexp.MustCompile(`^\pL[\pL0-9 ,.'’()/&!?;–-]*$`)
	meant  = regexp.MustCompile(`(?i)^(yes|no|true|false|on|off|null|y|n)$`)
)

// quoted writes words so that YAML reads back just those words. A JSON string
// is a YAML string.
func quoted(s string) string {
	if plain.MatchString(s) && !meant.MatchString(s) {
		return s
	}
	return marked(s)
}

// inList is quoted inside { }, where a comma would end the words.
func inList(s string) string {
	if strings.Contains(s, ",") {
		return marked(s)
	}
	return quoted(s)
}

// marked puts quotation marks around words, and leaves as they are the signs that
// only a web page would mind.
func marked(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always has a JSON form
	return strings.TrimSuffix(b.String(), "\n")
}
