package localoffer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/scaffold"
)

// forTests reports that a file is no part of the program.
func forTests(name string) bool {
	return strings.HasSuffix(name, "_test.go") || strings.HasPrefix(filepath.ToSlash(name), "internal/hostile/")
}

// layers is the house, lowest first. A package imports only from the lines
// above its own.
const layers = `
offer timing           the nouns: entries, values, problems, the catalogue; standard library only; how long it took
kind facet advice      content types; filters; what a colleague would say: one idea per file
source                 files to entries (front matter, Markdown)
search theme editor    words to an index; layouts; what the tools of editors are told
ask                    questions, put to a person
output                 what is published, one kind of file per file
audit links            the finished files, read back as a browser would; addresses elsewhere
site                   the line
preview scaffold review compare publish  serve; begin something new; record a check; what a change does; send it to readers
synthetic hostile      made-up content for benchmarks; what every fuzz test requires
`

// homes is where each third-party module may be imported, and nowhere else.
const homes = `
github.com/yuin/goldmark             internal/source/
github.com/adrg/frontmatter          internal/source/matter.go
go.yaml.in/yaml/v3                   internal/source/yaml.go internal/site/realdata_test.go cmd/localoffer/workflows_test.go release_test.go
github.com/pelletier/go-toml/v2      internal/source/toml.go internal/site/config.go internal/site/dates.go
github.com/blevesearch/              internal/search
github.com/dop251/goja               internal/search/reader.go internal/search/inflate_test.go internal/scaffold/host_test.go
github.com/tdewolff/                 internal/output/static.go
golang.org/x/net                     internal/audit/html.go internal/audit/page.go
golang.org/x/sync                    internal/source/reread.go internal/site/site.go internal/publish/
golang.org/x/text                    internal/output/plan.go
golang.org/x/sys                     internal/site/lock_unix.go internal/site/swap_linux.go
github.com/fsnotify/fsnotify         internal/preview/
github.com/spf13/cobra               cmd/localoffer
charm.land/                          internal/ask/
github.com/mattn/go-isatty           cmd/localoffer/newentry.go
gocloud.dev                          internal/publish/
github.com/johannesboyne/gofakes3    internal/publish/storage_test.go
github.com/santhosh-tekuri/jsonschema internal/editor/schema_test.go internal/editor/agree_test.go
github.com/rhysd/actionlint          cmd/localoffer/workflows_test.go
github.com/rogpeppe/go-internal      cmd/localoffer internal/site/golden_test.go
`

const module = "github.com/localoffer/localoffer"

type goFile struct {
	name string // from the root of the repository
	tree *ast.File
	test bool
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && name != ".") {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		files = append(files, goFile{filepath.ToSlash(name), tree, forTests(name)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func imports(f goFile) []string {
	var paths []string
	for _, spec := range f.tree.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, `"`))
	}
	return paths
}

// layerOf is the line of a package among the layers, or -1.
func layerOf(name string) int {
	for i, line := range strings.Split(strings.TrimSpace(layers), "\n") {
		words, _, _ := strings.Cut(line, "  ")
		if slices.Contains(strings.Fields(words), name) {
			return i
		}
	}
	return -1
}

func TestAPackageImportsOnlyFromTheLayersBelow(t *testing.T) {
	for _, f := range goFiles(t) {
		rest, inside := strings.CutPrefix(f.name, "internal/")
		if !inside || f.test {
			continue
		}
		own, _, _ := strings.Cut(rest, "/")
		if layerOf(own) < 0 {
			t.Errorf("%s: the package %s is in no layer", f.name, own)
		}
		for _, path := range imports(f) {
			other, ours := strings.CutPrefix(path, module+"/internal/")
			if ours && layerOf(other) >= layerOf(own) {
				t.Errorf("%s imports %s, which is not below it", f.name, other)
			}
		}
	}
}

func TestTheNounsNeedNothingButTheStandardLibrary(t *testing.T) {
	for _, f := range goFiles(t) {
		if !strings.HasPrefix(f.name, "internal/offer/") || f.test {
			continue
		}
		for _, path := range imports(f) {
			if strings.Contains(path, ".") {
				t.Errorf("%s imports %s", f.name, path)
			}
		}
	}
}

func TestAModuleHasOneHome(t *testing.T) {
	allowed := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(homes), "\n") {
		words := strings.Fields(line)
		allowed[words[0]] = words[1:]
	}
	used := map[string]bool{}
	for _, f := range goFiles(t) {
		for _, path := range imports(f) {
			if !strings.Contains(path, ".") || strings.HasPrefix(path, module) {
				continue
			}
			home := ""
			for mod, places := range allowed {
				if path == mod || strings.HasPrefix(path, strings.TrimSuffix(mod, "/")+"/") {
					home = mod
					if !slices.ContainsFunc(places, func(p string) bool { return strings.HasPrefix(f.name, p) }) {
						t.Errorf("%s imports %s, whose home is %s", f.name, mod, places)
					}
				}
			}
			used[home] = true
			if home == "" {
				t.Errorf("%s imports %s, which has no home", f.name, path)
			}
		}
	}
	for mod := range allowed {
		if !used[mod] {
			t.Errorf("%s has a home and is not used", mod)
		}
	}
}

func TestOnlyTheProgramExitsOrReadsTheClock(t *testing.T) {
	forbidden := map[string][]string{
		"os":   {"Exit", "Getenv", "LookupEnv", "Environ", "Getwd", "Args"},
		"time": {"Now", "Since", "Until"},
		"log":  {"Fatal", "Fatalf", "Fatalln"},
	}
	for _, f := range goFiles(t) {
		if !strings.HasPrefix(f.name, "internal/") || f.test || strings.HasPrefix(f.name, "test/") {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := s.X.(*ast.Ident); ok && slices.Contains(forbidden[pkg.Name], s.Sel.Name) {
				t.Errorf("%s uses %s.%s", f.name, pkg.Name, s.Sel.Name)
			}
			return true
		})
	}
}

// A build asks nothing of any network and runs no other program, whatever is in
// the site's folder: what could is imported by these alone. (The links are asked
// by check --links, a preview serves, publish sends what a build has made, and diff
// asks Git for a revision.) What a
// layout is given comes from packages that know no disk.
func TestFewPartsReachTheDiskOrTheNetwork(t *testing.T) {
	allowed := map[string][]string{
		"os":       {"internal/site/", "internal/preview/", "internal/scaffold/", "internal/publish/", "cmd/localoffer/"},
		"net":      {"internal/links/", "internal/preview/", "cmd/localoffer/serve.go"},
		"net/http": {"internal/links/", "internal/preview/", "internal/publish/website.go", "cmd/localoffer/serve.go"},
		"os/exec":  {"cmd/localoffer/diff.go"},
		"plugin":   nil, "net/rpc": nil, "net/smtp": nil, "unsafe": nil,
	}
	for _, f := range goFiles(t) {
		if f.test || strings.HasPrefix(f.name, "test/") {
			continue
		}
		for _, path := range imports(f) {
			if places, risky := allowed[path]; risky && !slices.ContainsFunc(places, func(p string) bool { return strings.HasPrefix(f.name, p) }) {
				t.Errorf("%s imports %s", f.name, path)
			}
		}
	}
}

// Only site, and scaffold for new things, write to the disk. (A preview makes
// marks, in a folder that serve makes for it, and takes away, far from the site.)
func TestOnlyOnePackageWritesTheSite(t *testing.T) {
	writers := []string{"internal/site/", "internal/scaffold/", "test/", "cmd/localoffer/serve.go"}
	writes := []string{"WriteFile", "Create", "OpenFile", "Mkdir", "MkdirAll", "Remove", "RemoveAll", "Rename", "Link", "Symlink", "Chtimes", "Truncate"}
	for _, f := range goFiles(t) {
		if f.test || slices.ContainsFunc(writers, func(w string) bool { return strings.HasPrefix(f.name, w) }) {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := s.X.(*ast.Ident); ok && pkg.Name == "os" && slices.Contains(writes, s.Sel.Name) {
					t.Errorf("%s writes to the disk with os.%s", f.name, s.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestThereIsNoInitAndNoUtil(t *testing.T) {
	for _, f := range goFiles(t) {
		if strings.Contains(f.tree.Name.Name, "util") {
			t.Errorf("%s: a package is named for what it does", f.name)
		}
		for _, d := range f.tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "init" && fn.Recv == nil {
				t.Errorf("%s has an init", f.name)
			}
		}
	}
}

func TestEveryPackageTellsItsStory(t *testing.T) {
	told := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		folder := filepath.Dir(f.name)
		told[folder] = told[folder] || f.tree.Doc != nil
	}
	for folder, doc := range told {
		if !doc {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

// What does several things at once is tried with the race detector.
func TestWhatRunsAtOnceIsRaced(t *testing.T) {
	_, list, _ := strings.Cut(document(t, "Makefile"), "\nraced := ")
	list, _, _ = strings.Cut(list, "\n")
	raced := strings.Fields(list)
	for _, f := range goFiles(t) {
		folder := filepath.Base(filepath.Dir(f.name))
		if !f.test && begins(f.tree) && !slices.Contains(raced, folder) {
			t.Errorf("%s does several things at once: add %s to raced in the Makefile", f.name, folder)
		}
	}
}

// begins reports that a file begins something that runs beside what began it.
func begins(file *ast.File) bool {
	for _, imported := range file.Imports {
		if strings.HasPrefix(imported.Path.Value, `"golang.org/x/sync/`) {
			return true
		}
	}
	for node := range ast.Preorder(file) {
		if _, is := node.(*ast.GoStmt); is {
			return true
		}
	}
	return false
}

// What is not written down does not exist. (Fields and settings are held to
// docs/content.md where they are declared: in editor and site.)
func TestTheDocumentsNameEverything(t *testing.T) {
	readme := document(t, "README.md")
	for _, name := range []string{"build", "check", "serve", "new", "review", "search", "diff", "publish", "version"} {
		if !strings.Contains(readme, "localoffer "+name) {
			t.Errorf("README.md does not name the command %s", name)
		}
	}
	publishing := document(t, "docs/publishing.md")
	for _, h := range output.Headers {
		if !strings.Contains(publishing, "`"+h.Name+"`") {
			t.Errorf("docs/publishing.md does not name the header %s", h.Name)
		}
	}
	for _, name := range scaffold.Hosts() {
		if !strings.Contains(publishing, "new host "+name) {
			t.Errorf("docs/publishing.md does not name the host %s", name)
		}
	}
	for _, name := range scaffold.CIs() {
		if !strings.Contains(publishing, name) {
			t.Errorf("docs/publishing.md does not name the workflows for %s", name)
		}
	}
	layouts := document(t, "docs/layouts.md")
	files, err := filepath.Glob("layouts/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".html"); !strings.Contains(layouts, "`"+name+"`") {
			t.Errorf("docs/layouts.md does not name the layout %s", name)
		}
	}
}

func document(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
