package theme

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
)

// A layout that cannot be read is one problem, and not another one for each page
// that would be made with it.
func TestABrokenLayoutIsOneProblem(t *testing.T) {
	for _, name := range []string{"layouts/page.html", "layouts/_part.html"} {
		site := fstest.MapFS{
			"layouts/page.html":  {Data: []byte(`{{template "_part.html"}}`)},
			"layouts/_part.html": {Data: []byte("part")},
		}
		site[name] = &fstest.MapFile{Data: []byte("\n{{if true}}")}
		theme, problems, err := Load(site, fstest.MapFS{})
		if err != nil || len(problems) != 1 || problems[0].File != name || problems[0].Line != 2 {
			t.Fatal(name, problems, err)
		}
		var out bytes.Buffer
		again := []offer.Problem{Problem(theme.Render(&out, "page", nil))}
		if !slices.Equal(again, problems) || out.Len() > 0 {
			t.Errorf("%s: told at first: %v, and by a page: %v", name, problems, again)
		}
	}
}
