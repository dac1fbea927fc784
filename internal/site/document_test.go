package site

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs/content.md tells of every setting that there is, and of none that there
// is not.
func TestTheDocumentTellsOfTheSettingsThereAre(t *testing.T) {
	text, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	_, settings, _ := strings.Cut(string(text), "\n## Settings\n")
	settings, _, found := strings.Cut(settings, "\n## ")
	if !found {
		t.Fatal("there is no part about settings")
	}
	for _, name := range settingNames {
		if name != "-" && !strings.Contains(settings, "`"+name+"`") {
			t.Errorf("docs/content.md does not tell of %s", name)
		}
	}
	rows := regexp.MustCompile("(?m)^\\| ((?:`[^`]+`,? ?)+)\\|").FindAllStringSubmatch(settings, -1)
	if len(rows) < 30 {
		t.Fatalf("only %d settings were found", len(rows))
	}
	for _, row := range rows {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1) {
			if name := strings.Trim(m[1], "[]"); !slices.Contains(settingNames, name) {
				t.Errorf("docs/content.md tells of %s, which is no setting", name)
			}
		}
	}
}
