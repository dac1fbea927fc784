package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
	"github.com/localoffer/localoffer/internal/source"
)

// checkAgainst compares the reviews of a site with those of a folder in which
// it stands as it was, and adds what is odd to what was found before. The
// program asks no Git for that folder, so any other way to keep one will do.
func checkAgainst(cmd *cobra.Command, after fs.FS, folder string, problems []offer.Problem) ([]offer.Problem, error) {
	before, err := openSite(folder)
	if err != nil {
		return nil, machineError{fmt.Errorf("open the site as it was: %w", err)}
	}
	if _, err := fs.Stat(before, source.Root); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("--against %s: there is no folder %s in it; name the folder that holds config.toml", folder, source.Root)
	}
	moves, err := review.Against(before, after)
	if err != nil {
		return nil, machineError{err}
	}
	fmt.Fprintln(cmd.ErrOrStderr(), review.MovedSummary(moves))
	var all offer.Problems
	all.Join(problems)
	all.Join(review.MovedProblems(moves))
	return all.All(), nil
}
