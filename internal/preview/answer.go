package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/source"
	"github.com/localoffer/localoffer/internal/theme"
)

// answer is what is at an address.
type answer struct {
	status int
	kind   string
	body   []byte
	to     string // where else it is
	from   string // the file it is made from
	policy string // of its content, where it has one of its own
}

// script is the one line by which a page in the preview differs from the page
// that a build writes.
const script = `<script type="module" src="/_preview/preview.js"></script>`

// html reports that the answer is a page for people.
func (a *answer) html() bool { return strings.HasPrefix(a.kind, "text/html") }

// served is the body as it goes out: a page with the line before its end.
func (a *answer) served() []byte {
	end := bytes.LastIndex(a.body, []byte("</body>"))
	if !a.html() || end < 0 {
		return a.body
	}
	return bytes.Join([][]byte{a.body[:end], a.body[end:]}, []byte(script))
}

// version tells a page from what it becomes. It takes in what the page fetches
// by itself: static files, and the index where it searches.
func (a *answer) version(e *snapshot, url string) string {
	h := sha256.New()
	h.Write(a.body)
	fmt.Fprintln(h, a.status, e.static)
	if strings.HasSuffix(url, searchPage) {
		fmt.Fprintln(h, e.version)
	}
	const enough = 12
	return hex.EncodeToString(h.Sum(nil)[:enough])
}

// searchPage is the one page that shows what is not in it.
const searchPage = "/search/"

// answer is what a build would write for an address, or what is wrong with its
// file.
func (s *Server) answer(e *snapshot, url string) answer {
	if tool, found := strings.CutPrefix(url, tools); found {
		return s.tool(e, tool)
	}
	url = e.inside(url)
	if e.site == nil {
		return s.problemPage(e, url, e.whole())
	}
	f, err := find(e.site, url)
	switch {
	case err != nil:
		return s.problemPage(e, url, []offer.Problem{{What: err.Error()}})
	case f == nil && e.site.Plan.At(url+"/") != nil:
		return answer{status: http.StatusMovedPermanently, to: e.outside(url + "/")}
	case f == nil:
		if loose := e.of(func(file string) bool { return pageOf(file) == url && e.site.Reported(file) }); len(loose) > 0 {
			return s.problemPage(e, url, loose)
		}
		return s.page(e, "/404.html", http.StatusNotFound)
	case f.Entry != nil && e.site.Reported(f.From):
		return s.problemPage(e, url, e.of(func(file string) bool { return file == f.From }))
	}
	return s.page(e, url, http.StatusOK)
}

// pageOf is the address that a file of content would have, were it right: a page in
// another language whose original is gone has none in the plan.
func pageOf(file string) string {
	folder, name := path.Split(strings.TrimPrefix(file, source.Root))
	slug, edition, twin := strings.Cut(strings.TrimSuffix(name, ".md"), ".")
	if twin {
		edition = "/" + edition
	}
	return edition + folder + slug + "/"
}

// find looks a file up in the plan. The search index is made when the first of
// its files is asked for.
func find(now *site.Site, url string) (*output.File, error) {
	if strings.HasPrefix(url, searchPage) && path.Ext(url) == ".bin" {
		return now.Plan.Late(url)
	}
	return now.Plan.At(url), nil
}

// page renders a file of the plan. What can fail is its layout, or a script.
func (s *Server) page(e *snapshot, url string, status int) answer {
	f, _ := find(e.site, url) // found already
	var out bytes.Buffer
	err := f.Render(&out)
	if err == nil {
		return answer{status: status, kind: contentType(f.Path), body: out.Bytes(), from: f.From, policy: policyOf(e.site, f)}
	}
	e.failed.Store(true)
	p := output.Problem(err)
	if all := e.of(isLayout); isLayout(p.File) && len(all) > 0 { // it was found when they were read, and is told better
		return s.problemPage(e, url, all)
	}
	return s.problemPage(e, url, []offer.Problem{p})
}

func isLayout(file string) bool { return strings.HasPrefix(file, theme.Root) }

// policyOf is the policy of a file that needs another than the rest: the form for
// editors.
func policyOf(now *site.Site, f *output.File) string {
	if f.Admin() {
		return now.FormPolicy()
	}
	return ""
}

func contentType(name string) string {
	if t := output.TypeOf(name); t.Name != "" {
		return t.Full()
	}
	if path.Ext(name) == "" {
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}
