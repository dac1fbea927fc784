package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/localoffer/localoffer/internal/output"
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

// No file that is read whole may be longer: all that is read is held in memory. Of
// entries far less is read, whatever their length.
const (
	mostText   = 64 << 20  // bytes of settings, a list, a layout
	mostStatic = 512 << 20 // bytes of a file that is copied as it is
)

var (
	errLongText   = errors.New("it is longer than 64 MB: is it the right file?")
	errLongStatic = errors.New("it is longer than 512 MB: put it where long films are kept, and link to it there")
)

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
	if err := p.short(name); err != nil {
		return nil, err
	}
	return p.folderFS.ReadFile(name)
}

func (p plainFiles) short(name string) error {
	info, err := p.Stat(name)
	switch static := strings.HasPrefix(name, output.StaticRoot+"/"); {
	case err != nil:
		return err
	case static && info.Size() > mostStatic:
		return &fs.PathError{Op: "read", Path: name, Err: errLongStatic}
	case !static && info.Size() > mostText:
		return &fs.PathError{Op: "read", Path: name, Err: errLongText}
	}
	return nil
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
