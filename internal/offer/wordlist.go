package offer

import (
	"slices"
	"strconv"
	"strings"
)

// WordLine is a line of a list of words, such as content/synonyms.txt: one word
// or phrase, an =, and others with commas between them. All are in small
// letters, with straight apostrophes.
type WordLine struct {
	Word   string
	Others []string
	At     Place
}

// ParseWordList reads a list of words. A # begins a remark. A line that cannot
// be read is a problem; the example shows how one is written.
func ParseWordList(file string, text []byte, example string) ([]WordLine, []Problem) {
	var lines []WordLine
	var problems Problems
	seen := map[string]int{}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		at := Place{File: file, Line: n, Col: 1}
		word, rest, found := strings.Cut(line, "=")
		word = plainWord(word)
		if !found || word == "" || strings.TrimSpace(rest) == "" {
			problems.Add(at, "this line has no words on both sides of an =", "write it like: "+example)
			continue
		}
		if strings.Contains(word, ",") {
			problems.Add(at, "there are several words before the =, and it takes one", "begin with the word that the site uses; put the others behind the =")
			continue
		}
		if earlier, twice := seen[word]; twice {
			problems.Add(at, word+" is on line "+strconv.Itoa(earlier)+" too", "put all its words on one line")
			continue
		}
		seen[word] = n
		lines = append(lines, WordLine{word, otherWords(word, rest), at})
	}
	return lines, problems.All()
}

func otherWords(word, rest string) []string {
	var others []string
	for other := range strings.SplitSeq(rest, ",") {
		if other = plainWord(other); other != "" && other != word && !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	return others
}

func plainWord(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "’", "'")
}
