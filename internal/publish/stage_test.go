package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"gocloud.dev/blob/memblob"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
	"github.com/localoffer/localoffer/internal/scaffold"
	"github.com/localoffer/localoffer/internal/site"
)

var firstDay = offer.Date{Year: 2026, Month: 11, Day: 21}

// website is a finished website in memory.
type website map[string]string

func (w website) Website() Website {
	files := fstest.MapFS{}
	for path, text := range w {
		files[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return Website{files, slices.Sorted(maps.Keys(w))}
}

// starter is a new site, with some files written over, or taken out where the
// text is empty.
func starter(t *testing.T, changes map[string]string) website {
	t.Helper()
	folder := t.TempDir()
	if _, err := scaffold.Site(folder+"/s", localoffer.Demonstration, firstDay, nil); err != nil {
		t.Fatal(err)
	}
	for name, text := range changes {
		name = folder + "/s/" + name
		err := os.WriteFile(name, []byte(text), 0o600)
		if text == "" {
			err = os.Remove(name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return made(t, os.DirFS(folder+"/s"))
}

func made(t *testing.T, folder fs.FS) website {
	t.Helper()
	s, problems, err := site.Make(folder, site.Options{AsOf: firstDay, Known: true, Builtin: localoffer.Demonstration})
	if err != nil || site.Blocking(problems, false) > 0 {
		t.Fatal(err, problems)
	}
	files := website{}
	var turn sync.Mutex
	problems, err = s.Render(func(f *output.File, body []byte) error {
		turn.Lock()
		defer turn.Unlock()
		files[f.Path] = string(body)
		return nil
	})
	if err != nil || site.Blocking(problems, false) > 0 {
		t.Fatal(err, problems)
	}
	return files
}

// term is an entry that leads to others.
func term(title, see string) string {
	return "---\ntitle: " + title + "\nsummary: What this word means.\nreviewed: {on: 2026-10-03, by: Team}\nowner: Team\n---\n" + see + "\n"
}

// twoSites are a website and what became of it: entries came, which lead to each
// other, one went, and the style and the index are others.
func twoSites(t *testing.T) (before, after website) {
	t.Helper()
	before = starter(t, map[string]string{"content/terms/old.md": term("Old word", "See [hub](/terms/hub/)."), "content/terms/hub.md": term("Hub", "A place.")})
	after = starter(t, map[string]string{
		"content/terms/hub.md":   term("Family hub", "See [a new one](/terms/newer/) and [contact](/pages/contact/)."),
		"content/terms/newer.md": term("Newer word", "See [the newest](/terms/newest/)."), "content/terms/newest.md": term("Newest word", "See [hub](/terms/hub/) and [newer](/terms/newer/)."),
	})
	after["style.css"] += "a{color:red}"
	after["guides/photo.svg"] = "<svg/>"
	return before, after
}

// stage is a place in memory where each thing that is done can be looked at, or
// fail.
type scene struct {
	store
	turn    sync.Mutex
	done    int                     // things that were done
	cut     int                     // the first that fails, and all after it; 0 is none
	applied bool                    // it was done all the same, and only its answer was lost
	folder  bool                    // a write that is cut off leaves half a file beside its place
	after   func(what, path string) // is called when something was done
	written []string
}

func newScene() *scene { return &scene{store: objects{Bucket: memblob.OpenBucket(nil)}} }

var errCut = errors.New("the line was cut")

func (s *scene) step(what, path string, do func() error) error {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.done++
	if s.cut > 0 && s.done > s.cut || s.cut > 0 && s.done == s.cut && !s.applied {
		if s.folder && s.done == s.cut && what == "write" {
			return errors.Join(errCut, s.store.write(context.Background(), &File{Path: path + ".18a0b1c2d3e4f5a6.tmp"}, nil))
		}
		return errCut
	}
	if err := do(); err != nil {
		return err
	}
	if what == "write" {
		s.written = append(s.written, path)
	}
	if s.after != nil {
		s.after(what, path)
	}
	if s.done == s.cut {
		return errCut
	}
	return nil
}

func (s *scene) list(ctx context.Context) (sizes map[string]int64, err error) {
	err = s.step("list", "", func() error { sizes, err = s.store.list(ctx); return err })
	return sizes, err
}

func (s *scene) read(ctx context.Context, path string) (body []byte, err error) {
	err = s.step("read", path, func() error { body, err = s.store.read(ctx, path); return err })
	return body, err
}

func (s *scene) holds(ctx context.Context, f *File) (is bool, err error) {
	err = s.step("holds", f.Path, func() error { is, err = s.store.holds(ctx, f); return err })
	return is, err
}

func (s *scene) write(ctx context.Context, f *File, body []byte) error {
	return s.step("write", f.Path, func() error { return s.store.write(ctx, f, body) })
}

func (s *scene) remove(ctx context.Context, path string) error {
	return s.step("remove", path, func() error { return s.store.remove(ctx, path) })
}

// publish prepares and runs.
func (s *scene) publish(w website, day offer.Date) error {
	plan, err := Prepare(context.Background(), w.Website(), &Place{store: s, folder: s.folder}, day)
	if err != nil {
		return err
	}
	return plan.Run(context.Background(), func(Done) {})
}

func (s *scene) must(t *testing.T, w website, day offer.Date) {
	t.Helper()
	if err := s.publish(w, day); err != nil {
		t.Fatal(err)
	}
}

// mend lets everything work again, and counts anew.
func (s *scene) mend() *scene {
	s.done, s.cut, s.written = 0, 0, nil
	return s
}

// object is what storage has of a file.
func (s *scene) object(t *testing.T, path string) string {
	t.Helper()
	o := s.store.(objects)
	body, err := o.ReadAll(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	a, err := o.Attributes(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s\n%s\n%s", a.ContentType, a.CacheControl, body)
}

func (s *scene) objects(t *testing.T) map[string]string {
	t.Helper()
	sizes, err := s.store.list(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for path := range sizes {
		all[path] = s.object(t, path)
	}
	return all
}

// now is the website that readers find at this moment.
func (s *scene) now(t *testing.T) website {
	t.Helper()
	sizes, err := s.store.list(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w := website{}
	for path := range sizes {
		body, err := s.store.read(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		w[path] = string(body)
	}
	return w
}
