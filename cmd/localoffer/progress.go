package main

import (
	"fmt"
	"io"
	"os"

	"github.com/localoffer/localoffer/internal/publish"
)

// progress shows how far a publish has come: on a terminal as one line that is
// written over. Anywhere else, such as in the log of a workflow, nothing is shown
// before the end: a line for each file would hide the lines that matter.
type progress struct {
	to    io.Writer // nil where nobody looks
	files int
	bytes int64
}

func newProgress(w io.Writer, files int, bytes int64) *progress {
	p := &progress{files: files, bytes: bytes}
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.to = w
		}
	}
	return p
}

// eraseLine goes to the beginning of a line and empties it, on every terminal.
const eraseLine = "\r\x1b[K"

func (p *progress) show(done publish.Done) {
	if p.to == nil {
		return
	}
	const whole = 20 // signs
	share := whole
	if p.bytes > 0 {
		share = int(done.Bytes * whole / p.bytes)
	}
	fmt.Fprintf(p.to, "%s[%-*.*s] %d of %s, %s of %s", eraseLine, whole, share, "====================",
		done.Files, countFiles(p.files), megabytes(done.Bytes), megabytes(p.bytes))
}

func (p *progress) clear() {
	if p.to != nil {
		fmt.Fprint(p.to, eraseLine)
	}
}
