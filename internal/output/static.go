package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/parse/v2"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/theme"
)

// static plans the files that are copied as they are. Of the program's own
// scripts only what a browser needs is sent: on a poor line each kilobyte is
// felt.
func static(s *Site) []File {
	var files []File
	for _, name := range slices.Sorted(maps.Keys(s.Static)) {
		body, from := s.Static[name], StaticRoot+"/"+name
		switch {
		case name == styleName:
			files = append(files, text(name, from, append(slices.Clone(body), s.accent()...)))
		case name == todayName, strings.HasPrefix(name, "search/") && path.Ext(name) == ".js":
			files = append(files, File{Path: name, From: from, Render: func(out *bytes.Buffer) error { return minified(out, body, from) }})
		default:
			files = append(files, text(name, from, body))
		}
	}
	return files
}

// minified writes a script without its remarks, spaces and long names.
func minified(out *bytes.Buffer, script []byte, from string) error {
	err := js.Minify(minify.New(), out, bytes.NewReader(script), nil)
	var wrong *parse.Error
	if errors.As(err, &wrong) {
		return scriptError{offer.Problem{Place: offer.Place{File: from, Line: wrong.Line, Col: wrong.Column}, What: "this script cannot be read: " + wrong.Message, Hint: "mend it, or delete it: then the built-in one is used"}}
	}
	return err
}

// scriptError is a script that cannot be read, and where.
type scriptError struct{ offer.Problem }

func (e scriptError) Error() string { return e.String() }

// Problem says what is wrong with a file that could not be made: a script, or
// else a layout.
func Problem(err error) offer.Problem {
	var script scriptError
	if errors.As(err, &script) {
		return script.Problem
	}
	return theme.Problem(err)
}

// StaticRoot is the folder of files that are copied as they are.
const StaticRoot = "static"

// ReadStatic reads static/ of a site over the built-in one.
func ReadStatic(site, builtin fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, from := range []fs.FS{builtin, site} {
		err := fs.WalkDir(from, StaticRoot, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() || strings.HasPrefix(path.Base(name), ".") {
				return err
			}
			body, err := fs.ReadFile(from, name)
			files[strings.TrimPrefix(name, StaticRoot+"/")] = body
			return err
		})
		if err != nil && !missing(from) {
			return nil, fmt.Errorf("read static files: %w", err)
		}
	}
	return files, nil
}

func missing(from fs.FS) bool {
	_, err := fs.Stat(from, StaticRoot)
	return err != nil
}
