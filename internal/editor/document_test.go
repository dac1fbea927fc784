package editor_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// docs/content.md is written by hand, for people, and held here to what the
// fields declare: the same names, the same that may not be left out, the same
// words, and examples that check takes.

// row is one line of a table of fields.
type row struct {
	section string // the heading of the second level above it
	group   string // the field whose inner fields the table is of, if any
	names   []string
	needed  bool
	what    string // what to write
}

var (
	code   = regexp.MustCompile("`([^`]+)`")
	inside = regexp.MustCompile("^Inside `([a-z-]+)`$")
)

// rows are those of all tables of fields in the document.
func rows(t *testing.T) []row {
	t.Helper()
	text, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []row
	var header []string
	section := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if after, found := strings.CutPrefix(line, "## "); found {
			section = after
		}
		cells := cellsOf(line)
		switch {
		case cells == nil:
			header = nil
		case header == nil:
			header = cells
		case !strings.HasPrefix(cells[0], "--"):
			if r, found := readRow(section, header, cells); found {
				all = append(all, r)
			}
		}
	}
	return all
}

func cellsOf(line string) []string {
	if !strings.HasPrefix(line, "|") {
		return nil
	}
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func readRow(section string, header, cells []string) (row, bool) {
	r := row{section: section, what: cells[1]}
	if m := inside.FindStringSubmatch(header[0]); m != nil {
		r.group = m[1]
	} else if header[0] != "Field" {
		return r, false
	}
	for _, m := range code.FindAllStringSubmatch(cells[0], -1) {
		r.names = append(r.names, m[1])
	}
	if header[1] == "" {
		r.needed, r.what = cells[1] == "●", cells[2]
	}
	return r, true
}

// about are the rows about the fields of one place: a kind's own, those of every
// kind, or those of a group, which stand where it is first told of.
func about(all []row, section, group string) map[string]row {
	found := map[string]row{}
	for _, r := range all {
		if r.section == section && r.group == group {
			for _, name := range r.names {
				found[name] = r
			}
		}
	}
	return found
}

const common = "Fields of every kind"

func TestTheDocumentSaysWhatTheFieldsDeclare(t *testing.T) {
	all, told := rows(t), map[string]bool{}
	for i := range kind.All {
		k := &kind.All[i]
		section := offer.Capital(k.Folder)
		top := about(all, common, "")
		maps.Copy(top, about(all, section, "")) // what a kind has in its own way wins
		told[section], told[common] = true, true
		documented(t, k, placesIn(k)[0], k.Name, top, all)
	}
	for _, r := range all {
		if r.group == "" && !told[r.section] {
			t.Errorf("docs/content.md has a table of fields under %s, which is no kind", r.section)
		}
	}
}

// documented compares the rows about one place with what is declared there, and
// goes on with its groups.
func documented(t *testing.T, k *kind.Kind, p place, where string, found map[string]row, all []row) {
	t.Helper()
	var names []string
	for i := range p.fields {
		d := &p.fields[i]
		names = append(names, d.Name)
		r, ok := found[d.Name]
		if !ok {
			t.Errorf("docs/content.md does not tell of %s in %s", d.Name, where)
			continue
		}
		if r.needed != d.Needed {
			t.Errorf("docs/content.md: %s in %s is needed: %v; declared: %v", d.Name, where, r.needed, d.Needed)
		}
		saysItsWords(t, k, p, d, r, where)
		documentedGroup(t, k, p, d, r, where, all)
	}
	for name := range found {
		if !slices.Contains(names, name) {
			t.Errorf("docs/content.md tells of %s in %s, which is not there", name, where)
		}
	}
}

func documentedGroup(t *testing.T, k *kind.Kind, p place, d *kind.Field, r row, where string, all []row) {
	t.Helper()
	fields := d.Inner(settings)
	if len(fields) == 0 || settings.Vocabulary(d.Name) != nil { // a council's own questions
		return
	}
	for _, section := range []string{r.section, "Activities", common} {
		if inner := about(all, section, d.Name); len(inner) > 0 {
			write := func(name, value string) string { return p.write(d.Name, group(fields, name, value)) }
			documented(t, k, place{fields, write}, d.Name+" of "+where, inner, all)
			return
		}
	}
	for i := range fields { // a small group, told of in its own row; or the names of facts
		said := "`" + fields[i].Name + "`"
		if fields[i].Needed {
			said += " ●"
		}
		if !strings.Contains(r.what, said) && !slices.Contains(offer.Dated, fields[i].Name) {
			t.Errorf("docs/content.md does not say %s where it tells of %s in %s", said, d.Name, where)
		}
	}
}

// saysItsWords holds what stands in code in a row to what may be written: words
// that are allowed, all of them where the program sets them; examples that check
// takes; or the names of other fields.
func saysItsWords(t *testing.T, k *kind.Kind, p place, d *kind.Field, r row, where string) {
	t.Helper()
	var words []string
	for _, o := range d.Options(settings) {
		words = append(words, o.ID)
	}
	if d.From == nil || d.Name == "type" {
		for _, word := range words {
			if (d.Shape == kind.Choice || d.Shape == kind.Choices) && !strings.Contains(r.what, "`"+word+"`") {
				t.Errorf("docs/content.md: %s in %s does not say that it may be %s", d.Name, where, word)
			}
		}
	}
	for _, m := range code.FindAllStringSubmatch(r.what, -1) {
		said := m[1]
		value, named := strings.CutPrefix(said, d.Name+": ")
		if !named && (slices.Contains(words, said) || otherwise(k, said)) {
			continue
		}
		if problems := read(k, p.write(d.Name, quoted(value))); len(problems) > 0 {
			t.Errorf("docs/content.md: %s in %s may not be %s: %v", d.Name, where, said, problems)
		}
	}
}

// otherwise is what stands in code and is no value: another field, a file, a
// command, Markdown.
func otherwise(k *kind.Kind, said string) bool {
	known := []string{"id", "config.toml", "[review]"}
	for _, p := range placesIn(k) {
		for _, d := range p.fields {
			known = append(known, d.Name)
		}
	}
	return slices.Contains(known, said) || strings.HasPrefix(said, "localoffer ") || strings.HasPrefix(said, "#")
}

// The page that teaches editors shows lines in passing. They can be copied too.
func TestThePageForEditorsShowsLinesThatCheckTakes(t *testing.T) {
	page, err := os.ReadFile("../../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	k, tried := kind.Named("activity"), 0
	prose := regexp.MustCompile("(?s)```.*?```").ReplaceAllString(string(page), "")
	for _, m := range code.FindAllStringSubmatch(prose, -1) {
		name, value, found := strings.Cut(m[1], ": ")
		if !found {
			continue
		}
		for _, p := range placesIn(k) {
			if slices.ContainsFunc(p.fields, func(d kind.Field) bool { return d.Name == name }) {
				tried++
				if problems := read(k, p.write(name, value)); len(problems) > 0 {
					t.Errorf("docs/editors.md shows %s: %v", m[1], problems)
				}
				break
			}
		}
	}
	if tried < 5 {
		t.Errorf("%d lines were found", tried)
	}
}

// A file of another edition has fields of its own, and takes no facts.
func TestTheDocumentSaysWhatATwinDeclares(t *testing.T) {
	text, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	const section = "Easy Read and other languages"
	_, about, _ := strings.Cut(string(text), "\n## "+section+"\n")
	about, _, _ = strings.Cut(about, "\n## ")
	told := map[string]row{}
	for _, r := range rows(t) {
		if r.section == section && r.group == kind.Twin {
			told[r.names[0]] = r
		}
	}
	for i := range kind.All {
		for _, d := range kind.All[i].TwinFields() {
			if !strings.Contains(about, "`"+d.Name+"`") {
				t.Errorf("docs/content.md does not say that a twin may have %s", d.Name)
			}
			for _, inner := range d.Fields {
				if r, found := told[inner.Name]; !found || r.needed != inner.Needed {
					t.Errorf("docs/content.md: %s of a twin is told of: %v, as needed: %v", inner.Name, found, r.needed)
				}
			}
		}
	}
}
