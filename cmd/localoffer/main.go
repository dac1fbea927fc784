// Localoffer turns a folder of Markdown into an accessible SEN and disability
// Local Offer: a folder of static files that any host can serve.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// The program's exit codes.
const (
	exitDone     = 0
	exitProblems = 1 // in the content; all were printed, nothing was written
	exitUsage    = 2
	exitMachine  = 3 // the disk, a permission, a port

	exitStopped = 130 // by Ctrl and C, as shells count it
)

// errProblems ends a command whose problems were printed already.
var errProblems = errors.New("there are problems in the content")

// errStopped ends a command whose questions somebody would not go on with.
var errStopped = errors.New("stopped: nothing was written")

// errCutOff ends a publish in the midst of it.
var errCutOff = errors.New("stopped: publish again, and what has arrived is not sent again")

// machineError is a failure of the computer rather than of the content.
type machineError struct{ error }

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// garbage is how much of it may gather, in hundredths of what is in use: a
// quarter less memory than usual for a twentieth more of the processor. The machines
// that run a council's checks have little of the first.
const garbage = 50

// run is the program with its surroundings as arguments.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	asked, err := root.ExecuteContextC(context.Background())
	var machine machineError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, errStopped), errors.Is(err, errCutOff):
		fmt.Fprintln(errOut, "localoffer:", err)
		return exitStopped
	case errors.As(err, &machine):
		fmt.Fprintln(errOut, "localoffer:", err)
		return exitMachine
	}
	fmt.Fprintln(errOut, "localoffer:", err)
	what := "lists the commands"
	if !asked.HasSubCommands() {
		what = "says more"
	}
	fmt.Fprintln(errOut, "hint:", asked.CommandPath(), "--help", what)
	return exitUsage
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "localoffer",
		Short: "Make an accessible SEN and disability Local Offer from Markdown",
		Long: `Localoffer makes a website from a folder of Markdown files: the help that a
council must publish for families of disabled children. The site is a folder of
static files. It needs no database and no server of its own.

The folder of a site holds config.toml, content/ and, where you want to change
how pages look, layouts/ and static/. To begin with a new site:

    localoffer new site our-offer
    cd our-offer
    localoffer serve

Then open the address that it prints, and edit a file in content/: the page
shows each save.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(buildCommand(), serveCommand(), checkCommand(), newCommand(), reviewCommand(), searchCommand(), diffCommand(), publishCommand(), versionCommand())
	return root
}

// written wants as many words behind a command as its example has.
func written(like string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != len(strings.Fields(like)) {
			return fmt.Errorf("write it like this: %s %s", cmd.CommandPath(), like)
		}
		return nil
	}
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long:  "Version prints which version of localoffer this is, and the Go it was built with.",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprintln(cmd.OutOrStdout(), version())
			return nil
		},
	}
}
