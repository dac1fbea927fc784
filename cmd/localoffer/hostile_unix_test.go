//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Whoever opens a pipe waits until somebody writes into it. Nobody does.
func TestAPipeIsNeverWaitedFor(t *testing.T) {
	for _, name := range []string{
		"config.toml", "content", "layouts", "languages", "static", "content/pages", "content/pages/pipe.md", "content/pipe", "content/synonyms.txt", "content/search-tests.txt", "content/words-to-avoid.txt", "content/addresses.txt",
		"content/links.txt", "layouts/page.html", "static/pipe.txt", "static/admin/config.yml", "schemas/page.schema.json",
	} {
		around, folder := smallSite(t)
		at := filepath.Join(folder, name)
		if err := errors.Join(os.RemoveAll(at), os.MkdirAll(filepath.Dir(at), 0o700)); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(at, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"build", "--out", filepath.Join(around, "public")}, {"check"}, {"diff", folder, folder}, {"review"}, {"search", "a"}} {
			if code, said := ends(t, append(args, "--site", folder)...); code == exitMachine && !strings.Contains(said, "neither a file nor a folder") {
				t.Errorf("%s: %v: exit %d: %s", name, args, code, said)
			}
		}
	}
}

// A build asks nothing of any network: where there is none, it makes the same.
func TestABuildNeedsNoNetwork(t *testing.T) {
	localoffer := program(t)
	if out, err := exec.Command("unshare", "-rn", "true").CombinedOutput(); err != nil {
		t.Skip("this machine makes no process without a network: ", string(out), err)
	}
	folder := t.TempDir()
	copyDemonstration(t, folder)
	for _, args := range [][]string{
		{localoffer, "build", "--site", folder, "--as-of", "2026-11-21", "--out", filepath.Join(folder, "with")},
		{"unshare", "-rn", localoffer, "build", "--site", folder, "--as-of", "2026-11-21", "--out", filepath.Join(folder, "without")},
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatal(args, err, string(out))
		}
	}
	if out, err := exec.Command("diff", "-r", filepath.Join(folder, "with"), filepath.Join(folder, "without")).CombinedOutput(); err != nil {
		t.Error(string(out))
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed: whether a socket was asked for is not known")
	}
	out, err := exec.Command(strace, "-f", "-e", "trace=socket,connect", localoffer, "check", "--site", folder, "--as-of", "2026-11-21").CombinedOutput()
	if err != nil {
		t.Skip("strace may not look: ", err)
	}
	if strings.Contains(string(out), "AF_INET") {
		t.Errorf("a socket was asked for: %s", out)
	}
}
