package advice

import (
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// AvoidFile is the words of offices that a site would rather not use, below
// content/: on each line such a word, an =, and what to say instead.
const AvoidFile = "content/words-to-avoid.txt"

// officeWord is a word of offices, cut into words, and what to say instead.
type officeWord struct {
	words   []string
	instead string
}

func officeWordsOf(lines []offer.WordLine) []officeWord {
	all := make([]officeWord, len(lines))
	for i, line := range lines {
		all[i] = officeWord{strings.Fields(line.Word), offer.Or(line.Others)}
	}
	return all
}

// officeWords tells of each such word once in an entry. A name is a name; and
// the glossary has to say the words that it explains.
func officeWords(r *reader, e *offer.Entry) {
	told := map[string]bool{}
	for _, p := range prose(e) {
		if e.Kind == "term" || p.Field == "title" && e.Kind == "provider" {
			continue
		}
		said := lowered(p.Text)
		for _, o := range r.avoid {
			if phrase := strings.Join(o.words, " "); !told[phrase] && speaks(said, o.words) && !speaks(lowered(e.Title), o.words) {
				told[phrase] = true
				r.Advise(p.At, "“"+phrase+"” is a word of offices", "say "+o.instead+"; or take it out of "+AvoidFile+" if families use it")
			}
		}
	}
}

// lowered are the words of a text in small letters.
func lowered(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '-'
	})
}

// speaks reports that words stand in a text one after another.
func speaks(said, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(said); i++ {
		same := true
		for j := range phrase {
			same = same && said[i+j] == phrase[j]
		}
		if same {
			return true
		}
	}
	return false
}
