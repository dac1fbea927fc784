package theme

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// Each of these would take hours, or all memory.
func TestALayoutThatDoesNotEndIsStopped(t *testing.T) {
	var calls strings.Builder // each template calls the next one twice
	for i := range 60 {
		fmt.Fprintf(&calls, `{{define "%d"}}{{template "%d"}}{{template "%d"}}{{end}}`, i, i+1, i+1)
	}
	for name, text := range map[string]string{
		"that prints nothing":           `{{range 1000000000000}}{{end}}`,
		"with an else":                  `{{range 1000000000000}}{{else}}a{{end}}`,
		"within one that has its words": `{{range 1000000000}}a{{if true}}{{range 1000000000}}{{$b := 1}}{{end}}{{end}}{{end}}`,
		"of long words":                 `{{range 1000000000000}}` + strings.Repeat("a", 100_000) + `{{end}}`,
		"that calls others":             calls.String() + `{{define "60"}}{{end}}{{template "0"}}`,
		"that calls itself":             `{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`,
		"in a piece of others":          `{{template "_part.html"}}`,
	} {
		site := fstest.MapFS{
			"layouts/page.html":  {Data: []byte(text)},
			"layouts/_part.html": {Data: []byte(`{{range 1000000000000}}{{end}}`)},
		}
		theme, problems, err := Load(site, fstest.MapFS{})
		if err != nil || len(problems) > 0 {
			t.Fatal(name, problems, err)
		}
		for range 1000 { // pages: it is run for the first alone
			var out bytes.Buffer
			err = theme.Render(&out, "page", nil)
			if out.Len() > mostBytes {
				t.Fatalf("%s: %d bytes", name, out.Len())
			}
			if name == "that calls itself" {
				break
			}
		}
		if err == nil {
			t.Fatalf("%s: no error", name)
		}
		if p := Problem(err); p.File != "layouts/page.html" || p.Hint == "" || !strings.Contains(p.What, "does not come to an end") && name != "that calls itself" {
			t.Errorf("%s: %s", name, p)
		}
	}
}

// What is counted is not to be seen.
func TestALayoutPrintsAsItIsWritten(t *testing.T) {
	const text = `{{define "a"}}<b title="{{.}}">{{end}}<ul>{{range .}}<li>{{template "a" .}}{{else}}none{{end}}</ul>`
	theme, problems, err := Load(fstest.MapFS{"layouts/page.html": {Data: []byte(text)}}, fstest.MapFS{})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for want, data := range map[string][]string{
		`<ul><li><b title="x&lt;"><li><b title="y"></ul>`: {"x<", "y"},
		`<ul>none</ul>`: nil,
	} {
		var out bytes.Buffer
		if err := theme.Render(&out, "page", data); err != nil || out.String() != want {
			t.Errorf("%s, %v, want %s", out.String(), err, want)
		}
	}
}
