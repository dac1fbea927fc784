package offer

import (
	"slices"
	"strings"
)

// Vocabulary is the allowed values of one field of the front matter, with the
// words that pages use for them. It is data: a council adds a need, renames a
// tier or adds a whole new vocabulary without code.
type Vocabulary struct {
	Field    string   `toml:"field"`
	Title    string   `toml:"title"`
	Address  string   `toml:"address"` // first part of its lists' addresses: need in /need/autism/
	Shape    string   `toml:"shape"`   // one, many or answers
	Browse   string   `toml:"browse"`  // heading on the page of ways to browse; none: not offered there
	Kinds    []string `toml:"kinds"`
	Required bool     `toml:"required"`
	Every    bool     `toml:"every"` // a search for two values is for what has both
	All      string   `toml:"all"`   // what "all" means; none: "all" may not be written
	Values   []Value  `toml:"value"`
}

// Value is one word of a vocabulary.
type Value struct {
	ID       string   `toml:"id"`
	Label    string   `toml:"label"`
	Official string   `toml:"official"` // the statutory word, where the label is a plainer one
	Help     string   `toml:"help"`
	Question string   `toml:"question"` // as a family asks it, in a vocabulary of answers
	Opposite string   `toml:"opposite"` // what a "no" means, where that is the good news
	Answers  []Answer `toml:"answers"`  // other than yes and no
	Words    []string `toml:"words"`    // what families call it: searched, never shown
	Referral bool     `toml:"referral"` // of a way in: somebody else has to ask for the child
	Guide    Ref      `toml:"guide"`    // the guide that explains it
}

// The shapes of a vocabulary.
const (
	ShapeOne     = "one"
	ShapeMany    = "many"
	ShapeAnswers = "answers"
)

// Value finds one word by its id.
func (v *Vocabulary) Value(id string) *Value {
	for i := range v.Values {
		if v.Values[i].ID == id {
			return &v.Values[i]
		}
	}
	return nil
}

// IDs are all the words that may be written.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Values))
	for i := range v.Values {
		ids[i] = v.Values[i].ID
	}
	return ids
}

// For reports that the vocabulary belongs to entries of a kind. One without
// values belongs to none: nothing could be written.
func (v *Vocabulary) For(kind string) bool {
	return len(v.Values) > 0 && slices.Contains(v.Kinds, kind)
}

// Explained are the vocabularies whose value is explained on an entry's page.
var Explained = []string{"way-in", "tier"}

// Explanation is what a value means, and what officials call it.
func (v *Value) Explanation() string {
	if v.Official == "" {
		return v.Help
	}
	return strings.TrimSpace(v.Help + " Officials say “" + strings.ToLower(v.Official[:1]) + v.Official[1:] + "”.")
}

// Allowed are the answers that one question takes.
func (v Value) Allowed() []Answer {
	if len(v.Answers) > 0 {
		return v.Answers
	}
	return []Answer{Yes, No}
}
