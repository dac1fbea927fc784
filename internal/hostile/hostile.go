// Package hostile says what is required of all that reads what somebody else
// wrote, whatever they wrote: that it ends soon, and that what it says of a
// file is true of that file. The fuzz tests of every parser ask the same.
package hostile

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

// Allowed is how long a parser may take over some bytes. It is many times what
// any needs, for machines are shared and race detectors slow; what grows with
// the square of its input, or never ends, is caught all the same.
func Allowed(size int) time.Duration {
	const each = 100 * time.Microsecond
	return 10*time.Second + time.Duration(size)*each
}

// Watch ends the program, with the stack of what hangs, when work on so many
// bytes takes longer than is allowed. Whoever asks for it calls the function it
// gives when the work is done. A panic, and not a failed test: a test could only
// fail once the work had ended, and a fuzzer keeps the input of a panic.
func Watch(size int) (done func()) {
	late := time.AfterFunc(Allowed(size), func() {
		panic(fmt.Sprintf("%d bytes are being read for more than %s", size, Allowed(size)))
	})
	return func() { late.Stop() }
}

// Places requires that every problem stands in the file, on a line and in a
// column that the text has, and says what it is in one line of words.
func Places(t testing.TB, file string, text []byte, problems []offer.Problem) {
	t.Helper()
	lines := strings.Split(string(text), "\n")
	for _, p := range problems {
		switch {
		case p.File != file || p.Line < 0 || p.Line > len(lines):
			t.Errorf("%s has %d lines, and a problem in %s on line %d: %s", file, len(lines), p.File, p.Line, p.What)
		case p.Line > 0 && (p.Col < 0 || p.Col > utf8.RuneCountInString(lines[p.Line-1])+1):
			t.Errorf("%s: line %d, %q, has a problem in column %d: %s", file, p.Line, lines[p.Line-1], p.Col, p.What)
		case p.What == "" || offer.Unseen(p.What+p.Hint):
			t.Errorf("%s: the problem is not one line of words: %q, %q", file, p.What, p.Hint)
		}
	}
}
