package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/offer"
)

// Schemas writes the JSON Schemas of a site's fields, and gives their paths.
func Schemas(folder string, settings *offer.Settings) ([]string, error) {
	return renew(folder, editor.Schemas(settings))
}

// renew writes files that are made from the settings, over older ones of the
// same making but over nothing else.
func renew(folder string, files []editor.File) ([]string, error) {
	var names []string
	for _, f := range files {
		to := filepath.Join(folder, filepath.FromSlash(f.Path))
		old, err := os.ReadFile(to)
		if err == nil && !editor.Ours(old) {
			return names, fmt.Errorf("%s: %w, which was not made here", to, ErrExists)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return names, err
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return names, err
		}
		if err := os.WriteFile(to, f.Body, 0o644); err != nil {
			return names, err
		}
		names = append(names, f.Path)
	}
	return names, nil
}

//go:embed form
var form embed.FS

// Form writes the form for editors: its page and its settings, where they are
// not there yet, and what there is to fill in, anew each time.
func Form(folder string, settings *offer.Settings) ([]string, error) {
	names, err := renew(folder, []editor.File{editor.Form(settings)})
	if err != nil {
		return names, err
	}
	for _, name := range []string{"index.html", "form.js", "config.yml"} {
		text, err := form.ReadFile("form/" + name)
		if err != nil {
			return names, err
		}
		to := editor.FormFolder + "/" + name
		switch err := write(filepath.Join(folder, filepath.FromSlash(to)), strings.ReplaceAll(string(text), "POLICY", editor.Policy)); {
		case err == nil:
			names = append(names, to)
		case !errors.Is(err, ErrExists):
			return names, err
		}
	}
	return names, nil
}

// scripts is where the script of the form stands, in the npm package and in a
// site.
const (
	scriptsFrom = "npm"
	scriptsTo   = editor.FormFolder + "/sveltia"
)

// ErrNoScript is given where a folder is not that of the form's npm package.
var ErrNoScript = errors.New("the script of the form is not in this folder")

// FormScript copies the form's script out of its npm package, without the files
// that only help to find faults in it. It copies over nothing.
func FormScript(folder, from string) error {
	scripts := os.DirFS(filepath.Join(from, scriptsFrom))
	if _, err := fs.Stat(scripts, "index.js"); err != nil {
		return fmt.Errorf("%s: %w", from, ErrNoScript)
	}
	to := filepath.Join(folder, filepath.FromSlash(scriptsTo))
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%s: %w", to, ErrExists)
	}
	return fs.WalkDir(scripts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".map") {
			return err
		}
		text, err := fs.ReadFile(scripts, name)
		if err != nil {
			return err
		}
		path := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, text, 0o644)
	})
}

// HasFormScript reports that the form's script is in the site.
func HasFormScript(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, filepath.FromSlash(scriptsTo), "index.js"))
	return err == nil
}
