package kind

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/localoffer/localoffer/internal/offer"
)

// Fields reads the front matter of one file by name. Each method gives the
// value in its own type, or its zero value and a problem at its place.
type Fields struct {
	node     *offer.Node
	settings *offer.Settings
	kind     *Kind
	fields   []Field // those declared here
	problems offer.Problems
	slips    []string // the fields that a mistyped name was likely meant for
}

// get finds a value that is written and not empty.
func (f *Fields) get(name string) (*offer.Node, bool) {
	field, found := f.node.Get(name)
	if !found || field.Value.Shape == offer.Empty || field.Value.Shape == offer.Scalar && strings.TrimSpace(field.Value.Text) == "" {
		return nil, false
	}
	return &field.Value, true
}

// has reports a value that is written and not empty.
func (f *Fields) has(name string) bool {
	_, found := f.get(name)
	return found
}

// at is the place to name in a problem about a field: its value, or where the
// front matter begins.
func (f *Fields) at(name string) offer.Place {
	if field, found := f.node.Get(name); found {
		if field.Value.At.Line > 0 {
			return field.Value.At
		}
		return field.At
	}
	return f.node.At
}

func (f *Fields) add(at offer.Place, what, hint string) { f.problems.Add(at, what, hint) }

func (f *Fields) fault(at offer.Place, fault *offer.Fault) {
	if fault != nil {
		f.add(at, fault.What, fault.Hint)
	}
}

// missing reports a field that is not there or has nothing after its name,
// unless a mistyped name was likely meant for it: one slip is one problem.
func (f *Fields) missing(name, what, hint string) {
	if !f.has(name) && !slices.Contains(f.slips, name) {
		f.add(f.at(name), what, hint)
	}
}

// unknown reports the names that this kind of entry does not have.
func (f *Fields) unknown() {
	known := f.kind.Known(f.settings)
	for _, field := range f.node.Fields {
		if slices.Contains(known, field.Name) {
			continue
		}
		f.add(field.At, "there is no field called "+field.Name+" in "+article(f.kind.Name), f.elsewhere(field.Name, known))
		if meant := offer.Suggest(field.Name, known); meant != "" {
			f.slips = append(f.slips, meant)
		}
	}
}

// elsewhere is the hint for an unknown field: the likely one, or the kind that
// has it.
func (f *Fields) elsewhere(name string, known []string) string {
	if near := offer.Suggest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	if name == Twin {
		return "that belongs in a page in another language, whose file is called like sunday-swim.pl.md: give this one such a name"
	}
	for i := range All {
		if slices.Contains(All[i].Known(f.settings), name) {
			return "that field belongs in " + article(All[i].Name) + "; take it out"
		}
	}
	return "take it out, or see docs/content.md for the names that can be used"
}

func article(name string) string {
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// Text is a field of plain words on one or more lines.
func (f *Fields) Text(name string) string {
	n, found := f.get(name)
	if !found {
		return ""
	}
	if n.Shape != offer.Scalar {
		f.add(n.At, name+" must be plain words, not a list", "write "+name+": followed by the words")
		return ""
	}
	return strings.TrimSpace(n.Text)
}

// Date is a field that holds a day.
func (f *Fields) Date(name string) offer.Date {
	n, found := f.get(name)
	if !found {
		return offer.Date{}
	}
	return f.date(n, name)
}

func (f *Fields) date(n *offer.Node, name string) offer.Date {
	if f.curly(n, name) {
		return offer.Date{}
	}
	date, ok := offer.ParseDate(n.Text)
	if n.Shape != offer.Scalar || !ok {
		f.add(n.At, name+" "+shown(n)+" is not a date", offer.DateHint(n.Text))
	}
	return date
}

// Choice is a field that holds one of the words declared for it.
func (f *Fields) Choice(name string) string {
	n, found := f.get(name)
	if !found {
		return ""
	}
	return f.choice(n, name, f.field(name).Words)
}

func (f *Fields) choice(n *offer.Node, name string, words []string) string {
	if n.Shape != offer.Scalar {
		f.add(n.At, name+" takes one value, not a list", "use one of: "+strings.Join(words, ", "))
		return ""
	}
	if slices.Contains(words, n.Text) {
		return n.Text
	}
	if f.curly(n, name) {
		return ""
	}
	if seen := strings.Map(visible, n.Text); slices.Contains(words, seen) {
		f.add(n.At, name+" “"+seen+"” has a letter in it that nobody sees", "delete the word and type it again: "+name+": "+seen)
		return ""
	}
	f.add(n.At, name+" "+shown(n)+" is not a value that this site knows", offer.DidYouMean(n.Text, words))
	return ""
}

// visible drops the letters that nobody sees, such as the place where a word
// processor may break a word.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// Answer is a field that holds yes or no; left out, nothing is stated.
func (f *Fields) Answer(name string) offer.Answer {
	n, found := f.get(name)
	if !found {
		return offer.NotStated
	}
	return f.answer(n, name, []offer.Answer{offer.Yes, offer.No})
}

func (f *Fields) answer(n *offer.Node, name string, allowed []offer.Answer) offer.Answer {
	if got := answers[strings.ToLower(n.Text)]; n.Shape == offer.Scalar && slices.Contains(allowed, got) {
		return got
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	hint := "write " + strings.Join(words, ", ") + ", or leave the line out where you do not know"
	if near := offer.Suggest(n.Text, words); near != "" {
		hint = "did you mean " + near + "?"
	}
	f.add(n.At, name+" "+shown(n)+" is not an answer", hint)
	return offer.NotStated
}

// answers are the spellings that YAML, TOML and JSON use for yes and no.
var answers = map[string]offer.Answer{
	"yes": offer.Yes, "true": offer.Yes, "no": offer.No, "false": offer.No,
	"full": offer.Full, "partial": offer.Partial,
}

// curly reports the quotation marks of a word processor round a value, which are
// letters like any others here. It gives whether there were any.
func (f *Fields) curly(n *offer.Node, name string) bool {
	inside := strings.Trim(n.Text, "“”„‘’")
	if n.Shape != offer.Scalar || inside == n.Text || n.Quoted {
		return false
	}
	f.add(n.At, "the quotation marks round this are those of a word processor", `write straight ones: `+name+`: "`+inside+`"`)
	return true
}

// Words is a list of words; a single word is a list of one.
func (f *Fields) Words(name string) []string {
	var words []string
	for _, n := range f.items(name) {
		if n.Shape == offer.Scalar && strings.TrimSpace(n.Text) != "" {
			words = append(words, strings.TrimSpace(n.Text))
			continue
		}
		f.add(n.At, name+" has something in it that is not a word", "write it like "+name+": [one, two]")
	}
	return words
}

// items are the parts of a list, or a single value as a list of one.
func (f *Fields) items(name string) []offer.Node {
	n, found := f.get(name)
	switch {
	case !found:
		return nil
	case n.Shape == offer.List:
		return n.Items
	}
	return []offer.Node{*n}
}

// Refs are the slugs of other entries.
func (f *Fields) Refs(name, kind string) []offer.Ref {
	var refs []offer.Ref
	for _, n := range f.items(name) {
		if n.Shape == offer.Scalar && n.Text != "" {
			refs = append(refs, offer.Ref{Slug: slug(n.Text), Kind: kind, At: n.At})
			continue
		}
		f.add(n.At, name+" has something in it that is not an entry's name", "write it like "+name+": [sunday-swim]")
	}
	return refs
}

// slug takes an address as well as a bare name: /guides/ehc-plan/ is guides/ehc-plan.
func slug(s string) string { return strings.Trim(strings.TrimSuffix(strings.TrimSpace(s), ".md"), "/") }

// Numbers is a list of whole numbers between two bounds.
func (f *Fields) Numbers(name string, from, to int, hint string) []int {
	var numbers []int
	for _, n := range f.items(name) {
		number, err := strconv.Atoi(n.Text)
		if n.Shape != offer.Scalar || err != nil || number < from || number > to {
			f.add(n.At, name+" "+shown(&n)+" is not a number from "+strconv.Itoa(from)+" to "+strconv.Itoa(to), hint)
			continue
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// shown is a value as a problem quotes it.
func shown(n *offer.Node) string {
	if n.Shape != offer.Scalar {
		return "a list"
	}
	text := n.Text
	const most = 40
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	return "“" + text + "”"
}
