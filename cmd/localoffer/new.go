package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/kind"
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
		Args: written("our-offer"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(args[0]) == "" {
				return errors.New("the new site needs a name, like our-offer")
			}
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
