package main

import (
	"errors"
	"io/fs"
	"os"
)

// openSite opens the folder of a site for reading, and for no more than that:
// no link leads out of it, and nothing in it is waited for. Whoever proposes a
// change to a site chooses all that is in the folder, and must not be able to
// have another file published, or to keep a build from ending.
func openSite(name string) (fs.FS, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	files, ok := root.FS().(folderFS)
	if !ok {
		return nil, errors.ErrUnsupported // of os.Root it is promised
	}
	return plainFiles{files}, nil
}

// folderFS is all that os.Root promises of its files.
type folderFS interface {
	fs.StatFS
	fs.ReadFileFS
	fs.ReadDirFS
	fs.ReadLinkFS
}

// errNoFile is given for a pipe, a socket or a device: to read one may last for
// ever.
var errNoFile = errors.New("it is neither a file nor a folder")

// plainFiles are a folder of which only files and folders can be read.
type plainFiles struct{ folderFS }

// Open opens a file or a folder.
func (p plainFiles) Open(name string) (fs.File, error) {
	if err := p.plain(name); err != nil {
		return nil, err
	}
	return p.folderFS.Open(name)
}

// ReadFile reads a file.
func (p plainFiles) ReadFile(name string) ([]byte, error) {
	if err := p.plain(name); err != nil {
		return nil, err
	}
	return p.folderFS.ReadFile(name)
}

// ReadDir lists a folder.
func (p plainFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := p.plain(name); err != nil {
		return nil, err
	}
	return p.folderFS.ReadDir(name)
}

func (p plainFiles) plain(name string) error {
	info, err := p.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return &fs.PathError{Op: "open", Path: name, Err: errNoFile}
	}
	return err
}
