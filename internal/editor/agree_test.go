package editor_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	fault "github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// entry is front matter with what is needed and one more field, or one in place
// of another.
func entry(k *kind.Kind, name, value string) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, d := range k.Declared(settings) {
		if d.Needed && d.Name != name {
			b.WriteString(d.Name + ": " + d.Example + "\n")
		}
	}
	if value != "" {
		b.WriteString(name + ": " + value + "\n")
	}
	return b.String() + "---\n\n## What you can do today\n\n## Who to ask\n"
}

// verdict is what check and the schema say of the same text.
type verdict struct {
	problems []offer.Problem
	refusal  error
}

func judge(t *testing.T, k *kind.Kind, all map[string]*jsonschema.Schema, text string) verdict {
	t.Helper()
	return verdict{read(k, text), all[k.Name].Validate(matter(t, "content/"+k.Folder+"/an-entry.md", text))}
}

// read are the problems, but for advice, of an entry of this text.
func read(k *kind.Kind, text string) []offer.Problem {
	file := "content/" + k.Folder + "/an-entry.md"
	_, problems := source.ReadFile(fstest.MapFS{file: {Data: []byte(text)}}, file, settings)
	return slices.DeleteFunc(problems, func(p offer.Problem) bool { return p.Advice })
}

// both fails where only one of the two refuses, or neither does as wanted.
func (v verdict) both(t *testing.T, refuse bool, text string) {
	t.Helper()
	if (len(v.problems) > 0) != refuse || (v.refusal != nil) != refuse {
		t.Errorf("check says %v; the schema says %v; refusing it is %v:\n%s", v.problems, v.refusal, refuse, text)
	}
}

// place is where fields may stand in a kind of entry: at the top, or in a
// group. Write gives the text of an entry with one more field there.
type place struct {
	fields []kind.Field
	write  func(name, value string) string
}

func placesIn(k *kind.Kind) []place {
	top := place{k.Declared(settings), func(name, value string) string { return entry(k, name, value) }}
	return append([]place{top}, groupsIn(top)...)
}

func groupsIn(p place) []place {
	var all []place
	for i := range p.fields {
		d := &p.fields[i]
		fields := d.Inner(settings)
		if len(fields) == 0 {
			continue
		}
		inner := place{fields, func(name, value string) string { return p.write(d.Name, group(fields, name, value)) }}
		all = append(append(all, inner), groupsIn(inner)...)
	}
	return all
}

// group has what a group needs, and one more field.
func group(fields []kind.Field, name, value string) string {
	var parts []string
	for i := range fields {
		// A session has a day or a date, and a provider's contact a way to reach it.
		needed := fields[i].Needed || fields[i].Name == "day" || fields[i].Name == "phone"
		if needed && fields[i].Name != name {
			parts = append(parts, fields[i].Name+": "+fields[i].Example)
		}
	}
	for _, fact := range offer.Checks {
		if name == "earlier" && !strings.Contains(value, fact) { // beside what was checked now
			parts = append(parts, "checked: "+fact)
			break
		}
	}
	if value != "" {
		parts = append(parts, name+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// Whatever name is written wherever, check and the schema know the same ones.
func TestCheckAndTheSchemaKnowTheSameFields(t *testing.T) {
	all := schemas(t)
	names := []string{"colour"}
	for i := range kind.All {
		for _, p := range placesIn(&kind.All[i]) {
			for _, d := range p.fields {
				names = append(names, d.Name)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for i := range kind.All {
		k := &kind.All[i]
		for _, p := range placesIn(k) {
			known := 0
			for _, name := range names {
				text := p.write(name, "x")
				v := judge(t, k, all, text)
				byCheck, bySchema := unknown(v.problems, name), additional(v.refusal, name)
				if byCheck != bySchema {
					t.Errorf("%s: check says that %s is unknown: %v; the schema: %v\n%s", k.Name, name, byCheck, bySchema, text)
				}
				if !byCheck {
					known++
				}
			}
			if known != len(p.fields) {
				t.Errorf("%s: %d fields are known, and %d declared: %s", k.Name, known, len(p.fields), p.write("colour", "x"))
			}
		}
	}
}

func unknown(problems []offer.Problem, name string) bool {
	return slices.ContainsFunc(problems, func(p offer.Problem) bool {
		return strings.HasPrefix(p.What, "there is no field called "+name+" in ") || strings.HasPrefix(p.What, "there is no "+name+" in ")
	})
}

// additional looks for the refusal of a name through all its causes.
func additional(err error, name string) bool {
	var refusal *jsonschema.ValidationError
	if !errors.As(err, &refusal) {
		return false
	}
	if k, ok := refusal.ErrorKind.(*fault.AdditionalProperties); ok && slices.Contains(k.Properties, name) {
		return true
	}
	return slices.ContainsFunc(refusal.Causes, func(cause *jsonschema.ValidationError) bool { return additional(cause, name) })
}

// nonsense is what cannot stand in a field, where a schema can tell.
var nonsense = map[kind.Shape]string{
	kind.Choice: "nonsense", kind.Choices: "[nonsense]", kind.Answer: "perhaps", kind.Number: "99", kind.Numbers: "[99]",
	kind.Date: "soon", kind.Dates: "[soon]", kind.Clock: "ten", kind.Ages: "juniors", kind.Money: "about three pounds",
	kind.Website: "online", kind.Email: "nobody", kind.Former: "[old]", kind.Group: "nonsense", kind.Groups: "nonsense",
	kind.Text: "[one, two]", kind.Long: "[one, two]", kind.Entries: "[[one]]", kind.Texts: "[[one]]",
}

func TestCheckAndTheSchemaAgreeOnValues(t *testing.T) {
	all := schemas(t)
	for i := range kind.All {
		k := &kind.All[i]
		entry := entry(k, "", "")
		judge(t, k, all, entry).both(t, false, entry)
		for _, p := range placesIn(k) {
			for j := range p.fields {
				d := &p.fields[j]
				agree(t, k, all, p, d)
			}
		}
	}
}

func agree(t *testing.T, k *kind.Kind, all map[string]*jsonschema.Schema, p place, d *kind.Field) {
	t.Helper()
	if wrong := nonsense[d.Shape]; wrong != "" {
		text := p.write(d.Name, wrong)
		judge(t, k, all, text).both(t, true, text)
	}
	if d.Needed {
		text := p.write(d.Name, "")
		judge(t, k, all, text).both(t, true, text)
	}
	if d.Example != "" {
		text := p.write(d.Name, quoted(d.Example))
		judge(t, k, all, text).both(t, false, text)
	}
	for _, o := range d.Options(settings) {
		if o.ID == "scheme" || o.ID == "event" { // they need a last day too
			continue
		}
		text := p.write(d.Name, o.ID)
		judge(t, k, all, text).both(t, false, text)
	}
}

// quoted keeps a comma in words from ending them inside { }.
func quoted(text string) string {
	if strings.Contains(text, ",") && !strings.ContainsAny(text, "[{") {
		return strconv.Quote(text)
	}
	return text
}
