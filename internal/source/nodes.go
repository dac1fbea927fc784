package source

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// ownNodes renders what goldmark would render less well: HTML as nothing at
// all, tables inside a box that scrolls by itself on a narrow screen, and
// links to other sites with the site's name after them.
type ownNodes struct{}

// RegisterFuncs tells goldmark which nodes are rendered here.
func (o ownNodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, nothing)
	r.Register(ast.KindRawHTML, nothing)
	r.Register(ast.KindLink, renderLink)
	r.Register(extast.KindTable, renderTable)
}

func nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// tableName is the attribute by which a table says its name: a box that scrolls
// by itself needs one of its own.
const tableName = "name"

func renderTable(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		value, _ := n.AttributeString(tableName)
		name, _ := value.([]byte)
		_, _ = w.WriteString(`<div class="scroll" role="region" aria-label="` + string(util.EscapeHTML(name)) + "\" tabindex=\"0\"><table>\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, _ := node.(*ast.Link)
	host := outsideHost(string(meant(n.Destination)))
	if !entering {
		_, _ = w.WriteString("</a>")
		if host != "" {
			_, _ = w.WriteString(` <span class="site">(` + string(util.EscapeHTML([]byte(host))) + ")</span>")
		}
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<a href="`)
	if dest := util.URLEscape(n.Destination, true); !html.IsDangerousURL(dest) {
		_, _ = w.Write(util.EscapeHTML(dest))
	}
	_, _ = w.WriteString(`">`)
	return ast.WalkContinue, nil
}

func outsideHost(dest string) string {
	rest, found := strings.CutPrefix(dest, "https://")
	if !found {
		rest, found = strings.CutPrefix(dest, "http://")
	}
	if !found {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(host, "www.")
}
