package site

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/localoffer/localoffer/internal/advice"
	"github.com/localoffer/localoffer/internal/offer"
)

// advise reads the entries over the editor's shoulder.
func (s *Site) advise(folder fs.FS) ([]offer.Problem, error) {
	text, err := fs.ReadFile(folder, advice.AvoidFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read %s: %w", advice.AvoidFile, err)
	}
	avoid, problems := offer.ParseWordList(advice.AvoidFile, text, "service user = family, young person")
	return append(problems, advice.Of(s.Catalogue, avoid, s.reported)...), nil
}

// wanted points out what pages asked for in the words of an edition, and were
// given in English.
func wanted(c *offer.Catalogue) []offer.Problem {
	var problems offer.Problems
	for _, ed := range c.Editions {
		phrases := ed.Words.Wanted()
		if len(c.Told(ed)) == 0 || len(phrases) == 0 {
			continue
		}
		for i := range phrases {
			phrases[i] = "“" + phrases[i] + "”"
		}
		problems.Advise(offer.Place{File: ed.File, Line: 1, Col: 1}, "pages in "+ed.Name+" say this in English: "+offer.AndMore(phrases),
			`say it below [words] in that file of your site, like "Search" = "Szukaj"; localoffer new language `+ed.ID+" writes one to fill in")
	}
	return problems.All()
}
