package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// Replace puts a new text in the place of one file of a site, all at once:
// whoever reads it meanwhile has the old one whole or the new one whole. Its
// mode stays, and no link leads the write out of the site's folder. A file that
// is not there yet is made.
func Replace(folder, file string, text []byte) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // it was only read by
	mode := fs.FileMode(0o644)
	info, err := root.Stat(file)
	if err == nil {
		mode = info.Mode().Perm()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	beside := path.Join(path.Dir(file), fmt.Sprintf(".%s.%d", path.Base(file), os.Getpid()))
	if err := writeBeside(root, beside, text, mode); err != nil {
		return errors.Join(err, discardBeside(root, beside))
	}
	if err := root.Rename(beside, file); err != nil {
		return errors.Join(err, discardBeside(root, beside))
	}
	return nil
}

// writeBeside makes a file and waits until it is on the disk.
func writeBeside(root *os.Root, name string, text []byte, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
}

func discardBeside(root *os.Root, name string) error {
	if err := root.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
