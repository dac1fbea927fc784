package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/site"
)

func newSchemaCommand() *cobra.Command {
	var flags siteFlags
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Write JSON Schemas of the fields, for text editors",
		Long: `New schema writes schemas/activity.schema.json and one for every other kind of
entry, with your own needs, areas and tiers. A text editor that reads them offers
the names of fields and their values while you type. docs/form.md says how.

Run it again when config.toml has changed; check tells you to.

    localoffer new schema`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings, err := flags.settings(cmd)
			if err != nil {
				return err
			}
			files, err := scaffold.Schemas(flags.folder, settings)
			return printMade(cmd, files, err)
		},
	}
	cmd.Flags().StringVar(&flags.folder, "site", ".", "the folder of the site")
	return cmd
}

func newCMSCommand() *cobra.Command {
	var flags siteFlags
	var from string
	cmd := &cobra.Command{
		Use:   "cms",
		Short: "Add a form to fill in, for those who use no text editor",
		Long: `New cms adds a form to your site, at /admin/: Sveltia CMS, with your own fields,
needs, areas and tiers. A site has no form until you ask for one. Its script is
large, so it is fetched once, and then kept in your site:

    npm install --ignore-scripts --prefix fetched ` + editor.FormPackage + `
    localoffer new cms --from fetched/node_modules/@sveltia/cms

Run localoffer new cms again when config.toml has changed; check tells you to.
docs/editors.md says how to use the form, docs/form.md what else it needs.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings, err := flags.settings(cmd)
			if err != nil {
				return err
			}
			if from != "" {
				if err := takeScript(flags.folder, from); err != nil {
					return err
				}
			}
			files, err := scaffold.Form(flags.folder, settings)
			if err := printMade(cmd, files, err); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), formNext(flags.folder))
			return nil
		},
	}
	cmd.Flags().StringVar(&flags.folder, "site", ".", "the folder of the site")
	cmd.Flags().StringVar(&from, "from", "", "the folder of the npm package @sveltia/cms, to copy its script from")
	return cmd
}

// settings reads config.toml, or says what is wrong in it.
func (f *siteFlags) settings(cmd *cobra.Command) (*offer.Settings, error) {
	folder, _, err := f.open()
	if err != nil {
		return nil, err
	}
	settings, problems, err := site.ReadConfig(folder, "")
	if err != nil {
		return nil, machineError{err}
	}
	if site.Blocking(problems, false) > 0 {
		return nil, refuse(cmd, problems, false)
	}
	return settings, nil
}

func takeScript(folder, from string) error {
	err := scaffold.FormScript(folder, from)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, scaffold.ErrNoScript):
		return fmt.Errorf("%w; name the folder node_modules/@sveltia/cms", err)
	case errors.Is(err, scaffold.ErrExists):
		return fmt.Errorf("%w; to take another version, delete that folder first", err)
	}
	return machineError{err}
}

func formNext(folder string) string {
	if scaffold.HasFormScript(folder) {
		return "\nTo fill in the form: localoffer serve, then open /admin/ in Chrome or Edge."
	}
	return "\nThe script of the form is still to be fetched:\n\n    npm install --ignore-scripts --prefix fetched " + editor.FormPackage +
		"\n    localoffer new cms --from fetched/node_modules/@sveltia/cms"
}

func printMade(cmd *cobra.Command, files []string, err error) error {
	if errors.Is(err, scaffold.ErrExists) {
		return err
	}
	if err != nil {
		return machineError{err}
	}
	fmt.Fprintln(cmd.OutOrStdout(), strings.Join(files, "\n"))
	return nil
}
