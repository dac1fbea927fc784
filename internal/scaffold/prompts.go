package scaffold

import (
	"strings"

	"github.com/localoffer/localoffer/internal/ask"
)

// prompt is a field that a new entry is asked for, in the words of a colleague.
// All else about it stands in the field's declaration.
type prompt struct {
	field string // venue.postcode is a field of a group
	ask   string // none: the field's label
	page  string // the heading of the fields that are asked together
	later bool   // it can wait: it is asked only of those who would go on
}

// The names of the questions that are about no field.
const goOn = "more"

// The headings under which some fields are asked together.
const (
	place   = "Where is it?"
	session = "When does it run?"
	reach   = "How can families reach them?"
)

// prompts are in the order in which an editor thinks: what it is, who it is
// for, how one gets in, and who looks after the page. (Required vocabularies
// that have no place here are asked for before the last.)
var prompts = map[string][]prompt{
	"activity": {
		{field: "title", ask: "What is it called?"},
		{field: "provider", ask: "Who runs it?"},
		{field: "type", ask: "What sort of thing is it?"},
		{field: "ends", ask: "What is its last day?"},
		{field: "summary", ask: "What is it, in one plain sentence?"},
		{field: "category", ask: "Under which heading would a family look for it?"},
		{field: "ages", ask: "Which ages is it for?"},
		{field: "needs", ask: "Which needs is it for?"},
		{field: "eligibility", ask: "Who can go?"},
		{field: "diagnosis-needed"},
		{field: "support"},
		{field: "tier", ask: "How do families get it?"},
		{field: "way-in", ask: "What does a family do first?"},
		{field: "areas", ask: "Which areas is it for?"},
		{field: goOn},
		{field: "where", ask: "Is it in person or online?", later: true},
		{field: "venue.name", page: place, later: true},
		{field: "venue.address", page: place, later: true},
		{field: "venue.town", page: place, later: true},
		{field: "venue.postcode", page: place, later: true},
		{field: "venue.mask", page: place, later: true},
		{field: "access", later: true},
		{field: "when.day", ask: "On which days does it run?", later: true},
		{field: "when.from", page: session, later: true},
		{field: "when.to", page: session, later: true},
		{field: "when.during", page: session, later: true},
		{field: "cost.amount", ask: "What does it cost a child each time, in pounds?", later: true},
		{field: "contact.phone", page: reach, later: true},
		{field: "contact.email", page: reach, later: true},
		{field: "contact.website", page: reach, later: true},
		{field: "owner", ask: "Which team keeps this page right?"},
		{field: "reviewed.how", ask: "How did you check these facts today?"},
	},
	"provider": {
		{field: "title", ask: "What are they called?"},
		{field: "type", ask: "What are they?"},
		{field: "summary", ask: "Who are they, in one plain sentence?"},
		{field: "contact.phone", page: reach},
		{field: "contact.email", page: reach},
		{field: "contact.website", page: reach},
		{field: "areas", ask: "Where do they work?"},
		{field: "owner", ask: "Which team keeps this page right?"},
		{field: "reviewed.how", ask: "How did you check these facts today?"},
	},
	"guide": {
		{field: "title", ask: "What is the guide called?"},
		{field: "summary", ask: "What does it answer, in one plain sentence?"},
		{field: "topic", ask: "What is it about?"},
		{field: "needs", ask: "Which needs is it for?"},
		{field: "contact.team", ask: "Whom can families ask?"},
		{field: "owner", ask: "Which team keeps this page right?"},
		{field: "reviewed.how", ask: "How did you check these facts today?"},
	},
	"journey": {
		{field: "title", ask: "What is the journey called?"},
		{field: "worry", ask: "How would a parent say this worry?"},
		{field: "summary", ask: "What does the page help with, in one plain sentence?"},
		{field: "owner", ask: "Which team keeps this page right?"},
		{field: "reviewed.how", ask: "How did you check these facts today?"},
	},
}

// further asks whether to go on, once what is needed about the thing itself has
// been said.
var further = ask.Question{
	Name: goOn, Ask: "Go on with the place, the times, the price and the contact?", Help: "You can also write them in the file later.",
	Choices: []ask.Choice{{ID: "yes", Label: "Yes, ask me"}}, Optional: true, Skip: "No, I shall write them in the file",
}

// when tells whether a field is asked for, after the answers so far.
func when(p prompt) func(ask.Answers) bool {
	return func(said ask.Answers) bool {
		top, _, nested := strings.Cut(p.field, ".")
		switch {
		case p.later && said[goOn] != "yes":
			return false
		case p.field == "ends":
			return said["type"] == "event" || said["type"] == "scheme"
		case top == "when" && p.field != "when.day":
			return said["when.day"] != ""
		case top == "venue" && nested, top == "access":
			return said["where"] == "" || said["where"] == "venue"
		}
		return true
	}
}
