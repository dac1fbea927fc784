package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// swapInTwo is for systems that cannot exchange two folders. A build killed
// between its two steps leaves the old site under another name, from which
// restore brings it back.
func swapInTwo(staging, out string) error {
	old := oldName(out)
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(staging, out); err != nil {
		return errors.Join(err, os.Rename(old, out))
	}
	return os.RemoveAll(old)
}

// restore brings back the old site where a build was killed in mid-swap.
func restore(out string) error {
	if _, err := os.Lstat(out); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := os.Rename(oldName(out), out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func oldName(out string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".old")
}
