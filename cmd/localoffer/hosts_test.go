//go:build unix

package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/output"
)

// The settings that the program writes, as they are, in the servers that will
// read them: nginx and Apache, run by an ordinary user.

// answer is what a server says to one request, of which nothing is followed.
type answer struct {
	status int
	header http.Header
	body   string
}

func fetch(t *testing.T, url string, headers ...string) answer {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	transport := &http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	res, err := transport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(body)}
}

func TestWebServersServeTheSiteWithTheirSettingsAsWritten(t *testing.T) {
	for _, w := range webServers {
		for _, path := range []string{"", "/local-offer"} {
			t.Run(w.name+path, func(t *testing.T) {
				origin, public := hosted(t, w, path)
				serves(t, origin, path, hashedFile(t, public))
				servesTheForm(t, origin+path)
			})
		}
	}
}

func serves(t *testing.T, origin, path, hashed string) {
	site := origin + path
	const forEver, aWeek, fresh = "public, max-age=31536000, immutable", "public, max-age=604800", "no-cache"
	for _, want := range []struct {
		address      string
		status       int
		kind, caches string
	}{
		{"/", 200, "text/html; charset=utf-8", fresh},
		{"/activities/sunday-swim/", 200, "text/html; charset=utf-8", fresh},
		{"/search/root.bin", 200, "application/octet-stream", fresh},
		{hashed, 200, "application/octet-stream", forEver},
		{"/style.css?v=1", 200, "text/css; charset=utf-8", aWeek},
		{"/today.js?v=1", 200, "text/javascript; charset=utf-8", aWeek},
		{"/search/core.js", 200, "text/javascript; charset=utf-8", fresh},
		{"/timetable.ics", 200, "text/calendar; charset=utf-8", fresh},
		{"/timetable.json", 200, "application/json", fresh},
		{"/sitemap.xml", 200, "application/xml", fresh},
		{"/robots.txt", 200, "text/plain; charset=utf-8", fresh},
		{"/icon.svg", 200, "image/svg+xml", fresh},
		{"/no/such/page/", 404, "text/html; charset=utf-8", fresh},
		{"/search/index/nosuchname00.bin", 404, "text/html; charset=utf-8", fresh},
		{"/search/index/", 404, "text/html; charset=utf-8", ""}, // a folder is no page
		{"/.localoffer", 404, "text/html; charset=utf-8", fresh},
		{"/.htaccess", 404, "text/html; charset=utf-8", fresh},
	} {
		got := fetch(t, site+want.address)
		if got.status != want.status {
			t.Errorf("%s: status %d, not %d", want.address, got.status, want.status)
		}
		if kind := got.header.Get("Content-Type"); kind != want.kind {
			t.Errorf("%s: type %q, not %q", want.address, kind, want.kind)
		}
		if caches := got.header.Values("Cache-Control"); want.caches != "" && (len(caches) != 1 || caches[0] != want.caches) {
			t.Errorf("%s: kept %q, not %q", want.address, caches, want.caches)
		}
		for _, h := range output.Headers {
			if values := got.header.Values(h.Name); len(values) != 1 || values[0] != h.Value {
				t.Errorf("%s: %s is %q", want.address, h.Name, values)
			}
		}
		if want.status == http.StatusNotFound && !strings.Contains(got.body, "This is not your fault") {
			t.Errorf("%s: not our page: %.200s", want.address, got.body)
		}
		if strings.Contains(got.body, "Index of /") {
			t.Errorf("%s lists a folder", want.address)
		}
	}
	movesOn(t, origin, path)
	compresses(t, site)
	asksAgain(t, site)
}

// servesTheForm asks for the form for editors, which has a policy of its own,
// and for what is beside it, which has not.
func servesTheForm(t *testing.T, site string) {
	for _, want := range []struct{ address, policy string }{
		{"/admin/", formPolicy}, {"/admin/config.yml", formPolicy}, {"/admin/none", output.Policy}, {"/administration/", output.Policy}, {"/", output.Policy},
	} {
		got := fetch(t, site+want.address)
		for _, h := range output.Headers {
			value := h.Value
			if h.Name == "Content-Security-Policy" {
				value = want.policy
			}
			if values := got.header.Values(h.Name); len(values) != 1 || values[0] != value {
				t.Errorf("%s: %s is %q", want.address, h.Name, values)
			}
		}
		if caches := got.header.Values("Cache-Control"); len(caches) != 1 || caches[0] != output.Fresh {
			t.Errorf("%s: kept %q", want.address, caches)
		}
	}
}

func movesOn(t *testing.T, origin, path string) {
	for from, to := range map[string]string{
		"/swimming-for-disabled-children/": "/activities/sunday-swim/",
		"/activities/sunday-swim":          "/activities/sunday-swim/",
	} {
		got := fetch(t, origin+path+from)
		leads := strings.TrimPrefix(got.header.Get("Location"), origin)
		if got.status != http.StatusMovedPermanently || leads != path+to {
			t.Errorf("%s: %d to %s, not to %s", from, got.status, leads, path+to)
		}
	}
	if path != "" {
		if got := fetch(t, origin+path); got.status != http.StatusMovedPermanently {
			t.Errorf("%s without its slash: %d", path, got.status)
		}
	}
}

// compresses asks for what build --compress wrote: the very bytes, once packed.
func compresses(t *testing.T, site string) {
	for _, address := range []string{"/", "/style.css", "/search/core.js"} {
		got := fetch(t, site+address, "Accept-Encoding", "gzip")
		plain := fetch(t, site+address)
		if got.header.Get("Content-Encoding") != "gzip" || plain.header.Get("Content-Encoding") != "" {
			t.Errorf("%s: encodings %q and %q", address, got.header.Get("Content-Encoding"), plain.header.Get("Content-Encoding"))
			continue
		}
		if got.header.Get("Content-Length") != fmt.Sprint(len(got.body)) {
			t.Errorf("%s was compressed anew: its length is not known beforehand", address)
		}
		if unpacked := gunzip(t, got.body); unpacked != plain.body {
			t.Errorf("%s: other bytes when compressed", address)
		}
		if got.header.Get("Content-Type") != plain.header.Get("Content-Type") || !strings.Contains(plain.header.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%s: type %q, varies %q", address, got.header.Get("Content-Type"), plain.header.Get("Vary"))
		}
	}
	if got := fetch(t, site+"/search/root.bin", "Accept-Encoding", "gzip"); got.header.Get("Content-Encoding") != "" {
		t.Error("the index is compressed twice")
	}
}

// asksAgain asks as a browser that has a page already: nothing is sent twice.
func asksAgain(t *testing.T, site string) {
	first := fetch(t, site+"/")
	again := fetch(t, site+"/", "If-None-Match", first.header.Get("ETag"))
	if again.status != http.StatusNotModified || again.body != "" {
		t.Errorf("asked again: %d", again.status)
	}
}

func gunzip(t *testing.T, packed string) string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// hashedFile is a file of the index that is named by its bytes.
func hashedFile(t *testing.T, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "search/index/*.bin"))
	if err != nil || len(files) == 0 {
		t.Fatal("no index", err)
	}
	return "/search/index/" + filepath.Base(files[0])
}
