package source_test

import (
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/hostile"
)

// slowest are the beginnings of links, quotations and lists that are never
// closed: for each the parser looks back, or ahead, as far as the paragraph goes.
var slowest = []string{
	"[", "![", "[a](", "[a][", "[a](<", "*", "_a ", "**a *", "*a_ ", "`", "`a``", "<a ", "<!--", "</", "&", "&#", "\\", "~~", "> ", "- ", "1. ", ">- ", "[^a]", "[^", "a\n: ", "|", "| a ", "[](", "]", "[x]: ", "]: ", "((", "http://", "<http:",
}

// However an attacker fills a file, it is read in a time that a build can spare.
// The time grows with the square of a paragraph, and a paragraph is bounded; the
// longest file has four times as many as there are here.
func TestTheSlowestMarkdownIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much, one thing after another")
	}
	const paragraph, file = 12<<10 - 2, 39 << 10
	worst, why := time.Duration(0), ""
	for _, mark := range slowest {
		for _, gap := range []string{"", "\n"} {
			block := strings.Repeat(mark+gap, paragraph/len(mark+gap))
			text := termMatter + strings.Repeat(block+"\n\n", (file-len(termMatter))/(len(block)+2))
			done := hostile.Watch(len(text))
			start := time.Now()
			readFile("terms", text)
			done()
			if took := time.Since(start); took > worst {
				worst, why = took, mark+gap
			}
		}
	}
	t.Logf("the slowest was %q, in %s", why, worst)
}
