package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/site"
)

func newHostCommand() *cobra.Command {
	var flags siteFlags
	var served string
	cmd := &cobra.Command{
		Use:   "host NAME",
		Short: "Write the settings of a web server, for whoever looks after it",
		Long: `New host writes settings for nginx, apache or cloudfront into host/ in your site:
headers, how long files may be kept, redirects, and the page for what is not
there. Other hosts find theirs in the published website. docs/publishing.md says
where each goes.

    localoffer new host nginx --folder /var/www/local-offer`,
		Args:      written("nginx"),
		ValidArgs: scaffold.Hosts(),
		RunE:      func(cmd *cobra.Command, args []string) error { return newHost(cmd, args[0], &flags, served) },
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&flags.baseURL, "base-url", "", "the address of the website, in place of the one in config.toml")
	cmd.Flags().StringVar(&served, "folder", "/var/www/local-offer", "where the website's files will stand on the server")
	return cmd
}

func newHost(cmd *cobra.Command, name string, flags *siteFlags, served string) error {
	if !slices.Contains(scaffold.Hosts(), name) {
		return fmt.Errorf("there are no settings for %s; %s", name, offer.DidYouMean(name, scaffold.Hosts()))
	}
	if err := servedFolder(served); err != nil {
		return err
	}
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	made, problems, err := site.Make(folder, options)
	if err != nil {
		return machineError{err}
	}
	if site.Blocking(problems, false) > 0 { // a former address could be missing
		return refuse(cmd, problems, false)
	}
	files, err := scaffold.Host(flags.folder, name, made.Catalogue, made.FormPolicy(), served)
	if errors.Is(err, scaffold.ErrExists) {
		return fmt.Errorf("%w; move it away to have it written again", err)
	}
	if err != nil {
		return machineError{err}
	}
	for _, file := range files {
		fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(flags.folder, "host", file), "made")
	}
	return nil
}

// servedFolder refuses what the settings of a server would take for something else.
func servedFolder(name string) error {
	if !strings.HasPrefix(name, "/") || strings.Trim(name, "/") == "" || strings.ContainsAny(name, "\"'\\$%;{}<>#`") || offer.Unseen(name) {
		return fmt.Errorf("--folder %q cannot be written into a server's settings: give the whole path, in letters, digits, spaces and hyphens, like /var/www/local-offer", name)
	}
	return nil
}
