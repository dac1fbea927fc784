//go:build unix

package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A stand-in for the machines on which workflows run: a repository of a new
// site with its workflows, somewhere to push to, and the program to be fetched.
type runner struct {
	folder, origin, home string
	shell                []string // as the machine calls it
	env                  []string
}

// insideLink leads into this machine. It is never asked, so that these tests
// need no network, and is remembered as one of which nothing could be told.
const insideLink = `"http://127.0.0.1:9/club"`

// newRunner makes a site with the workflows of one CI, and puts it into git.
func newRunner(t *testing.T, ci string, shell ...string) *runner {
	t.Helper()
	for _, name := range []string{"git", "curl", "bash"} {
		tool(t, name)
	}
	scratch := t.TempDir()
	r := &runner{folder: filepath.Join(scratch, "offer"), origin: filepath.Join(scratch, "origin.git"), home: filepath.Join(scratch, "home"), shell: shell}
	do(t, "new", "site", r.folder, "--ci", ci)
	plant(t, filepath.Join(r.folder, "content/providers/example-play.md"), mistake{was: "email: play@example.org", typed: "email: play@example.org, website: " + insideLink})
	r.installer(t)
	r.env = []string{
		"HOME=" + r.home, "PATH=" + filepath.Join(r.home, "bin") + ":" + filepath.Join(r.home, "go/bin") + ":/usr/bin:/bin", "CI=true",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Editor", "GIT_AUTHOR_EMAIL=editor@example.org", "GIT_COMMITTER_NAME=Editor", "GIT_COMMITTER_EMAIL=editor@example.org",
		"GIT_COMMITTER_DATE=" + lastMerge,
	}
	r.must(t, fmt.Sprintf(`git init --quiet --bare --initial-branch main %q
git init --quiet --initial-branch main
git add --all && git commit --quiet --message Begin
git remote add origin %q && git push --quiet origin main`, r.origin, r.origin))
	return r
}

// installer puts a stand-in for go on the path: it can do no more than install
// this program, and only where it is asked for by its right name.
func (r *runner) installer(t *testing.T) {
	t.Helper()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf(`#!/bin/sh
case "$1 $2" in
"install %s/cmd/localoffer@latest") mkdir -p "${GOBIN:=${GOPATH:-$HOME/go}/bin}" && ln -sf %q "$GOBIN/localoffer" ;;
*) echo "go: no such thing: $*" >&2; exit 1 ;;
esac
`, "github.com/localoffer/localoffer", program)
	bin := filepath.Join(r.home, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
}

// run runs a script as it stands, and gives what it printed and how it ended.
func (r *runner) run(t *testing.T, script string, env ...string) (string, int) {
	t.Helper()
	shell := r.shell
	if len(shell) == 0 {
		shell = []string{"-e"}
	}
	cmd := exec.Command("bash", append(append([]string{"--noprofile", "--norc"}, shell...), "-c", script)...)
	cmd.Dir, cmd.Env = r.folder, append(append([]string{}, r.env...), env...)
	out, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func (r *runner) must(t *testing.T, script string, env ...string) string {
	t.Helper()
	out, code := r.run(t, script, env...)
	if code != 0 {
		t.Fatalf("it ended with %d:\n%s\n%s", code, script, out)
	}
	return out
}

// pushed is a file as it stands where others fetch it.
func (r *runner) pushed(t *testing.T, name string) string {
	t.Helper()
	out, _ := r.run(t, "git --git-dir "+r.origin+" show main:"+name)
	return out
}

func (r *runner) commits(t *testing.T) string {
	t.Helper()
	return strings.TrimSpace(r.must(t, "git --git-dir "+r.origin+" rev-list --count main"))
}

func (r *runner) has(name string) bool {
	_, err := os.Stat(filepath.Join(r.folder, name))
	return err == nil
}

func (r *runner) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(r.folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// publishedSite stands for the website as it was published last: it says for which
// day it was made and on which it changes next, or cannot be asked.
func publishedSite(t *testing.T, made, next string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if next == "" || r.URL.Path != "/build.json" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintf(w, "{\n  \"asOf\": %q,\n  \"nextChange\": %q\n}\n", made, next)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// lastMerge is when something was merged last: on 4 October in universal time.
const lastMerge = "2026-10-03T23:30:00-02:00"

// nights are what the website may say at night, and whether to build then. What was
// merged on the day for which it was made may have come too late for it, or its
// publishing may have failed.
var nights = []struct {
	made, next string
	build      bool
}{
	{"2026-10-05", "2999-12-31", false},
	{"2026-10-04", "2999-12-31", true},
	{"2026-10-03", "2999-12-31", true},
	{"2026-10-05", "2000-01-01", true},
	{"", "2999-12-31", true},
	{"2026-10-05", "", true},
}

const brokenEntry = "---\ntitle: Respite\nsummary:\nreviewed: {on: 2026-10-03, by: Family information team}\nowner: Family information team\n---\n"
