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

// Unknown settings are all told; those that are too long are not looked at.
func TestSettingsThatAreTooLongAreToldOnce(t *testing.T) {
	var text strings.Builder
	lines := 0
	for range 500 {
		lines++
		fmt.Fprintf(&text, "[x%05d]\n", lines)
	}
	if got := problemsOf(t, text.String()); len(got) < lines {
		t.Errorf("%d problems were told of %d", len(got), lines)
	}
	text.WriteString(strings.Repeat("#", mostConfig))
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

func TestABaseURLThatIsNoneIsTold(t *testing.T) {
	for base, want := range map[string]string{
		"javascript:alert(1)":                 "is not an address",
		"https://":                            "is not an address",
		"example.org/local-offer":             "is not an address",
		"https://user:word@example.org/":      "has more in it",
		"https://example.org/?page=1":         "has more in it",
		"https://example.org/#top":            "has more in it",
		`https://example.org";x/`:             "has more in it",
		"https://example.org/a b/":            "has a path that",
		"https://example.org/local/../offer/": "has a path that",
		"https://example.org//offer/":         "has a path that",
		"https://example.org":                 "",
		"https://example.org/offer//":         "", // as a workflow makes it of one that ends in a slash
		"http://127.0.0.1:1313/local-offer":   "",
		"http://[::1]:1313/":                  "",
	} {
		s, problems, err := ReadConfig(fstest.MapFS{ConfigName: {Data: []byte("title = \"A\"\n[help]\nphone = \"01632 960100\"\n")}}, base)
		switch {
		case err != nil || len(problems) > 1:
			t.Error(base, err, problems)
		case strings.Count(s.Absolute(s.Prefix()+"/"), "//") != 1:
			t.Errorf("%s: its pages are at %s", base, s.Absolute(s.Prefix()+"/"))
		case want == "" && len(problems) == 1, want != "" && (len(problems) == 0 || !strings.Contains(problems[0].What, want)):
			t.Errorf("%s: %v", base, problems)
		}
	}
}
