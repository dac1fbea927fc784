package site_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/site"
)

// One slip is one problem: what follows from it is not told beside it.
func TestOneSlipIsOneProblem(t *testing.T) {
	const play = "content/activities/saturday-stay-and-play.md"
	for name, test := range map[string]struct {
		slip func(folder fstest.MapFS)
		want string
	}{
		"a copy that a file manager named": {func(folder fstest.MapFS) {
			text := strings.Replace(string(folder["content/activities/boccia-club.md"].Data), "title: ", "title: Another ", 1)
			folder["content/activities/Boccia Club - Copy.md"] = &fstest.MapFile{Data: []byte(text)}
		}, "the file name cannot be an address"},
		"the only entry of the steps of some journeys": {func(folder fstest.MapFS) {
			for file := range folder {
				if strings.HasPrefix(file, "content/activities/") && !strings.HasPrefix(file, strings.TrimSuffix(play, ".md")) {
					folder[file].Data = []byte(strings.Replace(string(folder[file].Data), "category: play-and-days-out", "category: clubs-and-groups", 1))
				}
			}
			folder[play].Data = []byte(strings.Replace(string(folder[play].Data), "category: ", "categry: ", 1))
		}, "there is no field called categry"},
	} {
		folder := demonstration(t)
		test.slip(folder)
		problems, err := site.Check(t.Context(), folder, benchOptions)
		if err != nil {
			t.Fatal(err)
		}
		told := 0
		for _, p := range problems {
			if !p.Advice || strings.Contains(p.What, "no live entry") {
				told++
			}
		}
		if told != 1 || !strings.Contains(problems[0].What, test.want) {
			t.Errorf("%s: got %v", name, problems)
		}
	}
}

func TestSettingsThatCannotBeReadSayWhatToType(t *testing.T) {
	folder := demonstration(t)
	text := string(folder["config.toml"].Data)
	folder["config.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, `short-title = "`, `short-title = “`, 1))}
	problems, err := site.Check(t.Context(), folder, benchOptions)
	if err != nil || len(problems) != 1 || !strings.HasSuffix(problems[0].What, "these quotation marks are those of a word processor") || !strings.HasPrefix(problems[0].Hint, `write straight ones, like short-title = "`) {
		t.Errorf("got %v, %v", problems, err)
	}
}
