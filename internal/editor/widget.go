package editor

import (
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// widget is one field of the form.
type widget struct {
	Name      string   `json:"name"`
	Label     string   `json:"label"`
	Widget    string   `json:"widget"`
	Hint      string   `json:"hint,omitempty"`
	Required  bool     `json:"required"`
	Multiple  bool     `json:"multiple,omitempty"`
	Options   []option `json:"options,omitempty"`
	Pattern   []string `json:"pattern,omitempty"`
	Type      string   `json:"type,omitempty"`
	Format    string   `json:"format,omitempty"`
	Refers    string   `json:"collection,omitempty"`
	Value     string   `json:"value_field,omitempty"`
	Shows     []string `json:"display_fields,omitempty"`
	Collapsed string   `json:"collapsed,omitempty"`
	Field     *widget  `json:"field,omitempty"`
	Fields    []widget `json:"fields,omitempty"`
	Modes     []string `json:"modes,omitempty"`
	Buttons   []string `json:"buttons,omitempty"`
	Parts     []string `json:"editor_components,omitempty"`
}

type option struct {
	Label string `json:"label"`
	Value any    `json:"value"`
}

// body is the Markdown below the fields. It opens as it is written, for what is
// typed there by hand (a table, a remark) a form would write in its own way.
var body = widget{
	Name: "body", Label: "The words of the page", Widget: "markdown", Hint: "In Markdown: ## begins a heading, - an item of a list.",
	Modes: []string{"raw", "rich_text"}, Buttons: []string{"bold", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list"},
	Parts: []string{},
}

func widgets(fields []kind.Field, settings *offer.Settings) []widget {
	all := make([]widget, len(fields))
	for i := range fields {
		all[i] = widgetOf(&fields[i], settings)
	}
	return all
}

func widgetOf(d *kind.Field, settings *offer.Settings) widget {
	w := widget{Name: d.Name, Label: d.Label, Hint: d.Help, Required: d.Needed, Widget: "string"}
	switch d.Shape {
	case kind.Long:
		w.Widget = "text"
	case kind.Texts, kind.Entries, kind.Former:
		w.Widget = "list"
	case kind.Date:
		w.Widget, w.Type, w.Format = "datetime", "date", "YYYY-MM-DD"
	case kind.Dates:
		w.Widget = "list"
		w.Field = &widget{Name: "date", Label: "Date", Widget: "datetime", Type: "date", Format: "YYYY-MM-DD", Required: true}
	case kind.Choice, kind.Answer, kind.Number:
		w.Widget, w.Options = "select", options(d, settings)
	case kind.Choices, kind.Numbers:
		w.Widget, w.Options, w.Multiple = "select", options(d, settings), true
	case kind.Entry:
		w.Widget, w.Refers, w.Value, w.Shows = "relation", kind.Named(d.Kind).Folder, "{{slug}}", []string{"title"}
	case kind.Group:
		w.Widget, w.Fields = "object", widgets(d.Inner(settings), settings)
	case kind.Groups:
		w.Widget, w.Fields, w.Collapsed = "list", widgets(d.Inner(settings), settings), "auto"
	default:
		if p, found := patterns[d.Shape]; found {
			w.Pattern = []string{p.text, p.how}
		}
	}
	return w
}

func options(d *kind.Field, settings *offer.Settings) []option {
	var all []option
	for _, o := range d.Options(settings) {
		all = append(all, option{o.Label, number(d, o.ID)})
	}
	return all
}
