package source_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/source"
)

// hintOf is what is said to be done about the only problem of a text, or all that
// is said.
func hintOf(folder, text string) string {
	_, problems := readFile(folder, text)
	if len(problems) != 1 {
		return strings.Join(told(problems), "; ")
	}
	return problems[0].Hint
}

func TestWordsThatWouldBeLostAreAdvisedOf(t *testing.T) {
	const where = `where it belongs to the words, put them all in quotation marks: "Room #3"`
	for title, want := range map[string]string{
		"Room #3":             where,
		"Room # not sure yet": "",
		`"Room #3"`:           "",
		"“Room 3”":            "take them out; those that the words need for a colon are straight: \"…\"",
		"“Room” of one’s own": "",
	} {
		if got := hintOf("terms", strings.Replace(termMatter, "Portage", title, 1)); got != want {
			t.Errorf("title: %s: got %q, want %q", title, got, want)
		}
	}
}

func TestAFileOfAnotherSortIsToldWhatToDo(t *testing.T) {
	for name, want := range map[string]string{
		"letter.docx":     "begin a file that ends in .md and copy the words into it; to offer this one itself, move it to static/",
		"Tea Club.md.txt": "call it tea-club.md",
		"capital.MD":      "call it capital.md",
		"photo.jpg":       "give it a name that ends in .md, or move it to static/",
	} {
		_, problems, err := source.Read(fstest.MapFS{"content/terms/" + name: {Data: []byte("x")}}, settings)
		if err != nil || len(problems) != 1 || problems[0].Hint != want {
			t.Errorf("%s: got %v, %v", name, problems, err)
		}
	}
}

func TestALanguageThatIsNotHereIsNotTakenForAnother(t *testing.T) {
	for name, want := range map[string]string{
		"activities/lego.fr.md":       "localoffer new language fr",
		"activities/lego.PL.md":       "did you mean content/activities/lego.pl.md?",
		"activities/lego.easyread.md": "did you mean content/activities/lego.easy-read.md?",
	} {
		_, problems := readTwins(map[string]string{name: clubInPolish})
		if len(problems) != 1 || !strings.Contains(problems[0].Hint, want) {
			t.Errorf("%s: got %v", name, problems)
		}
	}
}
