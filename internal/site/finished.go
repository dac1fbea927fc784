package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotBuilt is given for a folder in which no build has put a website.
var ErrNotBuilt = errors.New("there is no website that localoffer built")

// Finished is a website that a build put in its place, and so one that is whole,
// was read back, and has no problem.
type Finished struct {
	Files []string // their paths, as the build listed them
	root  *os.Root
}

// OpenFinished opens the output folder of a build. One that holds anything else,
// or lacks any of what was built, is refused. A build that takes its place
// meanwhile is not seen: the files that are read are those of this one, or none.
func OpenFinished(out string) (*Finished, error) {
	made, err := ours(out)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", out, err)
	}
	if len(made) == 0 {
		return nil, fmt.Errorf("read %s: %w", out, ErrNotBuilt)
	}
	for _, name := range made {
		info, err := os.Lstat(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil || !info.Mode().IsRegular() {
			return nil, fmt.Errorf("read %s: %s was built and is not there any more", out, name)
		}
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return nil, err
	}
	return &Finished{made, root}, nil
}

// FS is the folder.
func (f *Finished) FS() fs.FS { return f.root.FS() }

// Close lets go of the folder.
func (f *Finished) Close() error { return f.root.Close() }
