package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

func buildCommand() *cobra.Command {
	var flags siteFlags
	var out string
	var strict bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the website",
		Long: `Build reads a site's folder and writes the finished website into another.

Where there is a problem in the content, all problems are printed, nothing is
written, and the website that was there before stays as it was. The new website
takes the place of the old one all at once. The same content and the same day
always give the same bytes.

    localoffer build --out public --as-of 2026-10-03`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return build(cmd, &flags, out, strict) },
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&out, "out", "public", "the folder to write to")
	cmd.Flags().StringVar(&flags.baseURL, "base-url", "", "the address of the website, in place of the one in config.toml")
	cmd.Flags().BoolVar(&strict, "strict", false, "treat advice as problems")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

func build(cmd *cobra.Command, flags *siteFlags, out string, strict bool) error {
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	made, problems, err := site.Make(folder, options)
	if err != nil {
		return machineError{err}
	}
	if site.Blocking(problems, strict) > 0 {
		if problems, err = withRendering(made, problems); err != nil {
			return machineError{err}
		}
		return refuse(cmd, problems, strict)
	}
	more, err := made.Write(out, strict)
	if err != nil {
		return machineError{err}
	}
	var all offer.Problems
	all.Join(problems)
	all.Join(more)
	if site.Blocking(all.All(), strict) > 0 {
		return refuse(cmd, all.All(), strict)
	}
	printProblems(cmd.ErrOrStderr(), all.All())
	fmt.Fprintf(cmd.OutOrStdout(), "%s made: %d files from %d entries, as of %s\n", out, len(made.Plan.Files), len(made.Catalogue.Entries), options.AsOf)
	return nil
}

// withRendering adds what only the finished pages show to what is wrong in the
// content, so that an editor hears of everything at once.
func withRendering(made *site.Site, problems []offer.Problem) ([]offer.Problem, error) {
	if made == nil {
		return problems, nil
	}
	more, err := made.Render(site.Nowhere)
	var all offer.Problems
	all.Join(problems)
	all.Join(more)
	return all.All(), err
}

// refuse prints every problem and says that nothing was written.
func refuse(cmd *cobra.Command, problems []offer.Problem, strict bool) error {
	printProblems(cmd.ErrOrStderr(), problems)
	fmt.Fprintf(cmd.ErrOrStderr(), "%s; nothing was written\n", countProblems(site.Blocking(problems, strict)))
	return errProblems
}
