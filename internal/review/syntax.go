package review

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// syntax is how one format of front matter writes what a review needs.
type syntax struct {
	sep      byte   // stands between a name and its value
	between  string // that, with the spaces that people put around it
	comments bool   // # begins one
	indents  bool   // a map may be written as deeper lines, without braces
	strings  bool   // words always stand in quotation marks
	names    bool   // and so do names
	dates    bool   // a date needs none
}

var (
	yamlSyntax = &syntax{sep: ':', between: ": ", comments: true, indents: true, dates: true}
	tomlSyntax = &syntax{sep: '=', between: " = ", comments: true, strings: true, dates: true}
	jsonSyntax = &syntax{sep: ':', between: ": ", strings: true, names: true}

	syntaxes = map[string]*syntax{"---": yamlSyntax, "+++": tomlSyntax, ";;;": jsonSyntax, "{": jsonSyntax}
)

// pair is a name with its value.
func (s *syntax) pair(name, value string) string {
	if s.names {
		name = `"` + name + `"`
	}
	return name + s.between + value
}

// plain are words that YAML reads as just those words, in a list as well. The
// rest of the words that mean something else to it are in meant.
var (
	plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 .'’()/-]*$`)
	meant = regexp.MustCompile(`(?i)^(yes|no|true|false|on|off|null|y|n)$`)
)

// word writes some words. Where the ones that they replace stood in quotation
// marks, so do they.
func (s *syntax) word(words, old string) string {
	switch {
	case strings.HasPrefix(old, "'") && s.indents:
		return "'" + strings.ReplaceAll(words, "'", "''") + "'"
	case strings.HasPrefix(old, "'") && !strings.Contains(words, "'"):
		return "'" + words + "'"
	case !s.strings && !strings.HasPrefix(old, `"`) && plain.MatchString(words) && !meant.MatchString(words):
		return words
	}
	return quoted(words)
}

// date writes a day, in quotation marks where the former one had them.
func (s *syntax) date(day, old string) string {
	if old != "" && strings.ContainsAny(old[:1], `"'`) {
		return old[:1] + day + old[:1]
	}
	if s.dates {
		return day
	}
	return quoted(day)
}

// list writes some words as a list on one line.
func (s *syntax) list(words []string) string {
	written := make([]string, len(words))
	for i, w := range words {
		written[i] = s.word(w, "")
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// days writes facts with the day of each as a map on one line.
func (s *syntax) days(facts map[string]offer.Date) string {
	var written []string
	for _, fact := range offer.Dated {
		if day, found := facts[fact]; found {
			written = append(written, s.pair(fact, s.date(day.String(), "")))
		}
	}
	return "{" + strings.Join(written, ", ") + "}"
}

// quoted is a string of JSON, which is one of YAML and of TOML too.
func quoted(words string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(words) // a string always has a JSON form
	return strings.TrimSuffix(b.String(), "\n")
}
