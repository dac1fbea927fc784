package facet_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/offer"
)

// thing is the detail of the entries in these tests.
type thing struct {
	ages     string
	sessions []offer.Session
	prices   []offer.Price
}

func (thing) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
func (d thing) Sessions() []offer.Session                        { return d.sessions }
func (d thing) Prices() []offer.Price                            { return d.prices }
func (d thing) AgeRange() offer.Ages {
	ages, _ := offer.ParseAges(d.ages)
	return ages
}

var settings = &offer.Settings{Vocabularies: []offer.Vocabulary{
	{Field: "needs", Title: "Needs", Address: "need", Browse: "By need", Shape: offer.ShapeMany, All: "All needs", Kinds: []string{"activity"},
		Values: []offer.Value{{ID: "autism", Label: "Autism"}, {ID: "deaf", Label: "Deaf", Help: "Or hard of hearing."}}},
	{Field: "access", Title: "Access", Address: "access", Shape: offer.ShapeAnswers, Kinds: []string{"activity"},
		Values: []offer.Value{{ID: "step-free", Label: "Step-free", Answers: []offer.Answer{offer.Full, offer.Partial, offer.No}}, {ID: "hoist", Label: "Hoist"},
			{ID: "parent-must-stay", Label: "A parent must stay", Opposite: "You can leave your child"}}},
	{Field: "topic", Address: "topic", Shape: offer.ShapeOne, Kinds: []string{"guide"}, Values: []offer.Value{{ID: "money", Label: "Money"}}},
	{Field: "where", Shape: offer.ShapeOne, Kinds: []string{"activity"}, Values: []offer.Value{{ID: "online", Label: "Online"}}},
}}

// reading asks one facet about one entry.
func reading(t *testing.T, name string, e *offer.Entry) string {
	t.Helper()
	for _, f := range facet.All(settings) {
		if f.Name == name {
			return strings.Join(f.Reading(e), " ")
		}
	}
	t.Fatalf("there is no facet called %s", name)
	return ""
}

func TestTheFacetsAreTheVocabulariesOfActivitiesAndWhatIsWorkedOut(t *testing.T) {
	var names []string
	for _, f := range facet.All(settings) {
		names = append(names, f.Name)
		for _, v := range f.Values {
			if v.ID == "" || v.Label == "" || strings.ContainsAny(v.ID, " /") {
				t.Errorf("%s: the value %+v cannot be an address", f.Name, v)
			}
		}
	}
	if want := []string{"need", "access", "age", "day", "when", "cost"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestAVocabularyIsReadFromTheEntry(t *testing.T) {
	tagged := &offer.Entry{Tags: map[string][]string{"needs": {"deaf"}}}
	all := &offer.Entry{All: map[string]bool{"needs": true}}
	for want, e := range map[string]*offer.Entry{"deaf": tagged, "autism deaf": all, "": {}} {
		if got := reading(t, "need", e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOnlyAPlainAnswerInTheFamilysFavourPutsAnEntryOnAList(t *testing.T) {
	tests := []struct {
		question string
		answer   offer.Answer
		want     string
	}{
		{"step-free", offer.Full, "step-free"}, {"step-free", offer.Partial, ""}, {"step-free", offer.No, ""}, {"step-free", offer.NotStated, ""},
		{"hoist", offer.Yes, "hoist"}, {"hoist", offer.No, ""}, {"hoist", offer.NotStated, ""},
		{"parent-must-stay", offer.No, "you-can-leave-your-child"}, {"parent-must-stay", offer.Yes, ""}, {"parent-must-stay", offer.NotStated, ""},
	}
	for _, test := range tests {
		e := &offer.Entry{Answers: map[string]map[string]offer.Answer{"access": {test.question: test.answer}}}
		if got := reading(t, "access", e); got != test.want {
			t.Errorf("%s %q: got %q, want %q", test.question, string(test.answer), got, test.want)
		}
	}
}

func TestAgesFallIntoEveryBandTheyMeet(t *testing.T) {
	for ages, want := range map[string]string{
		"5-11": "5-to-10 11-to-15", "0-4": "under-5", "4": "under-5", "5": "5-to-10", "10-11": "5-to-10 11-to-15", "16-18": "16-to-18", "18-19": "16-to-18 19-to-25",
		"0-25": "under-5 5-to-10 11-to-15 16-to-18 19-to-25", "19+": "19-to-25", "": "", "30": "",
	} {
		if got := reading(t, "age", &offer.Entry{Detail: thing{ages: ages}}); got != want {
			t.Errorf("ages %q: got %q, want %q", ages, got, want)
		}
	}
}

// at is a session on some days that ends at an hour, or at no stated time.
func at(during string, ends int, days ...time.Weekday) offer.Session {
	s := offer.Session{Days: days, During: during}
	if ends > 0 {
		s.To = offer.Clock(ends*60 + 1)
	}
	return s
}

// between is a session on a Tuesday from one hour to another, nought where none
// is stated.
func between(from, to int) offer.Session {
	s := at("", to, time.Tuesday)
	if from > 0 {
		s.From = offer.Clock(from*60 + 1)
	}
	return s
}

func TestTheDayIsPartedAtMiddayAndInTheEvening(t *testing.T) {
	for _, test := range []struct {
		from, to int
		want     string
	}{
		{0, 0, ""}, {10, 12, "mornings"}, {10, 13, "mornings"}, {10, 14, "mornings afternoons"}, {9, 0, "mornings"}, {12, 13, "afternoons"},
		{13, 15, "afternoons"}, {16, 18, "afternoons"}, {16, 19, "afternoons evenings"}, {17, 19, "evenings"}, {17, 0, ""}, {9, 22, "mornings afternoons evenings"}, {0, 15, ""},
	} {
		e := &offer.Entry{Detail: thing{sessions: []offer.Session{between(test.from, test.to)}}}
		if got := reading(t, "when", e); got != test.want {
			t.Errorf("from %d to %d: got %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestDaysAndTimesOfYearComeFromTheSessions(t *testing.T) {
	christmas := offer.Session{On: offer.Date{Year: 2026, Month: time.December, Day: 5}} // a Saturday
	quarter := at("", 18, time.Monday)
	quarter.To += 15
	tests := []struct {
		name      string
		sessions  []offer.Session
		days, all string
	}{
		{"nothing stated", nil, "", ""},
		{"Saturdays in term", []offer.Session{at("term", 12, time.Saturday)}, "saturday", "term weekends"},
		{"Sundays, then Mondays: Monday comes first", []offer.Session{at("", 0, time.Sunday), at("", 0, time.Monday)}, "monday sunday", "weekends"},
		{"weekdays in the holidays", []offer.Session{at("holidays", 15, time.Tuesday, time.Friday)}, "tuesday friday", "holidays"},
		{"all year is both", []offer.Session{at("all-year", 15, time.Tuesday)}, "tuesday", "term holidays"},
		{"it ends at six, which is no evening", []offer.Session{at("", 18, time.Monday)}, "monday", ""},
		{"it ends at a quarter past six", []offer.Session{quarter}, "monday", "evenings"},
		{"one Saturday", []offer.Session{christmas}, "saturday", "weekends"},
	}
	for _, test := range tests {
		e := &offer.Entry{Detail: thing{sessions: test.sessions}}
		if got := reading(t, "day", e); got != test.days {
			t.Errorf("%s: days %q, want %q", test.name, got, test.days)
		}
		if got := reading(t, "when", e); got != test.all {
			t.Errorf("%s: times of year %q, want %q", test.name, got, test.all)
		}
	}
	if got := reading(t, "when", &offer.Entry{Tags: map[string][]string{"category": {"holidays"}}}); got != "holidays" {
		t.Errorf("a holiday club: got %q", got)
	}
}

func TestFreeMeansFreeForTheChild(t *testing.T) {
	for want, prices := range map[string][]offer.Price{
		"": nil, "free": {{Who: "child"}}, "carer-free": {{Amount: 350, Who: "child"}, {Who: "carer"}, {Who: "carer"}},
		"free carer-free": {{Who: "child"}, {Who: "carer"}},
	} {
		if got := reading(t, "cost", &offer.Entry{Detail: thing{prices: prices}}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAListHoldsWhatIsListedAndNoListIsEmpty(t *testing.T) {
	entry := func(slug, need string) *offer.Entry {
		return &offer.Entry{Kind: "activity", Folder: "activities", Slug: slug, Tags: map[string][]string{"needs": {need}}}
	}
	gone := entry("gone", "deaf")
	gone.Ends = offer.Date{Year: 2026, Month: 1, Day: 1}
	c, _ := offer.Link(settings, []*offer.Entry{entry("b", "autism"), entry("a", "autism"), gone}, offer.Date{Year: 2026, Month: 11, Day: 1})
	lists := facet.Shelve(c, nil).Lists
	if len(lists) != len(facet.All(settings)) || len(lists[0]) != 1 {
		t.Fatalf("got %v", lists)
	}
	list := lists[0][0]
	if list.URL() != "/need/autism/" || len(list.Entries) != 2 || list.Entries[0].Slug != "a" || list.Value.Label != "Autism" {
		t.Errorf("got %s with %v", list.URL(), list.Entries)
	}
	if got, want := c.ListURL("needs", "autism"), list.URL(); got != want {
		t.Errorf("the catalogue says the list is at %q, and it is at %q", got, want)
	}
}
