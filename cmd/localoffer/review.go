package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/source"
)

// reviewFlags are what was asked for: a list, or the record of one check.
type reviewFlags struct {
	siteFlags
	how, by string
	checked []string
	format  string
	within  int
}

func reviewCommand() *cobra.Command {
	var flags reviewFlags
	cmd := &cobra.Command{
		Use:   "review [SLUG]",
		Short: "Say what is due to be checked, or record that one entry was",
		Long: `Review lists the entries that somebody has to check: those that are overdue,
and those that will be soon. They stand below the team that owns them, the
soonest first.

    localoffer review
    localoffer review --within 60 --format csv

When you have rung up, or been there, name the entry and say how you checked it
and what. Review changes the one line in its file that says when it was last
checked, and prints that line as it was and as it is. It touches nothing else.

    localoffer review sunday-swim --how phone --checked times,cost

What was checked before and is not named now keeps its own date, in earlier: on
the same line. A page is as old as its oldest fact, so name all you looked at;
or leave --checked out, where you went through the whole page.

A page in Easy Read or another language is recorded when you have read it beside
its original and both say the same:

    localoffer review sunday-swim.pl

The name is that of the file, without .md. Where two files share it, put the
folder in front: guides/direct-payments. The role of whoever checked it before
is kept; use --by to give another.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.together(cmd, len(args) > 0); err != nil {
				return err
			}
			if len(args) > 0 {
				return recordReview(cmd, &flags, args[0])
			}
			return listDue(cmd, &flags)
		},
	}
	flags.add(cmd)
	cmd.Flags().Lookup("as-of").Usage = "the day of the list, or of the check, like 2026-10-03 (today)"
	cmd.Flags().StringVar(&flags.how, "how", "", "how it was checked: "+strings.Join(offer.Hows, ", "))
	cmd.Flags().StringSliceVar(&flags.checked, "checked", nil, "what was checked, with commas (the whole page): "+strings.Join(offer.Checks, ","))
	cmd.Flags().StringVar(&flags.by, "by", "", "the role of whoever checked it (the same as before)")
	cmd.Flags().StringVar(&flags.format, "format", "text", "text, csv or json")
	cmd.Flags().IntVar(&flags.within, "within", 0, "list what falls due in so many days (due-soon-days in config.toml)")
	_ = cmd.RegisterFlagCompletionFunc("how", cobra.FixedCompletions(offer.Hows, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "csv", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// together refuses flags that mean nothing here: those of a record where no
// entry is named, and those of a list where one is.
func (f *reviewFlags) together(cmd *cobra.Command, named bool) error {
	if named {
		for _, name := range []string{"format", "within"} {
			if cmd.Flags().Changed(name) {
				return fmt.Errorf("--%s is for the list of what is due: leave it out, or leave out the name", name)
			}
		}
		return nil
	}
	for _, name := range []string{"how", "checked", "by"} {
		if cmd.Flags().Changed(name) {
			return fmt.Errorf("--%s is for one entry: name the one that was checked, like localoffer review sunday-swim --how phone", name)
		}
	}
	if _, known := review.Formats[f.format]; !known {
		return fmt.Errorf("--format %s is not known: use text, csv or json", f.format)
	}
	if f.within < 0 {
		return fmt.Errorf("--within %d is not a number of days to come", f.within)
	}
	return nil
}

// listDue prints what is due. A mistake elsewhere in the content is no reason
// to keep that from anybody.
func listDue(cmd *cobra.Command, flags *reviewFlags) error {
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	catalogue, problems, err := linkedEntries(folder, options)
	if err != nil {
		return machineError{err}
	}
	if catalogue == nil {
		printProblems(cmd.ErrOrStderr(), problems)
		return errProblems
	}
	if n := site.Blocking(problems, false); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s in the content, so something may be missing here; localoffer check says more\n", countProblems(n))
	}
	within := flags.within
	if !cmd.Flags().Changed("within") {
		within = catalogue.Review.DueSoonDays
	}
	if err := review.Formats[flags.format](cmd.OutOrStdout(), catalogue.Due(options.AsOf.AddDays(within))); err != nil {
		return machineError{err}
	}
	if flags.format == "text" {
		review.Behind(cmd.OutOrStdout(), catalogue.Unread())
	}
	return nil
}

// linkedEntries reads as much of a site as freshness depends on, which is
// neither layouts nor pages.
func linkedEntries(folder fs.FS, o site.Options) (*offer.Catalogue, []offer.Problem, error) {
	settings, problems, err := site.ReadSettings(folder, o)
	if err != nil || settings == nil {
		return nil, problems, err
	}
	entries, found, err := source.Read(folder, settings)
	if err != nil {
		return nil, nil, err
	}
	problems = append(append(problems, found...), source.Future(entries, o.AsOf, o.Known)...)
	catalogue, found := offer.Link(settings, entries, o.AsOf)
	return catalogue, append(problems, found...), nil
}

// recordReview stamps one entry.
func recordReview(cmd *cobra.Command, flags *reviewFlags, slug string) error {
	if strings.Contains(strings.TrimSuffix(path.Base(slug), ".md"), ".") {
		return recordTwin(cmd, flags, slug)
	}
	if flags.how == "" {
		return fmt.Errorf("say how it was checked: --how %s", strings.Join(offer.Hows, ", --how "))
	}
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	r := offer.Review{On: options.AsOf, By: strings.TrimSpace(flags.by), How: flags.how, Checked: trimmedWords(flags.checked)}
	if fault := review.Allowed(r); fault != nil {
		return fmt.Errorf("%s; %s", fault.What, fault.Hint)
	}
	file, err := fileOf(folder, slug)
	if err != nil {
		return err
	}
	old, err := fs.ReadFile(folder, file)
	if err != nil {
		return machineError{err}
	}
	text, problems := review.Stamp(file, old, r)
	if err := flags.replace(cmd, file, old, text, problems); err != nil {
		return err
	}
	return flags.doubts(cmd.ErrOrStderr(), review.Former(file, old), review.Former(file, text))
}

// fileOf is the file of an entry that somebody named.
func fileOf(folder fs.FS, slug string) (string, error) {
	file, err := review.Find(folder, slug)
	if err != nil && !errors.Is(err, review.ErrName) {
		err = machineError{err}
	}
	return file, err
}

// replace writes a stamped file, and prints the line that has changed.
func (f *reviewFlags) replace(cmd *cobra.Command, file string, old, text []byte, problems []offer.Problem) error {
	if len(problems) > 0 {
		return refuse(cmd, problems, false)
	}
	if err := site.Replace(f.folder, file, text); err != nil {
		return machineError{fmt.Errorf("write %s: %w", file, err)}
	}
	fmt.Fprint(cmd.OutOrStdout(), review.Changed(file, old, text))
	return nil
}

// trimmedWords takes the spaces from around what stands between commas.
func trimmedWords(words []string) []string {
	var list []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// doubts points out what is odd in a review that was recorded as it was asked
// for: a day to come, a day before that of the former review, facts that are
// still as old as they were, or no role.
func (f *reviewFlags) doubts(w io.Writer, former, r offer.Review) error {
	_, now, err := (&siteFlags{folder: f.folder}).open() // as of today
	if err != nil {
		return err
	}
	today := now.AsOf
	if r.On.After(today) {
		fmt.Fprintf(w, "%s is still to come, and until then localoffer check calls this a mistake\n", r.On.Words())
	}
	if former.On.After(r.On) && !former.On.After(today) {
		fmt.Fprintf(w, "it was checked later than that already, on %s\n", former.On.Words())
	}
	if older := r.NotChecked(); r.Since() != r.On {
		fmt.Fprintf(w, "%s The page is as old as that, until it is checked too\n", older)
	}
	if r.By == "" {
		fmt.Fprintln(w, "the review names no role; add one with --by")
	}
	return nil
}
