package source_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// term is a whole file of content/terms with a title.
func term(title string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.Replace(termMatter, "Portage", title, 1))}
}

// files are the entries' files, in the order in which they were read.
func files(entries []*offer.Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimPrefix(e.File, "content/"))
	}
	return strings.Join(names, " ")
}

// messages are the problems in full, without their hints.
func messages(problems []offer.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		lines = append(lines, p.Place.String()+": "+p.What)
	}
	return lines
}

func TestEveryFileOfContentIsReadInOrder(t *testing.T) {
	site := fstest.MapFS{
		"content/terms/b.md": term("B"), "content/terms/a.md": term("A"), "content/pages/a.md": term("A"),
		"content/addresses.txt": {Data: []byte("/a/\n")}, "config.toml": {}, "content/terms/.hidden.md": {}, "content/.git/x.md": {}, "content/terms/a.md~": {}, "notes.md": {},
	}
	entries, problems, err := source.Read(site, settings)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	if got, want := files(entries), "pages/a.md terms/a.md terms/b.md"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	e := entries[2]
	if e.Kind != "term" || e.Folder != "terms" || e.Slug != "b" || e.Title != "B" || e.URL() != "/terms/b/" || e.File != "content/terms/b.md" {
		t.Errorf("got %+v", e)
	}
	if entries[1].Sum == entries[2].Sum || entries[1].Sum != entries[0].Sum {
		t.Error("the sums of two files should differ exactly where the files do")
	}
}

func TestASiteWithoutContentIsAnError(t *testing.T) {
	if _, _, err := source.Read(fstest.MapFS{"config.toml": {}}, settings); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNotContentIsToldAndNotRead(t *testing.T) {
	tests := []struct {
		name string
		file *fstest.MapFile
		want string
	}{
		{"content/terms/photo.jpg", &fstest.MapFile{}, "content/terms/photo.jpg: this is not a Markdown file"},
		{"content/terms/capital.MD", &fstest.MapFile{}, "content/terms/capital.MD: this is not a Markdown file"},
		{"content/loose.md", term("A"), "content/loose.md: this file is in no folder, so it has no kind"},
		{"content/activites/a.md", term("A"), "content/activites: there is no kind of content called activites"},
		{"content/terms/more/a.md", term("A"), "content/terms/more: folders inside content/terms are not read"},
		{"content/terms/link.md", &fstest.MapFile{Data: []byte("../../etc/passwd"), Mode: fs.ModeSymlink}, "content/terms/link.md: this is a link to another place, and is not followed"},
		{"content/links", &fstest.MapFile{Data: []byte("/etc"), Mode: fs.ModeSymlink}, "content/links: this is a link to another place, and is not followed"},
		{"content/terms/pipe.md", &fstest.MapFile{Mode: fs.ModeNamedPipe}, "content/terms/pipe.md: this is not a file with text in it"},
		{"content/terms/socket.md", &fstest.MapFile{Mode: fs.ModeSocket}, "content/terms/socket.md: this is not a file with text in it"},
		{"content/terms/disk.md", &fstest.MapFile{Mode: fs.ModeDevice}, "content/terms/disk.md: this is not a file with text in it"},
	}
	for _, test := range tests {
		entries, problems, err := source.Read(fstest.MapFS{"content/terms/good.md": term("Good"), test.name: test.file}, settings)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := messages(problems); !slices.Equal(got, []string{test.want}) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if got := files(entries); got != "terms/good.md" {
			t.Errorf("%s: read %q", test.name, got)
		}
		for _, p := range problems {
			if p.Hint == "" {
				t.Errorf("%s: %q says nothing about what to do", test.name, p.What)
			}
		}
	}
}

func TestAFileNameThatCannotBeAnAddressIsTold(t *testing.T) {
	for name, hint := range map[string]string{
		"Sunday Swim.md":                  "like sunday-swim.md",
		"Ann's club.md":                   "like anns-club.md",
		"swim--club.md":                   "like swim-club.md",
		"-swim.md":                        "like swim.md",
		"café.md":                         "like caf.md",
		"SWIM.md":                         "like swim.md",
		"..md":                            "",
		"帮助.md":                           "like page.md",
		"<script>.md":                     "like script.md",
		strings.Repeat("a-", 60) + "a.md": "like " + strings.TrimSuffix(strings.Repeat("a-", 50), "-") + ".md",
	} {
		_, problems, _ := source.Read(fstest.MapFS{"content/terms/" + name: term("A")}, settings)
		if hint == "" { // hidden, and so not content
			if len(problems) > 0 {
				t.Errorf("%s: %v", name, problems)
			}
			continue
		}
		if len(problems) != 1 || problems[0].String() != "content/terms/"+name+": the file name cannot be an address\n  hint: use small letters a to z, digits and single hyphens, "+hint {
			t.Errorf("%s: got %v", name, problems)
		}
	}
	for _, name := range []string{"a.md", "swim-club-2.md", "16-plus.md", strings.Repeat("a", 100) + ".md"} {
		if _, problems, _ := source.Read(fstest.MapFS{"content/terms/" + name: term("A")}, settings); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestASlugIsMadeFromATitle(t *testing.T) {
	for title, want := range map[string]string{
		"Saturday Stay and Play": "saturday-stay-and-play", "  Who's it for? ": "whos-it-for", "Ann’s 16+ club": "anns-16-club", "": "page", "---": "page", "帮助": "page",
		"../../etc/passwd": "etc-passwd", strings.Repeat("a", 200): strings.Repeat("a", 100), strings.Repeat("a", 99) + " b": strings.Repeat("a", 99),
	} {
		if got := source.Slug(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

// broken is a disk on which some names cannot be opened.
type broken struct {
	fs.FS
	names map[string]error
}

func (b broken) Open(name string) (fs.File, error) {
	if err := b.names[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.FS.Open(name)
}

func TestAFileThatCannotBeReadDoesNotStopTheOthers(t *testing.T) {
	site := broken{
		fstest.MapFS{"content/terms/a.md": term("A"), "content/terms/b.md": term("B"), "content/terms/c.md": term("C"), "content/pages/p.md": term("P")},
		map[string]error{"content/terms/b.md": fs.ErrPermission, "content/pages": errors.New("input/output error")},
	}
	entries, problems, err := source.Read(site, settings)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"content/pages: the folder cannot be read: input/output error", "content/terms/b.md: the file cannot be read: permission denied"}
	if got := messages(problems); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := files(entries); got != "terms/a.md terms/b.md terms/c.md" {
		t.Errorf("read %q", got)
	}
	b := entries[1]
	if b.Title != "b" || b.Detail == nil || b.URL() != "/terms/b/" {
		t.Errorf("the file that could not be read became %+v", b)
	}
	if entries[0].Title != "A" || entries[2].Title != "C" {
		t.Error("its neighbours were not read whole")
	}
}

func TestProblemsOfManyFilesComeInTheOrderOfTheFiles(t *testing.T) {
	site := fstest.MapFS{}
	for c := 'a'; c <= 'z'; c++ {
		site["content/terms/"+string(c)+".md"] = &fstest.MapFile{Data: []byte(termMatter + "\n# Large\n\n![](/a.png)\n")}
	}
	var first []string
	for range 5 {
		_, problems, _ := source.Read(site, settings)
		got := messages(problems)
		if !slices.IsSorted(got) && len(got) != 52 {
			t.Errorf("got %q", got)
		}
		if first == nil {
			first = got
		}
		if !slices.Equal(got, first) {
			t.Error("two readings of one site differ")
		}
	}
}

func TestAReviewFromTheFutureIsUnknownOrAMistake(t *testing.T) {
	read := func() []*offer.Entry {
		e, _ := readFile("terms", termMatter)
		return []*offer.Entry{e}
	}
	day := func(d int) offer.Date { return offer.Date{Year: 2026, Month: 10, Day: d} }

	today := read() // the day of the review itself
	if problems := source.Future(today, day(3), false); len(problems) > 0 || today[0].Reviewed.On.IsZero() {
		t.Errorf("on the day of the review: %v, %+v", problems, today[0].Reviewed)
	}
	asked := read() // the day before, asked for with --as-of
	if problems := source.Future(asked, day(2), true); len(problems) > 0 || !asked[0].Reviewed.On.IsZero() {
		t.Errorf("as of the day before: %v, %+v", problems, asked[0].Reviewed)
	}
	partly := read() // and what was checked before that is known
	partly[0].Reviewed.Checked, partly[0].Reviewed.Earlier = []string{"contact"}, map[string]offer.Date{"times": day(1)}
	if problems := source.Future(partly, day(2), true); len(problems) > 0 || partly[0].Reviewed.On != day(1) {
		t.Errorf("as of the day before, with earlier checks: %v, %+v", problems, partly[0].Reviewed)
	}
	mistaken := read() // the day before, which is today
	problems := source.Future(mistaken, day(2), false)
	if got, want := told(problems), []string{"5:16: the review of 2026-10-03 is dated after today"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheSettingsKeepThePlaceOfEveryName(t *testing.T) {
	tree := source.Tree([]byte("title = \"A\"\n\n[help]\nphone = \"1\"\n\n[[contacts]]\nid = \"a\"\n\n[[contacts]]\nid = \"b\"\n"), "config.toml")
	contacts, found := tree.Get("contacts")
	if !found || len(contacts.Value.Items) != 2 {
		t.Fatalf("got %+v", tree)
	}
	id, found := contacts.Value.Items[1].Get("id")
	if !found || id.Value.Text != "b" || id.At.String() != "config.toml:10:1" {
		t.Errorf("the second id is %+v", id)
	}
	help, _ := tree.Get("help")
	if phone, found := help.Value.Get("phone"); !found || phone.At.String() != "config.toml:4:1" {
		t.Errorf("the phone is %+v", phone)
	}
}
