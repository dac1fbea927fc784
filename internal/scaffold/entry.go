package scaffold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// Entry writes the file of a new entry from the answers to its questions, and
// gives its path within the site.
func Entry(folder string, k *kind.Kind, c *offer.Catalogue, answers map[string]string, today offer.Date) (string, error) {
	slug := source.Slug(answers["title"])
	name := source.Root + "/" + k.Folder + "/" + slug + ".md"
	if c.At("/"+k.Folder+"/"+slug+"/") != nil {
		return "", fmt.Errorf("%s: %w; give the new one another title, or edit the one that is there", name, ErrExists)
	}
	to := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	return name, write(to, matter(k, c, answers, today)+bodies[k.Name])
}

// matter is the front matter of a new entry, its fields in the order of the
// questions.
func matter(k *kind.Kind, c *offer.Catalogue, answers map[string]string, today offer.Date) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, q := range Questions(k, c) {
		answer, given := answers[q.Field]
		switch {
		case !given:
		case q.Field == "phone":
			fmt.Fprintf(&b, "contact: {phone: %s}\n", inList(answer))
		case q.Field == "how":
			fmt.Fprintf(&b, "reviewed: {on: %s, by: %s, how: %s}\n", today, inList(answers["owner"]), answer)
		case q.Many && answer != "all":
			fmt.Fprintf(&b, "%s: [%s]\n", q.Field, strings.Join(q.words(answer), ", "))
		default:
			fmt.Fprintf(&b, "%s: %s\n", q.Field, quoted(answer))
		}
	}
	b.WriteString("---\n")
	return b.String()
}

var (
	plain     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 ,.'’()/-]*$`)
	plainDate = regexp.MustCompile(`^[0-9]+([-+][0-9-]*)?$`)
	meant     = regexp.MustCompile(`(?i)^(yes|no|true|false|on|off|null|y|n)$`)
)

// quoted writes words so that YAML reads back just those words. A JSON string
// is a YAML string.
func quoted(s string) string {
	if (plain.MatchString(s) || plainDate.MatchString(s)) && !meant.MatchString(s) {
		return s
	}
	text, _ := json.Marshal(s) // a string always has a JSON form
	return string(text)
}

// inList is quoted inside { }, where a comma would end the words.
func inList(s string) string {
	if plain.MatchString(s) && !meant.MatchString(s) && !strings.ContainsAny(s, ",") {
		return s
	}
	text, _ := json.Marshal(s)
	return string(text)
}

// bodies are the first words of a new entry: what to write, for the editor to
// write over.
var bodies = map[string]string{
	"activity": "Say what happens there, in short sentences.\n\n## Your first visit\n\nSay what a family should expect, and what to bring.\n",
	"provider": "Say in a few sentences who they are.\n",
	"guide":    "Give the short answer first.\n\n## What to do first\n\n1. Say the first step.\n2. Say the next step.\n\n## Who can help\n\nSay who families can ask.\n",
	"journey": `## What you can do today

Say what a family can use now, with nobody's permission.

## Who to ask

Say who helps, and how to reach them.

## Asking for an assessment

Say when to ask for one, and how.

## How long it takes

Say how long it takes now, with the date on which that was true.

## While you wait

Say what helps in the meantime.

## Who decides, and if you disagree

Say who decides, and what to do if a family thinks it is wrong.

## Talk to someone

Name a team that families can ring.
`,
}
