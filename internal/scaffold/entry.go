package scaffold

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// Entry writes the file of a new entry from the answers to its questions, and
// gives its path within the site.
func Entry(folder string, k *kind.Kind, c *offer.Catalogue, answers ask.Answers, today offer.Date) (string, error) {
	slug := source.Slug(answers["title"])
	name := source.Root + "/" + k.Folder + "/" + slug + ".md"
	if c.At("/"+k.Folder+"/"+slug+"/") != nil {
		return "", fmt.Errorf("%s: %w; give the new one another title, or edit the one that is there", name, ErrExists)
	}
	to := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	matter, _ := (&asker{kind: k, c: c, today: today, fields: k.Declared(c.Settings)}).draft(answers)
	return name, write(to, matter+bodies[k.Name])
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
