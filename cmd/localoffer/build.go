package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

func buildCommand() *cobra.Command {
	var flags siteFlags
	var out string
	var strict, record, compress bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the website",
		Long: `Build reads a site's folder and writes the finished website into another.

Where there is a problem in the content, all problems are printed, nothing is
written, and the website that was there before stays as it was. The new website
takes the place of the old one all at once. The same content and the same day
always give the same bytes.

    localoffer build --out public --as-of 2026-10-03

With --record, the address of every page is added to content/addresses.txt,
which remembers all that were ever published. Where one of them would vanish,
build and check say so; under --strict it is a problem.

With --compress, a copy of each text is written beside it, compressed as small
as can be (.gz). nginx and Apache send it as it is.

A file that takes longer than a second is named. With --timings, so is how long
each step took, and the ten files that took longest.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			made, err := build(cmd, &flags, out, strict, compress)
			if err != nil || !record {
				return err
			}
			return recordAddresses(cmd, made, flags.folder)
		},
	}
	flags.add(cmd)
	flags.addTimings(cmd)
	cmd.Flags().StringVar(&out, "out", "public", "the folder to write to")
	cmd.Flags().StringVar(&flags.baseURL, "base-url", "", "the address of the website, in place of the one in config.toml")
	cmd.Flags().BoolVar(&strict, "strict", false, "treat advice as problems")
	cmd.Flags().BoolVar(&record, "record", false, "remember the address of every page in "+site.AddressesName)
	cmd.Flags().BoolVar(&compress, "compress", false, "write a compressed copy (.gz) beside each text, for nginx and Apache")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

func build(cmd *cobra.Command, flags *siteFlags, out string, strict, compress bool) (*site.Site, error) {
	folder, options, err := flags.open()
	if err != nil {
		return nil, err
	}
	if err := checkOutside(flags.folder, out); err != nil {
		return nil, err
	}
	options.Compress = compress
	defer func() { printTimings(cmd.ErrOrStderr(), options.Watch, flags.timings) }()
	made, problems, err := site.Make(folder, options)
	if err != nil {
		return nil, machineError{err}
	}
	if site.Blocking(problems, strict) > 0 {
		if problems, err = withRendering(made, problems); err != nil {
			return nil, machineError{err}
		}
		return nil, refuse(cmd, problems, strict)
	}
	more, err := made.Write(out, strict)
	if err != nil {
		return nil, machineError{err}
	}
	var all offer.Problems
	all.Join(problems)
	all.Join(more)
	if site.Blocking(all.All(), strict) > 0 {
		return nil, refuse(cmd, all.All(), strict)
	}
	printProblems(cmd.ErrOrStderr(), all.All())
	fmt.Fprintf(cmd.OutOrStdout(), "%s made: %d files from %d entries, as of %s\n", out, len(made.Plan.Files), len(made.Catalogue.Entries), options.AsOf)
	printNext(cmd.OutOrStdout(), made)
	return made, nil
}

// printNext says when it is worth building again.
func printNext(w io.Writer, made *site.Site) {
	turns := made.Timetable()
	if len(turns) == 0 {
		fmt.Fprintln(w, "Nothing on the website will change by itself.")
		return
	}
	fmt.Fprintf(w, "Next change: %s: %s\n", turns[0].On.Words(), offer.OneLine(turns[0].Why))
}

// recordAddresses brings the ledger of addresses up to date, once the website
// that has them is in place.
func recordAddresses(cmd *cobra.Command, made *site.Site, folder string) error {
	added, err := made.Record(folder)
	if err != nil {
		return machineError{fmt.Errorf("record the addresses: %w", err)}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d new\n", site.AddressesName, added)
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
