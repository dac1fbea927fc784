package compare

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// most is how many lines of one sort are shown; a change may be of hundreds.
const most = 20

// Markdown is the report as a comment on a change, for people who look after the
// Local Offer and may never have seen its files.
func (r *Report) Markdown() string {
	var b strings.Builder
	if r.Empty() {
		b.WriteString("Nothing changes that families would notice.\n")
	}
	r.entries(&b)
	if r.Edited > 0 {
		fmt.Fprintf(&b, "\n%s changed in wording alone.\n", offer.Counted(r.Edited, "other page", "other pages"))
	}
	section(&b, "In Easy Read and other languages", each(r.Told, escaped))
	section(&b, "Nothing is left for", each(r.Gaps, escaped))
	section(&b, "No page covers these topics of the law any more", each(r.Topics, escaped))
	section(&b, "These addresses lead nowhere any more", each(r.Gone, escaped))
	if len(r.Due) > 0 {
		titles := make([]string, len(r.Due))
		for i, e := range r.Due {
			titles[i] = e.Title
		}
		fmt.Fprintf(&b, "\n%s due for a check within a week: %s.\n", offer.Counted(len(r.Due), "page falls", "pages fall"), escaped(offer.AndMore(titles)))
	}
	if r.Note != "" {
		fmt.Fprintf(&b, "\n%s\n", r.Note)
	}
	return strings.TrimLeft(b.String(), "\n")
}

func (r *Report) entries(b *strings.Builder) {
	var lines []string
	for _, e := range r.Added {
		lines = append(lines, fmt.Sprintf("**%s** (%s): %s", escaped(e.Title), e.Kind, escaped(e.Summary)))
	}
	section(b, added(r.Added), lines)
	lines = nil
	for _, gone := range r.Removed {
		line := fmt.Sprintf("**%s** (%s).", escaped(gone.Entry.Title), gone.Entry.Kind)
		if gone.Why != "" {
			line += " " + escaped(gone.Why)
		}
		if gone.Only != "" {
			line += " **It was the only one of this sort: " + escaped(gone.Only) + ".**"
		}
		lines = append(lines, line)
	}
	section(b, offer.Counted(len(r.Removed), "page", "pages")+" families can no longer use", lines)
	lines = nil
	for _, c := range r.Changed {
		lines = append(lines, fmt.Sprintf("**%s**\n  - %s", escaped(c.Entry.Title), strings.Join(each(c.Facts, escaped), "\n  - ")))
	}
	section(b, offer.Counted(len(r.Changed), "page says", "pages say")+" something else", lines)
}

// added counts what is new by its kind: "2 activities and 1 guide added".
func added(entries []*offer.Entry) string {
	var parts []string
	for _, k := range kind.All {
		n := 0
		for _, e := range entries {
			if e.Kind == k.Name {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, offer.Counted(n, k.Name, k.Folder))
		}
	}
	return offer.And(parts) + " added"
}

func section(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s\n\n", title)
	for _, line := range lines[:min(most, len(lines))] {
		fmt.Fprintf(b, "- %s\n", line)
	}
	if more := len(lines) - most; more > 0 {
		fmt.Fprintf(b, "- and %d more\n", more)
	}
}

func each(texts []string, change func(string) string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = change(text)
	}
	return out
}

// escaped keeps the words of content from being read as Markdown, or as HTML:
// whoever proposes a change must not be able to dress up the report on it.
func escaped(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	for _, c := range text {
		if unicode.IsControl(c) {
			continue
		}
		if strings.ContainsRune("\\`*_{}[]<>#|~@!&", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
