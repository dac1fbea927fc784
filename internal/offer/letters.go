package offer

import (
	"strings"
	"unicode"
)

// Letter is a letter of the A to Z.
type Letter struct {
	Name    string
	Entries []*Entry // those that are listed, by title
	Some    bool     // there are entries, listed or not
}

// URL is the address of the letter's first page.
func (l Letter) URL() string { return "/a-z/" + strings.ToLower(l.Name) + "/" }

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// noLetter is the name under which stands what begins with none of these.
const noLetter = "0-9"

// Letters are all letters, in order, with what begins with them. Comments are
// not among it: nobody knows one by its title.
func (c *Catalogue) Letters() []Letter { return c.letters }

func (c *Catalogue) fileLetters() {
	numbers := map[string]int{}
	for i, name := range append(strings.Split(alphabet, ""), noLetter) {
		c.letters = append(c.letters, Letter{Name: name})
		numbers[name] = i
	}
	for _, r := range c.titled {
		if r.entry.Kind == "comment" {
			continue
		}
		l := &c.letters[numbers[r.letter]]
		l.Some = true
		if r.state.Listed() {
			l.Entries = append(l.Entries, r.entry)
		}
	}
}

// firstLetter is the letter under which a title is looked up.
func firstLetter(title string) string {
	for _, r := range title {
		r = unicode.ToUpper(r)
		switch {
		case r >= 'A' && r <= 'Z':
			return string(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return noLetter
		}
	}
	return noLetter
}
