package publish

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/output"
)

func TestOnlyWhatChangedIsSent(t *testing.T) {
	before, after := twoSites(t)
	s := newScene()
	s.must(t, before, firstDay)
	s.mend().must(t, after, firstDay)
	want := []string{ledgerName, ledgerName}
	for path, text := range after {
		if before[path] != text && !output.ForHosts(path) {
			want = append(want, path)
		}
	}
	slices.Sort(want)
	slices.Sort(s.written)
	if !slices.Equal(s.written, want) || len(want) < 10 || len(want) > len(after)-10 {
		t.Errorf("sent %q, want %q", s.written, want)
	}
	s.mend().must(t, after, firstDay)
	if len(s.written) > 0 {
		t.Errorf("nothing had changed, and %q were sent", s.written)
	}
}

func TestEveryFileIsSentWithWhatIsSaidOfIt(t *testing.T) {
	before, _ := twoSites(t)
	before["old.aspx"] = "<!doctype html><title>Moved</title>"
	before["leaflet.pdf"] = "%PDF"
	before["feed.xml.gz"], before["index.html.gz"] = "packed", "packed"
	before["data.gz"] = "\x1f\x8b\x08 of the council's own"
	s := newScene()
	s.must(t, before, firstDay)
	got := s.objects(t)
	for path, want := range map[string]string{
		"index.html":         "text/html; charset=utf-8\nno-cache\n",
		"style.css":          "text/css; charset=utf-8\npublic, max-age=604800\n",
		"search/root.bin":    "application/octet-stream\nno-cache\n",
		"sitemap.xml":        "application/xml\nno-cache\n",
		"old.aspx":           "text/html; charset=utf-8\nno-cache\n",
		"leaflet.pdf":        "application/pdf\nno-cache\n",
		"data.gz":            "application/x-gzip\nno-cache\n",
		ledgerName:           "text/plain; charset=utf-8\nno-store\n",
		hashed(before, t)[0]: "application/octet-stream\npublic, max-age=31536000, immutable\n",
	} {
		if !strings.HasPrefix(got[path], want) {
			t.Errorf("%s: %.90q", path, got[path])
		}
	}
	for _, path := range []string{"index.html.gz", "feed.xml.gz", ".htaccess", "_headers", "_redirects", "staticwebapp.config.json"} {
		if got[path] != "" {
			t.Errorf("%s is for web servers, and was sent to storage", path)
		}
	}
}

// hashed are the files of a website that are named by their bytes.
func hashed(w website, t *testing.T) []string {
	t.Helper()
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(w)), func(path string) bool { return !output.NamedByBytes(path) })
	if len(names) == 0 {
		t.Fatal("there are none")
	}
	return names
}

func TestFilesNamedByTheirBytesAreKeptForAWeek(t *testing.T) {
	before, after := twoSites(t)
	s := newScene()
	s.must(t, before, firstDay)
	s.must(t, after, firstDay.AddDays(10))
	stays := func(when string, want bool) {
		t.Helper()
		got := s.now(t)
		for _, path := range hashed(before, t) {
			if _, there := got[path]; there != want && after[path] == "" {
				t.Errorf("%s: %s is there: %v", when, path, there)
			}
		}
		if _, there := got["terms/old/index.html"]; there {
			t.Errorf("%s: a page that is no more is there", when)
		}
	}
	stays("on the day", true)
	s.must(t, after, firstDay.AddDays(10+keepDays-1))
	stays("before the week is over", true)
	s.must(t, after, firstDay.AddDays(10+keepDays))
	stays("after a week", false)
	fresh := newScene()
	fresh.must(t, after, firstDay)
	if !maps.Equal(s.objects(t), fresh.objects(t)) {
		t.Error("it is not what a publish to an empty place leaves")
	}
}

func TestAPlaceOfSomebodyElseIsRefused(t *testing.T) {
	before, after := twoSites(t)
	put := func(s *scene, path string) {
		if err := s.store.write(t.Context(), &File{Path: path, Type: "text/plain"}, []byte("mine")); err != nil {
			t.Fatal(err)
		}
	}
	s := newScene()
	put(s, "holiday.jpg")
	if err := s.publish(before, firstDay); !errors.Is(err, ErrNotOurs) || !strings.Contains(err.Error(), "holiday.jpg") {
		t.Error(err)
	}
	if got := s.now(t); len(got) != 1 {
		t.Errorf("something was done there: %d files", len(got))
	}
	s = newScene()
	s.must(t, before, firstDay)
	put(s, "logs/access.txt")
	s.must(t, after, firstDay)
	s.must(t, before, firstDay.AddDays(30))
	if s.now(t)["logs/access.txt"] != "mine" {
		t.Error("a file of somebody else's beside ours was touched")
	}
	put(s, "terms/newer/index.html")
	if err := s.publish(after, firstDay); !errors.Is(err, ErrNotOurs) || !strings.Contains(err.Error(), "terms/newer/index.html") {
		t.Error(err)
	}
}

// Somebody tidied up at the place, and nothing had changed since: what is missing
// there, or has another length, is sent again.
func TestWhatWasDeletedOrChangedByHandIsPutRight(t *testing.T) {
	before, _ := twoSites(t)
	s := newScene()
	s.must(t, before, firstDay)
	was := s.objects(t)
	if err := s.store.remove(t.Context(), "index.html"); err != nil {
		t.Fatal(err)
	}
	if err := s.store.write(t.Context(), &File{Path: "style.css", Type: "text/css"}, []byte("/* gone */")); err != nil {
		t.Fatal(err)
	}
	s.must(t, before, firstDay)
	if got := s.objects(t); !maps.Equal(got, was) {
		t.Errorf("other bytes: %q", differing(got, was))
	}
}

func TestALedgerThatIsNotOneIsRefused(t *testing.T) {
	before, _ := twoSites(t)
	for text, want := range map[string]error{
		"":                                     errNotALedger,
		"my own notes\n":                       errNotALedger,
		ledgerTitle + "2\nanything\n":          errNewer,
		ledgerTitle + "1\nthere\tsum\n":        errNotALedger,
		ledgerTitle + "1\nsomewhere\tsum\tx\n": errNotALedger,
	} {
		s := newScene()
		if err := s.store.write(t.Context(), &File{Path: ledgerName}, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := s.publish(before, firstDay); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	l := ledger{"a b.html": {sum: "1"}, "c": {sum: "2", sending: true}, "d": {left: firstDay}}
	if again, err := parseLedger(l.bytes()); err != nil || !maps.Equal(l, again) {
		t.Error(again, err)
	}
}

// Two websites are published at the same time, each writing over the other. Who
// began first says so, and the next publish puts all of it right.
func TestTwoAtOnceAreNoticedAndPutRight(t *testing.T) {
	before, after := twoSites(t)
	third := maps.Clone(after)
	third["terms/newer/index.html"] = strings.ReplaceAll(third["terms/newer/index.html"], "Newer word", "Newar word") // as long as it was
	for moment := 0; moment < 30; moment += 4 {
		s := newScene()
		s.must(t, before, firstDay)
		first := &scene{store: s.store}
		first.after = func(what, path string) {
			if what == "write" && len(first.written) == moment+1 {
				s.must(t, third, firstDay)
			}
		}
		if err := first.publish(after, firstDay); !errors.Is(err, ErrBusy) {
			t.Fatalf("after %d files: %v", moment, err)
		}
		if s.now(t)["terms/newer/index.html"] == "" {
			t.Error("a page is not there any more")
		}
		s.must(t, third, firstDay)
		s.must(t, third, firstDay.AddDays(keepDays))
		fresh := newScene()
		fresh.must(t, third, firstDay)
		if got, want := s.objects(t), fresh.objects(t); !maps.Equal(got, want) {
			t.Fatalf("after %d files: other bytes: %q", moment, differing(got, want))
		}
	}
}

func TestAFileThatChangesMeanwhileIsNotSent(t *testing.T) {
	before, _ := twoSites(t)
	w := before.Website()
	s := newScene()
	plan, err := Prepare(t.Context(), w, &Place{store: s}, firstDay)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := w.FS.(fstest.MapFS)
	files["index.html"] = &fstest.MapFile{Data: []byte("half a page")}
	err = plan.Run(t.Context(), func(Done) {})
	if err == nil || !strings.Contains(err.Error(), "index.html changed while it was being published") {
		t.Error(err)
	}
	if s.now(t)["index.html"] != "" {
		t.Error("it was sent")
	}
}

func TestEachFileThatArrivesIsTold(t *testing.T) {
	before, _ := twoSites(t)
	plan, err := Prepare(t.Context(), before.Website(), &Place{store: newScene()}, firstDay)
	if err != nil {
		t.Fatal(err)
	}
	var told []Done
	if err := plan.Run(t.Context(), func(d Done) { told = append(told, d) }); err != nil {
		t.Fatal(err)
	}
	last := told[len(told)-1]
	if len(told) != len(plan.Send) || last.Files != len(plan.Send) || last.Bytes != plan.Bytes() || last.Bytes == 0 {
		t.Error(len(told), last, len(plan.Send), plan.Bytes())
	}
}

func TestPreparingDoesNothing(t *testing.T) {
	before, after := twoSites(t)
	s := newScene()
	s.must(t, before, firstDay)
	was := s.objects(t)
	plan, err := Prepare(context.Background(), after.Website(), &Place{store: s}, firstDay)
	if err != nil || len(plan.Send) == 0 || len(plan.Keep) == 0 || !slices.Contains(plan.Delete, "terms/old/index.html") {
		t.Error(err, plan)
	}
	if !maps.Equal(was, s.objects(t)) || bytes.Contains([]byte(was[ledgerName]), []byte(isSending)) {
		t.Error("something was done")
	}
}
