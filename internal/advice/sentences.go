package advice

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// longest is how many words a sentence may have: the advice of the Government
// Digital Service.
const longest = 25

func longSentences(r *reader, e *offer.Entry) {
	r.sentencesOver(e, longest, "a tired reader can hold")
}

// sentencesOver points out the sentences with more words than so many.
func (r *reader) sentencesOver(e *offer.Entry, most int, why string) {
	for _, p := range prose(e) {
		for _, s := range sentences(p.Text) {
			if n := len(words(s)); n > most {
				r.Advise(p.At, fmt.Sprintf("this sentence has %d words: “%s …”", n, opening(s)), fmt.Sprintf("make two of it; %d words are as many as %s", most, why))
			}
		}
	}
}

// sentences cuts a text where one sentence ends and another begins.
func sentences(text string) []string {
	var out []string
	start := 0
	runes := []rune(text)
	for i, c := range runes {
		if !strings.ContainsRune(".!?:;", c) || i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) && runes[i+1] != '”' && runes[i+1] != '"' {
			continue
		}
		if c == '.' && abbreviation(runes[start:i]) {
			continue
		}
		out = append(out, strings.TrimSpace(string(runes[start:i+1])))
		start = i + 1
	}
	if rest := strings.TrimSpace(string(runes[start:])); rest != "" {
		out = append(out, rest)
	}
	return out
}

// abbreviation reports that a full stop belongs to a short form: e.g., Dr.
func abbreviation(before []rune) bool {
	s := string(before)
	last := s[strings.LastIndexAny(s, " (")+1:]
	return len(last) < 2 || strings.Contains(last, ".") || last == "Dr" || last == "Mr" || last == "Mrs" || last == "Ms" || last == "St" || last == "No" || last == "eg" || last == "ie"
}

// words are the words of a text, without the marks around them.
func words(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(s) {
		if w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// opening is the first words of a sentence, by which its writer knows it.
func opening(s string) string {
	const few = 6
	all := strings.Fields(s)
	return strings.Join(all[:min(few, len(all))], " ")
}
