package editor_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// formField is one field as the form has it.
type formField struct {
	Name, Label, Widget, Hint string
	Required, Multiple        bool
	Collection                string
	Pattern                   []string
	Options                   []struct {
		Label string
		Value any
	}
	Fields []formField
}

type formCollection struct {
	Name, Folder string
	Delete       bool
	Fields       []formField
}

func theForm(t *testing.T) []formCollection {
	t.Helper()
	var form struct{ Collections []formCollection }
	_, text, _ := bytes.Cut(editor.Form(settings).Body, []byte("\n")) // the first line is a remark
	if err := json.Unmarshal(text, &form); err != nil {
		t.Fatal(err)
	}
	return form.Collections
}

func TestTheFormHasEveryFieldAndItsWords(t *testing.T) {
	form := theForm(t)
	if len(form) != len(kind.All) {
		t.Fatalf("%d collections for %d kinds", len(form), len(kind.All))
	}
	for i, k := range kind.All {
		c := form[i]
		if c.Folder != "content/"+k.Folder || c.Delete || c.Fields[len(c.Fields)-1].Name != "body" {
			t.Errorf("%+v", c)
		}
		compare(t, k.Name, k.Declared(settings), c.Fields[:len(c.Fields)-1])
	}
}

func compare(t *testing.T, where string, declared []kind.Field, got []formField) {
	t.Helper()
	if len(declared) != len(got) {
		t.Fatalf("%s: %d fields are declared, and %d in the form", where, len(declared), len(got))
	}
	for i := range declared {
		d, f := &declared[i], &got[i]
		if f.Name != d.Name || f.Label != d.Label || f.Hint != d.Help || f.Required != d.Needed {
			t.Errorf("%s: the form has %+v, declared is %s", where, f, d.Name)
		}
		if many := slices.Contains([]kind.Shape{kind.Choices, kind.Numbers}, d.Shape); many != f.Multiple {
			t.Errorf("%s %s takes several: %v", where, d.Name, f.Multiple)
		}
		if len(f.Options) != len(d.Options(settings)) || (len(f.Options) > 0) != (f.Widget == "select") {
			t.Errorf("%s %s: %d options and the widget %s", where, d.Name, len(f.Options), f.Widget)
		}
		for j, o := range d.Options(settings) {
			if f.Options[j].Label != o.Label {
				t.Errorf("%s %s: %s in place of %s", where, d.Name, f.Options[j].Label, o.Label)
			}
		}
		compare(t, where+" "+d.Name, d.Inner(settings), f.Fields)
	}
}

// Each file is made anew by one command, whenever what it is made from changed.
func TestWhatTheSettingsLeftBehindIsAdvisedOf(t *testing.T) {
	folder := fstest.MapFS{}
	for _, f := range append(editor.Schemas(settings), editor.Form(settings)) {
		folder[f.Path] = &fstest.MapFile{Data: f.Body}
	}
	if stale, err := editor.Stale(folder, settings); err != nil || len(stale) > 0 {
		t.Fatal(stale, err)
	}
	changed := *settings
	changed.Vocabularies = slices.Clone(settings.Vocabularies)
	v := &changed.Vocabularies[0]
	v.Values = append(slices.Clone(v.Values), offer.Value{ID: "targeted-plus", Label: "Ask, and show why"})
	stale, err := editor.Stale(folder, &changed)
	if err != nil || len(stale) != 3 { // activities, journeys with their live lists, and the form
		t.Fatal(stale, err)
	}
	for _, p := range stale {
		if !p.Advice || !strings.HasPrefix(p.Hint, "make it anew: localoffer new ") {
			t.Error(p)
		}
	}
	folder["schemas/activity.schema.json"] = &fstest.MapFile{Data: []byte(`{"title": "somebody's own"}`)}
	if stale, err := editor.Stale(folder, &changed); err != nil || len(stale) != 2 {
		t.Error("a file that was not made here is called stale", stale, err)
	}
	if stale, err := editor.Stale(fstest.MapFS{}, settings); err != nil || len(stale) > 0 {
		t.Error("a site without these files is told of them", stale, err)
	}
}

// What the documents tell people to fetch and to send is what was tested.
func TestTheDocumentsNameTheReleaseAndThePolicyThatAreTested(t *testing.T) {
	name, release, _ := strings.Cut(strings.TrimPrefix(editor.FormPackage, "@"), "@")
	for file, words := range map[string][]string{
		"../../docs/form.md":              {editor.FormPackage, editor.Policy + "; frame-ancestors 'none'"},
		"../../test/browser/package.json": {`"@` + name + `": "` + release + `"`},
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words {
			if !strings.Contains(string(text), word) {
				t.Errorf("%s does not say %s", file, word)
			}
		}
	}
}
