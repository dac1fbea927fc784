package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
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

// advised says what can be done where the folder around the website is closed to us,
// or the website's own cannot change its place: it is a disk of its own, say.
func advised(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return fmt.Errorf("%w (the website is made in the folder around this one, and takes its place: where that cannot be, build elsewhere and use localoffer publish)", err)
	}
	return err
}
