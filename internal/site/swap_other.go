//go:build !linux

package site

import (
	"errors"
	"io/fs"
	"os"
)

// swap puts a finished folder in another's place.
func swap(staging, out string) error {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(staging, out)
	}
	return swapInTwo(staging, out)
}
