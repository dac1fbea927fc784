package main

import (
	"fmt"
	"path/filepath"

	"github.com/localoffer/localoffer/internal/site"
)

// checkOutside refuses an output folder within what the website is made from: the
// next build would take its pages for files of an editor's.
func checkOutside(siteFolder, out string) error {
	to, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	for _, name := range site.Folders {
		from, err := filepath.Abs(filepath.Join(siteFolder, name))
		if err != nil {
			return err
		}
		if inside, err := filepath.Rel(from, to); err == nil && filepath.IsLocal(inside) {
			return fmt.Errorf("a website cannot be put into %s, which it is made from: choose another folder, like --out public", name)
		}
	}
	return nil
}
