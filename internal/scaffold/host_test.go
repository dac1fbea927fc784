package scaffold

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dop251/goja"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// settingsFor writes a host's settings for a site below a path with one page
// that moved.
func settingsFor(t *testing.T, host, formPolicy string) string {
	t.Helper()
	moved := &offer.Entry{Kind: "activity", Folder: "activities", Slug: "swim", Aliases: []offer.Alias{{URL: "/old/swim/"}}}
	c := &offer.Catalogue{Settings: &offer.Settings{BaseURL: "https://example.org/local-offer/"}, Entries: []*offer.Entry{moved}}
	folder := t.TempDir()
	if _, err := Host(folder, host, c, formPolicy, "/srv/offer/"); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder, "host")
}

func TestTheFunctionForCloudFrontLeadsToWhatS3Has(t *testing.T) {
	script, err := os.ReadFile(filepath.Join(settingsFor(t, "cloudfront", ""), "cloudfront-function.js"))
	if err != nil {
		t.Fatal(err)
	}
	engine := goja.New()
	if _, err := engine.RunString(string(script) + `
function asked(uri) {
  const said = handler({ request: { uri, method: 'GET' } });
  return said.statusCode ? said.statusCode + ' ' + said.headers.location.value : said.uri;
}`); err != nil {
		t.Fatal(err)
	}
	var asked func(string) string
	if err := engine.ExportTo(engine.Get("asked"), &asked); err != nil {
		t.Fatal(err)
	}
	for uri, want := range map[string]string{
		"/local-offer/":                "/local-offer/index.html",
		"/local-offer/activities/swim": "301 /local-offer/activities/swim/",
		"/local-offer/old/swim/":       "301 /local-offer/activities/swim/",
		"/local-offer/style.css":       "/local-offer/style.css",
		"/constructor":                 "301 /constructor/",
	} {
		if got := asked(uri); got != want {
			t.Errorf("%s: %s, not %s", uri, got, want)
		}
	}
}

// CloudFront takes the headers that it knows only where it has a field for them.
func TestCloudFrontIsToldEveryHeaderOnce(t *testing.T) {
	const form = "default-src 'none'"
	folder := settingsFor(t, "cloudfront", form)
	toldOnce(t, filepath.Join(folder, "cloudfront-headers.json"), output.Policy)
	toldOnce(t, filepath.Join(folder, formHeaders), form)
	if _, err := os.Stat(filepath.Join(settingsFor(t, "cloudfront", ""), formHeaders)); err == nil {
		t.Error("a site without the form has headers for it")
	}
}

func toldOnce(t *testing.T, file, want string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var policy struct {
		SecurityHeadersConfig struct {
			ContentSecurityPolicy struct{ ContentSecurityPolicy string }
			ReferrerPolicy        struct{ ReferrerPolicy string }
		}
		CustomHeadersConfig struct {
			Quantity int
			Items    []output.Header
		}
	}
	var known struct{ SecurityHeadersConfig map[string]any }
	if json.Unmarshal(text, &policy) != nil || json.Unmarshal(text, &known) != nil {
		t.Fatalf("not JSON: %s", text)
	}
	if got := policy.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy; got != want {
		t.Errorf("the policy is %q", got)
	}
	custom := policy.CustomHeadersConfig
	if custom.Quantity != len(custom.Items) || len(known.SecurityHeadersConfig)+custom.Quantity != len(output.Headers) {
		t.Errorf("%d and %d headers, of %d", len(known.SecurityHeadersConfig), custom.Quantity, len(output.Headers))
	}
}
