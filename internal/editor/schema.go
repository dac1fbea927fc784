package editor

import (
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// schema is a JSON Schema (draft 2020-12), as far as one is needed.
type schema struct {
	Dialect     string             `json:"$schema,omitempty"`
	Comment     string             `json:"$comment,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"` // one name, or several
	Enum        []any              `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Format      string             `json:"format,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
	Examples    []any              `json:"examples,omitempty"`
	If          *schema            `json:"if,omitempty"`
	Then        *schema            `json:"then,omitempty"`
	Else        *schema            `json:"else,omitempty"`
}

func schemaOf(k *kind.Kind, settings *offer.Settings) *schema {
	s := &schema{
		If:   &schema{Required: []string{kind.Twin}}, // the file is of another edition
		Then: object(k.TwinFields(), settings),
		Else: object(k.Declared(settings), settings),
	}
	s.Dialect, s.Comment = "https://json-schema.org/draft/2020-12/schema", made
	s.Title, s.Description = "The fields of a file in content/"+k.Folder+"/", "What may stand between the two lines of --- in "+k.Folder+". docs/content.md says more."
	return s
}

func object(fields []kind.Field, settings *offer.Settings) *schema {
	none := false
	s := &schema{Type: "object", Properties: map[string]*schema{}, Additional: &none}
	for i := range fields {
		d := &fields[i]
		s.Properties[d.Name] = field(d, settings)
		if d.Needed {
			s.Required = append(s.Required, d.Name)
		}
	}
	return s
}

// field is what may stand in one field, and how an editor is told.
func field(d *kind.Field, settings *offer.Settings) *schema {
	s := value(d, settings)
	s.Title, s.Description = d.Label, d.Help+meanings(d, settings)
	if example := typed(d); example != nil {
		s.Examples = []any{example}
	}
	return s
}

// meanings are what the words stand for, where the words do not say it.
func meanings(d *kind.Field, settings *offer.Settings) string {
	var all []string
	for _, o := range d.Options(settings) {
		if d.From != nil {
			all = append(all, o.ID+": "+o.Label)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " (" + strings.Join(all, "; ") + ")"
}

// value is what may stand in a field. A list of one may be written without its
// brackets.
func value(d *kind.Field, settings *offer.Settings) *schema {
	switch d.Shape {
	case kind.Group:
		return short(d, settings, object(d.Inner(settings), settings))
	case kind.Groups:
		return short(d, settings, orList(object(d.Inner(settings), settings)))
	case kind.Texts, kind.Dates, kind.Choices, kind.Numbers, kind.Entries, kind.Former:
		return orList(single(d, settings))
	}
	return single(d, settings)
}

func orList(one *schema) *schema {
	return &schema{AnyOf: []*schema{one, {Type: "array", Items: one}}}
}

func short(d *kind.Field, settings *offer.Settings, full *schema) *schema {
	if d.Short == nil || d.Short.From != nil && len(d.Short.Options(settings)) == 0 {
		return full
	}
	all := append([]*schema{single(d.Short, settings)}, full.AnyOf...)
	if full.AnyOf == nil {
		all = append(all, full)
	}
	return &schema{AnyOf: all}
}

// single is one value by itself.
func single(d *kind.Field, settings *offer.Settings) *schema {
	nought := 0
	switch d.Shape {
	case kind.Choice, kind.Choices, kind.Answer, kind.Number, kind.Numbers:
		return &schema{Enum: words(d, settings)}
	case kind.Date, kind.Dates:
		return &schema{Type: "string", Pattern: patterns[kind.Date].text, Format: "date"}
	case kind.Ages:
		return &schema{Type: []string{"string", "integer"}, Pattern: patterns[kind.Ages].text, Minimum: &nought}
	case kind.Money:
		return &schema{Type: []string{"string", "number"}, Pattern: patterns[kind.Money].text, Minimum: &nought}
	case kind.Email:
		return &schema{Type: "string", Format: "email"}
	case kind.Website:
		return &schema{Type: "string", Pattern: patterns[kind.Website].text, Format: "uri"}
	}
	return &schema{Type: "string", Pattern: patterns[d.Shape].text}
}

// words are what may be written: yes and no as true and false too, for so TOML
// and JSON say it, and numbers as numbers.
func words(d *kind.Field, settings *offer.Settings) []any {
	var all []any
	for _, o := range d.Options(settings) {
		all = append(all, number(d, o.ID))
	}
	for _, o := range d.Options(settings) {
		if d.Shape == kind.Answer && (o.ID == "yes" || o.ID == "no") {
			all = append(all, o.ID == "yes")
		}
	}
	return all
}

func number(d *kind.Field, id string) any {
	if n, err := strconv.Atoi(id); err == nil && (d.Shape == kind.Number || d.Shape == kind.Numbers) {
		return n
	}
	return id
}

// typed is the example of a single value. A group's fields have their own.
func typed(d *kind.Field) any {
	if d.Example == "" || d.Shape == kind.Group || d.Shape == kind.Groups {
		return nil
	}
	return number(d, d.Example)
}
