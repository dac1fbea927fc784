package scaffold

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/advice"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Question is one thing that a new entry must say.
type Question struct {
	Field   string
	Ask     string
	Example string
	Choices []string // the values that may be given; none for free words
	Many    bool     // several may be given, with commas between them
	When    func(answers map[string]string) bool
	Check   func(string) *offer.Fault
}

// Answer tidies an answer and says what is wrong with it.
func (q Question) Answer(text string) (string, *offer.Fault) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", &offer.Fault{What: "this cannot be left out", Hint: "for example: " + q.Example}
	}
	if len(q.Choices) > 0 {
		for _, word := range q.words(text) {
			if !slices.Contains(q.Choices, word) {
				return "", &offer.Fault{What: "“" + word + "” is not one of them", Hint: offer.DidYouMean(word, q.Choices)}
			}
		}
	}
	if q.Check != nil {
		if fault := q.Check(text); fault != nil {
			return "", fault
		}
	}
	return text, nil
}

func (q Question) words(text string) []string {
	if !q.Many {
		return []string{text}
	}
	var words []string
	for word := range strings.SplitSeq(text, ",") {
		words = append(words, strings.TrimSpace(word))
	}
	return words
}

// Questions are what a kind of entry must say, in the order in which it is
// asked. The site's own vocabularies are among them.
func Questions(k *kind.Kind, c *offer.Catalogue) []Question {
	questions := []Question{
		{Field: "title", Ask: "What is it called?", Example: "Saturday Stay and Play", Check: untaken(k, c)},
		{Field: "summary", Ask: "Say in one sentence what it is.", Example: "A calm play session for children who find busy places hard."},
	}
	switch k.Name {
	case "activity":
		questions = append(questions, activityQuestions(c)...)
	case "provider":
		questions = append(questions,
			Question{Field: "type", Ask: "What sort of group is it?", Example: "charity", Choices: kind.ProviderTypes},
			Question{Field: "phone", Ask: "Which telephone number can families ring?", Example: "01632 960123", Check: check(offer.ParsePhone)})
	case "journey":
		questions = append(questions, Question{Field: "worry", Ask: "How would a parent say this worry?", Example: "I have not slept properly for weeks."})
	}
	questions = append(questions, vocabularyQuestions(k, c)...)
	return append(questions,
		Question{Field: "owner", Ask: "Which team keeps this page right?", Example: "Family information team"},
		Question{Field: "how", Ask: "How did you check the facts today?", Example: "phone", Choices: offer.Hows})
}

func activityQuestions(c *offer.Catalogue) []Question {
	var providers []string
	for _, p := range c.Kind("provider") {
		providers = append(providers, p.Slug)
	}
	dated := func(answers map[string]string) bool {
		return answers["type"] == "event" || answers["type"] == "scheme"
	}
	return []Question{
		{Field: "provider", Ask: "Who runs it? (the provider's file name without .md)", Example: "harbour-play", Choices: providers},
		{Field: "type", Ask: "What sort of thing is it?", Example: "club", Choices: kind.ActivityTypes},
		{Field: "ends", Ask: "What is its last day?", Example: "2026-12-05", When: dated, Check: date},
		{Field: "ages", Ask: "Which ages is it for?", Example: "5-11", Check: check(offer.ParseAges)},
		{Field: "eligibility", Ask: "Who can go, in plain words?", Example: "Children who live here and find busy places hard."},
	}
}

func vocabularyQuestions(k *kind.Kind, c *offer.Catalogue) []Question {
	var questions []Question
	for i := range c.Vocabularies {
		v := &c.Vocabularies[i]
		if !v.Required || !v.For(k.Name) {
			continue
		}
		choices := v.IDs()
		if v.All != "" {
			choices = append(choices, "all")
		}
		questions = append(questions, Question{Field: v.Field, Ask: v.Title + "?", Example: v.Values[0].ID, Choices: choices, Many: v.Shape == offer.ShapeMany})
	}
	return questions
}

// untaken refuses a title that another entry of the kind has, or nearly has: two
// pages for one thing are both believed less.
func untaken(k *kind.Kind, c *offer.Catalogue) func(string) *offer.Fault {
	return func(title string) *offer.Fault {
		for _, e := range c.Kind(k.Name) {
			if c.State(e) != offer.Ended && advice.SameName(e.Title, title) {
				return &offer.Fault{What: "“" + e.Title + "” is there already, in " + e.File, Hint: "change that file; or, if this is another thing, say in the title how it differs"}
			}
		}
		return nil
	}
}

func check[T any](parse func(string) (T, *offer.Fault)) func(string) *offer.Fault {
	return func(s string) *offer.Fault {
		_, fault := parse(s)
		return fault
	}
}

func date(s string) *offer.Fault {
	if _, ok := offer.ParseDate(s); !ok {
		return &offer.Fault{What: "that is not a date", Hint: "write the year, month and day, like 2026-10-03"}
	}
	return nil
}
