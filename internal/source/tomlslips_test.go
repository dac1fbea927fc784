package source_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/source"
)

func TestASlipInTheSettingsIsToldInPlainWords(t *testing.T) {
	for line, want := range map[string]string{
		`title = Medway`:        `write title = "Medway"`,
		`phone = 01632 960100`:  `write phone = "01632 960100"`,
		`title = “Medway”`:      `write straight ones, like title = "Medway"`,
		`words = [“swim”]`:      `write straight ones, like words = "swim"`,
		`title: "Medway"`:       `write title = "Medway"`,
		`title = "Medway`:       `put " at both ends of the words`,
		`oops`:                  "write a name, = and a value; a note to yourself begins with #",
		`months = 6`:            "",
		`[[vocabulary]`:         "",
		`title = "A “new” day"`: "",
	} {
		if _, hint := source.ExplainTOML(line); hint != want {
			t.Errorf("%s: got %q, want %q", line, hint, want)
		}
	}
}
