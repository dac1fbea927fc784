package localoffer_test

import (
	"slices"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/kind"
)

// fieldNames are all the names that front matter may have, but those of the
// vocabularies, which are the site's own.
func fieldNames() []string {
	var names []string
	var add func([]kind.Field)
	add = func(fields []kind.Field) {
		for _, field := range fields {
			names = append(names, field.Name)
			add(field.Fields)
		}
	}
	for _, k := range kind.All {
		add(k.Fields)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// settingNames are all the names in the demonstration's config.toml.
func settingNames(t *testing.T) []string {
	t.Helper()
	text, err := localoffer.Demonstration.ReadFile("config.toml")
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, inner := range v {
				found[name] = true
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		}
	}
	walk(tree)
	var names []string
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
