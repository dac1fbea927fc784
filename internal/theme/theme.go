// Package theme loads the layouts and runs them. A layout prints, it does not
// think: each has one Go struct as its data, worked out before it is called.
// A site's own layouts lie over the built-in ones, file by file.
package theme

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/localoffer/localoffer/internal/offer"
)

// Root is the folder of layouts, in a site and among the built-in files.
const Root = "layouts"

// Theme is the layouts, parsed.
type Theme struct {
	layouts map[string]*template.Template
	broken  map[string]error // by the name of a layout: why it cannot be run, told already
	endless sync.Map         // the names of layouts that did not come to an end
}

// Load reads the layouts of a site over the built-in ones. What is wrong in a
// layout is a problem at its line.
func Load(site, builtin fs.FS) (*Theme, []offer.Problem, error) {
	texts, err := read(site, builtin)
	if err != nil {
		return nil, nil, err
	}
	var problems offer.Problems
	t := &Theme{layouts: map[string]*template.Template{}, broken: map[string]error{}}
	shared := template.New("").Option("missingkey=error").Funcs(template.FuncMap{"address": address})
	var part error // in the first of the pieces that all layouts share
	for _, name := range sorted(texts) {
		if isPart(name) {
			part = cmp.Or(part, parseLayout(shared.New(name), texts[name], &problems))
		}
	}
	for _, name := range sorted(texts) {
		if isPart(name) {
			continue
		}
		layout := template.Must(shared.Clone()) // fails only after a template has been run
		own := parseLayout(layout.New(name), texts[name], &problems)
		countable(layout.Templates())
		name = strings.TrimSuffix(name, ".html")
		t.layouts[name], t.broken[name] = layout.Lookup(name+".html"), cmp.Or(own, part)
	}
	return t, problems.All(), nil
}

// isPart tells the pieces that layouts share from the layouts themselves.
func isPart(name string) bool { return strings.HasPrefix(name, "_") }

func sorted(texts map[string]string) []string {
	names := make([]string, 0, len(texts))
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func read(site, builtin fs.FS) (map[string]string, error) {
	texts := map[string]string{}
	for _, from := range []fs.FS{builtin, site} {
		files, err := fs.ReadDir(from, Root)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read layouts: %w", err)
		}
		for _, file := range files {
			if file.IsDir() || path.Ext(file.Name()) != ".html" {
				continue
			}
			text, err := fs.ReadFile(from, path.Join(Root, file.Name()))
			if err != nil {
				return nil, fmt.Errorf("read layouts: %w", err)
			}
			texts[file.Name()] = string(text)
		}
	}
	return texts, nil
}

func parseLayout(t *template.Template, text string, problems *offer.Problems) error {
	_, err := t.Parse(trim(text))
	if err != nil {
		problems.Join([]offer.Problem{Problem(err)})
	}
	return err
}

// trim takes the indentation and the empty lines out of a layout: on a page
// they are bytes that a family pays for. Line numbers stay true, for a line's
// end stays.
func trim(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}

// Render runs a layout. One that did not come to an end is not run again: there
// may be thousands of pages to make with it.
func (t *Theme) Render(out *bytes.Buffer, layout string, data any) error {
	tmpl := t.layouts[layout]
	if tmpl == nil {
		return fmt.Errorf("there is no layout called %s.html", layout)
	}
	if err := t.broken[layout]; err != nil {
		return err
	}
	if _, endless := t.endless.Load(layout); endless {
		return endlessError{layout}
	}
	err := tmpl.Execute(&bounded{out: out}, data)
	if errors.Is(err, errEndless) {
		t.endless.Store(layout, true)
		return endlessError{layout}
	}
	return err
}

var located = regexp.MustCompile(`(?s)template: ([^:]+\.html):(\d+)(?::(\d+))?: (.*)`)

// Problem turns what the template package says into a problem in the layout.
func Problem(err error) offer.Problem {
	var endless endlessError
	if errors.As(err, &endless) {
		return endless.problem()
	}
	m := located.FindStringSubmatch(err.Error())
	if m == nil {
		return offer.NewProblem(offer.Place{File: Root}, err.Error(), "compare it with the built-in layout: localoffer new layout")
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	what := regexp.MustCompile(`executing "[^"]*" at (<[^>]*>): `).ReplaceAllString(m[4], "$1: ")
	what = regexp.MustCompile(`can't evaluate field (\w+) in type \S+`).ReplaceAllString(what, "there is no $1 here")
	return offer.NewProblem(offer.Place{File: Root + "/" + m[1], Line: line, Col: max(col, 1)}, "the layout fails: "+what, "docs/layouts.md lists what each layout is given")
}

// address lets through the addresses that the layouts' own escaping does not
// know: telephone numbers and text messages (RFC 3966, RFC 5724). Whatever else
// has a scheme is left to that escaping.
func address(s string) any {
	for _, scheme := range []string{"tel:", "sms:"} {
		if number, found := strings.CutPrefix(s, scheme); found && strings.Trim(number, "+0123456789") == "" {
			return template.URL(s) //nolint:gosec // nothing but digits
		}
	}
	return s
}
