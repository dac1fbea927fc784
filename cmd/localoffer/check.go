package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
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
    localoffer check --format github    for notes on the lines of a pull request

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
				return fmt.Errorf("--format %s is not known: use text, json or github", format)
			}
			folder, options, err := flags.open()
			if err != nil {
				return err
			}
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
	cmd.Flags().BoolVar(&strict, "strict", false, "treat advice as problems")
	cmd.Flags().BoolVar(&outside, "links", false, "ask the websites that pages lead to, too")
	cmd.Flags().StringVar(&against, "against", "", "the folder of the site as it was, to compare reviews with")
	cmd.Flags().BoolVar(&private, "allow-private", false, "with --links, ask addresses inside a private network too")
	cmd.Flags().StringVar(&format, "format", "text", "text, json or github")
	_ = cmd.MarkFlagDirname("against")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json", "github"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// formats are the ways in which check can print.
var formats = map[string]func(io.Writer, []offer.Problem, bool) error{
	"text": printText, "json": printJSON, "github": printGitHub,
}

func printText(w io.Writer, problems []offer.Problem, strict bool) error {
	printProblems(w, problems)
	_, err := fmt.Fprintln(w, countProblems(site.Blocking(problems, strict)))
	return err
}

func printProblems(w io.Writer, problems []offer.Problem) {
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
}

func countProblems(n int) string {
	switch n {
	case 0:
		return "no problems"
	case 1:
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", n)
}

func printJSON(w io.Writer, problems []offer.Problem, strict bool) error {
	type problem struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	list := make([]problem, 0, len(problems))
	for _, p := range problems {
		list = append(list, problem{p.File, p.Line, p.Col, severity(p, strict), p.What, p.Hint})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

func severity(p offer.Problem, strict bool) string {
	if p.Advice && !strict {
		return "warning"
	}
	return "error"
}

// printGitHub writes workflow commands, which GitHub shows on the lines of a
// pull request. Its documentation says which characters must be escaped.
func printGitHub(w io.Writer, problems []offer.Problem, strict bool) error {
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range problems {
		place := "file=" + property.Replace(p.File)
		if p.Line > 0 {
			place += fmt.Sprintf(",line=%d,col=%d", p.Line, max(p.Col, 1))
		}
		text := p.What
		if p.Hint != "" {
			text += "\nhint: " + p.Hint
		}
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", severity(p, strict), place, message.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}
