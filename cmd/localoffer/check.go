package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/site"
)

func checkCommand() *cobra.Command {
	var flags siteFlags
	var strict, outside, private bool
	var format, against string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Print everything that is wrong in the content",
		Long: `Check does all that build does but write. It prints every problem with its
file, line and column, what is wrong, and what to do about it.

    localoffer check
    localoffer check --format github    for notes on the lines of a pull request;
                                        gitlab and azure do the same there

With --links it also asks every other website that pages lead to, politely, and
remembers the answers in content/links.txt. A page that was not there on three
separate days is a problem. A website that is slow or shut for a while is not.

With --against and the folder of the site as it was, it also points out the
dates of reviews that were only moved: without saying how anything was checked,
many at once, or forgetting when the rest was checked.

    git worktree add ../before origin/main
    localoffer check --against ../before`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			printer, known := formats[format]
			if !known {
				return fmt.Errorf("--format %s is not known: use one of %s", format, strings.Join(formatNames(), ", "))
			}
			folder, options, err := flags.open()
			if err != nil {
				return err
			}
			defer func() { printTimings(cmd.ErrOrStderr(), options.Watch, flags.timings) }()
			if outside && options.Known {
				return errors.New("--links asks other websites today, so it does not go with --as-of")
			}
			problems, err := site.Check(cmd.Context(), folder, options)
			if err != nil {
				return machineError{err}
			}
			if against != "" {
				if problems, err = checkAgainst(cmd, folder, against, problems); err != nil {
					return err
				}
			}
			if outside && site.Blocking(problems, false) == 0 {
				if problems, err = checkLinks(cmd, &flags, problems, private); err != nil {
					return machineError{err}
				}
			}
			if err := printer(cmd.OutOrStdout(), problems, strict); err != nil {
				return machineError{err}
			}
			if site.Blocking(problems, strict) > 0 {
				return errProblems
			}
			return nil
		},
	}
	flags.add(cmd)
	flags.addTimings(cmd)
	cmd.Flags().BoolVar(&strict, "strict", false, "treat advice as problems")
	cmd.Flags().BoolVar(&outside, "links", false, "ask the websites that pages lead to, too")
	cmd.Flags().StringVar(&against, "against", "", "the folder of the site as it was, to compare reviews with")
	cmd.Flags().BoolVar(&private, "allow-private", false, "with --links, ask addresses inside a private network too")
	cmd.Flags().StringVar(&format, "format", "text", "one of "+strings.Join(formatNames(), ", "))
	_ = cmd.MarkFlagDirname("against")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func formatNames() []string { return slices.Sorted(maps.Keys(formats)) }
