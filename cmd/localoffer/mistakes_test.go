package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localoffer/localoffer"
)

// mistake is one slip of an editor's hand in a file of the demonstration: what
// stood there, what was typed, and what the editor must be told. The line is
// that of the typed text, or line of it where the typed text has several.
type mistake struct {
	file, was, typed string
	line             int // within the typed text, from 0
	what, hint       string
}

// mistakes are planted one to a file, in files that have no other.
var mistakes = []mistake{
	{"activities/saturday-stay-and-play.md", "ages: 5-11", "ages: 11-5", 0, "ages 11-5 run backwards", "ages: 5-11"},
	{"activities/sunday-swim.md", "provider: ", "provider: the-", 0, "there is no provider called the-medway-mariners", "did you mean medway-mariners?"},
	{"activities/quiet-swim-chatham.md", "\ncategory: ", "\ncategroy: ", 1, "there is no field called categroy", "did you mean category?"},
	{"activities/castle-youth-club.md", "\ntier: ", "\ntier: x", 1, "is not a value that this site knows", "did you mean"},
	{"activities/chatham-lego-club.md", "\ntitle: ", "\ntitle:\n# was ", 1, "the title is empty", "Saturday Stay and Play"},
	{"activities/dance-for-all.md", "\nsummary: ", "\nsummary: A club: for ", 1, "there is a second colon", "quotation marks"},
	{"activities/drum-and-sing.md", "reviewed: {on: 2026-", "reviewed: {on: 2036-", 0, "dated after today", "day on which"},
	{"activities/boccia-club.md", "step-free: full", "step-free: full, steps: one at the door", 0, "step-free: full, and also a step", "partial"},
	{"activities/sleep-clinic.md", "\nprovider: ", "\nends: 2026-12-01\nstarts: 2026-12-24\nprovider: ", 1, "before it starts on 2026-12-24", "swap"},
	{"activities/portage-home-visits.md", "statutory: [", "statutory: [99, ", 0, "statutory “99” is not a number from 1 to 27", "config.toml"},
	{"activities/wheelchair-basketball.md", "postcode: ME", "postcode: MEE", 0, "cannot be one", "like ME4 7AA"},
	{"activities/feeding-support.md", "phone: \"01632 ", "phone: \"1632", 0, "the telephone number", "area code"},
	{"activities/parents-coffee-morning.md", "\ncost:\n  -", "\ncost:\n  - {amount: 4, per: session, who: child}\n  - {amount: 0, per: session, who: child}\n#", 3, "it says both free and £4", "keep one"},
	{"activities/christmas-relaxed-grotto.md", "date: 2026-12-05", "date: 2026-12-06", 0, "outside the entry's own dates", "starts and ends"},
	{"activities/mariners-swim-lessons.md", "see-also: [", "see-also: [tiny-starlngs, ", 0, "there is no entry called tiny-starlngs", "did you mean tiny-starlings?"},
	{"activities/travel-training.md", "\n---\n", "\n---\n\nYou can [click here](/guides/school-transport/).\n", 3, "the link says only “click here”", "what it leads to"},
	{"activities/blue-badge-help.md", "\n---\n", "\n---\n\nSee [the guide to badges](/guides/blue-badges/).\n", 3, "there is no page at /guides/blue-badges/", "write the address"},
	{"activities/toy-library-bus.md", "\n---\n", "\n---\n\nA [song](javascript:alert(1)).\n", 3, "javascript: is not allowed", "https:"},
	{"activities/equipment-loan-library.md", "\n---\n", "\n---\n\n![A ramp](ramp.JPG)\n", 3, "there is no picture at /activities/equipment-loan-library/ramp.JPG", "write /pictures/ramp.JPG"},
	{"activities/riverside-riding.md", "\n---\n", "\n---\n\n![](/icon.svg)\n", 3, "no words for people who cannot see it", "square brackets"},
	{"activities/siblings-club.md", "\n---\n", "\n---\n\n#### Too deep\n", 3, "jumps from level 1 to level 4", "##"},
	{"activities/crisis-listening-line.md", "\n---\n", "\n---\n\n<b>Bold</b> words.\n", 3, "HTML tags are not used", "Markdown"},
	{"guides/annual-review.md", "---\ntitle", "title", 0, "there is no front matter", "line of ---"},
	{"guides/direct-payments.md", "\ntopic: ", "\ntopic: brakes # ", 1, "topic “brakes” is not a value", "did you mean breaks?"},
	{"guides/ehc-plan.md", "\nowner: ", "\nowner: SEND team\nowner: ", 2, "owner is written twice", "keep one"},
	{"guides/money-and-benefits.md", "\n---\n", "\n", 0, "opened with --- and never closed", "below the last field"},
	{"journeys/money.md", "most: ", "most: 9", 0, "is not a number from 1 to 10", "most: 4"},
	{"journeys/after-school.md", "after: what-you-can-do-today", "after: what-you-can-do-tody", 0, "there is no heading called what-you-can-do-tody", "did you mean what-you-can-do-today?"},
	{"comments/", "outcome: ", "outcome: maybe-", 0, "is not a value that this site knows", "did you mean"},
	{"terms/ehc-plan.md", "\nsummary: ", "\n\tsummary: ", 1, "begins with a tab", "spaces"},
	{"pages/about.md", "\nowner: ", "\nreviewd: yes\nowner: ", 1, "there is no field called reviewd", "did you mean reviewed?"},
	{"activities/physiotherapy-clinic.md", "\ntier: ", "\ntier:", 1, "there is no space behind the colon", "write tier: "},
	{"activities/rebound-therapy.md", "\ntier: ", "\ntier:\u00a0", 1, "a space here that is no ordinary one", "press the space bar"},
	{"activities/relaxed-cinema.md", "\ntitle: Relaxed", "\ntitle: \"Relaxed\"", 1, "the quotation marks end before the words do", "single ones round the whole"},
	{"activities/forest-school-saturdays.md", "{day: saturday, ", "{day: saturday ", 0, "something between { and } is not in order", "a comma between two fields"},
	{"activities/teen-gaming-night.md", "---\ntitle: ", "---\ntitle ", 1, "this line has no colon", "write a name, a colon"},
	{"activities/job-club-16-plus.md", "---\ntitle", "—\ntitle", 0, "this line does not open the front matter", "three hyphens"},
	{"activities/young-carers-group.md", "\n---\n", "\n–––\n", 1, "this line does not close the front matter", "write --- here"},
	{"providers/harbour-play.md", "email: ", "email: the office ", 0, "the email address", "play@example.org"},
}

func TestEveryMistakeIsNamedAtItsLine(t *testing.T) {
	folder := t.TempDir()
	copyDemonstration(t, folder)
	want := map[string]string{}
	for i, m := range mistakes {
		file := m.file
		if strings.HasSuffix(file, "/") {
			file = firstIn(t, filepath.Join(folder, "content", file), file)
		}
		line := plant(t, filepath.Join(folder, "content", file), m)
		want[fmt.Sprintf("content/%s:%d:", file, line)] = m.what
		mistakes[i].file = file
	}

	var out, errOut bytes.Buffer
	code := run([]string{"check", "--site", folder}, strings.NewReader(""), &out, &errOut)
	if code != exitProblems {
		t.Errorf("exit code %d, want %d", code, exitProblems)
	}
	said := strings.Split(out.String(), "\n")
	for _, m := range mistakes {
		if !told(said, want, m) {
			t.Errorf("%s: no message with %q at its line and a hint with %q", m.file, m.what, m.hint)
		}
	}
	if last := fmt.Sprintf("%d problems", len(mistakes)); !strings.Contains(out.String(), last) {
		t.Errorf("want %s", last)
	}
	if t.Failed() {
		t.Log(out.String(), errOut.String())
	}

	public := filepath.Join(folder, "public")
	if code := run([]string{"build", "--site", folder, "--out", public}, strings.NewReader(""), &out, &errOut); code != exitProblems {
		t.Errorf("build ends with %d, want %d", code, exitProblems)
	}
	if _, err := os.Stat(public); err == nil {
		t.Error("build wrote something")
	}
}

// told looks for a message at the mistake's place and the hint below it.
func told(said []string, want map[string]string, m mistake) bool {
	for place, what := range want {
		if what != m.what || !strings.HasPrefix(place, "content/"+m.file+":") {
			continue
		}
		for i, line := range said {
			if strings.HasPrefix(line, place) && strings.Contains(line, m.what) {
				return i+1 < len(said) && strings.Contains(said[i+1], "hint: ") && strings.Contains(said[i+1], m.hint)
			}
		}
	}
	return false
}

// plant makes the mistake and gives its line, from 1.
func plant(t *testing.T, file string, m mistake) int {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(text), m.was)
	if at < 0 {
		t.Fatalf("%s does not hold %q", m.file, m.was)
	}
	changed := string(text[:at]) + m.typed + string(text[at+len(m.was):])
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(m.what, "never closed") || strings.Contains(m.what, "no front matter") {
		return 1
	}
	return 1 + strings.Count(changed[:at], "\n") + m.line
}

func firstIn(t *testing.T, folder, prefix string) string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) == 0 {
		t.Fatal(folder, err)
	}
	return prefix + files[0].Name()
}

// copyDemonstration puts the built-in site into a folder.
func copyDemonstration(t *testing.T, folder string) {
	t.Helper()
	if err := os.CopyFS(folder, localoffer.Demonstration); err != nil {
		t.Fatal(err)
	}
}
