package publish

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"github.com/localoffer/localoffer/internal/output"
	"gocloud.dev/blob"
)

// bucket is storage that speaks as S3 does. After so many requests it forbids
// everything, which no library tries again. S3 keeps what is said of caches; the
// one it stands for does not, so that is kept here.
type bucket struct {
	*httptest.Server
	speaks  http.Handler
	turn    sync.Mutex
	allowed int // requests; -1 is all
	sent    []string
	caches  map[string]string // by address
}

func newBucket(t *testing.T) *bucket {
	t.Helper()
	memory := s3mem.New()
	if err := memory.CreateBucket("offer"); err != nil {
		t.Fatal(err)
	}
	b := &bucket{allowed: -1, caches: map[string]string{}}
	speaks := gofakes3.New(memory).Server()
	b.speaks = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !b.admits(w, r) {
			w.Header().Set("Content-Type", "application/xml")
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, "<Error><Code>AccessDenied</Code><Message>No more.</Message></Error>")
			return
		}
		speaks.ServeHTTP(w, r)
	})
	b.Server = httptest.NewServer(b.speaks)
	t.Cleanup(func() { b.Close() })
	t.Setenv("AWS_ACCESS_KEY_ID", "somebody")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "anything")
	t.Setenv("AWS_CONFIG_FILE", "/dev/null")
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
	return b
}

// anew lets so many requests through from now on, and gives what was sent before.
// Those that a publish left on their way when it was cut off are answered first.
func (b *bucket) anew(allowed int) (sent []string) {
	b.Close()
	sent, b.sent, b.allowed = b.sent, nil, allowed
	b.Server = httptest.NewServer(b.speaks)
	return sent
}

func (b *bucket) admits(w http.ResponseWriter, r *http.Request) bool {
	b.turn.Lock()
	defer b.turn.Unlock()
	if b.allowed == 0 {
		return false
	}
	b.allowed = max(b.allowed-1, -1)
	if r.Method == http.MethodPut {
		b.sent = append(b.sent, strings.TrimPrefix(r.URL.Path, "/offer/"))
		b.caches[r.URL.Path] = r.Header.Get("Cache-Control")
	} else if cache := b.caches[r.URL.Path]; cache != "" {
		w.Header().Set("Cache-Control", cache)
	}
	return true
}

// publish is what the command does.
func (b *bucket) publish(t *testing.T, w website, more string) error {
	t.Helper()
	place, err := Open(t.Context(), "s3://offer?region=eu-west-2&use_path_style=true&endpoint="+b.URL+more, false)
	if err != nil {
		t.Fatal(err)
	}
	defer place.Close()
	plan, err := Prepare(t.Context(), w.Website(), place, firstDay)
	if err != nil {
		return err
	}
	return plan.Run(t.Context(), func(Done) {})
}

// get is what somebody reads who asks storage for a path.
func (b *bucket) get(t *testing.T, path string) (*http.Response, string) {
	t.Helper()
	r, err := http.Get(b.URL + "/offer/" + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

func TestStorageThatSpeaksAsS3SendsWhatWasSaid(t *testing.T) {
	before, _ := twoSites(t)
	b := newBucket(t)
	if err := b.publish(t, before, ""); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"index.html", "style.css", "search/root.bin", "feed.xml", hashed(before, t)[0]} {
		r, body := b.get(t, path)
		f := File{Path: path, Type: output.TypeOf(path).Full(), Cache: output.CacheOf(path)}
		if body != before[path] || r.Header.Get("Content-Type") != f.Type || r.Header.Get("Cache-Control") != f.Cache {
			t.Errorf("%s: %d bytes of %d, %q", path, len(body), len(before[path]), r.Header)
		}
	}
}

func TestAFolderOfABucketIsAPlace(t *testing.T) {
	before, _ := twoSites(t)
	b := newBucket(t)
	if err := b.publish(t, before, "&prefix=local-offer/"); err != nil {
		t.Fatal(err)
	}
	if _, body := b.get(t, "local-offer/index.html"); body != before["index.html"] {
		t.Error("the front page is not there")
	}
}

func TestAPublishToS3ThatWasCutOffIsFinished(t *testing.T) {
	before, after := twoSites(t)
	b := newBucket(t)
	if err := b.publish(t, before, ""); err != nil {
		t.Fatal(err)
	}
	b.anew(15)
	err := b.publish(t, after, "")
	if err == nil || !strings.Contains(err.Error(), "send ") || !strings.Contains(err.Error(), hintRights) {
		t.Error(err)
	}
	first := b.anew(-1)
	if err := b.publish(t, after, ""); err != nil {
		t.Fatal(err)
	}
	for _, path := range b.sent {
		if path != ledgerName && slices.Contains(first, path) {
			t.Errorf("%s was sent twice", path)
		}
	}
	if len(first) < 5 || len(b.sent) < 5 {
		t.Errorf("%d and then %d were sent: that shows little", len(first), len(b.sent))
	}
	for path, text := range after {
		if _, body := b.get(t, path); body != text && !output.ForHosts(path) {
			t.Errorf("%s is not what it should be", path)
		}
	}
	if _, body := b.get(t, "terms/old/index.html"); !strings.Contains(body, "NoSuchKey") {
		t.Error("what is no more is there")
	}
}

func TestABucketThatIsNotThereIsNotMade(t *testing.T) {
	before, _ := twoSites(t)
	b := newBucket(t)
	place, err := Open(t.Context(), "s3://other?region=eu-west-2&use_path_style=true&endpoint="+b.URL, false)
	if err != nil {
		t.Fatal(err)
	}
	defer place.Close()
	if _, err = Prepare(t.Context(), before.Website(), place, firstDay); err == nil || !strings.Contains(err.Error(), hintMake) {
		t.Error(err)
	}
}

func TestAnAddressIsAFolderOrStorage(t *testing.T) {
	want := map[string]string{
		"public": "public", "/srv/offer": "/srv/offer", "../x": "../x", "file:///srv/offer": "/srv/offer", "a:b/c": "a:b/c",
		"s3://b": "", "s3://b?region=eu-west-2&prefix=a/": "", "azblob://$web": "", "gs://b": "",
	}
	for to, folder := range want {
		if got, err := Folder(to); err != nil || got != folder {
			t.Errorf("%s: %q %v", to, got, err)
		}
	}
	for _, to := range []string{"s3:/b", "s3://", "s3:b", "S4://b", "https://example.org", "file://host/x", "file:///x?metadata=skip", "mem://", "gs://b?prefix=a"} {
		if got, err := Folder(to); err == nil {
			t.Errorf("%s: %q", to, got)
		}
	}
}

func TestStorageThatIsNotInTheProgramIsTold(t *testing.T) {
	for _, to := range []string{"azblob://$web", "gs://offer"} {
		_, err := Open(t.Context(), to, false)
		if built := blob.DefaultURLMux().ValidBucketScheme(strings.Split(to, ":")[0]); built != !errors.Is(err, ErrNotBuilt) {
			t.Errorf("%s: %v", to, err)
		}
	}
}

func TestAFolderHasTheBytesAndNothingElse(t *testing.T) {
	before, after := twoSites(t)
	before["index.html.gz"] = "packed, for nginx"
	folder := t.TempDir() + "/srv/offer"
	look, err := Open(t.Context(), folder, true)
	if err != nil {
		t.Fatal(err)
	}
	if plan, err := Prepare(t.Context(), before.Website(), look, firstDay); err != nil || len(plan.Send) != len(before) {
		t.Error(err)
	}
	for _, w := range []website{before, after} {
		place, err := Open(t.Context(), folder, false)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := Prepare(t.Context(), w.Website(), place, firstDay)
		if err == nil {
			err = plan.Run(t.Context(), func(Done) {})
		}
		if err != nil {
			t.Fatal(err)
		}
		got := (&scene{store: place.store}).now(t)
		delete(got, ledgerName)
		for _, kept := range plan.Keep {
			delete(got, kept.Path)
		}
		if !maps.Equal(got, w) {
			t.Error("the folder is not the website")
		}
		if err := place.Close(); err != nil {
			t.Error(err)
		}
	}
}

// No list of what is there leaves anything out, however long it is.
func TestAPlaceWithManyFilesIsListedWhole(t *testing.T) {
	many := website{"search/index.html": "<p>", "search/index/0.bin": "0"}
	for i := range 2500 {
		many[fmt.Sprintf("search/index/%d.bin", i)] = "x"
	}
	folder, err := Open(t.Context(), t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for name, to := range map[string]*Place{"folder": folder, "storage": {store: newScene()}} {
		plan, err := Prepare(t.Context(), many.Website(), to, firstDay)
		if err == nil {
			err = plan.Run(t.Context(), func(Done) {})
		}
		if err != nil {
			t.Fatal(name, err)
		}
		if plan, err = Prepare(t.Context(), many.Website(), to, firstDay); err != nil || len(plan.Send) > 0 {
			t.Error(name, "would be sent again:", plan.Send, err)
		}
	}
}

// What a killed publish leaves half-written beside a file of ours is taken away.
func TestWhatAKilledPublishWasWritingIsTakenAway(t *testing.T) {
	before, _ := twoSites(t)
	folder := t.TempDir()
	place, err := Open(t.Context(), folder, false)
	if err != nil {
		t.Fatal(err)
	}
	defer place.Close()
	const mine = "notes.18a0b1c2d3e4f5a6.tmp"
	for _, path := range []string{ledgerName + ".18a0b1c2d3e4f5a6.tmp", "index.html.18a0b1c2d3e4f5a6.tmp"} {
		if err := place.store.write(t.Context(), &File{Path: path}, []byte("half")); err != nil {
			t.Fatal(err)
		}
	}
	publish := func() {
		plan, err := Prepare(t.Context(), before.Website(), place, firstDay)
		if err == nil {
			err = plan.Run(t.Context(), func(Done) {})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	publish()
	if err := place.store.write(t.Context(), &File{Path: mine}, []byte("mine")); err != nil {
		t.Fatal(err)
	}
	publish()
	got := (&scene{store: place.store}).now(t)
	for path := range got {
		if strings.HasSuffix(path, ".tmp") && path != mine {
			t.Errorf("%s is left behind", path)
		}
	}
	if got[mine] == "" {
		t.Error("a file of somebody else's was taken away")
	}
}
