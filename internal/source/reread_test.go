package source_test

import (
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// told is a folder that is told of changes, and counts what is opened.
type toldFolder struct {
	fstest.MapFS
	versions map[string]uint64
	opened   *opened
}

// opened are the files that were read, on whichever core.
type opened struct {
	sync.Mutex
	names []string
}

func (f toldFolder) Version(name string) uint64 { return f.versions[name] }

func (f toldFolder) Open(name string) (fs.File, error) {
	f.opened.Lock()
	defer f.opened.Unlock()
	f.opened.names = append(f.opened.names, name)
	return f.MapFS.Open(name)
}

func TestOnlyAFileThatChangedIsReadAgain(t *testing.T) {
	site := toldFolder{
		fstest.MapFS{"content/terms/a.md": term("A"), "content/terms/b.md": term("B"), "content/terms/c.md": term("")},
		map[string]uint64{}, &opened{},
	}
	first, problems, err := source.Reread(nil, site, settings, nil)
	if err != nil || len(problems) == 0 || len(site.opened.names) != 3 {
		t.Fatal(problems, err, site.opened.names)
	}
	site.opened.names = nil
	site.MapFS["content/terms/b.md"] = term("Beta")
	site.versions["content/terms/b.md"], site.versions["content/terms/a.md"] = 1, 1
	again, more, err := source.Reread(first, site, settings, nil)
	slices.Sort(site.opened.names)
	if err != nil || !slices.Equal(site.opened.names, []string{"content/terms/a.md", "content/terms/b.md"}) {
		t.Errorf("it read %q, %v", site.opened.names, err)
	}
	if again.Entries[0] != first.Entries[0] || again.Entries[2] != first.Entries[2] {
		t.Error("what was saved as it was, or not saved, is not the entry it was")
	}
	if again.Entries[1].Title != "Beta" || first.Entries[1].Title != "B" {
		t.Errorf("the file that changed became %q, and its former entry %q", again.Entries[1].Title, first.Entries[1].Title)
	}
	if !slices.Equal(messages(more), messages(problems)) {
		t.Errorf("got %q, want the problems of before, %q", messages(more), messages(problems))
	}
}

func TestOtherSettingsMeanThatEverythingIsReadAgain(t *testing.T) {
	site := toldFolder{fstest.MapFS{"content/terms/a.md": term("A")}, map[string]uint64{}, &opened{}}
	first, _, _ := source.Reread(nil, site, settings, nil)
	again, _, err := source.Reread(first, site, &offer.Settings{}, nil)
	if err != nil || again.Entries[0] == first.Entries[0] {
		t.Error("the entry was taken over", err)
	}
}

func TestWhatADeletedFileHeldIsForgotten(t *testing.T) {
	site := toldFolder{fstest.MapFS{"content/terms/a.md": term("A"), "content/terms/b.md": term("")}, map[string]uint64{}, &opened{}}
	first, _, _ := source.Reread(nil, site, settings, nil)
	delete(site.MapFS, "content/terms/b.md")
	again, problems, err := source.Reread(first, site, settings, nil)
	if err != nil || len(problems) > 0 || files(again.Entries) != "terms/a.md" {
		t.Error(files(again.Entries), problems, err)
	}
}
