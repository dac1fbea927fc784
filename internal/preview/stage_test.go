package preview_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/preview"
	"github.com/localoffer/localoffer/internal/site"
)

// stage is a site on the disk, and a preview of it.
type stage struct {
	t      testing.TB
	folder string
	asOf   site.Options // as a build would be given them
	server *preview.Server
	said   chan string
}

// script is the line that the contract allows in a page.
const script = `<script type="module" src="/_preview/preview.js"></script>`

// today is the day for which the demonstration is written.
var today = site.Options{AsOf: offer.Date{Year: 2026, Month: 11, Day: 21}, Known: true, Builtin: localoffer.Demonstration}

// perform puts the demonstration on the disk and opens a preview of it, in which
// a test may have changed something.
func perform(t testing.TB, changes ...func(*preview.Config)) *stage {
	t.Helper()
	s := &stage{t: t, folder: t.TempDir(), asOf: today, said: make(chan string, 10)}
	if err := os.CopyFS(s.folder, demonstration(t)); err != nil {
		t.Fatal(err)
	}
	s.open(changes...)
	return s
}

// demonstration is the demonstration with one layout and the style sheet of its
// own; the others are built in.
func demonstration(t testing.TB) fs.FS {
	t.Helper()
	whole := t.TempDir()
	if err := os.CopyFS(whole, localoffer.Demonstration); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"layouts/*.html", "static/*/*"} {
		names, _ := filepath.Glob(filepath.Join(whole, filepath.FromSlash(pattern)))
		for _, name := range names {
			if filepath.Base(name) != "activity.html" {
				_ = os.Remove(name)
			}
		}
	}
	return os.DirFS(whole)
}

func (s *stage) open(changes ...func(*preview.Config)) {
	s.t.Helper()
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		s.t.Fatal(err)
	}
	c := preview.Config{
		Folder: root.FS(), Options: s.asOf, Now: time.Now, Watched: s.folder, Marks: s.t.TempDir(),
		Say: func(what string) { s.said <- what },
	}
	for _, change := range changes {
		change(&c)
	}
	s.server = preview.New(c)
	s.t.Cleanup(func() {
		if err := s.server.Close(); err != nil {
			s.t.Error(err)
		}
		_ = root.Close()
	})
}

// untold opens a preview that nobody tells of changes.
func untold(c *preview.Config) { c.Watched = "" }

func (s *stage) path(name string) string { return filepath.Join(s.folder, filepath.FromSlash(name)) }

func (s *stage) read(name string) string {
	s.t.Helper()
	text, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

func (s *stage) write(name, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// replace puts one text in place of another in a file.
func (s *stage) replace(name, was, now string) {
	s.t.Helper()
	text := s.read(name)
	if !strings.Contains(text, was) {
		s.t.Fatalf("there is no %q in %s", was, name)
	}
	s.write(name, strings.Replace(text, was, now, 1))
}

func (s *stage) remove(name string) {
	s.t.Helper()
	if err := os.RemoveAll(s.path(name)); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) rename(from, to string) {
	s.t.Helper()
	if err := os.Rename(s.path(from), s.path(to)); err != nil {
		s.t.Fatal(err)
	}
}

// get asks the preview for an address.
func (s *stage) get(address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.server.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w
}

// shows fails unless a page is there and holds some words.
func (s *stage) shows(address string, status int, words ...string) {
	s.t.Helper()
	w := s.get(address)
	if w.Code != status {
		s.t.Fatalf("%s: got %d, want %d\n%s", address, w.Code, status, w.Body)
	}
	for _, word := range words {
		if !strings.Contains(w.Body.String(), word) {
			s.t.Errorf("%s does not say %q:\n%s", address, word, w.Body)
		}
	}
}

// pick asks for the site as of another day, or of today.
func (s *stage) pick(day string) *httptest.ResponseRecorder {
	form := url.Values{"on": {day}, "back": {"/browse/"}}
	if day == "today" {
		form = url.Values{"to": {day}, "back": {"/browse/"}}
	}
	r := httptest.NewRequest(http.MethodPost, "/_preview/as-of", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.server.ServeHTTP(w, r)
	return w
}

// built makes the site as a build would, from nothing.
func (s *stage) built() (*site.Site, []offer.Problem) {
	s.t.Helper()
	made, problems, err := site.Make(os.DirFS(s.folder), s.asOf)
	if err != nil {
		s.t.Fatal(err)
	}
	return made, problems
}

// same fails unless the preview serves a file as the build makes it, or says
// what is wrong with it.
func (s *stage) same(made *site.Site, problems []offer.Problem, address string) {
	s.t.Helper()
	w := s.get(address)
	f, status := made.Plan.At(address), http.StatusOK
	if f == nil {
		f, status = made.Plan.At("/404.html"), http.StatusNotFound
	}
	if f.Entry != nil && made.Reported(f.From) {
		if first := first(problems, f.From); w.Code != http.StatusInternalServerError || !bytes.Contains(w.Body.Bytes(), []byte(escaped(first.What))) {
			s.t.Fatalf("%s should say %q, and is %d\n%s", address, first, w.Code, w.Body)
		}
		return
	}
	var want bytes.Buffer
	if err := f.Render(&want); err != nil {
		if w.Code != http.StatusInternalServerError {
			s.t.Fatalf("%s should say %q, and is %d", address, err, w.Code)
		}
		return
	}
	got, lines := w.Body.Bytes(), 0
	if f.HTML() {
		lines = bytes.Count(got, []byte(script+"</body>"))
		got = bytes.Replace(got, []byte(script), nil, 1)
	}
	if f.HTML() && lines != 1 || w.Code != status || !bytes.Equal(got, want.Bytes()) {
		s.t.Fatalf("%s is not what a build writes (%d, %d lines of script): %s", address, w.Code, lines, difference(got, want.Bytes()))
	}
}

func first(problems []offer.Problem, file string) offer.Problem {
	for _, p := range problems {
		if p.File == file && !p.Advice {
			return p
		}
	}
	return offer.Problem{}
}

// escaped is text as it stands in a page.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;").Replace(text)
}

// difference is the first place in which two texts differ.
func difference(got, want []byte) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	around := func(text []byte) string { return string(text[max(0, at-60):min(len(text), at+60)]) }
	return "got\n" + around(got) + "\nwant\n" + around(want)
}
