package site

import (
	"errors"
	"io/fs"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/source"
	"github.com/localoffer/localoffer/internal/theme"
)

// Folders are those from which a website is made.
var Folders = []string{source.Root, source.LanguagesRoot, theme.Root, output.StaticRoot}

// noFolders tells of what has the name of one of a site's folders and is none:
// Git leaves a file in the place of a link on computers that have no links.
// Without this such a folder would count as one with nothing in it. Only that of
// the content has to be there.
func noFolders(folder fs.FS) []offer.Problem {
	var problems offer.Problems
	if _, err := fs.Stat(folder, source.Root); errors.Is(err, fs.ErrNotExist) {
		problems.Add(offer.Place{File: source.Root}, "there is no folder "+source.Root+" here", "name the folder of the site with --site, or make a new site: localoffer new site NAME")
	}
	for _, name := range Folders {
		if info, err := fs.Stat(folder, name); err == nil && !info.IsDir() {
			problems.Add(offer.Place{File: name}, "this is not a folder", "move it away, and make a folder of that name, or none")
		}
	}
	return problems.All()
}
