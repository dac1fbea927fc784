package kind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// facts are the rows of an activity with more fields, each as
// "Label: words [mark]", in a catalogue with its provider and a guide.
func facts(t *testing.T, was, now string) []string {
	t.Helper()
	e, problems := read("activities", typed(t, "activities", was, now))
	provider, more := read("providers", whole["providers"])
	provider.Slug = "harbour-play"
	for _, p := range append(problems, more...) {
		t.Errorf("unexpected problem: %s", p)
	}
	c, dead := offer.Link(settings, []*offer.Entry{e, provider}, offer.Date{Year: 2026, Month: 11, Day: 1})
	for _, p := range dead {
		t.Errorf("unexpected problem: %s", p)
	}
	return rows(e.Detail.Facts(e, c))
}

func rows(groups []offer.Group) []string {
	var out []string
	for _, g := range groups {
		for _, f := range g.Facts {
			var words []string
			for _, item := range f.Items {
				text := item.Text
				if item.URL != "" {
					text += " <" + item.URL + ">"
				}
				words = append(words, text)
			}
			row := f.Label + ": " + strings.Join(words, ", ")
			if f.Mark != "" {
				row += " [" + f.Mark + "]"
			}
			out = append(out, row)
		}
	}
	return out
}

func TestAnActivityAnswersAFamilysQuestionsInOrder(t *testing.T) {
	got := facts(t, "", `not-for: Adults.
route: assessment
evidence: A letter.
while-waiting: Come to the drop-in.
places: {state: waiting-list, wait: about 6 weeks, on: 2026-10-01}
venue: {name: Harbour Hall, address: 1 High Street, town: Chatham, postcode: me47aa}
transport: Bus 101.
when: [{day: sunday, from: "10:00", to: "12:00", during: term, starts: 2026-09-06, ends: 2027-07-18, except: [2026-12-27, 2027-01-03], note: Ring first}]
cost: [{amount: 3.50, per: session, who: child}, {amount: 0, who: carer}]
accepts: [direct-payment]
sensory: The music is off.
support: {one-to-one: yes, parent-must-stay: no}
access: {step-free: partial}
diagnosis-needed: no
contact: {name: Play team, phone: "01632 960123", text: 07460399290, email: play@example.org, website: "https://www.example.org/"}`)
	want := []string{
		"Ages: 5 to 11 years",
		"Needs: Autism </need/autism/>",
		"Who can go: Anyone who lives in Medway.",
		"Must my child have a diagnosis?: No",
		"Must my child have an EHC plan?: Ask first [ask]",
		"Not right for: Adults.",
		"Can they give one-to-one support?: Yes [yes]",
		"Must I stay?: No. You can leave your child. [yes]",
		"How to ask: Ring and ask.",
		"Kind of service: Ask or register </tier/targeted/>",
		"Places: There is a waiting list: about 6 weeks (on 1 October 2026)",
		"While you wait: Come to the drop-in.",
		"Who decides: A panel.",
		"What they ask to see: A letter.",
		"If you disagree: Ask again.",
		"Sundays: 10am to midday in term time. Runs from 6 September 2026 until 18 July 2027. Not on 27 December 2026 and 3 January 2027. Ring first.",
		"Address: Harbour Hall, 1 High Street, Chatham, ME4 7AA",
		"Area: Chatham </area/chatham/>",
		"Getting there: Bus 101.",
		"Noise, light and numbers: The music is off.",
		"Is it step-free?: In part [part]",
		"Is there a hoist?: Ask first [ask]",
		"Price: £3.50 a session for each child, Free for a carer",
		"You can pay with: Direct payment </pay-with/direct-payment/>",
		"Ask for: Play team",
		"Ring: 01632 960123 <tel:01632960123>",
		"Text: 07460 399290 <sms:07460399290>",
		"Email: play@example.org <mailto:play@example.org>",
		"Website: example.org <https://www.example.org/>",
	}
	for i := range max(len(got), len(want)) {
		g, w := "nothing", "nothing"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("row %d:\n got %s\nwant %s", i+1, g, w)
		}
	}
}

func TestWhatWasNotStatedIsShownAsAskFirst(t *testing.T) {
	got := facts(t, "", "")
	for _, row := range []string{
		"Must my child have a diagnosis?: Ask first [ask]",
		"Must my child have an EHC plan?: Ask first [ask]",
		"Can they give one-to-one support?: Ask first [ask]",
		"Must I stay?: Ask first [ask]",
		"Is it step-free?: Ask first [ask]",
		"Is there a hoist?: Ask first [ask]",
		"Times: Ask first",
		"Price: Ask first",
		"Ring: 01632 960123 <tel:01632960123>", // the provider's, as it has none of its own
	} {
		if !slices.Contains(got, row) {
			t.Errorf("there is no row %q in\n%s", row, strings.Join(got, "\n"))
		}
	}
}

func TestEachAnswerLooksLikeWhatItMeansToAFamily(t *testing.T) {
	tests := []struct{ written, row string }{
		{"access: {step-free: full}", "Is it step-free?: Yes, everywhere [yes]"},
		{"access: {step-free: partial}", "Is it step-free?: In part [part]"}, // never as full
		{"access: {step-free: no}", "Is it step-free?: No [no]"},
		{"access: {}", "Is it step-free?: Ask first [ask]"},
		{"access: {hoist: true}", "Is there a hoist?: Yes [yes]"},
		{"access: {hoist: No}", "Is there a hoist?: No [no]"},
		{"access: {hoist: }", "Is there a hoist?: Ask first [ask]"},
		{"support: {parent-must-stay: yes}", "Must I stay?: Yes [part]"},
		{"support: {parent-must-stay: no}", "Must I stay?: No. You can leave your child. [yes]"},
		{"support: {one-to-one: no}", "Can they give one-to-one support?: No [no]"},
		{"diagnosis-needed: yes", "Must my child have a diagnosis?: Yes"},
	}
	for _, test := range tests {
		if got := facts(t, "", test.written); !slices.Contains(got, test.row) {
			t.Errorf("%s: there is no row %q in\n%s", test.written, test.row, strings.Join(got, "\n"))
		}
	}
}

func TestAMaskedAddressIsInNoFact(t *testing.T) {
	const venue = "venue: {name: Ann Baker's house, address: 12 Secret Lane, town: Chatham, postcode: ME4 7AA, mask: %s}"
	secrets := []string{"Ann Baker", "12 Secret Lane", "ME4 7AA", "7AA"}
	masked := strings.Join(facts(t, "", fmt.Sprintf(venue, "true")), "\n")
	open := strings.Join(facts(t, "", fmt.Sprintf(venue, "false")), "\n")
	for _, secret := range secrets {
		if strings.Contains(masked, secret) {
			t.Errorf("the facts give away %q:\n%s", secret, masked)
		}
		if !strings.Contains(open, secret) {
			t.Errorf("the facts of an open venue should say %q:\n%s", secret, open)
		}
	}
	for _, row := range []string{"Address: Chatham, ME4", "Exact address: This is somebody's home. They give you the address when you book."} {
		if !strings.Contains(masked, row) {
			t.Errorf("there is no row %q in\n%s", row, masked)
		}
	}
}

func TestASessionSaysOnlyWhatIsKnown(t *testing.T) {
	tests := []struct{ when, row string }{
		{`{day: sunday}`, "Sundays: Ask for the time"},
		{`{day: sunday, from: "10:00"}`, "Sundays: from 10am"},
		{`{day: [sunday, monday], during: all-year}`, "Sundays and Mondays: all year"},
		{`{day: sunday, weeks: [1, 3], from: 2pm, to: 4pm}`, "First and third Sunday of the month: 2pm to 4pm"},
		{`{date: 2026-12-06, from: 2pm}`, "Sunday 6 December 2026: from 2pm"},
		{`{day: sunday, except: [2026-12-27]}`, "Sundays: Not on 27 December 2026."},
		{`{day: sunday, note: Bring a towel.}`, "Sundays: Bring a towel."},
	}
	for _, test := range tests {
		got := facts(t, "", "when: ["+test.when+"]")
		if !slices.Contains(got, test.row) {
			t.Errorf("%s: there is no row %q in\n%s", test.when, test.row, strings.Join(got, "\n"))
		}
	}
}

func TestTheEntrysOwnWordsWinOverTheRoutes(t *testing.T) {
	got := facts(t, "", "route: assessment\nwho-decides: The club's manager.")
	for _, row := range []string{"Who decides: The club's manager.", "If you disagree: Ask again."} {
		if !slices.Contains(got, row) {
			t.Errorf("there is no row %q in\n%s", row, strings.Join(got, "\n"))
		}
	}
}

func TestAllIsSaidInTheVocabularysOwnWords(t *testing.T) {
	if got := facts(t, "needs: [autism]", "needs: all"); !slices.Contains(got, "Needs: All needs are welcome") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestAJourneyFindsWhatIsListedToday(t *testing.T) {
	var entries []*offer.Entry
	add := func(slug, was, now string) {
		e, problems := read("activities", typed(t, "activities", was, now))
		for _, p := range problems {
			t.Errorf("%s: %s", slug, p)
		}
		e.Slug = slug
		entries = append(entries, e)
	}
	add("autism-club", "", "diagnosis-needed: no")
	add("deaf-club", "needs: [autism]", "needs: [deaf]\ndiagnosis-needed: no")
	add("everyone", "needs: [autism]", "needs: all\ndiagnosis-needed: no")
	add("teenagers", "ages: 5-11", "ages: 13-19\ndiagnosis-needed: no")
	add("with-diagnosis", "", "diagnosis-needed: yes")
	add("not-stated", "", "")
	add("gone", "", "diagnosis-needed: no\nends: 2026-01-01")
	provider, _ := read("providers", whole["providers"])
	provider.Slug = "harbour-play"
	c, _ := offer.Link(settings, append(entries, provider), offer.Date{Year: 2026, Month: 11, Day: 1})
	tests := []struct {
		live string
		want []string
	}{
		{"{after: today, needs: autism, most: 10}", []string{"autism-club", "everyone", "not-stated", "teenagers", "with-diagnosis"}},
		{"{after: today, needs: autism, ages: 5-11, diagnosis-needed: no}", []string{"autism-club", "everyone"}},
		{"{after: today, needs: [autism, deaf], diagnosis-needed: no, most: 2}", []string{"autism-club", "everyone"}},
		{"{after: today, diagnosis-needed: yes}", []string{"with-diagnosis"}},
		{"{after: today}", []string{"autism-club", "deaf-club", "everyone", "not-stated"}}, // four, unless it says otherwise
		{"{after: today, areas: strood}", nil},
	}
	for _, test := range tests {
		e, problems := read("journeys", typed(t, "journeys", "", "live: ["+test.live+"]"))
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.live, problems)
			continue
		}
		var got []string
		for _, found := range e.Detail.(*kind.Journey).Live[0].Find(c) {
			got = append(got, found.Slug)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.live, got, test.want)
		}
	}
}

func TestTheOtherKindsSayTheirFacts(t *testing.T) {
	empty, _ := offer.Link(settings, nil, offer.Date{Year: 2026, Month: 11, Day: 1})
	for folder, want := range map[string][]string{
		"providers": {"What they are: A charity", "Where they work: All of Medway", "Ring: 01632 960123 <tel:01632960123>"},
		"comments":  {"Outcome: Done", "You said this on: 1 May 2026", "We answered on: 1 June 2026"},
		"guides":    nil, "journeys": nil, "pages": nil, "terms": nil,
	} {
		e, _ := read(folder, whole[folder])
		if got := rows(e.Detail.Facts(e, empty)); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", folder, got, want)
		}
	}
}
