// Package kind holds the kinds of entry, one to a file. A kind is the folder
// its entries live in, the fields that it alone has, and what those fields say
// as facts. Adding a kind is adding a file, and its line in All.
package kind

import (
	"github.com/localoffer/localoffer/internal/offer"
)

// Kind is one type of content.
type Kind struct {
	Name   string // activity
	Folder string // activities
	Plural string // as a page heading says it
	Lasts  string // the review limit of its entries
	Read   func(*Fields, *offer.Entry) offer.Detail
	Fields []Field // that its entries may have, those of every kind among them
}

// All are the kinds, in the order in which a site shows them.
var All = []Kind{activities, providers, guides, journeys, comments, pages, terms}

// Of finds the kind of a folder.
func Of(folder string) *Kind {
	for i := range All {
		if All[i].Folder == folder {
			return &All[i]
		}
	}
	return nil
}

// Named finds a kind by its name.
func Named(name string) *Kind {
	for i := range All {
		if All[i].Name == name {
			return &All[i]
		}
	}
	return nil
}

// Folders are the folders of all kinds.
func Folders() []string {
	var folders []string
	for _, k := range All {
		folders = append(folders, k.Folder)
	}
	return folders
}

// Known are all the names that the front matter of a kind may have.
func (k *Kind) Known(settings *offer.Settings) []string {
	names := names(k.Fields)
	for _, v := range settings.Vocabularies {
		if v.For(k.Name) {
			names = append(names, v.Field)
		}
	}
	return names
}

// Check reads the front matter of one file into its entry. Every problem is
// reported; the entry comes back as whole as it can be, so that references to
// it still lead somewhere.
func (k *Kind) Check(matter *offer.Node, e *offer.Entry, settings *offer.Settings) []offer.Problem {
	f := &Fields{node: matter, settings: settings, kind: k, fields: k.Fields}
	f.unknown()
	f.required()
	f.inFull()
	readCommon(f, e)
	for i := range settings.Vocabularies {
		if v := &settings.Vocabularies[i]; v.For(k.Name) {
			readVocabulary(f, v, e)
		}
	}
	e.Lasts = k.Lasts
	e.Detail = k.Read(f, e)
	checkDates(f, e)
	e.Category = e.Tag("category")
	e.Said = f.prose()
	return f.problems.All()
}

// Bare makes an entry of a file that could not be read at all whole enough to
// be referred to. What is wrong with it was reported already.
func (k *Kind) Bare(e *offer.Entry, settings *offer.Settings) {
	e.Detail = k.Read(&Fields{node: &offer.Node{Shape: offer.Map}, settings: settings, kind: k, fields: k.Fields}, e)
	e.Title = e.Slug
}

// Bodied is the detail of an entry whose fields refer to its Markdown.
type Bodied interface {
	CheckBody(body offer.Body, problems *offer.Problems)
}
