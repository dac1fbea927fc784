package site

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
)

func problemsOf(t *testing.T, settings string) []offer.Problem {
	t.Helper()
	_, problems, err := ReadConfig(fstest.MapFS{ConfigName: {Data: []byte(settings)}}, "")
	if err != nil {
		t.Fatal(err)
	}
	return problems
}

// As many unknown settings as there may be are all told; more are not looked at.
func TestSettingsThatAreTooLongAreToldOnce(t *testing.T) {
	var text strings.Builder
	lines := 0
	for text.Len() < mostConfig-len("[x00001]\n") {
		lines++
		fmt.Fprintf(&text, "[x%05d]\n", lines)
	}
	if got := problemsOf(t, text.String()); len(got) < lines {
		t.Errorf("%d problems were told of %d", len(got), lines)
	}
	text.WriteString(strings.Repeat("#", 100))
	if got := problemsOf(t, text.String()); len(got) != 1 || !strings.Contains(got[0].What, "longer than 128 kB") || got[0].Hint == "" {
		t.Errorf("%d problems: %v", len(got), got[0])
	}
}

func TestASuggestedSettingCanBeWritten(t *testing.T) {
	for _, p := range problemsOf(t, "a = 1\ntitel = 1\n") {
		if strings.Contains(p.Hint, "mean -?") {
			t.Error(p)
		}
	}
}
