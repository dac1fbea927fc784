package search

import (
	"slices"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// SynonymsFile is the vocabulary of a site's search, below content/: on each
// line the word that the site uses, an = and the words that families use for
// it, misspellings too, with commas between them. A # begins a remark.
const SynonymsFile = "content/synonyms.txt"

// Synonyms are groups of words that mean the same to a family. They are added
// to what is searched, never to what is shown.
type Synonyms struct {
	groups  []synonyms
	byFirst map[string][]int // groups by the first word of each of their phrases
}

type synonyms struct {
	preferred string
	all       []string // the preferred words first
}

// ParseSynonyms reads the vocabulary. A line that cannot be read is a problem.
func ParseSynonyms(text []byte) (*Synonyms, []offer.Problem) {
	s := &Synonyms{byFirst: map[string][]int{}}
	lines, problems := offer.ParseWordList(SynonymsFile, text, "short breaks = respite, respite care")
	for _, line := range lines {
		s.add(synonyms{preferred: line.Word, all: append([]string{line.Word}, line.Others...)})
	}
	return s, problems
}

func (s *Synonyms) add(g synonyms) {
	at := len(s.groups)
	s.groups = append(s.groups, g)
	for _, phrase := range g.all {
		first, _, _ := strings.Cut(phrase, " ")
		if !slices.Contains(s.byFirst[first], at) {
			s.byFirst[first] = append(s.byFirst[first], at)
		}
	}
}

// For gives the other words for what a text speaks of, to be searched with it.
func (s *Synonyms) For(text string) string {
	if s == nil {
		return ""
	}
	words := strings.FieldsFunc(straight(strings.ToLower(text)), func(r rune) bool { return r == ' ' || r == '\n' || strings.ContainsRune(".,;:!?()“”\"/", r) })
	plain := " " + strings.Join(words, " ") + " "
	var out strings.Builder
	done := map[int]bool{}
	for _, w := range words {
		for _, at := range s.byFirst[w] {
			if done[at] || !s.groups[at].in(plain) {
				continue
			}
			done[at] = true
			out.WriteString("\n" + strings.Join(s.groups[at].all, "\n"))
		}
	}
	return out.String()
}

// straight makes a curly apostrophe a straight one, for editors write both.
func straight(s string) string { return strings.ReplaceAll(s, "’", "'") }

// in reports that some phrase of the group stands in a text, as whole words.
func (g synonyms) in(plain string) bool {
	return slices.ContainsFunc(g.all, func(phrase string) bool { return strings.Contains(plain, " "+phrase+" ") })
}

// spoken is a phrase as the script cuts a query into words (tokens, in core.js).
func spoken(phrase string) string {
	words := strings.FieldsFunc(phrase, func(r rune) bool { return r != '\'' && r != '’' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := range words {
		words[i] = form(words[i])
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

// Aliases say which preferred words each other phrase stands for, so that a
// result can say "Showing short breaks for respite".
func (s *Synonyms) Aliases() map[string]string {
	aliases := map[string]string{}
	if s == nil {
		return aliases
	}
	for _, g := range s.groups {
		for _, phrase := range g.all[1:] {
			said := spoken(phrase)
			if _, taken := aliases[said]; !taken && said != "" && said != spoken(g.preferred) {
				aliases[said] = g.preferred
			}
		}
	}
	return aliases
}
