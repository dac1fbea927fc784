package scaffold

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// phrasebook is the built-in language whose phrases another begins with. Those of
// the demonstration's own settings stand below a line of their own in it.
const (
	phrasebook = source.LanguagesRoot + "/pl.toml"
	ownWords   = "# This site's own words, from its config.toml"
)

// Language begins the words of an edition: the phrases that it has nothing to
// say for yet, those that the program says and those of the site's settings,
// each with an empty place. It gives the path of the file.
func Language(folder, id string, settings *offer.Settings, builtin fs.FS) (string, error) {
	text, err := fs.ReadFile(builtin, phrasebook)
	if err != nil {
		return "", err
	}
	ed := settings.Edition(id)
	if ed == nil {
		ed = &offer.Edition{ID: id, Name: id, Words: offer.NewPhrases(nil)}
	}
	name := source.LanguagesRoot + "/" + id + ".toml"
	to := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	phrases := emptied(string(text), ed)
	return name, write(to, languageHead(ed)+phrases+settingWords(settings, ed, phrases))
}

func languageHead(ed *offer.Edition) string {
	return fmt.Sprintf(`# What the site says in this language: on each line the English, an =, and what
# is said for it. {1} and {2} are places that the program fills; put them where
# they belong. What stays empty is said in English. Lines may be taken out.
name = %s       # of the language, in itself: Polski
direction = %s   # or "rtl", for a language that runs from right to left

[words]
`, strconv.Quote(ed.Name), strconv.Quote(ed.Direction()))
}

var phraseLine = regexp.MustCompile(`^("(?:[^"\\]|\\.)*") = `)

// emptied are the phrases of the template that an edition has nothing to say
// for, under the headings that they stand under there.
func emptied(text string, ed *offer.Edition) string {
	_, text, _ = strings.Cut(text, "\n[words]\n")
	text, _, _ = strings.Cut(text, ownWords)
	var out, heading strings.Builder
	for line := range strings.Lines(text) {
		m := phraseLine.FindStringSubmatch(line)
		if m == nil {
			if strings.TrimSpace(line) == "" {
				heading.Reset()
			}
			heading.WriteString(line)
			continue
		}
		if english, err := strconv.Unquote(m[1]); err == nil && !ed.Words.Has(english) {
			out.WriteString(heading.String() + m[1] + ` = ""` + "\n")
			heading.Reset()
		}
	}
	return strings.TrimPrefix(out.String(), "\n")
}

// settingWords are the phrases of a site's own settings, but for those that
// stand above.
func settingWords(settings *offer.Settings, ed *offer.Edition, above string) string {
	out := above + "\n" + ownWords + "\n"
	for _, english := range settings.Phrases() {
		line := "\n" + strconv.Quote(english) + ` = ""` + "\n"
		if _, known := ed.Words.Put(english); !known && english != "" && !strings.Contains("\n"+out, line) {
			out += line[1:]
		}
	}
	return strings.TrimPrefix(out, above)
}
