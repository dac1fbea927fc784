package ask_test

import (
	"context"
	"errors"
	"io"
	"maps"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/offer"
)

var questions = []ask.Question{
	{Name: "title", Ask: "What is it called?", Example: "Sunday Swim", Check: func(_ ask.Answers, s string) *offer.Fault {
		if s == "Taken" {
			return &offer.Fault{What: "that is there already", Hint: "choose another"}
		}
		return nil
	}},
	{Name: "type", Ask: "What sort is it?", Choices: []ask.Choice{{ID: "club", Label: "A club"}, {ID: "event", Label: "An event", Help: "once"}}},
	{Name: "ends", Ask: "What is its last day?", Example: "2026-12-05", When: func(a ask.Answers) bool { return a["type"] == "event" }},
	{Name: "needs", Ask: "Which needs?", Many: true, Optional: true, Choices: []ask.Choice{{ID: "autism", Label: "Autism"}, {ID: "deaf", Label: "Deaf or hard of hearing"}}},
	{Name: "place.town", Ask: "Town", Example: "Chatham", Optional: true, Page: "Where is it?", About: "Leave out what nobody knows."},
	{Name: "place.street", Ask: "Street", Example: "1 High Street", Optional: true, Page: "Where is it?"},
}

// said is what comes of lines that somebody typed.
func said(t *testing.T, lines ...string) (ask.Answers, string, error) {
	t.Helper()
	var out strings.Builder
	answers := ask.Answers{}
	err := ask.Lines(t.Context(), strings.NewReader(strings.Join(lines, "\n")+"\n"), &out, questions, answers)
	return answers, out.String(), err
}

func TestAChoiceIsItsNumberItsNameOrItsLabel(t *testing.T) {
	want := ask.Answers{"title": "Sunday Swim", "type": "club", "needs": "autism, deaf"}
	for _, lines := range [][]string{
		{"Sunday Swim", "club", "autism, deaf"},
		{"  Sunday   Swim ", "1", "1,2"},
		{`"Sunday Swim"`, "A CLUB", "Autism, deaf or hard of hearing,"},
	} {
		if got, _, err := said(t, lines...); err != nil || !maps.Equal(got, want) {
			t.Errorf("%q gives %v, %v", lines, got, err)
		}
	}
}

func TestAQuestionIsPutUntilItsAnswerWillDo(t *testing.T) {
	got, out, err := said(t, "", "Taken", "Swim", "3", "clubb", "event", "2026-12-05", "")
	if err != nil || !maps.Equal(got, ask.Answers{"title": "Swim", "type": "event", "ends": "2026-12-05"}) {
		t.Fatal(got, err)
	}
	for _, want := range []string{
		"this cannot be left out: for example: Sunday Swim", "that is there already: choose another",
		"“3” is not one of them", "did you mean club?", "  2. An event: once\n", "Where is it?\nLeave out what nobody knows.\n",
		"Or press Enter alone: leave it out.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
}

func TestWhatIsKnownIsWrittenAsItWas(t *testing.T) {
	owner := []ask.Question{{Name: "owner", Ask: "Which team?", Example: "Play team", Known: []string{"Family information team"}}}
	for typed, want := range map[string]string{"family information TEAM": "Family information team", "play team": "play team"} {
		answers := ask.Answers{}
		if err := ask.Lines(t.Context(), strings.NewReader(typed+"\n"), io.Discard, owner, answers); err != nil || answers["owner"] != want {
			t.Error(answers, err)
		}
	}
}

func TestALeftOutChoiceMayBeSaidInWords(t *testing.T) {
	if got, _, err := said(t, "Swim", "club", "leave it out", "Chatham"); err != nil || !maps.Equal(got, ask.Answers{"title": "Swim", "type": "club", "place.town": "Chatham"}) {
		t.Error(got, err)
	}
}

func TestWhereTheLinesEndTheRestIsPassedOver(t *testing.T) {
	if got, _, err := said(t, "Swim", "club"); err != nil || len(got) != 2 {
		t.Error(got, err)
	}
	if _, _, err := said(t, "Swim"); err == nil || !strings.Contains(err.Error(), "no answer for type; nothing was written") {
		t.Error(err)
	}
}

// Nobody has to finish a line to be let go.
func TestWhoeverStopsIsLetGo(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	in, typed := io.Pipe()
	defer typed.Close()
	stop()
	if err := ask.Lines(ctx, in, io.Discard, questions, ask.Answers{}); !errors.Is(err, ask.ErrStopped) {
		t.Error(err)
	}
}

func TestAnswersCanBeGivenBeforehand(t *testing.T) {
	answers, err := ask.Given(questions, []string{"type=An event", "title=A = B", "needs=1, deaf", "place.town="})
	if err != nil || !maps.Equal(answers, ask.Answers{"title": "A = B", "type": "event", "needs": "autism, deaf", "place.town": ""}) {
		t.Fatal(answers, err)
	}
	if answers.Enough(questions) {
		t.Error("an event without its last day is enough")
	}
	answers["ends"] = "2026-12-05"
	if !answers.Enough(questions) {
		t.Error("what may be left out is asked for")
	}
	var out strings.Builder
	if err := ask.Lines(t.Context(), strings.NewReader("1 High Street\n"), &out, questions, answers); err != nil || answers["place.street"] != "1 High Street" || strings.Contains(out.String(), "Town") {
		t.Error(answers, err, out.String())
	}
	for pair, want := range map[string]string{
		"title": "write the name of the question", "titel=x": "did you mean title?", "type=clubb": "did you mean club?", "title=Taken": "choose another", "title=": "cannot be left out",
	} {
		if _, err := ask.Given(questions, []string{pair}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("--set %s: %v", pair, err)
		}
	}
}

// What a later answer made idle is not kept.
func TestAnIdleAnswerIsNotKept(t *testing.T) {
	answers := ask.Answers{}
	again := append(questions[:3:3], ask.Question{Name: "extra", Ask: "?", Choices: []ask.Choice{{ID: "x", Label: "X"}}, When: func(a ask.Answers) bool { return a["type"] == "event" }})
	if err := ask.Lines(t.Context(), strings.NewReader("Swim\nclub\n"), io.Discard, again, answers); err != nil || len(answers) != 2 {
		t.Error(answers, err)
	}
}
