package review

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// ErrName is given for a name that is no entry's, or that of several.
var ErrName = errors.New("that is not the name of one entry")

// Find is the file of an entry, by its name with or without its folder:
// sunday-swim, activities/sunday-swim, or the whole path. It looks at names
// only, so that no mistake in another file is in the way.
func Find(site fs.FS, name string) (string, error) {
	names, err := named(site)
	if err != nil {
		return "", err
	}
	wanted := Tidy(name)
	var found, all []string
	for _, full := range names {
		folder, slug, _ := strings.Cut(full, "/")
		all = append(all, slug, folder+"/"+slug)
		if wanted == slug || wanted == full {
			found = append(found, full)
		}
	}
	switch {
	case len(found) == 1:
		return source.Root + "/" + found[0] + ".md", nil
	case len(found) > 1:
		return "", fmt.Errorf("%w: %s may be any of %s; say which, with its folder", ErrName, name, strings.Join(found, ", "))
	}
	hint := "write the file's name without .md"
	if near := offer.Suggest(wanted, all); near != "" {
		hint = "did you mean " + near + "?"
	}
	return "", fmt.Errorf("%w: there is none called %s; %s", ErrName, name, hint)
}

// Tidy takes away what a person may type around a name: the address has
// slashes, and a terminal completes the path of the file.
func Tidy(name string) string {
	name = strings.Trim(strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), "./"), "/")
	return strings.TrimSuffix(strings.TrimPrefix(name, source.Root+"/"), ".md")
}

// named are the names of all entries, each with its folder.
func named(site fs.FS) ([]string, error) {
	var names []string
	for _, folder := range kind.Folders() {
		files, err := fs.ReadDir(site, source.Root+"/"+folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, file := range files {
			if slug, markdown := strings.CutSuffix(file.Name(), ".md"); markdown && file.Type().IsRegular() {
				names = append(names, folder+"/"+slug)
			}
		}
	}
	return names, nil
}
