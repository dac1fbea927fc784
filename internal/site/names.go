package site

import (
	"reflect"
	"slices"
)

// settingsIn are the names of all settings below a value, taken from the tags
// that the decoder reads, so that a suggestion is never out of date.
func settingsIn(v any) []string {
	var names []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return
		}
		for i := range t.NumField() {
			if name := t.Field(i).Tag.Get("toml"); name != "" && name != "-" {
				names = append(names, name)
			}
			walk(t.Field(i).Type)
		}
	}
	walk(reflect.TypeOf(v))
	slices.Sort(names)
	return slices.Compact(names)
}
