package synthetic

import (
	"io/fs"
	"testing/fstest"

	"github.com/localoffer/localoffer"
)

// Demonstration is the built-in site as files that a test may change.
func Demonstration() (fstest.MapFS, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(localoffer.Demonstration, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := localoffer.Demonstration.ReadFile(name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	return files, err
}
