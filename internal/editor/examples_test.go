package editor_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/synthetic"
)

// example is a block of docs/content.md that somebody may copy.
type example struct {
	section  string // the heading of the second level above it
	language string
	line     int
	text     string
}

func examples(t *testing.T) []example {
	t.Helper()
	text, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	var open *example
	section, number := "", 0
	for line := range strings.Lines(string(text)) {
		number++
		mark, fenced := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case fenced && open == nil:
			open = &example{section: section, language: mark, line: number}
		case fenced:
			all, open = append(all, *open), nil
		case open != nil:
			open.text += line
		case strings.HasPrefix(line, "## "):
			section = strings.TrimSpace(line[3:])
		}
	}
	return all
}

// Every example can be copied into a site, and checks clean there: in an entry
// of the kind that it stands under, or in config.toml.
func TestTheExamplesOfTheDocumentCheckClean(t *testing.T) {
	tried := map[string]int{}
	for _, e := range examples(t) {
		folder, err := synthetic.Demonstration()
		if err != nil {
			t.Fatal(err)
		}
		file := e.put(folder)
		if file == "" {
			continue // a command, and what it prints
		}
		tried[e.language]++
		_, problems, err := site.Make(folder, site.Options{AsOf: offer.Date{Year: 2026, Month: 10, Day: 12}, Builtin: localoffer.Demonstration})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.File == file && !e.unfinished(p) {
				t.Errorf("docs/content.md:%d: %v", e.line, p)
			}
		}
	}
	if tried["yaml"] < 6 || tried["toml"] < 4 || tried["json"] < 1 {
		t.Errorf("some examples were not found: %v", tried)
	}
}

// unfinished is what is said of the two short entries in other formats, which
// leave out what is needed, as the document says: and of nothing else.
func (e *example) unfinished(p offer.Problem) bool {
	return e.section == "How to write fields" && strings.HasPrefix(p.What, "there is no ") && !strings.Contains(p.What, "called")
}

// put puts an example where an editor would, and gives the file.
func (e *example) put(folder fstest.MapFS) string {
	whole := strings.HasPrefix(e.text, "---") || strings.HasPrefix(e.text, "+++") || strings.HasPrefix(e.text, "{\n")
	switch {
	case e.language == "toml" && strings.Contains(e.text, "[words]"):
		const file = "languages/pl.toml"
		folder[file] = &fstest.MapFile{Data: []byte(e.text)}
		return file
	case strings.Contains(e.text, "\n"+kind.Twin+": "):
		const file = "content/activities/sunday-swim.pl.md"
		folder[file] = &fstest.MapFile{Data: []byte(e.text)}
		return file
	case e.language == "toml" && !whole:
		text := string(folder[site.ConfigName].Data)
		folder[site.ConfigName] = &fstest.MapFile{Data: []byte(configured(text, e.text))}
		return site.ConfigName
	case whole:
		const file = "content/activities/saturday-stay-and-play.md"
		folder[file] = &fstest.MapFile{Data: []byte(e.text)}
		return file
	case e.language == "yaml":
		k := kind.Named("activity")
		for i := range kind.All {
			if offer.Capital(kind.All[i].Folder) == e.section {
				k = &kind.All[i]
			}
		}
		file := "content/" + k.Folder + "/an-entry.md"
		folder[file] = &fstest.MapFile{Data: []byte(e.within(k))}
		return file
	}
	return ""
}

var field = regexp.MustCompile(`(?m)^([a-z-]+):`)

// within is an entry with the lines of an example among its own.
func (e *example) within(k *kind.Kind) string {
	text := entry(k, "", "")
	for _, m := range field.FindAllStringSubmatch(e.text, -1) {
		text = regexp.MustCompile(`(?m)^`+m[1]+`: .*\n`).ReplaceAllString(text, "")
	}
	return strings.Replace(text, "---\n", "---\n"+e.text, 1)
}

var identified = regexp.MustCompile(`\[\[(contacts|routes)\]\]\nid = "[a-z-]+"\n`)

// configured adds an example to the settings: in place of the contact or route of
// the same name; a value at the end of the first vocabulary; all else at the end.
func configured(text, added string) string {
	for _, begins := range identified.FindAllString(added, -1) {
		if at := strings.Index(text, begins); at >= 0 {
			end := at + strings.Index(text[at:]+"\n\n", "\n\n")
			text = text[:at] + text[end:]
		}
	}
	if strings.HasPrefix(strings.TrimSpace(added), "[[vocabulary.value]]") {
		const next = "[[vocabulary]]\nfield = \"category\""
		return strings.Replace(text, next, added+"\n"+next, 1)
	}
	return text + "\n" + added
}
