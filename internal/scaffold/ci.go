package scaffold

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// What runs where a site's repository is kept: a check of every proposed change,
// a build on each merge and in the night, and a look at the links each week.

//go:embed all:ci
var ciFiles embed.FS

// CIs are the places whose workflows can be written.
func CIs() []string {
	folders, _ := ciFiles.ReadDir("ci") // it is part of the program
	var names []string
	for _, f := range folders {
		names = append(names, f.Name())
	}
	return names
}

// Workflows are the files for one of the CIs, by name. They use one version of
// this program.
func Workflows(ci, version string) (map[string]string, error) {
	if !slices.Contains(CIs(), ci) {
		return nil, fmt.Errorf("there are no workflows for %s; %s", ci, offer.DidYouMean(ci, CIs()))
	}
	files := map[string]string{".gitignore": "/public/\n/.public.*/\n/.cache/\n/problems.json\n"}
	root := path.Join("ci", ci)
	err := fs.WalkDir(ciFiles, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := ciFiles.ReadFile(name)
		files[strings.TrimPrefix(name, root+"/")] = strings.ReplaceAll(string(text), "VERSION", version)
		return err
	})
	return files, err
}
