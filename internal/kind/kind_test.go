package kind_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// settings is a small council's config.toml.
var settings = council()

func council() *offer.Settings {
	s := &offer.Settings{
		Contacts: []offer.Contact{{ID: "family-information-team", Name: "Family information team", Phone: "01632 960100", Email: "families@example.org"}},
		Routes:   []offer.Route{{ID: "assessment", How: "Ring and ask.", WhoDecides: "A panel.", Evidence: "Letters.", Appeal: "Ask again."}},
		Vocabularies: []offer.Vocabulary{
			{Field: "tier", Title: "How you get it", Address: "tier", Shape: offer.ShapeOne, Kinds: []string{"activity"}, Required: true, Values: []offer.Value{
				{ID: "universal", Label: "Just go or book", Help: "You can turn up."}, {ID: "targeted", Label: "Ask or register"}}},
			{Field: "needs", Title: "Needs", Address: "need", Shape: offer.ShapeMany, Kinds: []string{"activity", "guide"}, Required: true, All: "All needs are welcome", Values: []offer.Value{
				{ID: "autism", Label: "Autism"}, {ID: "deaf", Label: "Deaf or hard of hearing"}}},
			{Field: "areas", Title: "Where", Address: "area", Shape: offer.ShapeMany, Kinds: []string{"activity", "provider"}, Required: true, All: "All of Medway", Values: []offer.Value{
				{ID: "chatham", Label: "Chatham"}, {ID: "strood", Label: "Strood"}}},
			{Field: "accepts", Title: "Ways to pay", Address: "pay-with", Shape: offer.ShapeMany, Kinds: []string{"activity"}, Values: []offer.Value{
				{ID: "direct-payment", Label: "Direct payment"}}},
			{Field: "support", Title: "Will they take my child?", Shape: offer.ShapeAnswers, Kinds: []string{"activity"}, Values: []offer.Value{
				{ID: "one-to-one", Label: "One-to-one support", Question: "Can they give one-to-one support?"},
				{ID: "parent-must-stay", Label: "A parent must stay", Question: "Must I stay?", Opposite: "You can leave your child"}}},
			{Field: "access", Title: "Getting in and around", Shape: offer.ShapeAnswers, Kinds: []string{"activity"}, Values: []offer.Value{
				{ID: "step-free", Label: "Step-free", Question: "Is it step-free?", Answers: []offer.Answer{offer.Full, offer.Partial, offer.No}},
				{ID: "hoist", Label: "Hoist", Question: "Is there a hoist?"}}},
		},
	}
	s.Statutory.Topics = []string{"early years", "mainstream schools", "special schools"}
	return s
}

// whole is a file of each kind with nothing wrong in it. The last field is on
// the line before the second ---, and the tests put more below it.
var whole = map[string]string{
	"activities": `---
title: Sunday Swim
summary: A quiet swim.
provider: harbour-play
type: club
ages: 5-11
tier: targeted
needs: [autism]
areas: [chatham]
eligibility: Anyone who lives in Medway.
owner: Family information team
reviewed: {on: 2026-10-03, how: phone}
---
`,
	"providers": `---
title: Harbour Play
summary: A charity that runs clubs.
type: charity
contact: {phone: "01632 960123"}
areas: all
owner: Family information team
reviewed: {on: 2026-10-03}
---
`,
	"guides": `---
title: Direct payments
summary: Money to buy your own support.
needs: all
owner: Family information team
reviewed: {on: 2026-10-03}
---
`,
	"journeys": `---
title: We need a break
summary: What to do when you are worn out.
worry: I have not slept for weeks.
owner: Family information team
reviewed: {on: 2026-10-03}
---

## Today
`,
	"comments": `---
title: Older teenagers
summary: There was nothing for older teenagers.
said: We could not find a club.
received: 2026-05-01
responded: 2026-06-01
outcome: done
owner: Family information team
reviewed: {on: 2026-10-03}
---
`,
	"pages": `---
title: Accessibility statement
summary: How far this site can be used.
owner: Family information team
reviewed: {on: 2026-10-03}
---
`,
	"terms": `---
title: EHC plan
summary: A plan that says what help a child must get.
owner: Family information team
reviewed: {on: 2026-10-03}
---
`,
}

// read puts one text where a file of a kind stands and reads it.
func read(folder, text string) (*offer.Entry, []offer.Problem) {
	file := "content/" + folder + "/an-entry.md"
	return source.ReadFile(fstest.MapFS{file: {Data: []byte(text)}}, file, settings)
}

// typed is the whole file of a kind with one text in place of another, or with
// more fields below the last one.
func typed(t *testing.T, folder, was, now string) string {
	t.Helper()
	text := whole[folder]
	if was == "" {
		was, now = "reviewed: {on: 2026-10-03", now+"\nreviewed: {on: 2026-10-03"
	}
	if strings.Count(text, was) != 1 {
		t.Fatalf("the file in %s has %q %d times", folder, was, strings.Count(text, was))
	}
	return strings.Replace(text, was, now, 1)
}

// said are the problems as "line:col: what", and the hints by themselves.
func said(problems []offer.Problem) (what, hints []string) {
	for _, p := range problems {
		what = append(what, fmt.Sprintf("%d:%d: %s", p.Line, p.Col, p.What))
		hints = append(hints, p.Hint)
	}
	return what, hints
}

func TestAFileOfEachKindWithNothingWrongHasNoProblem(t *testing.T) {
	for _, k := range kind.All {
		e, problems := read(k.Folder, whole[k.Folder])
		if len(problems) > 0 {
			t.Errorf("%s: %v", k.Folder, problems)
		}
		if e.Kind != k.Name || e.Title == "" || e.Detail == nil || e.Reviewed.On.IsZero() {
			t.Errorf("%s: got %+v", k.Folder, e)
		}
	}
}

func TestKindsAreFoundByFolderAndByName(t *testing.T) {
	for _, k := range kind.All {
		if kind.Of(k.Folder) == nil || kind.Named(k.Name) == nil || kind.Of(k.Folder).Name != k.Name || kind.Named(k.Name).Folder != k.Folder {
			t.Errorf("%s in %s is not found", k.Name, k.Folder)
		}
	}
	if kind.Of("recipes") != nil || kind.Named("recipe") != nil || kind.Of("") != nil {
		t.Error("a kind that does not exist is found")
	}
}

func TestAFileThatCannotBeReadStillStandsForItsEntry(t *testing.T) {
	for _, k := range kind.All {
		e, problems := read(k.Folder, "---\ntitle: [never closed\n---\n")
		if len(problems) != 1 || e.Detail == nil || e.Title != "an-entry" || e.URL() != "/"+k.Folder+"/an-entry/" {
			t.Errorf("%s: got %+v, %v", k.Folder, e, problems)
		}
	}
}
