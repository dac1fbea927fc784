package kind_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// put writes a field on the last line of the front matter, in place of the one
// that is there. Without a value it takes the field out.
func put(folder, name, value string) string {
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(whole[folder], "---\n"), "\n") {
		if !strings.HasPrefix(line, name+":") && !strings.HasPrefix(line, "## ") {
			lines = append(lines, line)
		}
	}
	text := strings.TrimSuffix(strings.TrimRight(strings.Join(lines, "\n"), "\n"), "\n---")
	if value != "" {
		text += "\n" + name + ": " + value
	}
	return now(text) + "\n---\n\n## What you can do today\n"
}

// now keeps a fact from being checked both now and earlier.
func now(text string) string {
	for _, fact := range offer.Checks {
		if !strings.Contains(text, fact+": 2026-03-02") {
			return strings.Replace(text, "checked: times", "checked: "+fact, 1)
		}
	}
	return text
}

// example is what the declaration says may be written.
func example(d *kind.Field) string {
	if d.From != nil && d.Example == "" {
		return d.Options(settings)[0].ID
	}
	return d.Example
}

// group writes a group whose needed fields, and another, have their examples.
func group(d *kind.Field, also *kind.Field) string {
	fields, parts := d.Inner(settings), []string{}
	for i := range fields {
		inner := &fields[i]
		if also != nil && inner.Name == also.Name {
			continue
		}
		first := i == 0 && also != nil
		if now := also != nil && also.Name == "earlier" && inner.Name == "checked"; first || now || inner.Needed {
			parts = append(parts, inner.Name+": "+flow(example(inner)))
		}
	}
	if also != nil {
		parts = append(parts, also.Name+": "+flow(example(also)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// flow quotes words in which a comma would end them.
func flow(text string) string {
	if strings.ContainsAny(text, ",") && !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "{") {
		return `"` + text + `"`
	}
	return text
}

// same reports that two texts are read alike, wherever they say it.
func same(t *testing.T, folder, name, with, without string) bool {
	t.Helper()
	a, problems := read(folder, with)
	if len(problems) > 0 {
		t.Errorf("%s: the example of %s is refused: %v\n%s", folder, name, problems, with)
	}
	b, lacking := read(folder, without)
	a.Sum, b.Sum, a.Said, b.Said = [32]byte{}, [32]byte{}, nil, nil
	return len(lacking) == 0 && reflect.DeepEqual(a, b)
}

// A field that nobody reads, or whose example is wrong, must not be offered to
// an editor.
func TestEveryDeclaredFieldIsReadAndItsExampleIsRight(t *testing.T) {
	for _, k := range kind.All {
		fields := k.Declared(settings)
		for i := range fields {
			d := &fields[i]
			if same(t, k.Folder, d.Name, put(k.Folder, d.Name, example(d)), put(k.Folder, d.Name, "")) {
				t.Errorf("%s: nothing reads %s", k.Folder, d.Name)
			}
			if d.Short != nil {
				short := put(k.Folder, d.Name, example(d.Short))
				if same(t, k.Folder, d.Name, short, put(k.Folder, d.Name, "")) {
					t.Errorf("%s: nothing reads the short form of %s", k.Folder, d.Name)
				}
			}
			checkInner(t, k.Folder, d, func(text string) string { return put(k.Folder, d.Name, text) })
		}
	}
}

func checkInner(t *testing.T, folder string, d *kind.Field, file func(string) string) {
	t.Helper()
	fields := d.Inner(settings)
	for i := range fields {
		inner := &fields[i]
		without := group(d, nil)
		if i > 0 && !fields[0].Needed && !inner.Needed {
			without = group(&kind.Field{Fields: fields}, &fields[0])
		}
		if same(t, folder, d.Name+"."+inner.Name, file(group(d, inner)), file(without)) && !inner.Needed {
			t.Errorf("%s: nothing reads %s in %s", folder, inner.Name, d.Name)
		}
		wrapped := func(text string) string {
			own := group(d, inner)
			return file(own[:len(own)-len(flow(example(inner)))-1] + text + "}")
		}
		checkInner(t, folder, inner, wrapped)
	}
}

func TestEveryDeclaredFieldIsExplained(t *testing.T) {
	var explained func(where string, fields []kind.Field)
	explained = func(where string, fields []kind.Field) {
		seen := map[string]bool{}
		for i := range fields {
			d := &fields[i]
			at := where + " " + d.Name
			if d.Label == "" || d.Help == "" || d.From == nil && d.Example == "" {
				t.Errorf("%s lacks a label, help or an example", at)
			}
			if last := d.Help[len(d.Help)-1]; last != '.' && last != '?' {
				t.Errorf("%s: its help is no sentence: %s", at, d.Help)
			}
			if seen[d.Name] {
				t.Errorf("%s is declared twice", at)
			}
			seen[d.Name] = true
			takesWords := d.Shape == kind.Choice || d.Shape == kind.Choices || d.Shape == kind.Answer || d.Shape == kind.Number || d.Shape == kind.Numbers
			if takesWords != (len(d.Options(settings)) > 0) || (d.Shape == kind.Group || d.Shape == kind.Groups) != (len(d.Inner(settings)) > 0) {
				t.Errorf("%s has words or fields that its shape does not take, or lacks them", at)
			}
			explained(at, d.Inner(settings))
		}
	}
	for _, k := range kind.All {
		explained(k.Name, k.Declared(settings))
	}
}

func TestANamedContactIsFilledInByTheEntrysOwnWords(t *testing.T) {
	e, problems := read("activities", typed(t, "activities", "", `contact: {team: family-information-team, name: Play team}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := e.Detail.(*kind.Activity).Contact
	if got.Name != "Play team" || got.Phone != settings.Contacts[0].Phone || got.Email != settings.Contacts[0].Email {
		t.Errorf("got %+v", got)
	}
}

func TestWhatTheSettingsDoNotStateIsNotOffered(t *testing.T) {
	none := &offer.Settings{}
	for _, d := range kind.Named("activity").Declared(none) {
		if d.Name == "route" || d.Name == "statutory" {
			t.Errorf("%s is offered, and nothing can be written there", d.Name)
		}
	}
}

func TestWhatTheFormWouldLoseIsAdvisedOfWhereThereIsOne(t *testing.T) {
	withForm := *settings
	withForm.Form = true
	for _, c := range []struct{ name, value, told string }{
		{"contact", "family-information-team", "contact: {team: family-information-team}"},
		{"cost", "3.50", "cost: [{amount: 3.50"},
		{"when", "{day: monday}", "when: [{day: saturday"},
		{"contact", "{team: family-information-team}", ""},
		{"cost", "[{amount: 3.50}]", ""},
	} {
		text := put("activities", c.name, c.value)
		file := "content/activities/an-entry.md"
		_, without := read("activities", text)
		_, advice := source.ReadFile(fstest.MapFS{file: {Data: []byte(text)}}, file, &withForm)
		_, hints := said(advice)
		if told := strings.Join(hints, " "); len(without) > 0 || !strings.Contains(told, c.told) || (told != "") != (c.told != "") {
			t.Errorf("%s: %s: without the form %v, with it %v", c.name, c.value, without, advice)
		}
	}
}
