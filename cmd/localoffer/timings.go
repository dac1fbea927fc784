package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/timing"
)

// slow is how long one file may take before somebody is told. None that a person
// wrote takes a hundredth of it.
const slow = time.Second

// addTimings adds the flag of the commands that say where their time goes.
func (f *siteFlags) addTimings(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.timings, "timings", false, "say how long each step took, and which ten files took longest")
}

// newWatch measures by the clock of this computer.
func newWatch() *timing.Watch {
	start := time.Now()
	return timing.New(func() time.Duration { return time.Since(start) })
}

// printTimings says where the time went, if that was asked for, and otherwise
// only which file took so long that something must be the matter with it.
func printTimings(w io.Writer, watch *timing.Watch, all bool) {
	if !all {
		for _, file := range watch.Slowest() {
			if file.Took > slow {
				fmt.Fprintf(w, "slow: %s in %.1f s\n", file.What, file.Took.Seconds())
			}
		}
		return
	}
	fmt.Fprintln(w, "How long each step took:")
	printLaps(w, watch.Steps())
	fmt.Fprintln(w, "The files that took longest:")
	printLaps(w, watch.Slowest())
}

func printLaps(w io.Writer, laps []timing.Lap) {
	for _, lap := range laps {
		fmt.Fprintf(w, "%8.3f s  %s\n", lap.Took.Seconds(), lap.What)
	}
}
