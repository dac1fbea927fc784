package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
)

// recordTwin records that a page in another edition was read beside its
// original, and what that said.
func recordTwin(cmd *cobra.Command, flags *reviewFlags, slug string) error {
	if len(flags.checked) > 0 {
		return errors.New("--checked is for facts, and the facts of a page in other words are its original's: leave it out")
	}
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	file, err := fileOf(folder, slug)
	if err != nil {
		return err
	}
	catalogue, problems, err := linkedEntries(folder, options)
	if err != nil {
		return machineError{err}
	}
	twin := twinIn(catalogue, file)
	if twin == nil {
		return refuse(cmd, problems, false)
	}
	original := catalogue.Original(twin)
	old, err := fs.ReadFile(folder, file)
	if err != nil {
		return machineError{err}
	}
	if flags.how == "" && twin.Twin.How == offer.ByMachine {
		return fmt.Errorf("a machine wrote %s; say whether a person has read all of it now: --how %s or --how %s", file, offer.Tellings[2], offer.ByMachine)
	}
	t := offer.Twin{On: options.AsOf, By: strings.TrimSpace(flags.by), How: flags.how, Original: original.Wording()}
	text, problems := review.StampTwin(file, old, t)
	if err := flags.replace(cmd, file, old, text, problems); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "from now on, localoffer check says when the words of %s change\n", original.File)
	return nil
}

// twinIn is the entry that a file tells in another edition, or nil.
func twinIn(c *offer.Catalogue, file string) *offer.Entry {
	if c == nil {
		return nil
	}
	for _, twin := range c.AllTwins() {
		if twin.File == file {
			return twin
		}
	}
	return nil
}
