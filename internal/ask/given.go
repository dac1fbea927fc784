package ask

import (
	"errors"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Given takes answers that were given beforehand, like title=Sunday Swim. They
// have to do at once.
func Given(questions []Question, set []string) (Answers, error) {
	said := map[string]string{}
	var names []string
	for i := range questions {
		names = append(names, questions[i].Name)
	}
	for _, pair := range set {
		name, text, found := strings.Cut(pair, "=")
		if !found {
			return nil, errors.New("--set " + pair + ": write the name of the question, an = and the answer, like --set \"title=Sunday Swim\"")
		}
		if !slices.Contains(names, name) {
			return nil, errors.New("--set " + name + ": there is no such question; " + meant(name, names))
		}
		said[name] = text
	}
	answers := Answers{}
	for i := range questions {
		q := &questions[i]
		text, found := said[q.Name]
		if !found {
			continue
		}
		answer, fault := q.Read(answers, text)
		if fault != nil {
			return nil, errors.New("--set " + q.Name + "=" + text + ": " + fault.What + ": " + fault.Hint)
		}
		answers[q.Name] = answer
	}
	return answers, nil
}

// meant is the question that a name was likely meant for, or all there are.
func meant(name string, names []string) string {
	if near := offer.Suggest(name, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "there are " + offer.And(names)
}

// Enough reports that nothing is left that has to be asked.
func (a Answers) Enough(questions []Question) bool {
	return !slices.ContainsFunc(questions, func(q Question) bool {
		return q.asked(a) && q.Fault(a, a[q.Name]) != nil
	})
}
