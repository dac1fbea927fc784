package scaffold_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/site"
)

var today = offer.Date{Year: 2026, Month: 10, Day: 12}

// newSite is a site as new makes it, and what may be answered there.
func newSite(t *testing.T) (folder string, c *offer.Catalogue) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "our-offer")
	if _, err := scaffold.Site(folder, localoffer.Demonstration, today, nil); err != nil {
		t.Fatal(err)
	}
	made, problems, err := site.Make(os.DirFS(folder), options)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return folder, made.Catalogue
}

var options = site.Options{AsOf: today, Builtin: localoffer.Demonstration}

var asked = []string{"provider", "activity", "guide", "journey"}

func TestEveryQuestionHelps(t *testing.T) {
	_, c := newSite(t)
	for _, name := range asked {
		for _, q := range scaffold.Questions(kind.Named(name), c, today) {
			if q.Ask == "" || q.Help == "" || q.Example == "" && len(q.Choices) == 0 {
				t.Errorf("%s %s: %+v", name, q.Name, q)
			}
			if !q.Optional && !strings.HasSuffix(q.Ask, "?") {
				t.Errorf("%s: %q is no question", name, q.Ask)
			}
		}
	}
}

// full answers every question, as far as it can be: with its example, or with
// one of the choices.
func full(questions []ask.Question, choice func(n int) int) []string {
	var set []string
	for _, q := range questions {
		answer := q.Example
		if n := len(q.Choices); n > 0 {
			answer = q.Choices[choice(n)].ID
		}
		set = append(set, q.Name+"="+answer)
	}
	return set
}

// Whatever is answered, the file is right, even for those who want no advice.
func TestWhatIsAnsweredChecksClean(t *testing.T) {
	for _, name := range asked {
		for _, choice := range []func(n int) int{func(int) int { return 0 }, func(n int) int { return n - 1 }, func(n int) int { return n / 2 }} {
			folder, c := newSite(t)
			k := kind.Named(name)
			questions := scaffold.Questions(k, c, today)
			answers, err := ask.Given(questions, full(questions, choice))
			if err != nil {
				t.Fatal(name, err)
			}
			if !answers.Enough(questions) {
				t.Errorf("%s: something is still asked after %v", name, answers)
			}
			clean(t, folder, k, c, answers)
		}
	}
}

// What must be answered is enough, but for the questions on which families are
// turned away.
func TestWhatMustBeAnsweredIsEnough(t *testing.T) {
	for _, name := range asked {
		folder, c := newSite(t)
		k := kind.Named(name)
		questions := scaffold.Questions(k, c, today)
		answers := ask.Answers{"contact.phone": "01632 960123", "support.secure-site": "yes"}
		for i := range questions {
			if q := &questions[i]; !q.Optional && (q.When == nil || q.When(answers)) {
				example := q.Example
				if len(q.Choices) > 0 {
					example = "1"
				}
				answer, fault := q.Read(answers, example)
				if fault != nil {
					t.Fatal(name, q.Name, fault)
				}
				answers[q.Name] = answer
			}
		}
		clean(t, folder, k, c, answers)
	}
}

func clean(t *testing.T, folder string, k *kind.Kind, c *offer.Catalogue, answers ask.Answers) {
	t.Helper()
	file, err := scaffold.Entry(folder, k, c, answers, today)
	if err != nil {
		t.Fatal(err)
	}
	problems, err := site.Check(t.Context(), os.DirFS(folder), options)
	if err != nil || len(problems) > 0 {
		text, _ := os.ReadFile(filepath.Join(folder, file))
		t.Errorf("%v %v\n%s", problems, err, text)
	}
}

// A slip is told at the question, in the words of check.
func TestAQuestionSpeaksAsCheckDoes(t *testing.T) {
	folder, c := newSite(t)
	k := kind.Named("activity")
	answers := ask.Answers{"title": "Tea", "type": "scheme", "when.day": "monday", "when.from": "14:00"}
	for name, slip := range map[string]string{
		"ages": "11-5", "ends": "05/12/2026", "venue.postcode": "ME44X", "when.to": "13:00", "cost.amount": "about three", "contact.website": "example.org", "contact.email": "nobody",
		"contact.phone": "12", "needs": "all, example", "summary": "Tea: \"good\" # and hot",
	} {
		for _, q := range scaffold.Questions(k, c, today) {
			if q.Name != name {
				continue
			}
			fault := q.Check(answers, slip)
			said := ask.Answers{name: slip}
			for n, text := range answers {
				said[n] = text
			}
			file, err := scaffold.Entry(folder, k, c, said, today)
			if err != nil {
				t.Fatal(err)
			}
			_, problems, err := site.Make(os.DirFS(folder), options)
			if err != nil {
				t.Fatal(err)
			}
			found := fault == nil
			for _, p := range problems {
				found = found || p.What == fault.What && p.Hint == fault.Hint
			}
			if !found || (fault == nil) != (name == "summary") {
				t.Errorf("%s: the question says %v, and check %v", name, fault, problems)
			}
			_ = os.Remove(filepath.Join(folder, file))
		}
	}
}

// Whatever is typed stands in the file so that it is read back just so, and with
// no more quotation marks than it needs.
func TestWordsAreReadBackAsTheyWereTyped(t *testing.T) {
	for typed, written := range map[string]string{
		"Play & Stay!": "Play & Stay!", "Café club, for all": "Café club, for all", "Yes": `"Yes"`, "2026": `"2026"`, "Tea: good # hot": `"Tea: good # hot"`,
		`The "best" club`: `"The \"best\" club"`, "- dash": `"- dash"`, "[x] {y}": `"[x] {y}"`, "a < b > c": `"a < b > c"`, "null": `"null"`, "C:\\x": `"C:\\x"`,
	} {
		folder, c := newSite(t)
		k := kind.Named("activity")
		questions := scaffold.Questions(k, c, today)
		answers, err := ask.Given(questions, full(questions, func(int) int { return 0 }))
		if err != nil {
			t.Fatal(err)
		}
		answers["title"], answers["venue.town"] = typed, typed
		file, err := scaffold.Entry(folder, k, c, answers, today)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil || !strings.Contains(string(text), "\ntitle: "+written+"\n") {
			t.Errorf("%s is not written %s in\n%s %v", typed, written, text, err)
		}
		made, problems, err := site.Make(os.DirFS(folder), options)
		if err != nil || len(problems) > 0 {
			t.Fatal(typed, problems, err)
		}
		e := made.Catalogue.At("/" + strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md") + "/")
		if e == nil || e.Title != typed || e.Venue().Town != typed {
			t.Errorf("%s is read back as %+v", typed, e)
		}
	}
}

// What a council requires is asked for, though nobody here has heard of it.
func TestAVocabularyOfTheCouncilsOwnIsAskedFor(t *testing.T) {
	folder, _ := newSite(t)
	config := filepath.Join(folder, site.ConfigName)
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, "\n[[vocabulary]]\nfield = \"spoken\"\ntitle = \"Languages\"\nshape = \"many\"\nkinds = [\"guide\"]\nrequired = true\n\n  [[vocabulary.value]]\n  id = \"polish\"\n  label = \"Polish\"\n"...)
	if err := os.WriteFile(config, text, 0o644); err != nil {
		t.Fatal(err)
	}
	made, _, err := site.Make(os.DirFS(folder), options)
	if err != nil {
		t.Fatal(err)
	}
	questions := scaffold.Questions(kind.Named("guide"), made.Catalogue, today)
	for i, q := range questions {
		if q.Name == "spoken" && q.Ask == "Languages?" && !q.Optional && q.Many && questions[i+1].Name == "owner" {
			return
		}
	}
	t.Errorf("nobody asks for it: %+v", questions)
}

func TestAnEntryThatIsThereIsNotBegunAgain(t *testing.T) {
	_, c := newSite(t)
	for _, q := range scaffold.Questions(kind.Named("provider"), c, today) {
		if q.Name != "title" {
			continue
		}
		for title, taken := range map[string]bool{"Example Play": true, "The example play": true, "Example Swim": false} {
			if fault := q.Check(ask.Answers{}, title); (fault != nil) != taken {
				t.Errorf("%s: %v", title, fault)
			}
		}
	}
}
