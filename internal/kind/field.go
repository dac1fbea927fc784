package kind

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Shape is what may stand in a field.
type Shape uint8

// The shapes of a field.
const (
	Text    Shape = iota // a few words
	Long                 // words on one or more lines
	Texts                // a list of words
	Date                 // a day
	Dates                // a list of days
	Clock                // a time of day
	Ages                 // 5-11
	Money                // 3.50
	Phone                // a telephone number
	Email                // an email address
	Website              // an address elsewhere
	Code                 // a postcode
	Former               // a list of addresses that entries had before
	Answer               // yes or no; left out, nothing is stated
	Choice               // one of some words
	Choices              // some of some words
	Number               // one of some numbers
	Numbers              // some of some numbers
	Entry                // the file name of another entry
	Entries              // a list of file names of other entries
	Group                // fields of its own
	Groups               // a list of those
)

// Field declares one field of the front matter: its name, what may stand in it,
// and how an editor is told. The readers, the problems, the JSON Schema and the
// form for editors all go by this one declaration.
type Field struct {
	Name    string
	Label   string // its name in a form
	Help    string // one sentence for the person who fills it in
	Shape   Shape
	Example string       // as YAML writes it after the name and the colon
	Needed  bool         // it may not be left out
	Lack    *offer.Fault // what is said where it is left out; nil: the usual words
	Words   []string     // of Choice, Choices, Answer, Number and Numbers: what may be written
	Kind    string       // of Entry: what sort of entry is named
	Retold  bool         // an entry told in another edition says it again, in words of its own
	Fields  []Field      // of Group and Groups
	Short   *Field       // what may stand in place of a group that says only this

	From func(*offer.Settings) []Option // Words that the site's settings have
	More func(*offer.Settings) []Field  // Fields that the site's settings add
}

// Option is one of the words that may be written, and what it means.
type Option struct{ ID, Label string }

// Options are the words that may be written in a field of this site.
func (d *Field) Options(settings *offer.Settings) []Option {
	if d.From != nil {
		return d.From(settings)
	}
	options := make([]Option, len(d.Words))
	for i, id := range d.Words {
		options[i] = Option{id, label(id)}
	}
	return options
}

// label makes words for people out of words for files: waiting-list.
func label(id string) string { return offer.Capital(strings.ReplaceAll(id, "-", " ")) }

// Inner are the fields of a group in this site.
func (d *Field) Inner(settings *offer.Settings) []Field {
	fields := usable(d.Fields, settings)
	if d.More != nil {
		fields = append(fields, d.More(settings)...)
	}
	return fields
}

// usable leaves out the fields whose words are the settings' to state, where
// they state none: nothing could be written there.
func usable(fields []Field, settings *offer.Settings) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(d Field) bool {
		return d.From != nil && len(d.From(settings)) == 0
	})
}

// Declared are the fields that an entry of this kind may have, those of the
// site's vocabularies among them. What must be filled in comes first.
func (k *Kind) Declared(settings *offer.Settings) []Field {
	fields := append(usable(k.Fields, settings), vocabularyFields(k.Name, settings)...)
	slices.SortStableFunc(fields, func(a, b Field) int { return order(a) - order(b) })
	return fields
}

// order puts the title first and the check of the facts last among what must be
// filled in, and after it what may be.
func order(d Field) int {
	switch {
	case d.Name == "title" || d.Name == "summary":
		return 0
	case d.Name == "owner" || d.Name == "reviewed":
		return 2
	case d.Needed:
		return 1
	}
	return 3
}

// numbered are the numbers from 1 on, as words.
func numbered(last int) []string {
	words := make([]string, last)
	for i := range words {
		words[i] = strconv.Itoa(i + 1)
	}
	return words
}

func contactOptions(s *offer.Settings) []Option {
	var options []Option
	for _, c := range s.Contacts {
		options = append(options, Option{c.ID, first(c.Name, c.ID)})
	}
	return options
}

func routeOptions(s *offer.Settings) []Option {
	var options []Option
	for _, r := range s.Routes {
		options = append(options, Option{r.ID, label(r.ID)})
	}
	return options
}

// topicOptions are the topics that the law lists, by their numbers.
func topicOptions(s *offer.Settings) []Option {
	var options []Option
	for i, topic := range s.Statutory.Topics {
		options = append(options, Option{strconv.Itoa(i + 1), offer.Capital(topic)})
	}
	return options
}
