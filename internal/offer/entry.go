package offer

import "strings"

// Entry is one file of content: what every kind has, and the Detail that its
// own kind adds. One concrete type flows down the whole line, and what was read
// is never written to again: a preview makes one site after another from the
// same entries.
type Entry struct {
	Kind   string // activity, provider, guide, journey, comment, page or term
	Folder string // the folder of its kind: activities
	Slug   string // the file's name up to its first dot, and the last part of the address
	File   string // content/activities/sunday-swim.md

	Title   string
	Summary string
	Owner   string
	Also    []string // words that families use: searched, never shown
	Tags    map[string][]string
	Answers map[string]map[string]Answer
	All     map[string]bool // vocabularies in which the entry said "all"
	Steps   string          // where there are steps, in words

	Starts, Ends Date
	Closed       *Closure
	Reviewed     Review
	Lasts        string // which of the review limits holds: club, service, guide …
	Category     string // for a limit of its own

	Aliases   []Alias
	SeeAlso   []Ref
	Statutory []int

	Said   []Prose // the fields of the front matter that are sentences
	Body   Body
	Detail Detail

	Edition *Edition // in which it is told; nil for the main one
	Twin    Twin     // how it came to be told in another

	Sum [32]byte // SHA-256 of the file, to tell two builds apart
}

// Detail is what one kind of entry has and others lack. It can say itself as
// labelled rows, which feed the page and whatever else publishes the entry.
type Detail interface {
	Facts(e *Entry, c *Catalogue) []Group
}

// The capabilities of an entry are asked for by method, not by kind.
type (
	// Aged has ages.
	Aged interface{ AgeRange() Ages }
	// Timed happens at known times.
	Timed interface{ Sessions() []Session }
	// Priced has a cost.
	Priced interface{ Prices() []Price }
	// Venued happens at a place.
	Venued interface{ Place() *Venue }
	// Reachable has somebody to ring.
	Reachable interface{ Contacts(*Catalogue) Contact }
	// Provided is run by a provider.
	Provided interface{ ProvidedBy() Ref }
	// Voiced says something in words of its kind's own: a worry, a comment.
	Voiced interface{ Voice() string }
	// Referring points to other entries beyond see-also.
	Referring interface{ Refs() []Ref }
)

// Group is some facts under one heading.
type Group struct {
	ID    string
	Title string
	Facts []Fact
}

// Fact is one labelled row. Mark is the look of an answer, or "". What was once
// a fact and is none now is Past: it is said with its date, and never searched.
type Fact struct {
	Label string
	Items []Item
	Mark  string
	Past  bool
	Lang  string // of the label, where it is not the page's
}

// Item is a piece of a fact: words, and where they lead.
type Item struct {
	Text string
	URL  string
	Code bool   // a telephone number or postcode: not to be turned round in a right-to-left page
	Lang string // of the words, where it is not the page's
	To   string // the language of what they lead to, where it is not the page's
}

// Ref is a slug that an editor wrote, and where. Kind limits what it may name.
type Ref struct {
	Slug string
	Kind string
	At   Place
}

// UnmarshalText reads a slug from the settings, where only guides are named.
// Where it stands is filled in by whoever knows the file.
func (r *Ref) UnmarshalText(text []byte) error {
	r.Slug, r.Kind = string(text), "guide"
	return nil
}

// Alias is a former address of an entry.
type Alias struct {
	URL string
	At  Place
}

// URL is the address of the entry's page within the site.
func (e *Entry) URL() string { return e.Edition.URL(e.MainURL()) }

// MainURL is the address of the page in the main edition.
func (e *Entry) MainURL() string { return "/" + e.Folder + "/" + e.Slug + "/" }

// Has reports that the entry carries a value of a vocabulary.
func (e *Entry) Has(field, id string) bool {
	for _, tag := range e.Tags[field] {
		if tag == id {
			return true
		}
	}
	return false
}

// Tag is the single value of a vocabulary that takes one, or "".
func (e *Entry) Tag(field string) string {
	if tags := e.Tags[field]; len(tags) > 0 {
		return tags[0]
	}
	return ""
}

// AgeRange is the ages of an entry that has any.
func (e *Entry) AgeRange() Ages {
	if d, ok := e.Detail.(Aged); ok {
		return d.AgeRange()
	}
	return Ages{}
}

// Venue is the place of an entry that has one, else nil.
func (e *Entry) Venue() *Venue {
	if d, ok := e.Detail.(Venued); ok {
		return d.Place()
	}
	return nil
}

// Sessions are the times of an entry that has any.
func (e *Entry) Sessions() []Session {
	if d, ok := e.Detail.(Timed); ok {
		return d.Sessions()
	}
	return nil
}

// Prices are the costs of an entry that states any.
func (e *Entry) Prices() []Price {
	if d, ok := e.Detail.(Priced); ok {
		return d.Prices()
	}
	return nil
}

// Body is the Markdown below the front matter, rendered.
type Body struct {
	HTML     string
	Prose    []Prose
	Sections []Section
	Links    []Hyperlink
}

// Text is all the words of the body.
func (b *Body) Text() string {
	all := make([]string, len(b.Prose))
	for i, p := range b.Prose {
		all[i] = p.Text
	}
	return strings.Join(all, " ")
}

// Prose is a run of words as a family reads them, and where it begins: a block
// of the body, or a field of the front matter.
type Prose struct {
	Field string // of the front matter, like contact.name; "" in the body
	Text  string
	At    Place
}

// Section is a heading of the second level and all that stands under it. The
// words before the first heading are a section with no title.
type Section struct {
	ID, Title, HTML string
}

// Hyperlink is a link in the Markdown, where it stands: within the site from
// its first slash, or to another site with its scheme.
type Hyperlink struct {
	URL string
	At  Place
}
