// Package ask puts questions to a person: as a form that fills the screen of a
// terminal, or line by line, for pipes and for screen readers. It knows nothing
// of what it asks. The answers are words; whoever asks says which will do.
package ask

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// ErrStopped is given where somebody would rather not go on.
var ErrStopped = errors.New("stopped half-way")

// Answers are what was said, by the names of the questions.
type Answers map[string]string

// Question is one thing to ask.
type Question struct {
	Name     string // of its answer: title, venue.postcode
	Ask      string // the question, as one asks it
	Help     string // a sentence to go with it
	Example  string
	Choices  []Choice // what may be answered; none: free words
	Many     bool     // several choices may be given, with commas between them
	Optional bool     // it may be passed over
	Skip     string   // what passing over a choice is called; none: leave it out
	Long     bool     // there are so many choices that one types to find one
	Page     string   // the heading under which it stands with its neighbours of the same page
	About    string   // a sentence below that heading
	Known    []string // what was answered elsewhere, offered while one types

	When  func(Answers) bool                 // whether it is asked at all; nil: always
	Check func(Answers, string) *offer.Fault // nil: whatever is said will do
}

// Choice is one answer that may be given: what is kept, and what people read.
type Choice struct{ ID, Label, Help string }

// Read makes an answer of what somebody typed, or says what is wrong with it. A
// choice may be given by its name, its label or its number.
func (q *Question) Read(answers Answers, typed string) (string, *offer.Fault) {
	text := tidy(typed)
	if q.Optional && len(q.Choices) > 0 && strings.EqualFold(text, q.skip()) {
		text = ""
	}
	if text != "" && len(q.Choices) > 0 {
		words := []string{text}
		if q.Many {
			words = split(text)
		}
		for i, word := range words {
			id, fault := q.choose(word)
			if fault != nil {
				return "", fault
			}
			words[i] = id
		}
		text = strings.Join(words, ", ")
	}
	text = q.known(text)
	return text, q.Fault(answers, text)
}

// known writes what was answered elsewhere as it was written there: one team is
// not to become two by a capital letter.
func (q *Question) known(text string) string {
	for _, k := range q.Known {
		if strings.EqualFold(k, text) {
			return k
		}
	}
	return text
}

// tidy takes spaces too many from an answer, and the quotation marks that belong
// in a file but not here.
func tidy(typed string) string {
	text := strings.Join(strings.Fields(typed), " ")
	if len(text) > 1 && strings.HasPrefix(text, `"`) && strings.HasSuffix(text, `"`) && strings.Count(text, `"`) == 2 {
		return text[1 : len(text)-1]
	}
	return text
}

// Fault is what is wrong with an answer.
func (q *Question) Fault(answers Answers, answer string) *offer.Fault {
	if answer == "" && !q.Optional {
		return &offer.Fault{What: "this cannot be left out", Hint: q.example()}
	}
	if q.Check == nil {
		return nil
	}
	return q.Check(answers, answer)
}

func (q *Question) example() string {
	switch {
	case q.Many:
		return "choose at least one"
	case len(q.Choices) > 0:
		return "choose one"
	}
	return "for example: " + q.Example
}

// skip is what passing over a choice is called.
func (q *Question) skip() string { return cmp.Or(q.Skip, "Leave it out") }

func (q *Question) choose(word string) (string, *offer.Fault) {
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(q.Choices) {
		return q.Choices[n-1].ID, nil
	}
	var ids []string
	for _, c := range q.Choices {
		if strings.EqualFold(word, c.ID) || strings.EqualFold(word, c.Label) {
			return c.ID, nil
		}
		ids = append(ids, c.ID)
	}
	return "", &offer.Fault{What: "“" + word + "” is not one of them", Hint: offer.DidYouMean(word, ids)}
}

// asked reports that a question is to be put, after the answers so far.
func (q *Question) asked(answers Answers) bool { return q.When == nil || q.When(answers) }

// split is a list with commas between its words.
func split(text string) []string {
	var words []string
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// pages are the questions that are still open, those that stand together in one
// list. Answers that were given beforehand are not asked for again.
func pages(questions []Question, given Answers) [][]*Question {
	var all [][]*Question
	for i := range questions {
		q := &questions[i]
		if _, found := given[q.Name]; found {
			continue
		}
		if last := len(all) - 1; last >= 0 && q.Page != "" && all[last][0].Page == q.Page {
			all[last] = append(all[last], q)
			continue
		}
		all = append(all, []*Question{q})
	}
	return all
}

// settle tidies the answers once all have been given. What was answered to
// questions that came to nothing goes: those passed over, and those that a later
// answer made idle.
func settle(pages [][]*Question, answers Answers) {
	for _, page := range pages {
		for _, q := range page {
			if answers[q.Name] == "" || !q.asked(answers) {
				delete(answers, q.Name)
				continue
			}
			answers[q.Name] = q.known(answers[q.Name])
		}
	}
}
