package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the page explains is what the program says: each stretch of a message
// stands in its source.
func TestThePageForEditorsExplainsWhatIsSaid(t *testing.T) {
	page, err := os.ReadFile("../../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	source := goSource(t)
	_, table, _ := strings.Cut(string(page), "| It says | Do this |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	n := 0
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(table, -1) {
		n++
		said := strings.ReplaceAll(strings.TrimPrefix(m[1], "advice: "), " provider ", "…") // or another kind
		for part := range strings.SplitSeq(said, "…") {
			if part = strings.TrimSpace(part); part != "" && !strings.Contains(source, part) {
				t.Errorf("docs/editors.md explains %q, which nothing says", part)
			}
		}
	}
	if n < 8 {
		t.Errorf("%d messages were found", n)
	}
}

// goSource is the text of all code that is not a test's.
func goSource(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	files, err := filepath.Glob("../../internal/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}
