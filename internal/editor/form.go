package editor

import (
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// FormPackage is the npm package of the form, in the release that it is tested
// with. It is Sveltia CMS: its script is large, so a site fetches it for itself.
const FormPackage = "@sveltia/cms@0.221.1"

// FormFolder is where the form stands in a site; CollectionsFile is what it is
// told of the fields: JSON, which is YAML too.
const (
	FormFolder      = "static/admin"
	CollectionsFile = FormFolder + "/collections.yml"
)

// Policy is the content security policy of the form. It speaks to nobody but
// the site itself until somebody names where the repository is.
const Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' data: blob:; base-uri 'none'; form-action 'none'; object-src 'none'"

// form is the part of the form's settings that says what there is to fill in.
type form struct {
	Title       string       `json:"app_title"`
	Logo        logo         `json:"logo"`
	Slug        slug         `json:"slug"`
	Output      output       `json:"output"`
	Preview     preview      `json:"editor"`
	Collections []collection `json:"collections"`
}

type logo struct {
	Src string `json:"src"`
}

type preview struct {
	Preview bool `json:"preview"`
}

// slug makes file names that check takes.
type slug struct {
	Encoding string `json:"encoding"`
	Clean    bool   `json:"clean_accents"`
	Longest  int    `json:"maxlength"`
}

// output leaves out what was not filled in: left out means not stated.
type output struct {
	OmitEmpty bool `json:"omit_empty_optional_fields"`
}

// filter chooses files by a field. A twin has no owner: it is not in the form,
// which would ask it for the facts of its original.
type filter struct {
	Field   string `json:"field"`
	Pattern string `json:"pattern"`
}

type collection struct {
	Name     string   `json:"name"`
	Label    string   `json:"label"`
	Singular string   `json:"label_singular"`
	Folder   string   `json:"folder"`
	Format   string   `json:"format"`
	Slug     string   `json:"slug"`
	Delete   bool     `json:"delete"` // no address ever dies
	Filter   filter   `json:"filter"`
	Fields   []widget `json:"fields"`
}

// longest is the longest file name that check takes.
const longest = 100

func formOf(settings *offer.Settings) *form {
	f := &form{
		Title: settings.Title, Logo: logo{settings.Prefix() + "/icon.svg"},
		Slug: slug{"ascii", true, longest}, Output: output{true},
	}
	for i := range kind.All {
		k := &kind.All[i]
		c := collection{Name: k.Folder, Label: offer.Capital(k.Folder), Singular: offer.Capital(k.Name), Folder: "content/" + k.Folder, Format: "frontmatter", Slug: "{{title}}", Filter: filter{"owner", "."}}
		c.Fields = append(widgets(k.Declared(settings), settings), body)
		f.Collections = append(f.Collections, c)
	}
	return f
}
