package output

import (
	"bytes"
	"embed"
	"encoding/json"
	"regexp"
	"slices"
	"text/template"

	"github.com/localoffer/localoffer/internal/offer"
)

// hosts plans the files in which hosts look for headers, redirects and the page
// for what is not there. All are published every time: what moved changes with
// the content, and a host takes no notice of the files of another. A site that
// has one of its own in static/ keeps that.
func hosts(s *Site) []File {
	h := NewHosting(s.Catalogue, FormPolicy(s.Static))
	var files []File
	for _, f := range forHosts {
		if s.Static[f.name] == nil {
			files = append(files, File{Path: f.name, From: "config.toml", Render: func(out *bytes.Buffer) error { return f.write(out, h) }})
		}
	}
	return files
}

// forHosts are the files in which hosts look, by name.
var forHosts = []struct {
	name  string
	write func(*bytes.Buffer, *Hosting) error
}{
	{"_headers", writeHeaders}, {"_redirects", writeRedirects},
	{".htaccess", writeApache}, {"staticwebapp.config.json", writeAzure},
}

// ForHosts reports that a file says something to a host, and nothing to readers.
func ForHosts(file string) bool {
	for _, f := range forHosts {
		if f.name == file {
			return true
		}
	}
	return false
}

// Hosting is what a host has to be told about a site.
type Hosting struct {
	Prefix   string // the path at which the site stands, without a last slash
	Headers  []Header
	Fresh    string
	Keepings []Keeping // with the path
	Types    []Type
	Moves    []Move
	Form     *Form // for editors, or nil
}

// NewHosting gathers what hosts have to be told about a site, with the policy of
// its form for editors, or "".
func NewHosting(c *offer.Catalogue, formPolicy string) *Hosting {
	h := &Hosting{Prefix: c.Prefix(), Headers: Headers, Fresh: Fresh, Types: Types, Moves: Moves(c), Form: newForm(c.Prefix(), formPolicy)}
	for _, k := range Keepings {
		h.Keepings = append(h.Keepings, Keeping{h.Prefix + k.Address, k.Value})
	}
	return h
}

// Packed are the types that are worth compressing.
func (h *Hosting) Packed() []Type {
	return slices.DeleteFunc(slices.Clone(h.Types), func(t Type) bool { return !t.Text })
}

// writeHeaders writes the file that Netlify and Cloudflare Pages read. Each
// joins the values of all rules that match, so that none may match twice: what
// must be asked for each time is left to their own rule, which is the same. The
// form's policy takes the place of the other: on Cloudflare by the line with the
// !, and on Netlify, which passes over that line, because it comes last.
func writeHeaders(out *bytes.Buffer, h *Hosting) error {
	out.WriteString(h.Prefix + "/*\n")
	for _, line := range h.Headers {
		out.WriteString("  " + line.Name + ": " + line.Value + "\n")
	}
	for _, k := range h.Keepings {
		out.WriteString(k.pattern() + "\n  Cache-Control: " + k.Value + "\n")
	}
	if h.Form != nil {
		out.WriteString(h.Form.Address + "*\n  ! " + policyName + "\n  " + policyName + ": " + h.Form.Policy + "\n")
	}
	return nil
}

// writeRedirects writes the list that Netlify, Cloudflare Pages and GitLab
// Pages read.
func writeRedirects(out *bytes.Buffer, h *Hosting) error {
	for _, m := range h.Moves {
		out.WriteString(m.From + " " + m.To + " 301\n")
	}
	return nil
}

//go:embed hosts
var hostFiles embed.FS

var apache = template.Must(template.New("htaccess").Funcs(template.FuncMap{"quoted": regexp.QuoteMeta}).ParseFS(hostFiles, "hosts/*"))

// writeApache writes what Apache reads in the folder it serves.
func writeApache(out *bytes.Buffer, h *Hosting) error {
	return apache.ExecuteTemplate(out, "htaccess", h)
}

type azureRoute struct {
	Route    string            `json:"route"`
	Redirect string            `json:"redirect,omitempty"`
	Status   int               `json:"statusCode,omitempty"`
	Headers  map[string]string `json:"headers,omitempty"`
}

// writeAzure writes the settings that Azure Static Web Apps reads.
func writeAzure(out *bytes.Buffer, h *Hosting) error {
	always := map[string]string{"Cache-Control": h.Fresh}
	for _, line := range h.Headers {
		always[line.Name] = line.Value
	}
	var routes []azureRoute
	for _, k := range h.Keepings {
		routes = append(routes, azureRoute{Route: k.pattern(), Headers: map[string]string{"Cache-Control": k.Value}})
	}
	if h.Form != nil {
		routes = append(routes, azureRoute{Route: h.Form.Address + "*", Headers: map[string]string{policyName: h.Form.Policy}})
	}
	for _, m := range h.Moves {
		routes = append(routes, azureRoute{Route: m.From, Redirect: m.To, Status: 301})
	}
	types := map[string]string{}
	for _, t := range h.Types {
		types["."+t.Ending] = t.Full()
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(map[string]any{
		"trailingSlash": "auto", "globalHeaders": always, "routes": routes, "mimeTypes": types,
		"responseOverrides": map[string]any{"404": map[string]string{"rewrite": h.Prefix + "/404.html"}},
	})
}
