package review

import (
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Changed is the lines that differ between two texts, as a patch shows them.
func Changed(file string, old, text []byte) string {
	if string(old) == string(text) {
		return file + ": nothing changed\n"
	}
	before, after := strings.SplitAfter(string(old), "\n"), strings.SplitAfter(string(text), "\n")
	top := 0
	for top < min(len(before), len(after)) && before[top] == after[top] {
		top++
	}
	foot := 0
	for foot < min(len(before), len(after))-top && before[len(before)-1-foot] == after[len(after)-1-foot] {
		foot++
	}
	var b strings.Builder
	b.WriteString(file + ":" + strconv.Itoa(top+1) + "\n")
	for _, line := range before[top : len(before)-foot] {
		b.WriteString("- " + offer.OneLine(strings.TrimRight(line, "\r\n")) + "\n")
	}
	for _, line := range after[top : len(after)-foot] {
		b.WriteString("+ " + offer.OneLine(strings.TrimRight(line, "\r\n")) + "\n")
	}
	return b.String()
}
