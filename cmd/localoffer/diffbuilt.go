package main

import (
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/compare"
	"github.com/localoffer/localoffer/internal/site"
)

// builtFolder is the website in a folder that is named, or nil for what is
// something else: content, a site, a revision.
func builtFolder(name string) fs.FS {
	files, err := openSite(name)
	if err != nil || !compare.IsBuilt(files) {
		return nil
	}
	if _, err := fs.Stat(files, site.ConfigName); err == nil {
		return nil
	}
	return files
}

// diffBuilt compares two websites. It needs no site and no settings. Content is
// not compared with a website: what the one says the other has no place for.
func diffBuilt(cmd *cobra.Command, names []string, folders [2]fs.FS) error {
	for i, other := range []int{1, 0} {
		if folders[i] == nil {
			return fmt.Errorf("%s is a website that was built, and %s is not; compare two of the same sort", names[other], names[i])
		}
	}
	var websites [2]*compare.Website
	for i, folder := range folders {
		var err error
		if websites[i], err = compare.ReadWebsite(folder); err != nil {
			return machineError{fmt.Errorf("read %s: %w", names[i], err)}
		}
	}
	report := compare.Websites(websites[0], websites[1])
	fmt.Fprint(cmd.OutOrStdout(), report.Markdown())
	return nil
}
