package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/source"
)

// newEntryFlags are how the questions about a new entry are put, and what was
// answered beforehand.
type newEntryFlags struct {
	siteFlags
	set   []string
	plain bool
}

func newEntryCommand(k *kind.Kind) *cobra.Command {
	var flags newEntryFlags
	cmd := &cobra.Command{
		Use:   k.Name,
		Short: "Begin a new " + k.Name,
		Long: fmt.Sprintf(`New %[1]s asks what every %[1]s must say, and writes content/%[2]s/NAME.md
for you to finish. Go back with Shift and Tab. Stop with Ctrl and C: then nothing
is written.

    localoffer new %[1]s

With --plain each question stands on lines of its own, and nothing is drawn or
moved: for screen readers. It is so wherever ACCESSIBLE is set in the
environment, and where the answers come through a pipe.

Answers can be given with --set, by the names of the fields, and are then not
asked for. Once they are enough, nothing is asked.

    localoffer new %[1]s --set "title=A good name" --set "owner=Play team"`, k.Name, k.Folder),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return newEntry(cmd, k, &flags) },
	}
	flags.add(cmd)
	cmd.Flags().StringArrayVar(&flags.set, "set", nil, "an answer, like \"title=A good name\"; may be given many times")
	cmd.Flags().BoolVar(&flags.plain, "plain", false, "ask line by line, for a screen reader")
	return cmd
}

func newEntry(cmd *cobra.Command, k *kind.Kind, flags *newEntryFlags) error {
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	made, err := asWhole(cmd, folder, options)
	if err != nil {
		return err
	}
	if k.Name == "activity" && len(made.Catalogue.Kind("provider")) == 0 {
		return errors.New("an activity names who runs it, and there is no provider yet: run localoffer new provider first")
	}
	answers, err := flags.answers(cmd, scaffold.Questions(k, made.Catalogue, options.AsOf))
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
	printNextSteps(cmd.OutOrStdout(), flags.folder, name, made.Catalogue.Settings)
	return nil
}

// answers are those given beforehand, and those to the questions that are left.
func (f *newEntryFlags) answers(cmd *cobra.Command, questions []ask.Question) (ask.Answers, error) {
	answers, err := ask.Given(questions, f.set)
	if err != nil || len(f.set) > 0 && answers.Enough(questions) {
		return answers, err
	}
	put := ask.Lines
	if !f.plain && onScreen(cmd) {
		put = ask.Form
	}
	ctx, end := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer end()
	err = put(ctx, cmd.InOrStdin(), cmd.OutOrStdout(), questions, answers)
	if errors.Is(err, ask.ErrStopped) || ctx.Err() != nil {
		return nil, errStopped
	}
	return answers, err
}

// onScreen reports that a form can be drawn, and that nobody asked for it not to
// be. ACCESSIBLE is what other programs of a terminal go by too.
func onScreen(cmd *cobra.Command) bool {
	if os.Getenv("ACCESSIBLE") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	return isTerminal(cmd.InOrStdin()) && isTerminal(cmd.OutOrStdout())
}

func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && isatty.IsTerminal(file.Fd())
}

// printNextSteps says where the new file is, and what is to be done with it.
func printNextSteps(w io.Writer, folder, name string, settings *offer.Settings) {
	where := ""
	if folder != "." {
		where = " --site " + folder
	}
	page := strings.TrimSuffix(strings.TrimPrefix(name, source.Root), ".md") + "/"
	fmt.Fprintf(w, `Made %s

Next:
  1. Open that file, and write over the words at its end.
  2. Run  localoffer serve%s  and look at the page:
     http://%s%s%s
  3. Run  localoffer check%s  to see if anything is wrong.
`, filepath.Join(folder, filepath.FromSlash(name)), where, previewAddress, settings.Prefix(), page, where)
}
