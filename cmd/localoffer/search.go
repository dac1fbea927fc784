package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

func searchCommand() *cobra.Command {
	var flags siteFlags
	var format, edition string
	var most int
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search as a family does, and see why",
		Long: `Search asks the same index, with the same script, as the search page. It prints
what was found, in the same order, and why.

    localoffer search "quiet swimming for a 7 year old in chatham"

Each language has an index of its own:

    localoffer search --in pl basen`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("--format %s is not known: use text or json", format)
			}
			folder, options, err := flags.open()
			if err != nil {
				return err
			}
			made, err := asWhole(cmd, folder, options)
			if err != nil {
				return err
			}
			reader, err := made.SearcherIn(edition)
			if err != nil {
				return machineError{err}
			}
			if reader == nil {
				return fmt.Errorf("--in %s: no page of this site is in that; see the names of the files in content/, like sunday-swim.pl.md", edition)
			}
			answer, err := reader.Ask(strings.Join(args, " "), most)
			if err != nil {
				return machineError{err}
			}
			return printAnswer(cmd.OutOrStdout(), answer, format)
		},
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().StringVar(&edition, "in", "", "search the pages in Easy Read or another language, like easy-read or pl")
	cmd.Flags().IntVar(&most, "most", 10, "how many results to print")
	return cmd
}

func printAnswer(w io.Writer, a search.Answer, format string) error {
	if format == "json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(a)
	}
	for _, said := range a.Understood {
		fmt.Fprintln(w, said+".")
	}
	fmt.Fprintf(w, "%d found\n", a.Total)
	for i, r := range a.Results {
		fmt.Fprintf(w, "\n%d. %s (%s)\n   %s\n   %s\n", i+1, offer.OneLine(r.Title), r.Kind, r.URL, offer.OneLine(r.Summary))
		if len(r.Why) > 0 {
			fmt.Fprintf(w, "   here for: %s (%.1f)\n", offer.OneLine(strings.Join(r.Why, ", ")), r.Score)
		}
	}
	return nil
}
