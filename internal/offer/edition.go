package offer

import (
	"regexp"
	"strings"
)

// EasyRead is the edition for those who find reading hard: short sentences in
// the site's own language, a picture beside each.
const EasyRead = "easy-read"

// Edition is another way to read the site than its main one: in Easy Read, or
// in another language. An entry that is told in it has a twin, a file of its
// own: sunday-swim.pl.md beside sunday-swim.md. What the site itself says is
// said in the words of languages/pl.toml.
//
// The main edition is nil, and says everything as it is written.
type Edition struct {
	ID    string // pl: in the names of files, and first in addresses
	Name  string // as its readers call it: Polski
	Lang  string // its language (BCP 47); of Easy Read "", for it is the site's own
	Right bool   // written from right to left
	File  string // of its words
	Words *Phrases

	Urgent []string // words in a search that cannot wait, in small letters
}

// languageIDs are the names of languages (BCP 47, in small letters).
var languageIDs = regexp.MustCompile(`^[a-z]{2,3}(-[a-z0-9]{2,8})*$`)

// LanguageID reports that a word can be the name of an edition in a language.
func LanguageID(id string) bool { return languageIDs.MatchString(id) }

// URL is the address in this edition of what has an address in the main one.
func (ed *Edition) URL(main string) string {
	if ed == nil {
		return main
	}
	return "/" + ed.ID + main
}

// LangOf is the language tag of an edition (BCP 47). Easy Read has the variant that
// is registered for what is put simply.
func (s *Settings) LangOf(ed *Edition) string {
	switch {
	case ed == nil:
		return s.Language
	case ed.Lang == "":
		return s.Language + "-simple"
	}
	return ed.Lang
}

// Direction is how the words of an edition run: ltr or rtl.
func (ed *Edition) Direction() string {
	if ed != nil && ed.Right {
		return "rtl"
	}
	return "ltr"
}

// Simple reports that an edition is in the site's own language.
func (ed *Edition) Simple() bool { return ed == nil || ed.Lang == "" }

// Say is what the site says in this edition, with what belongs in the places of
// {1}, {2} and so on. Where nobody has put it into other words it is said in
// English, and remembered as wanting.
func (ed *Edition) Say(english string, parts ...string) string {
	if ed == nil {
		return filled(english, parts)
	}
	words, known := ed.Words.exact(english)
	if !known {
		if !ed.Simple() {
			ed.Words.want(english)
		}
		words = english
	}
	return filled(words, parts)
}

// Put puts a text that was made of English words and figures, like “5 to 11
// years”, into the words of this edition. The second result is false where that
// cannot be done, and the text is English.
func (ed *Edition) Put(text string) (string, bool) {
	if ed == nil {
		return text, true
	}
	if words, known := ed.Words.Put(text); known {
		return ed.ordered(words), true
	}
	return text, ed.Simple()
}

// ordered keeps the sign of a sum of money before its figures where the words run
// from right to left. Behind an Arabic letter it would else stand after them
// (Unicode's bidirectional algorithm, rule W2): a left-to-right mark goes between.
func (ed *Edition) ordered(words string) string {
	if !ed.Right {
		return words
	}
	return strings.ReplaceAll(words, "£", "\u200e£")
}

// filled puts parts in their places. What looks like a place in a part is none.
func filled(words string, parts []string) string {
	var out strings.Builder
	for len(parts) > 0 {
		before, after, found := strings.Cut(words, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		if part, rest, is := placed(after, parts); is {
			out.WriteString(part)
			words = rest
		} else {
			out.WriteString("{")
			words = after
		}
	}
	out.WriteString(words)
	return out.String()
}

// placed is the part whose number (of one figure) and brace a text begins with, and
// the text after them.
func placed(text string, parts []string) (part, rest string, is bool) {
	number, rest, closed := strings.Cut(text, "}")
	if !closed || len(number) != 1 || number < "1" || int(number[0]-'1') >= len(parts) {
		return "", "", false
	}
	return parts[number[0]-'1'], rest, true
}

// Edition finds an edition by its name in files and addresses, or gives nil.
func (s *Settings) Edition(id string) *Edition {
	for _, ed := range s.Editions {
		if ed.ID == id {
			return ed
		}
	}
	return nil
}
