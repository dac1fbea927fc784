package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
	"github.com/localoffer/localoffer/internal/scaffold"
)

func newTwinCommand() *cobra.Command {
	var flags siteFlags
	cmd := &cobra.Command{
		Use:   "twin SLUG EDITION",
		Short: "Begin a page in Easy Read or another language",
		Long: `New twin writes a file beside that of an entry, with the entry's own words for
somebody to put into Easy Read or another language. The facts (times, prices,
telephone numbers) stay in the first file, and are shown from there.

    localoffer new twin sunday-swim easy-read
    localoffer new twin guides/what-are-short-breaks pl

Where the language is not known yet, begin with its words:

    localoffer new language ro`,
		Args: written("sunday-swim pl"),
		RunE: func(cmd *cobra.Command, args []string) error {
			catalogue, err := flags.catalogue(cmd)
			if err != nil {
				return err
			}
			original := catalogue.Find(offer.Ref{Slug: review.Tidy(args[0])})
			if original == nil {
				return fmt.Errorf("there is no entry called %s; write its file's name without .md, with its folder where two share it: guides/direct-payments", args[0])
			}
			ed := catalogue.Edition(args[1])
			if ed == nil {
				return noEdition(catalogue, args[1])
			}
			file, err := scaffold.Twin(flags.folder, original, ed, catalogue.Today)
			if errors.Is(err, scaffold.ErrExists) {
				return fmt.Errorf("%w; that entry has a page in %s", err, ed.Name)
			}
			return printMade(cmd, []string{file}, err)
		},
	}
	flags.add(cmd)
	return cmd
}

// noEdition says which languages there are, and how to begin another.
func noEdition(c *offer.Catalogue, asked string) error {
	var ids []string
	for _, ed := range c.Editions {
		if strings.EqualFold(ed.ID, asked) || strings.EqualFold(ed.Name, asked) {
			return fmt.Errorf("there is no language called %s here; did you mean %s?", asked, ed.ID)
		}
		ids = append(ids, ed.ID)
	}
	other := asked
	if !offer.LanguageID(asked) {
		other = "and its code"
	}
	return fmt.Errorf("there is no language called %s here; there is %s. To begin another: localoffer new language %s", asked, offer.And(ids), other)
}

func newLanguageCommand() *cobra.Command {
	var flags siteFlags
	cmd := &cobra.Command{
		Use:   "language CODE",
		Short: "Begin the words of a language that pages can be in",
		Long: `New language writes languages/CODE.toml: what the site itself says, in English,
with a place behind each phrase for what is said for it. CODE is that of the
language, like ro for Romanian or pa for Panjabi. Of a language that the program
knows, it writes the phrases of your own config.toml that are wanting.

    localoffer new language ro`,
		Args: written("ro"),
		RunE: func(cmd *cobra.Command, args []string) error {
			catalogue, err := flags.catalogue(cmd)
			if err != nil {
				return err
			}
			if !offer.LanguageID(args[0]) {
				return fmt.Errorf("%s is not the code of a language; use one like pl, ur or pt-br", args[0])
			}
			file, err := scaffold.Language(flags.folder, args[0], catalogue.Settings, localoffer.Demonstration)
			return printMade(cmd, []string{file}, err)
		},
	}
	flags.add(cmd)
	return cmd
}

// catalogue reads the entries of the site, whatever is wrong with some of them.
func (f *siteFlags) catalogue(cmd *cobra.Command) (*offer.Catalogue, error) {
	folder, options, err := f.open()
	if err != nil {
		return nil, err
	}
	catalogue, problems, err := linkedEntries(folder, options)
	if err != nil {
		return nil, machineError{err}
	}
	if catalogue == nil {
		return nil, refuse(cmd, problems, false)
	}
	return catalogue, nil
}
