// Package editor makes what the tools of editors need to know of the fields: a
// JSON Schema for each kind of entry, for text editors, and the collections of
// the form for those who use none. Both are made from the declarations that
// check reads by, with the site's own vocabularies, and from nothing else.
package editor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// made marks a file that is written anew, and not to be changed by hand.
const made = "Made by localoffer from config.toml. Do not change it: it is written anew."

// File is one file that is made, by its path within the site.
type File struct {
	Path string
	Body []byte
	with string // the command that makes it
}

// Schemas are a JSON Schema for each kind of entry.
func Schemas(settings *offer.Settings) []File {
	files := make([]File, len(kind.All))
	for i := range kind.All {
		k := &kind.All[i]
		files[i] = File{"schemas/" + k.Name + ".schema.json", written(schemaOf(k, settings)), "localoffer new schema"}
	}
	return files
}

// Form is what the form for editors is told of the fields.
func Form(settings *offer.Settings) File {
	return File{CollectionsFile, append([]byte("# "+made+"\n"), written(formOf(settings))...), "localoffer new cms"}
}

func written(v any) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // what is written here always has a JSON form
	return out.Bytes()
}

// HasForm reports that a site has the form for editors.
func HasForm(folder fs.FS) bool {
	_, err := fs.Stat(folder, CollectionsFile)
	return err == nil
}

// Ours reports that a file was made here, and may be written anew.
func Ours(body []byte) bool { return bytes.Contains(body, []byte(made)) }

// Stale advises of the files of a site that the settings have left behind.
func Stale(folder fs.FS, settings *offer.Settings) ([]offer.Problem, error) {
	var problems offer.Problems
	for _, f := range append(Schemas(settings), Form(settings)) {
		body, err := fs.ReadFile(folder, f.Path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", f.Path, err)
		}
		if Ours(body) && !bytes.Equal(body, f.Body) {
			problems.Advise(offer.Place{File: f.Path}, "this file does not say what config.toml says now", "make it anew: "+f.with)
		}
	}
	return problems.All(), nil
}
