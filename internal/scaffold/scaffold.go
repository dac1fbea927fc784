// Package scaffold makes new things for an editor to begin with: a site, an
// entry, a layout to change. What it writes always checks clean, and it never
// writes over what is there.
package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/advice"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
	"github.com/localoffer/localoffer/internal/site"
)

// ErrExists is given where something stands already at the place to write to.
var ErrExists = errors.New("there is something there already")

//go:embed starter
var starter embed.FS

// Site makes a folder with settings, one entry of each kind and the lists of
// words. The settings are the demonstration's, with places and a title of one's
// own to fill in. More files, such as workflows, may go with them.
func Site(folder string, builtin fs.FS, today offer.Date, more map[string]string) ([]string, error) {
	if left, err := os.ReadDir(folder); err == nil && len(left) > 0 {
		return nil, fmt.Errorf("%s: %w", folder, ErrExists)
	}
	files, err := starterFiles(today)
	if err != nil {
		return nil, err
	}
	for _, list := range []string{search.SynonymsFile, advice.AvoidFile} { // as good for one council as for another
		text, err := fs.ReadFile(builtin, list)
		if err != nil {
			return nil, err
		}
		files[list] = string(text)
	}
	if files[site.ConfigName], err = config(builtin, filepath.Base(folder)); err != nil {
		return nil, err
	}
	maps.Copy(files, more)
	var names []string
	for name := range files {
		names = append(names, name)
	}
	return names, writeAll(folder, files)
}

func writeAll(folder string, files map[string]string) error {
	for name, text := range files {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := write(to, text); err != nil {
			return err
		}
	}
	return nil
}

// write makes a new file, and fails where there is one.
func write(to, text string) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: %w", to, ErrExists)
	}
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// starterFiles are the first entries of a new site, checked today.
func starterFiles(today offer.Date) (map[string]string, error) {
	files := map[string]string{}
	err := fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		text, err := starter.ReadFile(name)
		files["content/"+strings.TrimPrefix(name, "starter/")] = strings.ReplaceAll(string(text), "TODAY", today.String())
		return err
	})
	return files, err
}

// guides are the settings that name guides, which a new site has yet to write.
var guides = regexp.MustCompile(`(?m)^( *)guide = `)

// config is the demonstration's settings without what is the demonstration's
// own: its label, its title, its areas and towns, and the guides that it names.
func config(builtin fs.FS, name string) (string, error) {
	text, err := fs.ReadFile(builtin, site.ConfigName)
	if err != nil {
		return "", err
	}
	areas, err := starter.ReadFile("starter/areas.toml")
	if err != nil {
		return "", err
	}
	towns, err := starter.ReadFile("starter/towns.toml")
	if err != nil {
		return "", err
	}
	s := guides.ReplaceAllString(string(text), "$1# guide = ")
	s = between(s, "# Shown at the top of every page.", "\n\n", "")
	s = between(s, "title = ", "\n", fmt.Sprintf("title = %q\n", title(name)))
	s = between(s, "# Your own areas begin here.", "# Your own areas end here.\n", string(areas))
	s = between(s, "# Your own towns begin here.", "# Your own towns end here.\n", string(towns))
	return strings.NewReplacer("Medway Demonstration Council", "Your council", `area = "Medway"`, `area = "your area"`, "All of Medway", "The whole area", "Outside Medway", "Outside the area").Replace(s), nil
}

// between puts other words in place of a stretch of text, both ends taken in.
func between(s, from, to, with string) string {
	start := strings.Index(s, from)
	if start < 0 {
		return s
	}
	end := strings.Index(s[start:], to)
	if end < 0 {
		return s
	}
	return s[:start] + with + s[start+end+len(to):]
}

// title makes a site's first title out of its folder's name: our-offer gives
// "Our offer".
func title(name string) string {
	words := strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	if words == "" || words == "." {
		return "SEN and disability Local Offer"
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// Layouts are the built-in layouts that can be copied.
func Layouts(builtin fs.FS) ([]string, error) {
	files, err := fs.Glob(builtin, "layouts/*.html")
	for i := range files {
		files[i] = strings.TrimSuffix(path.Base(files[i]), ".html")
	}
	return files, err
}

// Layout copies a built-in layout into a site, to be changed there.
func Layout(folder, name string, builtin fs.FS) (string, error) {
	text, err := fs.ReadFile(builtin, "layouts/"+name+".html")
	if err != nil {
		known, _ := Layouts(builtin) // the hint is empty where they cannot be read
		return "", fmt.Errorf("there is no layout called %s; %s", name, offer.DidYouMean(name, known))
	}
	to := filepath.Join(folder, "layouts", name+".html")
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	return to, write(to, string(text))
}
