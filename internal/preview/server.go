// Package preview serves a site while it is being edited. It keeps the plan in
// memory and renders only the page that is asked for; what it serves is what a
// build would write. A file that changed is read again at the next request.
package preview

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
)

// Policy is the content security policy under which every page works: nothing
// from elsewhere, no script or style inside a page. The form for editors, where
// there is one, has a policy of its own.
const Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

// Server answers requests for the pages of a site.
type Server struct {
	folder  fs.FS
	options site.Options

	mu       sync.Mutex
	stamp    string
	site     *site.Site
	problems []offer.Problem
	err      error
}

// New makes a server for a site's folder.
func New(folder fs.FS, o site.Options) *Server { return &Server{folder: folder, options: o} }

// Problems gives what is wrong in the content now.
func (s *Server) Problems() []offer.Problem {
	_, problems, _ := s.current()
	return problems
}

// current is the site as the folder has it now.
func (s *Server) current() (*site.Site, []offer.Problem, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if stamp := stampOf(s.folder); stamp != s.stamp || stamp == "" {
		s.site, s.problems, s.err = site.Make(s.folder, s.options)
		s.stamp = stamp
	}
	return s.site, s.problems, s.err
}

// stampOf changes whenever a file of the site does.
func stampOf(folder fs.FS) string {
	var b strings.Builder
	for _, root := range []string{site.ConfigName, "content", "layouts", "static"} {
		_ = fs.WalkDir(folder, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // what cannot be read is reported when it is read
			}
			if info, err := d.Info(); err == nil {
				fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return b.String()
}

// ServeHTTP answers with the page as a build would write it, or with what is
// wrong in its file.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", Policy)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	now, problems, err := s.current()
	switch {
	case err != nil:
		showProblems(w, []offer.Problem{{What: err.Error()}})
		return
	case now == nil:
		showProblems(w, problems)
		return
	}
	url := strings.TrimPrefix(r.URL.Path, now.Catalogue.Prefix())
	f, err := s.find(now, url)
	if err != nil {
		showProblems(w, []offer.Problem{{What: err.Error()}})
		return
	}
	if f == nil && now.Plan.At(url+"/") != nil {
		http.Redirect(w, r, now.Catalogue.Prefix()+url+"/", http.StatusMovedPermanently)
		return
	}
	status := http.StatusOK
	if f == nil {
		status, f = http.StatusNotFound, now.Plan.At("/404.html")
	}
	if f.Entry != nil && now.Reported(f.From) {
		showProblems(w, of(problems, f.From))
		return
	}
	var out bytes.Buffer
	if err := f.Render(&out); err != nil {
		showProblems(w, []offer.Problem{{Place: offer.Place{File: f.From}, What: err.Error()}})
		return
	}
	if f.Admin() {
		w.Header().Set("Content-Security-Policy", editor.Policy+"; frame-ancestors 'none'")
	}
	w.Header().Set("Content-Type", contentType(f.Path))
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // a browser that went away is no error of ours
}

// find looks a file up in the plan. The search index is made when the first of
// its files is asked for.
func (s *Server) find(now *site.Site, url string) (*output.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.HasPrefix(url, "/search/index/") {
		return now.Plan.Late(url)
	}
	return now.Plan.At(url), nil
}

func of(problems []offer.Problem, file string) []offer.Problem {
	var own []offer.Problem
	for _, p := range problems {
		if p.File == file {
			own = append(own, p)
		}
	}
	return own
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".md", ".txt", "":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

var problemPage = template.Must(template.New("").Parse(`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Something to mend</title>
<link rel="stylesheet" href="/style.css">
</head>
<body class="problems">
<main class="wrap">
<h1>Something to mend</h1>
<p>This page cannot be shown until its file is mended. Save the file, then load this page again.</p>
<ul class="links">
{{- range .}}
<li><strong>{{.Place}}</strong>: {{.What}}{{with .Hint}}<br>{{.}}{{end}}</li>
{{- end}}
</ul>
</main>
</body>
</html>
`))

func showProblems(w http.ResponseWriter, problems []offer.Problem) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_ = problemPage.Execute(w, problems)
}
