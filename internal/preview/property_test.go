package preview_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// Whatever is done to a site, and in whatever order, what is served at once is
// what a build from nothing writes.
func TestWhatIsServedIsWhatABuildWrites(t *testing.T) {
	for name, s := range map[string]*stage{"told of changes": perform(t), "looking for itself": perform(t, untold)} {
		t.Run(name, func(t *testing.T) {
			s.t = t
			m := mischief{s, rand.New(rand.NewPCG(1, 2)), map[string]string{}} //nolint:gosec // the same every time
			steps := 16
			if testing.Short() {
				steps = 6
			}
			for range hostile.Times(t, steps) {
				t.Log(m.act())
				m.compare()
			}
		})
	}
}

// mischief changes a site at random, and remembers what it was.
type mischief struct {
	*stage
	*rand.Rand
	whole map[string]string // the text of each file before it was changed
}

// act does one thing, or a few, and says what.
func (m *mischief) act() string {
	acts := []func() string{m.edit, m.edit, m.edit, m.breakOne, m.breakOne, m.mend, m.mend, m.mend, m.mend, m.move, m.delete, m.saveAside, m.folders, m.shared, m.shared, m.otherDay, m.likeIt}
	var done []string
	for range 1 + m.IntN(3) {
		done = append(done, acts[m.IntN(len(acts))]())
	}
	return strings.Join(done, "; ")
}

// any is a file of some folder, by a pattern.
func (m *mischief) any(pattern string) string {
	names, err := filepath.Glob(m.path(pattern))
	if err != nil || len(names) == 0 {
		return "content/pages/about.md"
	}
	name, _ := filepath.Rel(m.folder, names[m.IntN(len(names))])
	return filepath.ToSlash(name)
}

// keep remembers a file as it was.
func (m *mischief) keep(name string) string {
	text, err := os.ReadFile(m.path(name))
	if _, known := m.whole[name]; !known {
		m.whole[name] = string(text)
		if err != nil {
			m.whole[name] = ""
		}
	}
	return string(text)
}

var edits = [][2]string{
	{"title: ", "title: A"}, {"\n---\n", "\nalso: [frog]\n---\n"}, {"summary: ", "summary: Now, "}, {"\n---\n", "\naliases: [/old/frog/]\n---\n"},
	{"ages: 5", "ages: 4"}, {"tier: universal", "tier: targeted"}, {"\n---\n", "\nends: 2026-11-20\n---\n"}, {"\n---\n", "\nsee-also: [sunday-swim]\n---\n"},
	{"title: ", "title: “Z "}, {"areas: [chatham", "areas: [rochester"}, {"\n---\n", "\nclosed: {on: 2026-10-01, why: It moved.}\n---\n"},
}

func (m *mischief) edit() string {
	name := m.any("content/*/*.md")
	text := m.keep(name)
	e := edits[m.IntN(len(edits))]
	m.write(name, strings.Replace(text, e[0], e[1], 1))
	return fmt.Sprintf("%s: %q", name, e[1])
}

func (m *mischief) breakOne() string {
	name := m.any("content/*/*.md")
	text := m.keep(name)
	broken := []string{"", "title: no front matter", strings.Replace(text, "\n---\n", "\nfrog: yes\n---\n", 1), strings.Replace(text, "\n---\n", "\nsee-also: [nowhere]\n---\n", 1), text + "\n[here](/nowhere/)\n", text[:len(text)/2]}
	n := m.IntN(len(broken))
	m.write(name, broken[n])
	return fmt.Sprintf("%s: break %d", name, n)
}

// mend puts a few files back.
func (m *mischief) mend() string {
	var mended []string
	for _, name := range slices.Sorted(maps.Keys(m.whole)) {
		text := m.whole[name]
		if m.IntN(3) == 0 {
			continue
		}
		if text == "" {
			m.remove(name)
		} else {
			m.write(name, text)
		}
		delete(m.whole, name)
		mended = append(mended, name)
	}
	return fmt.Sprint("mend ", mended)
}

func (m *mischief) move() string {
	from := m.any("content/*/*.md")
	to := []string{from, m.any("content/*/*.md"), "content/activities/frog.md", "content/terms/frog.md", "content/activities/FROG.md"}[m.IntN(5)]
	m.keep(from)
	m.keep(to)
	m.rename(from, to)
	return from + " is now " + to
}

func (m *mischief) delete() string {
	name := m.any("content/*/*.md")
	m.keep(name)
	m.remove(name)
	return "delete " + name
}

// saveAside saves as many editors do: into another file, which takes the place
// of the first.
func (m *mischief) saveAside() string {
	name := m.any("content/*/*.md")
	text := m.keep(name)
	m.write(name+"~", text+"\nMore.\n")
	m.rename(name+"~", name)
	return "save aside " + name
}

// likeIt saves a file twice within the tick of a clock, with as many letters.
func (m *mischief) likeIt() string {
	name := m.any("content/*/*.md")
	text := m.keep(name)
	m.write(name, text+"\nfrog\n")
	m.get("/" + strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md") + "/")
	m.write(name, text+"\ntoad\n")
	return "save twice " + name
}

func (m *mischief) folders() string {
	switch m.IntN(5) {
	case 0:
		m.rename("content/terms", "content/words")
		m.rename("content/words", "content/terms")
		return "terms and back"
	case 1:
		m.write("content/frogs/frog.md", "---\ntitle: Frog\n---\n")
		m.whole["content/frogs"] = ""
		return "another folder"
	case 2:
		m.write("content/guides/deep/deeper/frog.md", "---\ntitle: Frog\n---\n")
		m.remove("content/guides/deep")
		return "a folder for a moment"
	case 3:
		name := m.any("content/terms/*.md")
		text := m.keep(name)
		m.remove("content/terms")
		m.write(name, text)
		return "only " + name
	}
	m.write("static/frogs/frog.txt", fmt.Sprint(m.Int()))
	m.whole["static/frogs"] = ""
	return "a folder of files"
}

var sharedEdits = [][3]string{
	{"config.toml", "per-page = ", "per-page = 1"}, {"config.toml", "title = ", "title = "}, {"config.toml", `title = "`, `title = "A `}, {"config.toml", "[help]", "[help"},
	{"config.toml", `label = "Autism"`, `label = "Autistic"`}, {"config.toml", `id = "autism"`, `id = "autistic"`}, {"config.toml", `base-url = "`, `base-url = "https://example.org/offer/" # `},
	{"layouts/activity.html", "<h1>", "<h1>Look: "}, {"layouts/activity.html", "{{", "{{if"}, {"layouts/activity.html", ".Title", ".Titel"},
	{"layouts/page.html", "", "{{template `top` .}}<h1>{{.Title}}</h1>"}, {"static/style.css", "--page: ", "--page: #fff; --page: "},
	{"languages/pl.toml", `"Search" = "`, `"Search" = "O `}, {"languages/pl.toml", "[words]", "[words"}, {"languages/ur.toml", "rtl", "ltr"},
	{"content/addresses.txt", "", "/gone/\n/need/deafblind/\nfrog\n"}, {"content/synonyms.txt", "", "frog\n"},
}

// shared changes something that is not one entry's own.
func (m *mischief) shared() string {
	e := sharedEdits[m.IntN(len(sharedEdits))]
	m.write(e[0], strings.Replace(m.keep(e[0]), e[1], e[2], 1))
	return fmt.Sprintf("%s: %q", e[0], e[2])
}

func (m *mischief) otherDay() string {
	day := offer.Date{Year: 2026, Month: 11, Day: 21}.AddDays(m.IntN(400) - 100)
	if m.IntN(4) == 0 {
		m.asOf.AsOf, m.asOf.Known = offer.DateOf(time.Now()), false
		m.pick("today")
		return "as of today"
	}
	m.asOf.AsOf, m.asOf.Known = day, true
	m.pick(day.String())
	return "as of " + day.String()
}

// compare looks at some pages, at those that were broken, and now and then at
// the whole index.
func (m *mischief) compare() {
	m.t.Helper()
	made, problems := m.built()
	if made == nil {
		m.shows("/", http.StatusInternalServerError, escaped(problems[0].What))
		return
	}
	addresses := []string{"/", "/build.json", "/browse/", "/style.css", "/nowhere/", "/activities/frog/", "/old/frog/"}
	for name := range m.whole {
		addresses = append(addresses, "/"+strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md")+"/")
	}
	for range 12 {
		addresses = append(addresses, made.Plan.Files[m.IntN(len(made.Plan.Files))].URL())
	}
	for _, address := range addresses {
		m.same(made, problems, address)
	}
	if m.IntN(15) == 0 {
		m.compareIndex(made)
	}
}

func (m *mischief) compareIndex(made *site.Site) {
	m.t.Helper()
	if _, err := made.Plan.Expand(); err != nil {
		m.t.Fatal(err)
	}
	for i := range made.Plan.Files {
		if address := made.Plan.Files[i].URL(); strings.HasPrefix(address, "/search/index/") {
			m.same(made, nil, address)
		}
	}
}
