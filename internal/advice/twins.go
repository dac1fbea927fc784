package advice

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// twins tells of two activities that look like one: the same telephone number
// or postcode, and much the same name.
func (r *reader) twins() {
	seen := map[string][]*offer.Entry{}
	told := map[*offer.Entry]bool{}
	for _, e := range r.Activities() {
		for _, key := range r.marks(e) {
			for _, other := range seen[key] {
				if !told[e] && SameName(e.Title, other.Title) {
					told[e] = true
					r.Advise(offer.Place{File: e.File, Line: 1, Col: 1}, "this looks like the same thing as "+other.File, "if it is, delete one and write its address under aliases: in the other; if not, say in the titles how they differ")
				}
			}
			const few = 50 // a switchboard stands in hundreds
			if len(seen[key]) < few {
				seen[key] = append(seen[key], e)
			}
		}
	}
}

// marks are what two entries for one thing would share.
func (r *reader) marks(e *offer.Entry) []string {
	var marks []string
	if v := e.Venue(); v != nil && v.Postcode != "" {
		marks = append(marks, string(v.Postcode))
	}
	if d, ok := e.Detail.(offer.Reachable); ok {
		if phone := d.Contacts(r.Catalogue).Phone; phone != "" {
			marks = append(marks, offer.Dial(phone))
		}
	}
	return marks
}

// SameName reports that of the telling words of two titles most are the same.
func SameName(a, b string) bool {
	first, second := telling(a), telling(b)
	both := 0
	for w := range first {
		if second[w] {
			both++
		}
	}
	all := len(first) + len(second) - both
	return all > 0 && both*4 >= all*3
}

// telling are the words of a title, each once, without its plural s.
func telling(title string) map[string]bool {
	set := map[string]bool{}
	for _, w := range lowered(title) {
		if w != "the" && w != "and" && w != "of" && w != "at" && w != "for" && w != "a" && w != "in" {
			set[strings.TrimSuffix(w, "s")] = true
		}
	}
	return set
}
