package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checkTheLinks runs check --links on a new site whose one contact leads to a
// local server, with a ledger that was kept before.
func checkTheLinks(t *testing.T, status int, ledger string) (code int, out, kept string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
	defer server.Close()
	folder := filepath.Join(t.TempDir(), "site")
	var said, errs bytes.Buffer
	if code := run([]string{"new", "site", folder, "--as-of", "2026-10-03"}, strings.NewReader(""), &said, &errs); code != 0 {
		t.Fatal(errs.String())
	}
	url := server.URL + "/club"
	plant(t, filepath.Join(folder, "content/providers/example-play.md"), mistake{was: "email: play@example.org", typed: "email: play@example.org, website: \"" + url + "\""})
	book := filepath.Join(folder, "content/links.txt")
	if ledger != "" {
		if err := os.WriteFile(book, []byte(strings.ReplaceAll(ledger, "URL", url)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code = run([]string{"check", "--links", "--allow-private", "--site", folder}, strings.NewReader(""), &said, &errs)
	text, err := os.ReadFile(book)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return code, said.String(), strings.ReplaceAll(string(text), url, "URL")
}

func TestAPageThatIsGoneOnThreeDaysIsAProblem(t *testing.T) {
	code, out, kept := checkTheLinks(t, http.StatusNotFound, "URL\t404\t2026-10-03,2026-10-10\t2026-10-10\n")
	if code != exitProblems || !strings.Contains(out, "content/providers/example-play.md") {
		t.Errorf("code %d: %s", code, out)
	}
	if !strings.Contains(kept, "2026-10-03,2026-10-10,2") {
		t.Errorf("the ledger does not hold three days: %q", kept)
	}
}

func TestAPageThatIsGoneOnceIsRememberedAndNoProblem(t *testing.T) {
	code, out, kept := checkTheLinks(t, http.StatusNotFound, "")
	if code != exitDone || !strings.Contains(out, "no problems") {
		t.Errorf("code %d: %s", code, out)
	}
	if !strings.Contains(kept, "URL\t404\t") {
		t.Errorf("not remembered: %q", kept)
	}
}

func TestSomebodyElsesOutageIsNoProblem(t *testing.T) {
	if code, out, _ := checkTheLinks(t, http.StatusServiceUnavailable, "URL\t404\t2026-10-03,2026-10-10\t2026-10-10\n"); code != exitDone {
		t.Errorf("code %d: %s", code, out)
	}
}

func TestALedgerThatCannotBeReadIsNeverWrittenOver(t *testing.T) {
	code, out, kept := checkTheLinks(t, http.StatusOK, "what is this\n")
	if code != exitProblems || !strings.Contains(out, "content/links.txt:1") || kept != "what is this\n" {
		t.Errorf("code %d: %s %q", code, out, kept)
	}
}
