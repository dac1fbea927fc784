package source

import (
	"regexp"
	"strings"
)

// colonFor is a name with the colon of YAML where TOML has an =.
var colonFor = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+):\s*(.*)$`)

// wordy is a value that would have to stand in quotation marks: words, or a number
// that begins with 0, as telephone numbers do.
var wordy = regexp.MustCompile(`^(\pL|0[0-9]|[0-9]+ *\pL)`)

// ExplainTOML says in an editor's words what is wrong with a line of settings, and
// how to mend it; or nothing, where that cannot be told from the line alone.
func ExplainTOML(line string) (what, hint string) {
	name, value, found := strings.Cut(line, "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	inside := strings.Trim(value, "“”„‘’\"")
	colon := colonFor.FindStringSubmatch(line)
	switch {
	case found && strings.HasPrefix(strings.TrimLeft(value, "[ "), "“"):
		return "these quotation marks are those of a word processor", `write straight ones, like ` + name + ` = "` + strings.Trim(inside, "“”[]") + `"`
	case !found && colon != nil:
		return "there is a colon where = belongs", "write " + colon[1] + ` = "` + strings.Trim(colon[2], `"`) + `"`
	case !found && name != "" && !strings.HasPrefix(name, "["):
		return "this line has no =", "write a name, = and a value; a note to yourself begins with #"
	case strings.Count(value, `"`)%2 == 1:
		return "a quotation mark is opened here and never closed", `put " at both ends of the words`
	case wordy.MatchString(value):
		return "words stand in quotation marks, and so do telephone numbers", "write " + name + ` = "` + inside + `"`
	}
	return "", ""
}
