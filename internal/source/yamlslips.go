package source

import (
	"regexp"
	"strings"
	"unicode"
)

// Slips by which the text between the two lines of --- stops being YAML.

// lone reports a line that is no field, no item of a list, and no part of what is
// above it.
func lone(line string) bool {
	return line != "" && !strings.Contains(line, ":") && !strings.ContainsRune(" \t-#[{", rune(line[0]))
}

// glued is a name with its value straight behind the colon.
var glued = regexp.MustCompile(`^( *(?:- )?[a-z][a-z-]*):([^ /:].*)$`)

// closedEarly is a value of which only the beginning is in quotation marks.
var closedEarly = regexp.MustCompile(`^"[^"]*"\s*[^\s#].*$`)

// explainYAML says in an editor's words what is wrong with a line, how to mend
// it, and at which byte of the line it is, where that can be told.
func explainYAML(message, line, above string) (what, hint string, mark int) {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	bare := strings.TrimLeft(line, " ")
	switch odd := oddSpace(line); {
	case strings.HasPrefix(bare, "\t"):
		return "this line begins with a tab", "use spaces: most editors can turn tabs into spaces", 0
	case odd >= 0:
		return "there is a space here that is no ordinary one", "delete it, and press the space bar; it comes with what is copied from a word processor or a website", odd
	case strings.HasPrefix(bare, "- ") && strings.HasPrefix(strings.TrimLeft(above, " "), "- ") && indent(line) != indent(above):
		return notInStep, "begin it with as many spaces as the line above", 0
	case closedEarly.MatchString(value) && strings.Count(value, `"`) == 2:
		return "the quotation marks end before the words do", `put single ones round the whole: ` + strings.TrimSpace(name) + ": '" + value + "'", strings.IndexByte(line, '"')
	case strings.Count(value, `"`)%2 == 1 && !strings.HasPrefix(value, "'"):
		return "a quotation mark is opened here and never closed", `put " at both ends of the words`, strings.IndexByte(line, '"')
	case strings.HasPrefix(value, "'") && strings.Count(value, "'")%2 == 1:
		return "an apostrophe opens a quotation here and never closes it", `put the words in double quotation marks: "…"`, strings.IndexByte(line, '\'')
	case strings.Count(line, "[") > strings.Count(line, "]"):
		return "a list is opened with [ and never closed", "put ] at the end of the list", strings.LastIndexByte(line, '[')
	case strings.Count(line, "{") > strings.Count(line, "}"):
		return "a { is opened and never closed", "put } at the end", strings.LastIndexByte(line, '{')
	case strings.HasPrefix(value, "{") || strings.HasPrefix(bare, "- {"):
		return "something between { and } is not in order", "put a comma between two fields, and quotation marks round words with a comma or a colon in them", strings.IndexByte(line, '{')
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return "there is a second colon in this line, and a colon ends a name", `put the words in quotation marks: ` + strings.TrimSpace(name) + `: "` + strings.Trim(value, "“”") + `"`, strings.LastIndexByte(line, ':')
	case glued.MatchString(line):
		return "there is no space behind the colon", "write " + strings.TrimSpace(glued.ReplaceAllString(line, "$1: $2")), strings.IndexByte(line, ':')
	case value != "" && strings.ContainsRune("@`%&*!|>", rune(value[0])) || strings.HasPrefix(value, "- "):
		return "a value cannot begin with " + value[:1], `put it in quotation marks: "` + value + `"`, strings.Index(line, value)
	case !strings.Contains(line, ":"):
		return "this line has no colon, so it is not a field", "write a name, a colon, a space and a value, like title: Sunday Swim; what goes on from the line above begins with two spaces", 0
	case strings.Contains(message, "mapping values") || strings.Contains(message, "did not find expected key"):
		return notInStep, "begin it exactly below the name above, with the same number of spaces", 0
	}
	return "this line cannot be read", `write a name, a colon, a space and a value; put words with marks in them in "quotation marks"`, 0
}

const notInStep = "this line is not in step with the lines above it"

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// oddSpace is where a space that is none to YAML stands before the value of a
// field, or -1.
func oddSpace(line string) int {
	name, value, _ := strings.Cut(line, ":")
	before := name + ":" + value[:len(value)-len(strings.TrimLeftFunc(value, unicode.IsSpace))]
	return strings.IndexFunc(before, func(r rune) bool {
		return r > unicode.MaxASCII && unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
	})
}
