package site_test

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/facet"
	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// dated are the files that say for which day they were made. All others must
// stay as they are until a day of the timetable.
var dated = []string{"build.json", "timetable.json", "timetable.ics"}

// madeOn is the demonstration as of one day.
type madeOn struct {
	*site.Site
	on    offer.Date
	files map[string]string
}

// makeFor makes the site of a day with its search index. Days do not depend on
// each other, so the next are begun while this one is looked at.
func makeFor(on offer.Date) func() (madeOn, error) {
	made := sync.OnceValues(func() (madeOn, error) {
		made, problems, err := site.Make(localoffer.Demonstration, site.Options{AsOf: on, Known: true, Builtin: localoffer.Demonstration})
		if err != nil || site.Blocking(problems, false) > 0 {
			return madeOn{}, fmt.Errorf("as of %s: %w %v", on, err, problems)
		}
		m := madeOn{made, on, map[string]string{}}
		_, err = made.Plan.Expand()
		for i := range made.Plan.Files {
			var out bytes.Buffer
			err = errors.Join(err, made.Plan.Files[i].Render(&out))
			m.files[made.Plan.Files[i].Path] = out.String()
		}
		return m, err
	})
	go made() //nolint:errcheck // whoever asks for the day is given the error
	return made
}

// each gives the site of one day after another.
func each(t *testing.T, days []offer.Date) iter.Seq[madeOn] {
	t.Helper()
	return func(yield func(madeOn) bool) {
		var ahead []func() (madeOn, error)
		for n := range days {
			for len(ahead) < min(runtime.GOMAXPROCS(0), len(days)-n) {
				ahead = append(ahead, makeFor(days[n+len(ahead)]))
			}
			today, err := ahead[0]()
			if err != nil {
				t.Fatal(err)
			}
			if ahead = ahead[1:]; !yield(today) {
				return
			}
		}
	}
}

// changes are the files in which two days differ.
func (m madeOn) changes(before madeOn) []string {
	var names []string
	for name, body := range m.files {
		if old, found := before.files[name]; (!found || old != body) && !slices.Contains(dated, name) {
			names = append(names, name)
		}
	}
	for name := range before.files {
		if _, found := m.files[name]; !found {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// The proof that a static site need not lie: a whole year in which the site is
// made again as its timetable asks. Pages change on the days of the timetable and
// on no other, and on no day does any say that something is on which is over.
func TestAYearInWhichNobodyEditsAnything(t *testing.T) {
	length := 366
	switch {
	case testing.Short():
		t.Skip("a year of builds takes a while")
	case raced:
		length = 20
	}
	first := firstDay(t)
	var before madeOn
	var turns []offer.Turn
	states := map[offer.State]bool{}
	for today := range each(t, telling(t, first, first.AddDays(length))) {
		if before.Site == nil {
			turns = today.Timetable()
		} else {
			turns = today.checkDay(t, before, turns)
		}
		today.checkTruth(t)
		for _, e := range today.Catalogue.Kind("activity") {
			states[today.Catalogue.State(e)] = true
		}
		before = today
	}
	for s := offer.Current; s <= offer.Ended && !raced; s++ {
		if !states[s] {
			t.Errorf("no activity was ever %s", s)
		}
	}
}

// telling are the days of the timetable, each with the day before. What the site
// is on the days between two of them shows on the last, which is made: had it
// changed, or were something over by then, it would show. Some of the others are made
// all the same.
func telling(t *testing.T, first, end offer.Date) []offer.Date {
	t.Helper()
	made, err := makeFor(first)()
	if err != nil {
		t.Fatal(err)
	}
	asked := map[offer.Date]bool{}
	for _, turn := range made.Timetable() {
		asked[turn.On], asked[turn.On.AddDays(-1)] = true, true
	}
	var days, others []offer.Date
	for day := first; day.Before(end); day = day.AddDays(1) {
		if asked[day] || day == first {
			days = append(days, day)
		} else {
			others = append(others, day)
		}
	}
	random := rand.New(rand.NewPCG(366, 1))
	random.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	days = append(days, others[:min(len(others), hostile.Times(t, 20))]...)
	slices.SortFunc(days, offer.Date.Compare)
	t.Logf("%d days", len(days))
	return days
}

// checkDay compares a day with the last that was made and with the timetable, and gives
// what is left of that.
func (m madeOn) checkDay(t *testing.T, before madeOn, turns []offer.Turn) []offer.Turn {
	t.Helper()
	changed := m.changes(before)
	if len(turns) > 0 && turns[0].On == m.on {
		checkTurn(t, turns[0], changed)
		turns = turns[1:]
	} else if len(changed) > 0 {
		t.Errorf("%s is not in the timetable, and changes %s", m.on, changed)
	}
	if own := m.Timetable(); len(own)+len(turns) > 0 && !reflect.DeepEqual(own, turns) {
		t.Errorf("the timetable of %s is not what is left of the first", m.on)
	}
	if !slices.Equal(m.addresses(), before.addresses()) {
		t.Errorf("on %s there are other addresses than before", m.on)
	}
	return turns
}

// firstDay is a day on which every review of the demonstration is known, and
// all that is said of places.
func firstDay(t *testing.T) offer.Date {
	t.Helper()
	first := benchOptions.AsOf
	made, _, err := site.Make(localoffer.Demonstration, site.Options{AsOf: first.AddDays(3650), Known: true, Builtin: localoffer.Demonstration})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range made.Catalogue.Entries {
		if e.Reviewed.On.After(first) {
			first = e.Reviewed.On
		}
		if a, ok := e.Detail.(*kind.Activity); ok && a.Room != nil && a.Room.On.After(first) {
			first = a.Room.On
		}
	}
	return first
}

// checkTurn requires that every page that the timetable names did change.
func checkTurn(t *testing.T, turn offer.Turn, changed []string) {
	t.Helper()
	for _, page := range turn.Pages {
		if !slices.Contains(changed, strings.TrimPrefix(page, "/")+"index.html") {
			t.Errorf("%s (%s): %s is the same as the day before", turn.On, turn.Why, page)
		}
	}
}

// addresses are those of all pages but the later ones of a list.
func (m madeOn) addresses() []string {
	var urls []string
	for i := range m.Plan.Files {
		if f := &m.Plan.Files[i]; f.HTML() && !f.Paged {
			urls = append(urls, f.URL())
		}
	}
	return urls
}

// over is what the front matter says, without asking the program.
func over(e *offer.Entry, today offer.Date) bool {
	c := e.Closed
	return !e.Ends.IsZero() && e.Ends.Before(today) || c != nil && c.Until.IsZero() && !c.On.After(today)
}

// away is over, or shut just now.
func away(e *offer.Entry, today offer.Date) bool {
	c := e.Closed
	return over(e, today) || c != nil && !c.On.After(today) && c.Until.After(today)
}

func (m madeOn) checkTruth(t *testing.T) {
	t.Helper()
	m.checkCards(t)
	m.checkCounts(t)
	m.checkTombstones(t)
	m.checkAges(t)
}

var cardLink = regexp.MustCompile(`<h3><a href="([^"]+)"`)

// checkCards looks at every card on every page.
func (m madeOn) checkCards(t *testing.T) {
	t.Helper()
	gone := map[string]bool{}
	for _, e := range m.Catalogue.Entries {
		gone[e.URL()] = away(e, m.on) || m.Catalogue.State(e) == offer.LongOverdue
	}
	for name, body := range m.files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, card := range cardLink.FindAllStringSubmatch(body, -1) {
			if gone[card[1]] {
				t.Errorf("as of %s, %s offers %s", m.on, name, card[1])
			}
		}
	}
	for _, name := range []string{"sitemap.xml", "feed.xml"} {
		for _, e := range m.Catalogue.Entries {
			if over(e, m.on) && strings.Contains(m.files[name], m.Catalogue.Absolute(e.URL())+"<") {
				t.Errorf("as of %s, %s names %s", m.on, name, e.URL())
			}
		}
	}
}

var notYet = regexp.MustCompile(`<p class="warning" data-from=.*>`)

// says is what an entry's page says of itself on the day it is made, and not of
// others nor from a later day on.
func (m madeOn) says(e *offer.Entry) string {
	body := m.files[strings.TrimPrefix(e.URL(), "/")+"index.html"]
	own, _, _ := strings.Cut(body, `<section class="alike">`)
	return notYet.ReplaceAllString(own, "")
}

var results = regexp.MustCompile(`<h2 id="results">(\d+) result`)

// checkCounts counts again what each list says it has.
func (m madeOn) checkCounts(t *testing.T) {
	t.Helper()
	want := map[string]int{"activities/": 0}
	for _, e := range m.Catalogue.Kind("activity") {
		if away(e, m.on) || m.Catalogue.State(e) == offer.LongOverdue {
			continue
		}
		want["activities/"]++
		for _, f := range facet.All(m.Catalogue.Settings) {
			for _, id := range f.Reading(e) {
				want[f.Name+"/"+id+"/"]++
			}
		}
	}
	for _, list := range slices.Sorted(maps.Keys(want)) {
		said := results.FindStringSubmatch(m.files[list+"index.html"])
		if len(said) != 2 || said[1] != strconv.Itoa(want[list]) {
			t.Errorf("as of %s, /%s has %d and says %v", m.on, list, want[list], said)
		}
		count := fmt.Sprintf(`<a href="/%s">`, list)
		_, rest, found := strings.Cut(m.files["browse/index.html"], count)
		if row, _, _ := strings.Cut(rest, "</li>"); found && !strings.Contains(row, strconv.Itoa(want[list])) {
			t.Errorf("as of %s, /browse/ does not say %d for /%s: %s", m.on, want[list], list, row)
		}
	}
}

// checkTombstones reads the page of everything that is over, or is still to
// start.
func (m madeOn) checkTombstones(t *testing.T) {
	t.Helper()
	for _, e := range m.Catalogue.Kind("activity") {
		own := m.says(e)
		tomb := strings.Contains(own, "This ended on") || strings.Contains(own, "This closed on")
		if tomb != over(e, m.on) || tomb && strings.Contains(own, "Next check due") {
			t.Errorf("as of %s, %s says that it is over: %v", m.on, e.URL(), tomb)
		}
		if strings.Contains(own, "Starts on") && !e.Starts.After(m.on) {
			t.Errorf("as of %s, %s says that it is still to start", m.on, e.URL())
		}
	}
}

// checkAges reads how old the facts of each activity are said to be, and does
// the sum from the front matter: six months for a club, twelve for a service.
func (m madeOn) checkAges(t *testing.T) {
	t.Helper()
	for _, e := range m.Catalogue.Kind("activity") {
		if over(e, m.on) {
			continue
		}
		own := m.says(e)
		oldest := e.Reviewed.On
		for fact, day := range e.Reviewed.Earlier {
			if fact != "places" && day.Before(oldest) {
				oldest = day
			}
		}
		months, limited := map[string]offer.Months{"club": 6, "service": 12}[e.Lasts]
		old := limited && m.on.After(oldest.AddMonths(months)) && !away(e, m.on) && !e.Starts.After(m.on)
		if old != strings.Contains(own, "Please ring first.") {
			t.Errorf("as of %s, the facts of %s are too old: %v, and its page says something else", m.on, e.URL(), old)
		}
		m.checkPlaces(t, e, own)
	}
}

// checkPlaces does the same for whether there is room: three months.
func (m madeOn) checkPlaces(t *testing.T, e *offer.Entry, page string) {
	t.Helper()
	a, _ := e.Detail.(*kind.Activity)
	if a.Room == nil {
		return
	}
	asked := a.Room.On
	if slices.Contains(e.Reviewed.Checked, "places") && e.Reviewed.On.After(asked) {
		asked = e.Reviewed.On
	}
	if day := e.Reviewed.Earlier["places"]; day.After(asked) {
		asked = day
	}
	known, unknown := "(on "+asked.Words()+")", "We do not know if there are places now. On "+asked.Words()+" "
	if old := m.on.After(asked.AddMonths(3)); strings.Contains(page, known) == old || strings.Contains(page, unknown) != old {
		t.Errorf("as of %s, nobody knows of places in %s: %v, and its page says something else", m.on, e.URL(), old)
	}
}
