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
