package source_test

import (
	"encoding/json"
	"errors"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// FuzzFile reads any bytes at all as a file of each kind. It may not panic;
// every problem must stand on a line that the file has, in one line of words;
// and nothing in the content may reach the HTML but what Markdown makes.
func FuzzFile(f *testing.F) {
	for _, seed := range seeds() {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, k := range kind.All {
			checkFile(t, k.Folder, text)
		}
	})
}

func seeds() []string {
	bodies := []string{
		"", "Words.\n", "## A\n\n### B\n", "# A\n", "[a](b)", "[a](/b/#c)", "[a](../guides/x.md)", "![](x)", "[a](javascript:x)", "[a](java&#115;cript:x)", "[a](//x)",
		"<javascript:x>", "<https://example.org>", "<b>x</b>", "<script>x</script>", "<!-- a", "<!-- a --> b", "| a |\n| - |\n| b |\n", "a[^1]\n\n[^1]: b", "a\n: b", "~~a~~",
		"[a]: javascript:x\n\n[a]", "`a`", "```\na\n```", "> a", "- a\n  - b", "&amp;#106;", "## -\n\n## --\n", "\\<b\\>", "a  \nb\\\nc", "***", "[![a](b)](c)", "<a\nhref=x>", "![a](b \"c\")",
	}
	var all []string
	for _, body := range bodies {
		all = append(all, termMatter+"\n"+body)
	}
	return append(all,
		asYAML, asTOML, asJSON, ";;;\n{}\n;;;\n", "\ufeff"+asYAML, strings.ReplaceAll(asYAML, "\n", "\r\n"), "\n\n"+asTOML, "", "\x00", "\xff", "---", "---\n---", "+++\n+++\n", "{\n}\n", "{\n\n}\n",
		"---\na: &a [*a]\n---\n", "---\n<<: {a: b}\n---\n", "---\n? [a]\n: b\n---\n", "---\na: !!binary x\n---\n", "---\n- a\n---\n", "---\na: \"\n---\n", "---\na: [\n---\n", "---\n\ta: b\n---\n", "---\n%YAML 1.1\n---\n",
		"---\na: b\n...\nc: d\n---\n", "---\n\"a\\nb\": \"c\\x07\"\n---\n", "\u00a0\n---\na: b\n---\n", "\v\f\n---\na: [\n---\n", "--- \na: b\n ---\nwords",
		"+++\na.b.c = 1\na.b = 2\n+++\n", "+++\n[[a]]\n[a]\n+++\n", "+++\na = [1, {b = 2}]\n+++\n", "+++\na = '''\n\nb'''\n+++\n", "+++\n\"a\\u0000\" = 1\n+++\n", "+++\na = 1979-05-27T07:32:00Z\n+++\n",
		"{\n\"a\": {\"a\": 1, \"a\": 2}\n}\n", "{\n\"a\": \"\\ud800\"\n}\n", "{\n\"a\": 1e999, \"\": null\n}\n\nwords",
		"---\nlive: [{after: a, most: 99999999999999999999}]\nstatement: {issues: [1, {}]}\nwhen: [{day: monday, weeks: [9], except: [x]}]\ncost: -1\nvenue: {mask: x}\n---\n",
	)
}

func checkFile(t *testing.T, folder string, text []byte) {
	t.Helper()
	defer hostile.Watch(len(text))()
	file := "content/" + folder + "/an-entry.md"
	e, problems := source.ReadFile(fstest.MapFS{file: {Data: text}}, file, settings)
	hostile.Places(t, file, text, problems)
	if e.Detail == nil || e.Title == "" || e.URL() != "/"+folder+"/an-entry/" {
		t.Errorf("%s: the entry is not whole: %+v", folder, e)
	}
	checkSafe(t, folder, e.Body)
	checkFacts(t, e)
}

// checkFacts asks an entry for all it can say. Fields that are wrong may say
// nothing, but must not panic, and no address of theirs may run a script.
func checkFacts(t *testing.T, e *offer.Entry) {
	t.Helper()
	c, _ := offer.Link(settings, []*offer.Entry{e}, offer.Date{Year: 2026, Month: 11, Day: 1})
	for _, g := range e.Detail.Facts(e, c) {
		for _, fact := range g.Facts {
			for _, item := range fact.Items {
				if strings.Contains(strings.ToLower(item.URL), "script:") && !strings.HasPrefix(item.URL, "http") && !strings.HasPrefix(item.URL, "mailto:") {
					t.Errorf("the fact %s leads to %q", fact.Label, item.URL)
				}
			}
		}
	}
	_ = offer.FreshnessOf(e, c.Today, &c.Review)
	_ = c.Alike(e, 3)
}

// FuzzSlug makes a file name out of any title: it must be one that is allowed.
func FuzzSlug(f *testing.F) {
	for _, seed := range []string{"Sunday Swim", "", "---", "帮助", "\xff", strings.Repeat("a ", 100), "../../x"} {
		f.Add(seed)
	}
	allowed := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	f.Fuzz(func(t *testing.T, title string) {
		if slug := source.Slug(title); !allowed.MatchString(slug) || len(slug) > 100 {
			t.Errorf("%q became %q", title, slug)
		}
	})
}

// shared finds ../shared/data beside the folder that go.mod stands in.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		if folder == filepath.Dir(folder) {
			t.Fatal("there is no go.mod above the test")
		}
		folder = filepath.Dir(folder)
	}
	text, err := os.ReadFile(filepath.Join(folder, "..", "shared", "data", filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared/data/" + name + " is not here; it is real data that is never copied into the project")
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The big list of naughty strings: each stands as title, as summary and as
// words, and comes out as it went in, harmless.
func TestNaughtyStringsAreKeptAndDoNoHarm(t *testing.T) {
	var naughty []string
	if err := json.Unmarshal(shared(t, "nasty/blns.json"), &naughty); err != nil {
		t.Fatal(err)
	}
	if len(naughty) < 500 {
		t.Fatalf("the list has only %d strings", len(naughty))
	}
	plain := 0
	for _, s := range naughty {
		// JSON is the one format in which any string at all can be written.
		front, err := json.MarshalIndent(map[string]any{"title": s, "summary": s, "owner": "Team", "reviewed": map[string]string{"on": "2026-10-03"}}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		text := string(front) + "\n\n" + s + "\n"
		checkFile(t, "terms", []byte(text))
		e, problems := readFile("terms", text)
		for _, p := range problems {
			if p.Line <= 8 && !strings.Contains(p.What, "is empty") && !strings.Contains(p.What, "null character") {
				t.Errorf("%q in the front matter is told as %s", s, p)
			}
		}
		if want := strings.TrimSpace(s); want != "" && e.Title != want {
			t.Errorf("the title %q became %q", want, e.Title)
		}
		if want := strings.TrimSpace(s); want != "" && e.Summary != want {
			t.Errorf("the summary %q became %q", want, e.Summary)
		}
		if checkEscaped(t, s, e.Body) {
			plain++
		}
	}
	if plain < 100 {
		t.Errorf("only %d strings without Markdown in them were compared", plain)
	}
}

// checkEscaped tells that words without any Markdown in them are in the HTML
// as they were typed, with only < > & and quotation marks written in code.
func checkEscaped(t *testing.T, s string, body offer.Body) bool {
	t.Helper()
	if strings.ContainsAny(s, "\\`*_{}[]()#+-.!|~<>&:\"'=\n\t") || strings.TrimSpace(s) != s || s == "" {
		return false
	}
	inside := strings.TrimSuffix(strings.TrimPrefix(body.HTML, "<p>"), "</p>\n")
	if html.UnescapeString(inside) != s {
		t.Errorf("the words %q became %q", s, body.HTML)
	}
	return true
}
