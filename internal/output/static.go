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
	"unicode/utf8"

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
		return scriptError{offer.NewProblem(offer.Place{File: from, Line: wrong.Line, Col: wrong.Column}, "this script cannot be read: "+wrong.Message, "mend it, or delete it: then the built-in one is used")}
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

// ReadStatic reads static/ of a site over the built-in one. What cannot be
// published is a problem: nothing that stands there is left out unsaid, but for
// names that begin with a dot, which systems keep for themselves.
func ReadStatic(site, builtin fs.FS) (map[string][]byte, []offer.Problem, error) {
	files := map[string][]byte{}
	var problems offer.Problems
	for _, from := range []fs.FS{builtin, site} {
		err := fs.WalkDir(from, StaticRoot, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && utf8.ValidString(name) || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			if what, hint := unpublishable(name, d); what != "" {
				problems.Add(offer.Place{File: name}, what, hint)
				return skipped(d)
			}
			body, err := fs.ReadFile(from, name)
			files[strings.TrimPrefix(name, StaticRoot+"/")] = body
			return err
		})
		if err != nil && !missing(from) {
			return nil, nil, fmt.Errorf("read static files: %w", err)
		}
	}
	return files, problems.All(), nil
}

// unpublishable says what keeps a file from being copied, and what to do.
func unpublishable(name string, d fs.DirEntry) (what, hint string) {
	switch {
	case !utf8.ValidString(name) || offer.Unseen(name) || strings.Contains(name, `\`):
		return "this name has a letter in it that an address cannot have, or that nobody sees", "give it a name of letters, digits and hyphens"
	case d.Type()&fs.ModeSymlink != 0:
		return "this is a link to another place, and is not followed", "put the file itself here"
	case !d.Type().IsRegular():
		return "this is neither a file nor a folder", "put an ordinary file here"
	}
	return "", ""
}

// skipped goes past a whole folder where there is one.
func skipped(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func missing(from fs.FS) bool {
	_, err := fs.Stat(from, StaticRoot)
	return err != nil
}
