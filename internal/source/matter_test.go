package source_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

const asYAML = `---
title: Sunday Swim
summary: A quiet swim.
provider: harbour-play
type: club
ages: 5-11
tier: universal
needs: [autism, deaf]
eligibility: |
  Anyone who lives in Medway.
  Bring a towel.
diagnosis-needed: no
support: {one-to-one: yes}
venue:
  name: Harbour Hall
  postcode: me4 7aa
  mask: false
when:
  - {day: sunday, from: "10:00", to: "12:00", except: [2026-12-27]}
  - {date: 2026-12-05, from: "14:00"}
cost:
  - {amount: 3.50, per: session, who: child}
  - {amount: 0, who: carer}
contact: {phone: 07460399290, email: play@example.org}
starts: 2026-09-06
reviewed: {on: 2026-10-03, how: phone, checked: [times, cost]}
owner: Family information team
see-also: [friday-swim]
not-for:
---

What happens.
`

const asTOML = `+++
title = "Sunday Swim"
summary = "A quiet swim."
provider = "harbour-play"
type = "club"
ages = "5-11"
tier = "universal"
needs = ["autism", "deaf"]
eligibility = """
Anyone who lives in Medway.
Bring a towel.
"""
diagnosis-needed = false
support = {one-to-one = true}
contact = {phone = "07460399290", email = "play@example.org"}
starts = 2026-09-06
owner = "Family information team"
see-also = ["friday-swim"]

[venue]
name = "Harbour Hall"
postcode = "me4 7aa"
mask = false

[[when]] # the first
day = "sunday"
from = "10:00"
to = "12:00"
except = [2026-12-27]

[[when]]
date = 2026-12-05
from = "14:00"

[[cost]]
amount = 3.50
per = "session"
who = "child"

[[cost]]
amount = 0
who = "carer"

[reviewed]
on = 2026-10-03
how = "phone"
checked = [
  "times", # a comment
  "cost",
]
+++

What happens.
`

const asJSON = `{
  "title": "Sunday Swim",
  "summary": "A quiet swim.",
  "provider": "harbour-play",
  "type": "club",
  "ages": "5-11",
  "tier": "universal",
  "needs": ["autism", "deaf"],
  "eligibility": "Anyone who lives in Medway.\nBring a towel.",
  "diagnosis-needed": false,
  "support": {"one-to-one": true},
  "venue": {
    "name": "Harbour Hall",
    "postcode": "me4 7aa",
    "mask": false
  },
  "when": [
    {"day": "sunday", "from": "10:00", "to": "12:00", "except": ["2026-12-27"]},
    {"date": "2026-12-05", "from": "14:00"}
  ],
  "cost": [{"amount": 3.50, "per": "session", "who": "child"}, {"amount": 0, "who": "carer"}],
  "contact": {"phone": "07460399290", "email": "play@example.org"},
  "starts": "2026-09-06",
  "reviewed": {"on": "2026-10-03", "how": "phone", "checked": ["times", "cost"]},
  "owner": "Family information team",
  "see-also": ["friday-swim"],
  "not-for": null
}

What happens.
`

// forget takes every place out of a value, for it differs between formats.
func forget(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			forget(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			forget(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[offer.Place]() && v.CanSet() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			forget(v.Field(i))
		}
	}
}

func TestTheSameFieldsInEachFormatMakeTheSameEntry(t *testing.T) {
	inSemicolons := strings.Replace(";;;\n"+asJSON, "\n}\n", "\n}\n;;;\n", 1)
	read := func(name, text string) *offer.Entry {
		e, problems := readFile("activities", text)
		for _, p := range problems {
			t.Errorf("%s: %s", name, p)
		}
		forget(reflect.ValueOf(e))
		e.Sum = [32]byte{}
		return e
	}
	want := read("YAML", asYAML)
	a := want.Detail.(*kind.Activity)
	if want.Title != "Sunday Swim" || a.Contact.Phone != "07460 399290" || len(a.When) != 2 || len(a.Cost) != 2 || a.Cost[0].Amount != 350 ||
		a.Where.Postcode != "ME4 7AA" || a.Diagnosis != offer.No || want.Answers["support"]["one-to-one"] != offer.Yes ||
		a.Eligibility != "Anyone who lives in Medway.\nBring a towel." || want.Body.HTML != "<p>What happens.</p>\n" {
		t.Errorf("YAML: got %+v with %+v", want, a)
	}
	for name, text := range map[string]string{
		"TOML": asTOML, "JSON": asJSON, "JSON between ;;;": inSemicolons,
		"YAML with the line ends of Windows": strings.ReplaceAll(asYAML, "\n", "\r\n"),
		"TOML with the line ends of Windows": strings.ReplaceAll(asTOML, "\n", "\r\n"),
		"JSON with the line ends of Windows": strings.ReplaceAll(asJSON, "\n", "\r\n"),
		"YAML with a byte order mark":        "\ufeff" + asYAML,
		"TOML with a byte order mark":        "\ufeff" + asTOML,
		"JSON with a byte order mark":        "\ufeff" + asJSON,
		"YAML below empty lines":             "\n \n\t\n" + asYAML,
		"TOML below empty lines":             "\n\n" + asTOML,
		"JSON below empty lines":             "\n\n" + asJSON,
	} {
		if got := read(name, text); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v with %+v\nwant %+v with %+v", name, got, got.Detail, want, want.Detail)
		}
	}
}

func TestTheLineAndColumnAreRightInEachFormat(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"YAML, a value", "---\ntitle: A\nreviewed: {on: soon}\nsummary: B\nowner: C\n---\n", []string{"3:16: on “soon” is not a date"}},
		{"TOML, a value", "+++\ntitle = \"A\"\nreviewed = {on = \"soon\"}\nsummary = \"B\"\nowner = \"C\"\n+++\n", []string{"3:18: on “soon” is not a date"}},
		{"JSON, a value", "{\n\"title\": \"A\",\n\"reviewed\": {\"on\": \"soon\"},\n\"summary\": \"B\", \"owner\": \"C\"\n}\n", []string{"3:20: on “soon” is not a date"}},
		{"JSON between ;;;, a value", ";;;\n{\"title\": \"A\",\n\"reviewed\": {\"on\": \"soon\"},\n\"summary\": \"B\", \"owner\": \"C\"\n}\n;;;\n", []string{"3:20: on “soon” is not a date"}},

		{"YAML, an unknown field", "---\ntitle: A\nreviewed: {on: 2026-10-03}\nsummary: B\n\nwoner: C\n---\n", []string{"6:1: there is no field called woner in a term"}},
		{"TOML, an unknown field", "+++\ntitle = \"A\"\nreviewed = {on = 2026-10-03}\nsummary = \"B\"\n\nwoner = \"C\"\n+++\n", []string{"6:1: there is no field called woner in a term"}},
		{"JSON, an unknown field", "{\n\"title\": \"A\",\n\"reviewed\": {\"on\": \"2026-10-03\"},\n\"summary\": \"B\",\n\n  \"woner\": \"C\"\n}\n", []string{"6:3: there is no field called woner in a term"}},

		{"YAML, a field in a field on its own line", "---\ntitle: A\nreviewed:\n  on: soon\nsummary: B\nowner: C\n---\n", []string{"4:7: on “soon” is not a date"}},
		{"TOML, a field in a table", "+++\ntitle = \"A\"\nsummary = \"B\"\nowner = \"C\"\n[reviewed]\n  on = \"soon\"\n+++\n", []string{"6:8: on “soon” is not a date"}},
		{"TOML, a field with dots", "+++\ntitle = \"A\"\nsummary = \"B\"\nowner = \"C\"\nreviewed.on = \"soon\"\n+++\n", []string{"5:15: on “soon” is not a date"}},

		{"YAML, below empty lines", "\n\n---\ntitle: A\nreviewed: {on: soon}\nsummary: B\nowner: C\n---\n", []string{"5:16: on “soon” is not a date"}},
		{"TOML, below empty lines", "\n\n+++\ntitle = \"A\"\nreviewed = {on = \"soon\"}\nsummary = \"B\"\nowner = \"C\"\n+++\n", []string{"5:18: on “soon” is not a date"}},
		{"JSON, below empty lines", "\n\n{\n\"title\": \"A\",\n\"reviewed\": {\"on\": \"soon\"},\n\"summary\": \"B\", \"owner\": \"C\"\n}\n", []string{"5:20: on “soon” is not a date"}},

		{"YAML, behind letters of several bytes", "---\ntitle: A\nreviewed: {by: Zoë’s café, on: soon}\nsummary: B\nowner: C\n---\n", []string{"3:32: on “soon” is not a date"}},
		{"TOML, behind letters of several bytes", "+++\ntitle = \"A\"\nreviewed = {by = \"Zoë’s café\", on = \"soon\"}\nsummary = \"B\"\nowner = \"C\"\n+++\n", []string{"3:37: on “soon” is not a date"}},
		{"JSON, behind letters of several bytes", "{\n\"title\": \"A\",\n\"reviewed\": {\"by\": \"Zoë’s café\", \"on\": \"soon\"},\n\"summary\": \"B\", \"owner\": \"C\"\n}\n", []string{"3:40: on “soon” is not a date"}},

		{"YAML, Windows and a byte order mark", "\ufeff---\r\ntitle: A\r\nreviewed: {on: soon}\r\nsummary: B\r\nowner: C\r\n---\r\n", []string{"3:16: on “soon” is not a date"}},
		{"TOML, Windows and a byte order mark", "\ufeff+++\r\ntitle = \"A\"\r\nreviewed = {on = \"soon\"}\r\nsummary = \"B\"\r\nowner = \"C\"\r\n+++\r\n", []string{"3:18: on “soon” is not a date"}},
		{"JSON, Windows and a byte order mark", "\ufeff{\r\n\"title\": \"A\",\r\n\"reviewed\": {\"on\": \"soon\"},\r\n\"summary\": \"B\", \"owner\": \"C\"\r\n}\r\n", []string{"3:20: on “soon” is not a date"}},

		{"YAML, a field twice", "---\ntitle: A\nsummary: B\nowner: C\ntitle: D\nreviewed: {on: 2026-10-03}\n---\n", []string{"5:1: title is written twice; it stands on line 2 too"}},
		{"TOML, a field twice", "+++\ntitle = \"A\"\nsummary = \"B\"\nowner = \"C\"\ntitle = \"D\"\nreviewed = {on = 2026-10-03}\n+++\n", []string{"5:1: title is written twice; it stands on line 2 too"}},
		{"JSON, a field twice", "{\n\"title\": \"A\",\n\"summary\": \"B\",\n\"owner\": \"C\",\n\"title\": \"D\",\n\"reviewed\": {\"on\": \"2026-10-03\"}\n}\n", []string{"5:1: title is written twice; it stands on line 2 too"}},
		{"YAML, a field twice in a field", "---\ntitle: A\nsummary: B\nowner: C\nreviewed: {on: 2026-10-03, on: 2026-10-04}\n---\n", []string{"5:28: on is written twice; it stands on line 5 too"}},
		{"TOML, a table twice over a value", "+++\ntitle = \"A\"\nsummary = \"B\"\nowner = \"C\"\nreviewed = {on = 2026-10-03}\n[title]\nx = 1\n+++\n", []string{"6:2: title is written twice"}},

		{"a problem in the words counts from the top of the file", termMatter + "\nWords.\n\n# Too large\n", []string{"10:1: this heading is as large as the page's own title"}},
		{"and on Windows", strings.ReplaceAll(termMatter+"\nWords.\n\n# Too large\n", "\n", "\r\n"), []string{"10:1: this heading is as large as the page's own title"}},
		{"and below empty lines", "\n\n" + termMatter + "\nWords.\n\n# Too large\n", []string{"12:1: this heading is as large as the page's own title"}},
		{"and in its column", termMatter + "\nZoë’s café: [here](/terms/).\n", []string{"8:13: the link says only “here”"}},
	}
	for _, test := range tests {
		is(t, test.name, test.text, test.want...)
	}
}

func TestATelephoneNumberKeepsItsDigitsInEachFormat(t *testing.T) {
	tests := []struct{ name, text string }{
		{"YAML, bare", "---\ncontact: {phone: 07460399290}\n---\n"},
		{"YAML, bare, on its own line", "---\ncontact:\n  phone: 07460399290\n---\n"},
		{"YAML, in quotation marks", "---\ncontact: {phone: \"07460399290\"}\n---\n"},
		{"TOML, in quotation marks", "+++\ncontact = {phone = \"07460399290\"}\n+++\n"},
		{"TOML, in single quotation marks", "+++\n[contact]\nphone = '07460399290'\n+++\n"},
		{"JSON, in quotation marks", "{\n\"contact\": {\"phone\": \"07460399290\"}\n}\n"},
	}
	for _, test := range tests {
		e, _ := readFile("guides", test.text)
		if got := e.Detail.(*kind.Guide).Contact.Phone; got != "07460 399290" {
			t.Errorf("%s: got %q", test.name, got)
		}
	}
	// Other things that look like numbers keep their letters too.
	e, _ := readFile("terms", strings.Replace(termMatter, "Portage", "1e3", 1))
	if e.Title != "1e3" {
		t.Errorf("the title 1e3 became %q", e.Title)
	}
	e, _ = readFile("terms", strings.Replace(termMatter, "Portage", "0x1F", 1))
	if e.Title != "0x1F" {
		t.Errorf("the title 0x1F became %q", e.Title)
	}
}

func TestFrontMatterThatIsNotThereOrNeverClosedIsToldAtItsLine(t *testing.T) {
	tests := []struct{ name, text, want, hint string }{
		{"YAML never closed", "---\ntitle: A\n\nWords.\n", "1:1: the front matter is opened with --- and never closed", "put a line with only --- below the last field"},
		{"TOML never closed", "+++\ntitle = \"A\"\n\nWords.\n", "1:1: the front matter is opened with +++ and never closed", "put a line with only +++ below the last field"},
		{"JSON between ;;; never closed", ";;;\n{\"title\": \"A\"}\n\nWords.\n", "1:1: the front matter is opened with ;;; and never closed", "put a line with only ;;; below the last field"},
		{"JSON never closed", "{\n\"title\": \"A\"\n\nWords.\n", "1:1: the front matter is opened with { and never closed", "put a line with only } below the last field, then an empty line"},
		{"JSON with words right below it", "{\n\"title\": \"A\"\n}\nWords.\n", "1:1: the front matter is opened with { and never closed", "then an empty line"},
		{"only the opening line", "---", "1:1: the front matter is opened with --- and never closed", "put a line with only ---"},
		{"never closed, below empty lines", "\n\n---\ntitle: A\n", "3:1: the front matter is opened with --- and never closed", "put a line with only ---"},
		{"closed with the wrong marks", "---\ntitle: A\n+++\nWords.\n", "3:1: this line does not close the front matter", "write --- here"},
		{"closed with the line of a word processor", "---\ntitle: A\n—\nWords.\n", "3:1: this line does not close the front matter", "write --- here"},
		{"none at all", "Words.\n", "1:1: there is no front matter", "begin the file with a line of ---"},
		{"below other words", "Words.\n---\ntitle: A\n---\n", "1:1: there is no front matter", "begin the file with a line of ---"},
		{"marks that are not quite right", "----\ntitle: A\n----\n", "1:1: this line does not open the front matter", "write --- here: three hyphens"},
	}
	for _, test := range tests {
		problems := is(t, test.name, test.text, test.want)
		if len(problems) == 1 && !strings.Contains(problems[0].Hint, test.hint) {
			t.Errorf("%s: hint %q, want %q", test.name, problems[0].Hint, test.hint)
		}
	}
}

func TestEmptyFrontMatterIsOnlyMissingItsFields(t *testing.T) {
	for _, text := range []string{"---\n---\n", "---\n# nothing yet\n---\n", "+++\n+++\n", "{\n}\n", ";;;\n{}\n;;;\n"} {
		is(t, text, text, "1:1: there is no owner", "1:1: there is no review: families cannot tell whether this is still true", "1:1: there is no summary", "1:1: there is no title")
	}
}

func TestASlipInYAMLIsToldInPlainWordsAtItsLine(t *testing.T) {
	matter := func(line string) string {
		return "---\ntitle: Portage\n" + line + "\nowner: Family information team\nreviewed: {on: 2026-10-03}\n---\n"
	}
	tests := []struct{ name, line, want, hint string }{
		{"a tab", "\tsummary: Home visits.", "3:1: this line begins with a tab", "use spaces"},
		{"a tab below spaces", "also:\n  \t- a: b", "4:3: this line begins with a tab", "use spaces"},
		{"a quotation mark", `summary: "Home visits.`, "3:10: a quotation mark is opened here and never closed", `put " at both ends of the words`},
		{"an apostrophe", "summary: 'Home visits.", "3:10: an apostrophe opens a quotation here and never closes it", "put the words in double quotation marks"},
		{"a square bracket", "also: [one, two", "3:7: a list is opened with [ and never closed", "put ] at the end of the list"},
		{"a curly bracket", "closed: {on: 2026-10-03", "3:9: a { is opened and never closed", "put } at the end"},
		{"no space behind the colon", "summary:Home", "3:8: there is no space behind the colon", "write summary: Home"},
		{"a space from a word processor", "summary:\u00a0Home", "3:9: there is a space here that is no ordinary one", "press the space bar"},
		{"quotation marks round the first word", `summary: "Home" visits`, "3:10: the quotation marks end before the words do", `summary: '"Home" visits'`},
		{"a value that begins with a hyphen", "summary: - Home", "3:10: a value cannot begin with -", `"- Home"`},
		{"a comma left out between { and }", `contact: {phone: "01632 960123" email: a@example.org}`, "3:10: something between { and } is not in order", "a comma between two fields"},
		{"an item that begins further in", "also:\n  - home\n    - visits: all", "5:5: this line is not in step with the lines above it", "as many spaces as the line above"},
		{"a second colon", "summary: Home visits: for all", "3:21: there is a second colon in this line, and a colon ends a name", `put the words in quotation marks: summary: "Home visits: for all"`},
		{"an @", "summary: @home", "3:10: a value cannot begin with @", `put it in quotation marks: "@home"`},
		{"a %", "summary: %5 off", "3:10: a value cannot begin with %", `put it in quotation marks: "%5 off"`},
		{"an asterisk", "summary: *new*", "3:10: a value cannot begin with *", `put it in quotation marks: "*new*"`},
		{"an anchor pointed to", "summary: &a Home visits.\nalso: *a", "4:7: *a points to a value elsewhere in the file", "write the value out here"},
		{"fields merged in", "summary: &a Home visits.\n<<: *a", "4:1: there is no field called << in a term", "take it out"},
		{"out of step", "summary: Home visits.\n  also: [one]", "4:3: this line is not in step with the lines above it", "begin it exactly below the name above"},
		{"no colon", "summary Home visits.", "3:1: this line has no colon, so it is not a field", "write a name, a colon, a space and a value"},
	}
	for _, test := range tests {
		_, problems := readFile("terms", matter(test.line))
		got := told(problems)
		if len(got) == 0 || got[0] != test.want && !(test.name == "fields merged in" && strings.Contains(strings.Join(got, "\n"), test.want)) {
			t.Errorf("%s:\n got %s\nwant %s", test.name, strings.Join(got, "\n     "), test.want)
			continue
		}
		if !strings.Contains(problems[0].Hint, test.hint) {
			t.Errorf("%s: hint %q, want %q", test.name, problems[0].Hint, test.hint)
		}
		if test.name != "fields merged in" && len(got) > 1 {
			t.Errorf("%s: one slip was told as %q", test.name, got)
		}
		for _, p := range problems {
			checkPlain(t, p)
		}
	}
}

func TestASlipInTOMLOrJSONIsToldInPlainWordsAtItsLine(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"TOML, no quotation marks", "+++\ntitle = Portage\n+++\n", "2:9: words stand in quotation marks, and so do telephone numbers"},
		{"TOML, a quotation mark never closed", "+++\ntitle = \"Portage\nowner = \"A\"\n+++\n", "2:17: a quotation mark is opened here and never closed"},
		{"TOML, a list never closed", "+++\nalso = [\"a\"\nowner = \"A\"\n+++\n", "3:1: this line cannot be read as TOML"},
		{"TOML, a colon for =", "+++\ntitle: \"A\"\n+++\n", "2:6: there is a colon where = belongs"},
		{"TOML, a number that begins with 0", "+++\ntitle = \"A\"\nphone = 07460399290\n+++\n", "3:9: words stand in quotation marks, and so do telephone numbers"},
		{"JSON, no quotation marks", "{\n\"title\": Portage\n}\n", "2:10: this cannot be read as JSON from here on"},
		{"JSON, no comma", "{\n\"title\": \"A\"\n\"owner\": \"B\"\n}\n", "3:1: this cannot be read as JSON from here on"},
		{"JSON, a comma too many", "{\n\"title\": \"A\",\n}\n", "3:1: this cannot be read as JSON from here on"},
		{"JSON, a quotation mark never closed", "{\n\"title\": \"A\n}\n", "2:10: this cannot be read as JSON from here on"},
		{"JSON, a number that begins with 0", "{\n\"title\": 07460399290\n}\n", "2:11: this cannot be read as JSON from here on"},
		{"JSON, a list never closed", "{\n\"also\": [\"a\"\n}\n", "3:1: this cannot be read as JSON from here on"},
		{"JSON that is a list", ";;;\n[\"a\"]\n;;;\n", "2:1: the front matter has no fields"},
		{"JSON, and more of it", ";;;\n{\"title\": \"A\"}\n{\"title\": \"B\"}\n;;;\n", "3:1: there is something after the closing }"},
		{"YAML that is a list", "---\n- a\n---\n", "2:1: the front matter has no fields"},
		{"YAML that is a word", "---\na\n---\n", "2:1: the front matter has no fields"},
	}
	for _, test := range tests {
		_, problems := readFile("terms", test.text)
		if got := told(problems); !contains(got, test.want) {
			t.Errorf("%s:\n got %s\nwant %s", test.name, strings.Join(got, "\n     "), test.want)
		}
		for _, p := range problems {
			checkPlain(t, p)
		}
	}
}

func contains(list []string, s string) bool {
	for _, item := range list {
		if item == s {
			return true
		}
	}
	return false
}

func TestAFileThatIsNotTextIsToldAtItsPlace(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "1:1: the file is empty"},
		{"only spaces and lines", " \n\t\n", "1:1: the file is empty"},
		{"only a byte order mark", "\ufeff", "1:1: the file is empty"},
		{"not UTF-8, in a field", "---\ntitle: Zo\xeb\n---\n", "2:10: there is a character here that is not UTF-8 text"},
		{"not UTF-8, behind letters of several bytes", "---\ntitle: A\n---\ncafé \xff\n", "4:6: there is a character here that is not UTF-8 text"},
		{"not UTF-8, cut off in the middle of a letter", "---\ntitle: A\n---\nZo\xc3", "4:3: there is a character here that is not UTF-8 text"},
		{"a null character", "---\ntitle: A\x00B\n---\n", "2:9: there is a null character here"},
		{"10 MB", termMatter + strings.Repeat("All work and no play.\n", 10<<20/22), "1:1: the file is longer than 160 kB, too long for one page"},
		{"10 MB on one line", termMatter + strings.Repeat("x", 10<<20), "1:1: the file is longer than 160 kB, too long for one page"},
		{"10 MB of front matter", "---\n" + strings.Repeat("also: [x]\n", 1<<20) + "---\n", "1:1: the file is longer than 160 kB, too long for one page"},
		{"100 kB of front matter", "---\n" + strings.Repeat("also: [x]\n", 10<<10) + "---\n", "1:1: the front matter is longer than 64 kB"},
	}
	for _, test := range tests {
		is(t, test.name, test.text, test.want)
	}
}

// Nesting is the oldest way to make a parser hang or fall over.
func TestDeepNestingNeitherHangsNorFallsOver(t *testing.T) {
	const deep = 10_000
	for matter, marks := range map[string][]string{
		"---\nalso: %\n---\n":  {"[", "{", "- ", "? ", "!!a ", "&a ", "a: [", "\"", "'"},
		"---\n%\n---\n":        {"[", "{", "{a: ", "- ", "? "},
		"+++\nalso = %\n+++\n": {"[", "{", "{a = "},
		"+++\n%\n+++\n":        {"[", "a."},
		"{\n\"also\": %\n}\n":  {"[", "{", "{\"a\":"},
		";;;\n%\n;;;\n":        {"["},
	} {
		for _, mark := range marks {
			if _, problems := readFile("terms", strings.Replace(matter, "%", strings.Repeat(mark, deep), 1)); len(problems) == 0 {
				t.Errorf("%q with %q ×%d: no problem was found", matter, mark, deep)
			}
		}
	}
	for _, text := range []string{ // and the same, properly closed
		"---\nalso: " + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "\n---\n",
		"+++\nalso = " + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "\n+++\n",
		"+++\n" + strings.Repeat("a.", deep) + "a = 1\n+++\n",
		"{\n\"also\": " + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "\n}\n",
		"{\n\"also\": " + strings.Repeat("{\"a\":", deep) + "1" + strings.Repeat("}", deep) + "\n}\n",
	} {
		if _, problems := readFile("terms", text); len(problems) == 0 {
			t.Errorf("%.30q: no problem was found", text)
		}
	}
}

// A few lines of aliases can stand for a billion values. They are refused.
func TestABombOfAliasesIsRefused(t *testing.T) {
	text := "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'i'; c++ {
		before := "*" + string(c-1)
		text += string(c) + ": &" + string(c) + " [" + strings.Repeat(before+", ", 8) + before + "]\n"
	}
	_, problems := readFile("terms", text+"---\n")
	if want := "3:8: *a points to a value elsewhere in the file"; !contains(told(problems), want) {
		t.Errorf("got %d problems; want %q among them", len(problems), want)
	}
}
