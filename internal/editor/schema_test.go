package editor_test

import (
	"bytes"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/source"
)

var settings = demonstration()

func demonstration() *offer.Settings {
	s, problems, err := site.ReadConfig(localoffer.Demonstration, "")
	if err != nil || len(problems) > 0 {
		panic(err)
	}
	return s
}

// schemas are those of the demonstration, by kind.
func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	all := map[string]*jsonschema.Schema{}
	for _, f := range editor.Schemas(settings) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Body))
		if err == nil {
			err = c.AddResource(f.Path, doc)
		}
		if err != nil {
			t.Fatal(f.Path, err)
		}
		if all[strings.TrimSuffix(strings.TrimPrefix(f.Path, "schemas/"), ".schema.json")], err = c.Compile(f.Path); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// plain is front matter as a reader of YAML 1.2 or of TOML hands it to a schema.
func plain(n *offer.Node) any {
	switch n.Shape {
	case offer.List:
		list := make([]any, len(n.Items))
		for i := range n.Items {
			list[i] = plain(&n.Items[i])
		}
		return list
	case offer.Map:
		fields := map[string]any{}
		for i := range n.Fields {
			fields[n.Fields[i].Name] = plain(&n.Fields[i].Value)
		}
		return fields
	case offer.Empty:
		return nil
	}
	if number, err := strconv.ParseFloat(n.Text, 64); err == nil && !n.Quoted {
		return number
	}
	if !n.Quoted && (n.Text == "true" || n.Text == "false") {
		return n.Text == "true"
	}
	return n.Text
}

func matter(t *testing.T, file, text string) any {
	t.Helper()
	front, problems := source.Matter(file, []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return plain(&front.Node)
}

func TestTheDemonstrationFitsItsSchemas(t *testing.T) {
	all := schemas(t)
	for _, k := range kind.All {
		files, err := fs.Glob(localoffer.Demonstration, "content/"+k.Folder+"/*.md")
		if err != nil || len(files) == 0 {
			t.Fatal(k.Folder, err)
		}
		for _, file := range files {
			text, err := fs.ReadFile(localoffer.Demonstration, file)
			if err != nil {
				t.Fatal(err)
			}
			if err := all[k.Name].Validate(matter(t, file, string(text))); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

func TestAllThreeFormatsFitTheSameSchema(t *testing.T) {
	term := schemas(t)["term"]
	for _, text := range []string{
		"---\ntitle: EHC plan\nsummary: A plan.\nowner: SEND team\nreviewed: {on: 2026-10-03}\n---\n",
		"+++\ntitle = \"EHC plan\"\nsummary = \"A plan.\"\nowner = \"SEND team\"\n[reviewed]\non = 2026-10-03\n+++\n",
		"{\n\"title\": \"EHC plan\", \"summary\": \"A plan.\", \"owner\": \"SEND team\", \"reviewed\": {\"on\": \"2026-10-03\"}\n}\n\nWords.\n",
	} {
		if err := term.Validate(matter(t, "content/terms/ehc-plan.md", text)); err != nil {
			t.Errorf("%s\n%v", text, err)
		}
	}
}
