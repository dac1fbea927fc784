package preview

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// tools is where everything is that a preview adds to a site.
const tools = "/_preview/"

// lastGood stands before the address of a page that has a problem, for the page
// as it was before.
const lastGood = "/_preview/last-good"

//go:embed tools
var toolFiles embed.FS

var toolPages = template.Must(template.ParseFS(toolFiles, "tools/*.html"))

// tool is one of the preview's own pages or files.
func (s *Server) tool(e *snapshot, name string) answer {
	if page, found := strings.CutPrefix(name, "last-good"); found {
		return s.lastGoodPage(e, page)
	}
	switch name {
	case "problems":
		return s.problemsPage(e)
	case "preview.js", "preview.css":
		body, _ := toolFiles.ReadFile("tools/" + name) // it is embedded
		return answer{status: http.StatusOK, kind: contentType(name), body: body}
	}
	return toolPage(http.StatusNotFound, "nothing.html", nil)
}

func toolPage(status int, layout string, data any) answer {
	var out bytes.Buffer
	_ = toolPages.ExecuteTemplate(&out, layout, data) // all of them are tried in tests
	return answer{status: status, kind: contentType(layout), body: out.Bytes()}
}

// trouble is the data of the page that stands in for one that has a problem.
type trouble struct {
	Files    []fileProblems
	LastGood string
	All      int // problems of the whole website
}

// fileProblems is what is wrong in one file.
type fileProblems struct {
	Name     string
	Page     string // its address, where one is to be led there
	Problems []shown
}

// shown is a problem with the line it is on.
type shown struct {
	offer.Problem
	Text string
}

// problemPage says what is wrong with a page, at its own address.
func (s *Server) problemPage(e *snapshot, url string, problems []offer.Problem) answer {
	t := trouble{Files: s.byFile(problems), All: len(e.problems)}
	if e.lastGood(url) != nil {
		t.LastGood = lastGood + url
	}
	return toolPage(http.StatusInternalServerError, "problem.html", t)
}

// byFile puts problems, which come in the order of their files, under them.
func (s *Server) byFile(problems []offer.Problem) []fileProblems {
	var files []fileProblems
	for _, p := range problems {
		if n := len(files); n == 0 || files[n-1].Name != p.File {
			files = append(files, fileProblems{Name: p.File})
		}
		last := &files[len(files)-1]
		last.Problems = append(last.Problems, shown{p, s.line(p.Place)})
	}
	return files
}

// line is what an editor sees at a place.
func (s *Server) line(at offer.Place) string {
	text, err := fs.ReadFile(s.mirror, at.File)
	if err != nil || at.Line == 0 {
		return ""
	}
	lines := strings.Split(strings.ToValidUTF8(string(text), "�"), "\n")
	if at.Line > len(lines) {
		return ""
	}
	const most = 200
	line := []rune(strings.TrimSpace(lines[at.Line-1]))
	if len(line) > most {
		return string(line[:most]) + "…"
	}
	return string(line)
}

// lastGoodPage is a page as it was before it had a problem. Where it has none
// any more, it leads to the page itself.
func (s *Server) lastGoodPage(e *snapshot, url string) answer {
	if strings.HasPrefix(url, tools) { // which have no earlier ones
		return toolPage(http.StatusNotFound, "nothing.html", nil)
	}
	if a := s.answer(e, url); a.status == http.StatusOK {
		return answer{status: http.StatusSeeOther, to: e.outside(url)}
	}
	from := e.lastGood(url)
	if from == nil {
		return toolPage(http.StatusNotFound, "nothing.html", nil)
	}
	var out bytes.Buffer
	if err := from.Plan.At(url).Render(&out); err != nil {
		return toolPage(http.StatusNotFound, "nothing.html", nil)
	}
	return answer{status: http.StatusOK, kind: contentType(from.Plan.At(url).Path), body: out.Bytes()}
}

// overview is the data of the page of all problems.
type overview struct {
	Files    []fileProblems
	Problems int
	Advice   int
	All      bool
	AsOf     offer.Date
}

// problemsPage lists all that is wrong, file by file.
func (s *Server) problemsPage(e *snapshot) answer {
	problems, all := s.problems(e)
	if !all {
		s.pulse.want()
	}
	o := overview{Files: s.byFile(problems), Problems: site.Blocking(problems, false), All: all, AsOf: e.options.AsOf}
	o.Advice = len(problems) - o.Problems
	for i := range o.Files {
		o.Files[i].Page = e.pageOf(o.Files[i].Name)
	}
	return toolPage(http.StatusOK, "problems.html", o)
}

// pageOf is the address of the page that a file of content becomes, or "".
func (e *snapshot) pageOf(file string) string {
	if e.site == nil {
		return ""
	}
	folder, slug, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md"), "/")
	if entry := e.site.Catalogue.At("/" + folder + "/" + slug + "/"); entry != nil {
		return e.outside(entry.URL())
	}
	return ""
}
