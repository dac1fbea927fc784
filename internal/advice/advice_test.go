package advice_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/advice"
	"github.com/localoffer/localoffer/internal/offer"
)

// club is the detail of the entries in these tests.
type club struct {
	prices   []offer.Price
	venue    *offer.Venue
	phone    string
	provider offer.Ref
}

func (club) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
func (d club) Prices() []offer.Price                            { return d.prices }
func (d club) Place() *offer.Venue                              { return d.venue }
func (d club) ProvidedBy() offer.Ref                            { return d.provider }
func (d club) Contacts(*offer.Catalogue) offer.Contact          { return offer.Contact{Phone: d.phone} }

var settings = &offer.Settings{Vocabularies: []offer.Vocabulary{
	{Field: "way-in", Values: []offer.Value{{ID: "book"}, {ID: "professional", Referral: true}}},
	{Field: "support", Shape: offer.ShapeAnswers, Values: []offer.Value{{ID: "one-to-one"}, {ID: "personal-care"}}},
}}

// entry has a body of one paragraph on line 20 and answers one question.
func entry(slug, body string) *offer.Entry {
	return &offer.Entry{
		Kind: "activity", Folder: "activities", Slug: slug, File: "content/activities/" + slug + ".md", Title: slug,
		Tags: map[string][]string{"way-in": {"book"}}, Answers: map[string]map[string]offer.Answer{"support": {"one-to-one": offer.Yes}},
		Detail: club{provider: offer.Ref{Slug: "harbour-play"}},
		Body:   offer.Body{Prose: []offer.Prose{{Text: body, At: offer.Place{File: "content/activities/" + slug + ".md", Line: 20, Col: 1}}}},
	}
}

// says adds a field of the front matter on line 5.
func says(e *offer.Entry, field, words string) *offer.Entry {
	e.Said = append(e.Said, offer.Prose{Field: field, Text: words, At: offer.Place{File: e.File, Line: 5, Col: len(field) + 3}})
	return e
}

func costing(e *offer.Entry, prices ...offer.Price) *offer.Entry {
	d, _ := e.Detail.(club)
	d.prices = prices
	e.Detail = d
	return e
}

func at(e *offer.Entry, postcode, phone string) *offer.Entry {
	d, _ := e.Detail.(club)
	d.venue, d.phone = &offer.Venue{Postcode: offer.Postcode(postcode)}, phone
	e.Detail = d
	return e
}

// told is the advice on some entries, one a line, with its line number.
func told(t *testing.T, entries ...*offer.Entry) string {
	t.Helper()
	avoid, problems := offer.ParseWordList(advice.AvoidFile, []byte("service user = family, child\nin order to = to\npathway = steps\n"), "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	term := &offer.Entry{Kind: "term", Folder: "terms", Slug: "ehc-plan", Title: "EHC plan", Also: []string{"EHCP"}, Detail: club{}}
	provider := &offer.Entry{Kind: "provider", Folder: "providers", Slug: "harbour-play", Title: "Harbour Play", Detail: club{}}
	c, problems := offer.Link(settings, append(entries, term, provider), offer.Date{Year: 2026, Month: 11, Day: 21})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var lines []string
	for _, p := range advice.Of(c, avoid, nil) {
		if !p.Advice || p.Hint == "" {
			t.Errorf("%v stops a build, or says nothing of what to do", p)
		}
		lines = append(lines, fmt.Sprintf("%d %s", p.Line, p.What))
	}
	return strings.Join(lines, "\n")
}

var (
	priced   = []offer.Price{{Amount: 350, Who: "child"}}
	mixed    = []offer.Price{{Amount: 350, Who: "child"}, {Amount: 0, Who: "carer"}}
	long     = strings.Repeat("word ", 25) + "end."
	referred = func(e *offer.Entry) *offer.Entry { e.Tags["way-in"] = []string{"professional"}; return e }
	silent   = func(e *offer.Entry) *offer.Entry { e.Answers = nil; return e }
)

func TestWhatAColleagueWouldSay(t *testing.T) {
	for _, test := range []struct {
		entry *offer.Entry
		want  string // what is said, or "" for nothing
	}{
		{entry("a", "Come and play."), ""},
		{entry("a", long), "20 this sentence has 26 words: “word word word word word word …”"},
		{entry("a", "We meet at 9.30am, e.g. on a Monday: "+strings.Repeat("then ", 20)+"home. "+strings.Repeat("Again ", 20)+"we go."), ""},
		{says(entry("a", ""), "summary", "A club for children."), ""},
		{says(entry("a", ""), "summary", "Multidisciplinary therapeutic interventions facilitating individualised developmental opportunities."), "5 the summary is hard to read: it takes a reading age of about"},
		{entry("a", "Each service user has a key. A service user is asked in order to help."), "20 “in order to” is a word of offices\n20 “service user” is a word of offices"},
		{entry("a", "Service users, in order. The pathways."), ""},
		{says(entry("a", "The pathway is open."), "eligibility", "All who use the pathway."), "5 “pathway” is a word of offices"},
		{entry("a", "You need an EHCP or an EHC plan, and an ABC form."), "20 “ABC” is explained nowhere"},
		{entry("a", "Early help (ABC) is free to ask for. ABC helps. The NHS and your GP help; do NOT wait. ART AGAINST TIME meets here."), ""},
		{entry("a", "Please contact us for more information."), "20 “Please contact us for more information” is a dead end"},
		{entry("a", "Times vary."), "20 “Times vary” is a dead end"},
		{entry("a", "Ring for a place. You can visit before you decide. For a map, see the park's board."), ""},
		{says(entry("a", ""), "contact.name", "Jane Smith"), "5 “Jane Smith” looks like a person's name"},
		{says(entry("a", ""), "contact.name", "Mrs Smith"), "5 “Mrs Smith” looks like a person's name"},
		{says(says(entry("a", ""), "contact.name", "Jo O'Neill"), "contact.phone", "07700 900123"), "5 “Jo O'Neill” looks like a person's name\n5 this looks like a person's own mobile number"},
		{says(says(entry("a", ""), "contact.name", "Play Team"), "contact.phone", "07700 900123"), ""},
		{says(entry("a", ""), "contact.name", "Bookings"), ""},
		{says(entry("a", ""), "contact.email", "jsmith78@gmail.com"), "5 this looks like a person's own mailbox"},
		{says(entry("a", ""), "contact.email", "harbourplay@gmail.com"), ""},
		{says(entry("a", ""), "contact.email", "info.chess@gmail.com"), ""},
		{says(entry("a", ""), "contact.email", "chess-club@gmail.com"), ""},
		{says(entry("a", ""), "contact.email", "jsmith78@example.org"), ""},
		{costing(entry("a", "The club is free."), priced...), "20 “The club is free” stands here, and cost: names a price"},
		{costing(entry("a", "Entry is free for carers. Feel free to ask. Free parking. Gluten free food."), mixed...), ""},
		{costing(entry("a", "The club is free."), offer.Price{Who: "child"}), ""},
		{entry("a", "The club is free."), ""},
		{referred(entry("a", "You can just turn up.")), "20 “You can just turn up” stands here, and the way in is professional"},
		{entry("a", "You can just turn up."), ""},
		{referred(entry("a", "You cannot just go. Ask your nurse.")), ""},
		{silent(entry("a", "")), "1 “will they take my child?” is not answered"},
	} {
		got := told(t, test.entry)
		if got != test.want && (test.want == "" || !strings.HasPrefix(got, test.want)) {
			t.Errorf("%s %v\n got %q\nwant %q", test.entry.Body.Prose[0].Text, test.entry.Said, got, test.want)
		}
	}
}

func TestTwoPagesForOneThingArePointedOut(t *testing.T) {
	const twin = "1 this looks like the same thing as content/activities/chess-club.md"
	for _, test := range []struct {
		name, postcode, phone, want string
	}{
		{"chess-clubs", "ME4 4AA", "01632 960001", twin},
		{"the-chess-club", "ME1 1AA", "01632 960123", twin},
		{"chess-club-for-teenagers-and-beginners", "ME4 4AA", "01632 960123", ""},
		{"drama-club", "ME4 4AA", "01632 960123", ""},
		{"chess-clubs", "ME1 1AA", "01632 960001", ""},
	} {
		first, second := at(entry("chess-club", ""), "ME4 4AA", "01632 960123"), at(entry(test.name, ""), test.postcode, test.phone)
		first.Title, second.Title = "chess club", strings.ReplaceAll(test.name, "-", " ")
		if got := told(t, first, second); got != test.want {
			t.Errorf("%s at %s, %s: got %q, want %q", test.name, test.postcode, test.phone, got, test.want)
		}
	}
}

func TestWhatHasEndedIsLeftInPeace(t *testing.T) {
	e := entry("a", long)
	e.Ends = offer.Date{Year: 2026, Month: 1, Day: 1}
	if got := told(t, e); got != "" {
		t.Errorf("got %q", got)
	}
}
