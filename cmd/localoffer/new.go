package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/site"
)

func newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Begin a site, an entry, a layout of your own, a form or a host's settings",
		Long: `New writes a first version of something for you to change. It never writes
over what you wrote.

    localoffer new site our-offer
    localoffer new activity
    localoffer new layout activity
    localoffer new twin sunday-swim pl
    localoffer new schema
    localoffer new cms
    localoffer new host nginx`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSiteCommand(), newLayoutCommand(), newSchemaCommand(), newCMSCommand(), newHostCommand(),
		newTwinCommand(), newLanguageCommand())
	for _, name := range []string{"provider", "activity", "guide", "journey"} {
		cmd.AddCommand(newEntryCommand(kind.Named(name)))
	}
	return cmd
}

func newSiteCommand() *cobra.Command {
	var flags siteFlags
	var ci string
	cmd := &cobra.Command{
		Use:   "site NAME",
		Short: "Make a folder with settings and one entry of each kind",
		Long: `New site makes the folder NAME with config.toml and one entry of each kind to
write over. It asks nothing.

    localoffer new site our-offer
    localoffer serve --site our-offer

With --ci, the workflows of GitHub, GitLab or Azure go with it: they check every
proposed change, publish on each merge and in the night, and look at the links
each week. docs/publishing.md explains them.

    localoffer new site our-offer --ci github`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, options, err := (&siteFlags{folder: ".", asOf: flags.asOf}).open()
			if err != nil {
				return err
			}
			var workflows map[string]string
			if ci != "" {
				if workflows, err = scaffold.Workflows(ci, published()); err != nil {
					return fmt.Errorf("--ci: %w", err)
				}
			}
			files, err := scaffold.Site(args[0], localoffer.Demonstration, options.AsOf, workflows)
			if errors.Is(err, scaffold.ErrExists) {
				return fmt.Errorf("%w; choose another name", err)
			}
			if err != nil {
				return machineError{err}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s made, with %d files. Next:\n\n    localoffer serve --site %s\n\nThen change %s: its title, its areas and the people to ring.\n",
				args[0], len(files), args[0], filepath.Join(args[0], site.ConfigName))
			return nil
		},
	}
	cmd.Flags().StringVar(&ci, "ci", "", "the workflows to write: "+strings.Join(scaffold.CIs(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("ci", cobra.FixedCompletions(scaffold.CIs(), cobra.ShellCompDirectiveNoFileComp))
	cmd.Flags().StringVar(&flags.asOf, "as-of", "", "the day on which the first entries were checked (today)")
	return cmd
}

func newLayoutCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "layout [NAME]",
		Short: "Copy a built-in layout into your site, to change it there",
		Long: `New layout copies a layout that is built in to layouts/ in your site. Your copy
is used in its place. Without a name it lists those there are.

    localoffer new layout activity`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			names, _ := scaffold.Layouts(localoffer.Demonstration)
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				names, err := scaffold.Layouts(localoffer.Demonstration)
				fmt.Fprintln(cmd.OutOrStdout(), strings.Join(names, "\n"))
				return err
			}
			to, err := scaffold.Layout(folder, args[0], localoffer.Demonstration)
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), to, "made; it is used from now on")
			return nil
		},
	}
	cmd.Flags().StringVar(&folder, "site", ".", "the folder of the site")
	return cmd
}

func newEntryCommand(k *kind.Kind) *cobra.Command {
	var flags siteFlags
	var set map[string]string
	cmd := &cobra.Command{
		Use:   k.Name,
		Short: "Begin a new " + k.Name,
		Long: fmt.Sprintf(`New %[1]s asks what every %[1]s must say, and writes content/%[2]s/NAME.md
for you to finish. Answers can be given with --set, and are then not asked for.

    localoffer new %[1]s
    localoffer new %[1]s --set "title=A good name"`, k.Name, k.Folder),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return newEntry(cmd, k, &flags, set) },
	}
	flags.add(cmd)
	cmd.Flags().StringToStringVar(&set, "set", nil, "an answer, like title=\"A good name\"")
	return cmd
}

func newEntry(cmd *cobra.Command, k *kind.Kind, flags *siteFlags, set map[string]string) error {
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	made, err := asWhole(cmd, folder, options)
	if err != nil {
		return err
	}
	answers, err := ask(cmd.InOrStdin(), cmd.OutOrStdout(), scaffold.Questions(k, made.Catalogue), set)
	if err != nil {
		return err
	}
	name, err := scaffold.Entry(flags.folder, k, made.Catalogue, answers, options.AsOf)
	if errors.Is(err, scaffold.ErrExists) {
		return err
	}
	if err != nil {
		return machineError{err}
	}
	fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(flags.folder, filepath.FromSlash(name)), "made. Open it and write the rest.")
	return nil
}

// ask puts each question until its answer will do. An answer that was given
// beforehand must do at once.
func ask(in io.Reader, out io.Writer, questions []scaffold.Question, set map[string]string) (map[string]string, error) {
	lines := bufio.NewScanner(in)
	answers, err := given(questions, set)
	if err != nil {
		return nil, err
	}
	for _, q := range questions {
		if q.When != nil && !q.When(answers) {
			continue
		}
		if answers[q.Field] != "" {
			continue
		}
		answer, err := askOne(lines, out, q)
		if err != nil {
			return nil, err
		}
		answers[q.Field] = answer
	}
	return answers, nil
}

// given takes the answers that were given beforehand.
func given(questions []scaffold.Question, set map[string]string) (map[string]string, error) {
	answers := map[string]string{}
	var fields []string
	for _, q := range questions {
		fields = append(fields, q.Field)
		text, found := set[q.Field]
		if !found {
			continue
		}
		answer, fault := q.Answer(text)
		if fault != nil {
			return nil, fmt.Errorf("--set %s=%s: %s: %s", q.Field, text, fault.What, fault.Hint)
		}
		answers[q.Field] = answer
	}
	for name := range set {
		if !slices.Contains(fields, name) {
			return nil, fmt.Errorf("--set %s: there is no such question; %s", name, offer.DidYouMean(name, fields))
		}
	}
	return answers, nil
}

func askOne(lines *bufio.Scanner, out io.Writer, q scaffold.Question) (string, error) {
	for {
		fmt.Fprintf(out, "%s\n", q.Ask)
		if len(q.Choices) > 0 {
			fmt.Fprintf(out, "  %s: %s\n", choose(q), strings.Join(q.Choices, ", "))
		} else {
			fmt.Fprintf(out, "  for example: %s\n", q.Example)
		}
		fmt.Fprint(out, "> ")
		if !lines.Scan() {
			fmt.Fprintln(out)
			return "", fmt.Errorf("there is no answer for %s; nothing was written", q.Field)
		}
		answer, fault := q.Answer(lines.Text())
		if fault == nil {
			return answer, nil
		}
		fmt.Fprintf(out, "  %s: %s\n", fault.What, fault.Hint)
	}
}

func choose(q scaffold.Question) string {
	if q.Many {
		return "one or more, with commas between them"
	}
	return "one of"
}
