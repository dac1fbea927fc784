package review_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
)

// entry is one that was checked on a day, as a club unless it is changed.
func entry(slug, owner, on string, change ...func(*offer.Entry)) *offer.Entry {
	e := &offer.Entry{
		Kind: "activity", Folder: "activities", Slug: slug, File: "content/activities/" + slug + ".md",
		Title: strings.ToUpper(slug), Owner: owner, Lasts: "club", Reviewed: offer.Review{On: day(on)},
	}
	for _, f := range change {
		f(e)
	}
	return e
}

func catalogue(t *testing.T, today string, entries ...*offer.Entry) *offer.Catalogue {
	t.Helper()
	settings := &offer.Settings{Review: offer.Limits{Club: 6, DueSoonDays: 30, LongOverdueDays: 90}}
	c, problems := offer.Link(settings, entries, day(today))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// offered is one of each state, as of 4 April 2027.
func offered(t *testing.T) *offer.Catalogue {
	t.Helper()
	lasts := func(s string) func(*offer.Entry) { return func(e *offer.Entry) { e.Lasts = s } }
	shut := func(until string) func(*offer.Entry) {
		return func(e *offer.Entry) { e.Closed = &offer.Closure{On: day("2027-01-01"), Until: day(until)} }
	}
	return catalogue(t, "2027-04-04",
		entry("overdue", "SEND team", "2026-10-03"),
		entry("long", "SEND team", "2026-01-01"),
		entry("soon", "Early help", "2026-10-20"),
		entry("later", "Early help", "2026-12-01"),
		entry("never", "early years", ""),
		entry("event", "SEND team", "2020-01-01", lasts("event")),
		entry("event-never", "SEND team", "", lasts("event")),
		entry("ended", "SEND team", "2026-01-01", func(e *offer.Entry) { e.Ends = day("2027-04-03") }),
		entry("closed", "SEND team", "2026-01-01", shut("")),
		entry("opens-soon", "SEND team", "2026-01-01", shut("2027-04-20")),
		entry("opens-later", "SEND team", "2026-01-01", shut("2027-09-01")),
		entry("to-come", "Early help", "2026-10-04", func(e *offer.Entry) {
			e.Starts = day("2027-09-01")
			e.Reviewed.How, e.Reviewed.Checked = "visit", []string{"contact", "times"}
			e.Reviewed.Earlier = map[string]offer.Date{"cost": day("2026-10-04")}
		}),
	)
}

func TestWhatIsDueStandsByOwnerTheSoonestFirst(t *testing.T) {
	for within, want := range map[int][]string{
		0:  {"to-come", "never", "long", "overdue"},
		30: {"to-come", "soon", "never", "long", "overdue", "opens-soon"},
		90: {"to-come", "soon", "later", "never", "long", "overdue", "opens-soon"},
	} {
		var got []string
		for _, item := range offered(t).Due(day("2027-04-04").AddDays(within)) {
			got = append(got, item.Slug)
		}
		if !slices.Equal(got, want) {
			t.Errorf("within %d days: got %q, want %q", within, got, want)
		}
	}
}

func TestWhatIsDueIsPrinted(t *testing.T) {
	items := offered(t).Due(day("2027-04-24"))
	items[0].Title = "Swim,\x1b[2J \"for all\""
	for format, want := range map[string]string{
		"text": `Early help: 2
  not yet started  4 April 2027   activities/to-come  Swim, [2J "for all"
  due soon         20 April 2027  activities/soon     SOON

early years: 1
  never checked  now  activities/never  NEVER

SEND team: 3
  long overdue        1 July 2026    activities/long        LONG
  overdue             3 April 2027   activities/overdue     OVERDUE
  temporarily closed  20 April 2027  activities/opens-soon  OPENS-SOON

6 to check. When you have checked one:

    localoffer review activities/to-come --how visit --checked times,cost,contact
`,
		"csv": "owner,state,due,title,address,file,last checked\n" +
			"Early help,not yet started,2027-04-04,\"Swim,\x1b[2J \"\"for all\"\"\",/activities/to-come/,content/activities/to-come.md,2026-10-04\n" +
			"Early help,due soon,2027-04-20,SOON,/activities/soon/,content/activities/soon.md,2026-10-20\n" +
			"early years,never checked,,NEVER,/activities/never/,content/activities/never.md,\n" +
			"SEND team,long overdue,2026-07-01,LONG,/activities/long/,content/activities/long.md,2026-01-01\n" +
			"SEND team,overdue,2027-04-03,OVERDUE,/activities/overdue/,content/activities/overdue.md,2026-10-03\n" +
			"SEND team,temporarily closed,2027-04-20,OPENS-SOON,/activities/opens-soon/,content/activities/opens-soon.md,2026-01-01\n",
	} {
		var b strings.Builder
		if err := review.Formats[format](&b, items); err != nil || b.String() != want {
			t.Errorf("%s: %v\n got %s\nwant %s", format, err, b.String(), want)
		}
	}
	var b strings.Builder
	if err := review.JSON(&b, items[2:3]); err != nil {
		t.Fatal(err)
	}
	const want = `[
  {
    "owner": "early years",
    "state": "never checked",
    "title": "NEVER",
    "url": "/activities/never/",
    "file": "content/activities/never.md"
  }
]
`
	if b.String() != want {
		t.Errorf("json: got %s", b.String())
	}
}

func TestNothingDueIsSaidToo(t *testing.T) {
	for format, want := range map[string]string{
		"text": "nothing is due\n", "json": "[]\n", "csv": "owner,state,due,title,address,file,last checked\n",
	} {
		var b strings.Builder
		if err := review.Formats[format](&b, nil); err != nil || b.String() != want {
			t.Errorf("%s: got %q, %v", format, b.String(), err)
		}
	}
}

func TestAnEntryIsFoundByItsName(t *testing.T) {
	site := fstest.MapFS{
		"content/activities/sunday-swim.md": {}, "content/activities/ehc-plan.md": {}, "content/guides/ehc-plan.md": {},
		"content/guides/notes.txt": {}, "content/addresses.txt": {},
	}
	for name, want := range map[string]string{
		"sunday-swim":                       "content/activities/sunday-swim.md",
		"activities/sunday-swim":            "content/activities/sunday-swim.md",
		"/activities/sunday-swim/":          "content/activities/sunday-swim.md",
		"content/activities/sunday-swim.md": "content/activities/sunday-swim.md",
		`content\activities\sunday-swim.md`: "content/activities/sunday-swim.md",
		"guides/ehc-plan":                   "content/guides/ehc-plan.md",
		"ehc-plan":                          "ehc-plan may be any of activities/ehc-plan, guides/ehc-plan; say which, with its folder",
		"sunday-swmi":                       "there is none called sunday-swmi; did you mean sunday-swim?",
		"guides/sunday-swim":                "there is none called guides/sunday-swim",
		"../config":                         "there is none called ../config",
		"":                                  "there is none called ",
	} {
		got, err := review.Find(site, name)
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(strings.TrimPrefix(got, review.ErrName.Error()+": "), want) || err != nil && !errors.Is(err, review.ErrName) {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestTheLinesThatChangeAreShown(t *testing.T) {
	const old, now = "a\nb\x1b\r\nc\n", "a\nd\r\nc\n"
	if got := review.Changed("f.md", []byte(old), []byte(now)); got != "f.md:2\n- b \n+ d\n" {
		t.Errorf("got %q", got)
	}
	if got := review.Changed("f.md", []byte(old), []byte(old)); got != "f.md: nothing changed\n" {
		t.Errorf("got %q", got)
	}
}

// A spreadsheet takes a cell with = for a formula, whoever proposed the title.
func TestATitleIsNoFormula(t *testing.T) {
	var out strings.Builder
	items := []offer.Due{{Entry: entry("a", "@team", "2026-01-01", func(e *offer.Entry) { e.Title = `=HYPERLINK("//example.org","Ring")` })}}
	if err := review.CSV(&out, items); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"'=HYPERLINK(`) || !strings.Contains(out.String(), "'@team,") {
		t.Error(out.String())
	}
}
