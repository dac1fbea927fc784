package offer_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// thing is the detail of the entries in these tests.
type thing struct {
	ages     offer.Ages
	provider offer.Ref
	refs     []offer.Ref
}

func (thing) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
func (d thing) AgeRange() offer.Ages                             { return d.ages }
func (d thing) ProvidedBy() offer.Ref                            { return d.provider }
func (d thing) Refs() []offer.Ref                                { return d.refs }

var folders = map[string]string{
	"activity": "activities", "provider": "providers", "guide": "guides", "journey": "journeys",
	"comment": "comments", "page": "pages", "term": "terms",
}

// entry is an entry of a kind, changed as a test needs it.
func entry(kind, slug string, changes ...func(*offer.Entry)) *offer.Entry {
	e := &offer.Entry{
		Kind: kind, Folder: folders[kind], Slug: slug, File: "content/" + folders[kind] + "/" + slug + ".md",
		Title: slug, Tags: map[string][]string{}, All: map[string]bool{}, Detail: thing{},
	}
	for _, change := range changes {
		change(e)
	}
	return e
}

func club(slug string, changes ...func(*offer.Entry)) *offer.Entry {
	return entry("activity", slug, changes...)
}

func in(areas ...string) func(*offer.Entry) {
	return func(e *offer.Entry) { e.Tags["areas"] = areas }
}

func of(category string) func(*offer.Entry) {
	return func(e *offer.Entry) { e.Tags["category"] = []string{category} }
}

func needing(needs ...string) func(*offer.Entry) {
	return func(e *offer.Entry) { e.Tags["needs"] = needs }
}

func everything(field string) func(*offer.Entry) {
	return func(e *offer.Entry) { e.All[field] = true }
}

func ended(e *offer.Entry) { e.Ends = day("2026-01-01") }

func seeing(at int, slugs ...string) func(*offer.Entry) {
	return func(e *offer.Entry) {
		for i, slug := range slugs {
			e.SeeAlso = append(e.SeeAlso, offer.Ref{Slug: slug, At: offer.Place{File: e.File, Line: at + i, Col: 3}})
		}
	}
}

func runBy(slug string) func(*offer.Entry) {
	return func(e *offer.Entry) {
		e.Detail = thing{provider: offer.Ref{Slug: slug, Kind: "provider", At: offer.Place{File: e.File, Line: 4, Col: 11}}}
	}
}

func aged(s string) func(*offer.Entry) {
	return func(e *offer.Entry) {
		ages, _ := offer.ParseAges(s)
		e.Detail = thing{ages: ages}
	}
}

var settings = &offer.Settings{
	Review: limits,
	Vocabularies: []offer.Vocabulary{
		{Field: "category", Address: "category", Shape: offer.ShapeOne, Values: []offer.Value{{ID: "sport"}, {ID: "music"}}},
		{Field: "areas", Address: "area", Shape: offer.ShapeMany, All: "All of Medway", Values: []offer.Value{{ID: "chatham"}, {ID: "gillingham"}, {ID: "strood"}}},
		{Field: "needs", Address: "need", Shape: offer.ShapeMany, All: "All needs", Values: []offer.Value{{ID: "autism"}, {ID: "deaf"}}},
		{Field: "way-in", Shape: offer.ShapeOne, Values: []offer.Value{{ID: "book"}}},
	},
}

func link(t *testing.T, entries ...*offer.Entry) *offer.Catalogue {
	t.Helper()
	c, problems := offer.Link(settings, entries, day("2026-10-03"))
	for _, p := range problems {
		t.Errorf("unexpected problem: %s", p)
	}
	return c
}

func slugsOf(entries []*offer.Entry) []string {
	slugs := []string{}
	for _, e := range entries {
		slugs = append(slugs, e.Slug)
	}
	return slugs
}

func TestAReferenceThatLeadsNowhereIsReportedWithTheLikelyName(t *testing.T) {
	tests := []struct {
		name  string
		entry *offer.Entry
		want  string
	}{
		{"a slip in a name", club("art", seeing(9, "sunday-swin")), "content/activities/art.md:9:3: there is no entry called sunday-swin\n  hint: did you mean sunday-swim?"},
		{"a name like no other", club("art", seeing(9, "trampolining")), "content/activities/art.md:9:3: there is no entry called trampolining\n  hint: write the file's name without .md; where it has been renamed, the new one; where it is gone, take this out"},
		{"a slip in a name with its folder", club("art", seeing(9, "guides/direct-paymnts")), "content/activities/art.md:9:3: there is no entry called guides/direct-paymnts\n  hint: did you mean guides/direct-payments?"},
		{"the wrong folder", club("art", seeing(9, "terms/direct-payments")), "content/activities/art.md:9:3: there is no entry called terms/direct-payments\n  hint: did you mean guides/direct-payments?"},
		{"a slip in a provider", club("art", runBy("harbor-play")), "content/activities/art.md:4:11: there is no provider called harbor-play\n  hint: did you mean harbour-play?"},
		{"no such provider", club("art", runBy("ymca")), "content/activities/art.md:4:11: there is no provider called ymca\n  hint: write the file's name without .md, or add content/providers/ymca.md"},
		{"a provider that is an activity", club("art", runBy("sunday-swim")), "content/activities/art.md:4:11: there is no provider called sunday-swim\n  hint: write the file's name without .md, or add content/providers/sunday-swim.md"},
		{"an activity's address as provider", club("art", runBy("activities/sunday-swim")), "content/activities/art.md:4:11: there is no provider called activities/sunday-swim\n  hint: write the file's name without .md; where it has been renamed, the new one; where it is gone, take this out"},
		{"in place of what closed", club("art", func(e *offer.Entry) {
			e.Closed = &offer.Closure{On: day("2027-01-01"), Instead: []offer.Ref{{Slug: "sunday-swiim", At: offer.Place{File: e.File, Line: 7, Col: 2}}}}
		}), "content/activities/art.md:7:2: there is no entry called sunday-swiim\n  hint: did you mean sunday-swim?"},
		{"about what a comment is", entry("comment", "parking", func(e *offer.Entry) {
			e.Detail = thing{refs: []offer.Ref{{Slug: "sunday-swimm", At: offer.Place{File: e.File, Line: 5, Col: 8}}}}
		}), "content/comments/parking.md:5:8: there is no entry called sunday-swimm\n  hint: did you mean sunday-swim?"},
	}
	for _, test := range tests {
		others := []*offer.Entry{club("sunday-swim"), entry("provider", "harbour-play"), entry("guide", "direct-payments")}
		_, problems := offer.Link(settings, append(others, test.entry), day("2026-10-03"))
		if len(problems) != 1 || problems[0].String() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.name, problems, test.want)
		}
		if !offer.Reported(problems)[test.entry.File] {
			t.Errorf("%s: the file is not among those reported", test.name)
		}
	}
}

func TestDeadReferencesComeInTheOrderOfFilesAndLines(t *testing.T) {
	_, problems := offer.Link(settings, []*offer.Entry{
		entry("provider", "b", seeing(3, "nowhere")), club("z", seeing(8, "nowhere", "nobody")), club("a", seeing(5, "nowhere")),
	}, day("2026-10-03"))
	var got []string
	for _, p := range problems {
		got = append(got, p.Place.String())
	}
	want := []string{"content/activities/a.md:5:3", "content/activities/z.md:8:3", "content/activities/z.md:9:3", "content/providers/b.md:3:3"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestASlugAloneMeansTheActivityBeforeAnyOtherKind(t *testing.T) {
	all := []*offer.Entry{
		entry("term", "short-breaks"), entry("provider", "short-breaks"), entry("guide", "short-breaks"), club("short-breaks"),
		entry("comment", "short-breaks"), entry("page", "short-breaks"), entry("journey", "short-breaks"),
	}
	// Take the one it means away each time, and the next in order is meant.
	for _, kind := range []string{"activity", "guide", "journey", "provider", "page", "term", "comment"} {
		c := link(t, all...)
		got := c.Find(offer.Ref{Slug: "short-breaks"})
		if got == nil || got.Kind != kind {
			t.Fatalf("short-breaks means %v, want the %s", got, kind)
		}
		all = slices.DeleteFunc(all, func(e *offer.Entry) bool { return e.Kind == kind })
	}
}

func TestAReferenceMaySayWhichKindItMeans(t *testing.T) {
	c := link(t, club("portage"), entry("guide", "portage"), entry("provider", "portage"))
	tests := []struct {
		ref  offer.Ref
		want string
	}{
		{offer.Ref{Slug: "portage"}, "activity"},
		{offer.Ref{Slug: "portage", Kind: "provider"}, "provider"},
		{offer.Ref{Slug: "guides/portage"}, "guide"},
		{offer.Ref{Slug: "/guides/portage/"}, "guide"},
		{offer.Ref{Slug: "providers/portage", Kind: "provider"}, "provider"},
		{offer.Ref{Slug: "guides/portage", Kind: "provider"}, ""},
		{offer.Ref{Slug: "terms/portage"}, ""},
		{offer.Ref{Slug: "portage", Kind: "term"}, ""},
		{offer.Ref{Slug: ""}, ""},
	}
	for _, test := range tests {
		got := ""
		if e := c.Find(test.ref); e != nil {
			got = e.Kind
		}
		if got != test.want {
			t.Errorf("%+v: got %q, want %q", test.ref, got, test.want)
		}
	}
	if e := c.At("/guides/portage/"); e == nil || e.Kind != "guide" {
		t.Errorf("the address /guides/portage/ is of %v", e)
	}
	if c.At("/nowhere/") != nil {
		t.Error("an address that no entry has leads to an entry")
	}
}

func TestAnAliasMayNotBeTheAddressOfAPage(t *testing.T) {
	swim := club("swim", func(e *offer.Entry) {
		e.Aliases = []offer.Alias{
			{URL: "/activities/art/", At: offer.Place{File: e.File, Line: 6, Col: 11}},
			{URL: "/activities/old-swim/", At: offer.Place{File: e.File, Line: 6, Col: 30}},
		}
	})
	_, problems := offer.Link(settings, []*offer.Entry{swim, club("art")}, day("2026-10-03"))
	want := "content/activities/swim.md:6:11: the former address /activities/art/ is the address of a page that exists\n  hint: take it out of aliases, or delete content/activities/art.md"
	if len(problems) != 1 || problems[0].String() != want {
		t.Errorf("got %v, want %s", problems, want)
	}
}

func TestAProviderShowsWhatItRunsOfWhatIsListed(t *testing.T) {
	c := link(t, entry("provider", "harbour-play"), entry("provider", "quiet-one"),
		club("swim", runBy("harbour-play")), club("art", runBy("providers/harbour-play")), club("old", runBy("harbour-play"), ended))
	if got, want := slugsOf(c.ProvidedBy(c.At("/providers/harbour-play/"))), []string{"art", "swim"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := c.ProvidedBy(c.At("/providers/quiet-one/")); len(got) > 0 {
		t.Errorf("it runs %q", slugsOf(got))
	}
}

func TestCommentsAreFoundFromWhatTheyAreAbout(t *testing.T) {
	swim := club("swim")
	c := link(t, swim, entry("comment", "cold", func(e *offer.Entry) { e.Detail = thing{refs: []offer.Ref{{Slug: "swim"}}} }), entry("comment", "other"))
	if got := slugsOf(c.CommentsOn(swim)); !slices.Equal(got, []string{"cold"}) {
		t.Errorf("got %q", got)
	}
}

func TestEntriesComeByKindThenTitleWhateverOrderTheyWereReadIn(t *testing.T) {
	titled := func(title string) func(*offer.Entry) { return func(e *offer.Entry) { e.Title = title } }
	a := []*offer.Entry{entry("term", "ehcp"), club("swim"), entry("guide", "money"), club("x-art", titled("Art for all")), club("y-art", titled("art for all"))}
	b := slices.Clone(a)
	slices.Reverse(b)
	want := []string{"x-art", "y-art", "swim", "money", "ehcp"}
	for _, order := range [][]*offer.Entry{a, b} {
		if got := slugsOf(link(t, order...).Entries); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := slugsOf(link(t, a...).Kind("activity")); !slices.Equal(got, want[:3]) {
		t.Errorf("activities: got %q", got)
	}
}

func TestAlikeNamesNeitherItselfNorWhatIsNotListed(t *testing.T) {
	var all []*offer.Entry
	for i := range 60 {
		area := []string{"chatham", "gillingham", "strood"}[i%3]
		e := club(fmt.Sprintf("club-%02d", i), of("sport"), in(area), needing("autism"), aged("5-11"))
		switch i % 5 {
		case 3:
			ended(e)
		case 4:
			e.Closed = &offer.Closure{On: day("2026-01-01"), Until: day("2027-01-01")}
		}
		all = append(all, e)
	}
	all = append(all, club("everywhere", of("sport"), everything("areas"), aged("5-11")))
	c := link(t, all...)
	for _, e := range all {
		found := c.Alike(e, 100)
		if len(found) < 10 {
			t.Errorf("%s: only %d are like it", e.Slug, len(found))
		}
		seen := map[*offer.Entry]bool{}
		for _, other := range found {
			if other == e {
				t.Errorf("%s is named as its own alternative", e.Slug)
			}
			if !c.Listed(other) {
				t.Errorf("%s: the alternative %s is %s", e.Slug, other.Slug, c.State(other))
			}
			if seen[other] {
				t.Errorf("%s: %s is named twice", e.Slug, other.Slug)
			}
			seen[other] = true
		}
		if got := len(c.Alike(e, 3)); got != 3 {
			t.Errorf("%s: asked for 3, got %d", e.Slug, got)
		}
	}
}

func TestAlikePutsTheNearestInPlaceNeedAndAgeFirst(t *testing.T) {
	swim := club("swim", of("sport"), in("chatham"), needing("autism", "deaf"), aged("5-11"))
	c := link(t, swim,
		club("a-wrong-age", of("sport"), in("chatham"), needing("autism", "deaf"), aged("16-25")),
		club("b-elsewhere", of("sport"), in("strood"), needing("autism"), aged("5-11")),
		club("c-near", of("sport"), in("chatham"), needing("autism"), aged("7-9")),
		club("d-same", of("sport"), in("chatham"), needing("autism", "deaf"), aged("5-11")),
		club("e-other-category", of("music"), in("chatham"), needing("autism", "deaf"), aged("5-11")),
	)
	if got, want := slugsOf(c.Alike(swim, 10)), []string{"d-same", "c-near", "b-elsewhere", "a-wrong-age"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatEndedHasAlternativesTooAndALoneEntryHasNone(t *testing.T) {
	gone := club("gone", of("sport"), in("chatham"), ended)
	lone := club("lone", of("music"), in("strood"))
	c := link(t, gone, lone, club("swim", of("sport"), in("chatham")), entry("guide", "money"))
	if got := slugsOf(c.Alike(gone, 5)); !slices.Equal(got, []string{"swim"}) {
		t.Errorf("for what ended: got %q", got)
	}
	if got := c.Alike(lone, 5); len(got) > 0 {
		t.Errorf("for the only one of its kind: got %q", slugsOf(got))
	}
	for _, e := range c.Kind("guide") {
		if got := c.Alike(e, 5); len(got) > 0 {
			t.Errorf("for a guide: got %q", slugsOf(got))
		}
	}
}

func TestCandidatesAreTheShortestListThatCanHoldTheAnswer(t *testing.T) {
	c := link(t,
		club("a", of("sport"), in("chatham"), needing("autism")),
		club("b", of("sport"), in("chatham", "strood"), needing("autism", "deaf")),
		club("c", of("sport"), everything("areas"), needing("deaf")),
		club("d", of("music"), in("gillingham"), everything("needs")),
		club("gone", of("music"), in("chatham"), ended),
	)
	tests := []struct {
		name   string
		wanted map[string][]string
		want   []string
	}{
		{"nothing wanted: every listed activity", nil, []string{"a", "b", "c", "d"}},
		{"a field that is no vocabulary narrows nothing", map[string][]string{"colour": {"red"}}, []string{"a", "b", "c", "d"}},
		{"one value", map[string][]string{"category": {"music"}}, []string{"d"}},
		{"one value, and those that said all", map[string][]string{"needs": {"autism"}}, []string{"a", "b", "d"}},
		{"either of two values, each once", map[string][]string{"areas": {"strood", "chatham"}}, []string{"b", "c", "a"}},
		{"the shortest of two lists", map[string][]string{"category": {"sport"}, "areas": {"gillingham"}}, []string{"c", "d"}},
		{"a value that nothing has", map[string][]string{"way-in": {"book"}, "category": {"sport"}}, []string{}},
	}
	for _, test := range tests {
		if got := slugsOf(c.Candidates(test.wanted)); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAListHasAnAddressOnlyWhereSomethingIsInIt(t *testing.T) {
	c := link(t, club("a", in("chatham"), func(e *offer.Entry) { e.Tags["way-in"] = []string{"book"} }), club("gone", in("strood"), ended))
	for value, want := range map[[2]string]string{
		{"areas", "chatham"}: "/area/chatham/",
		{"areas", "strood"}:  "", // only what ended is there
		{"way-in", "book"}:   "", // this vocabulary has no lists
		{"colour", "red"}:    "",
	} {
		if got := c.ListURL(value[0], value[1]); got != want {
			t.Errorf("%s %s: got %q, want %q", value[0], value[1], got, want)
		}
	}
}

func TestTheSiteMayStandBelowTheRootOfItsHost(t *testing.T) {
	tests := []struct{ base, prefix, absolute string }{
		{"https://example.org/", "", "https://example.org/guides/"},
		{"https://example.org", "", "https://example.org/guides/"},
		{"https://example.org/local-offer/", "/local-offer", "https://example.org/local-offer/guides/"},
		{"https://example.org/a/b", "/a/b", "https://example.org/a/b/guides/"},
		{"", "", "/guides/"},
	}
	for _, test := range tests {
		s := offer.Settings{BaseURL: test.base}
		if s.Prefix() != test.prefix || s.Absolute("/guides/") != test.absolute {
			t.Errorf("%q: got %q, %q", test.base, s.Prefix(), s.Absolute("/guides/"))
		}
	}
}
