package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/timing"
)

func TestASlowFileIsNamed(t *testing.T) {
	var now time.Duration
	watch := timing.New(func() time.Duration { return now })
	for name, took := range map[string]time.Duration{"content/guides/a.md": 1500 * time.Millisecond, "content/guides/b.md": 900 * time.Millisecond} {
		done := watch.File("read", name)
		now += took
		done()
	}
	var said strings.Builder
	printTimings(&said, watch, false)
	if got := said.String(); got != "slow: content/guides/a.md, read in 1.5 s\n" {
		t.Errorf("got %q", got)
	}
}

func TestTimingsAreToldWhereTheyAreAskedFor(t *testing.T) {
	around, folder := smallSite(t)
	site := []string{"--site", folder, "--as-of", "2026-11-21"}
	build := append([]string{"build", "--out", filepath.Join(around, "public")}, site...)
	_, said := ends(t, append(build, "--timings")...)
	for _, want := range []string{`\d s  read the content\n`, `\d s  make the search index\n`, `\d s  make the pages\n`, `\d s  put the website in place\n`, `\d s  /\S+, made\n`} {
		if !regexp.MustCompile(want).MatchString(said) {
			t.Errorf("build says no %s: %s", want, said)
		}
	}
	if _, said := ends(t, append([]string{"check", "--timings"}, site...)...); !strings.Contains(said, "s  read the content\n") {
		t.Error("check says:", said)
	}
	if _, said := ends(t, build...); strings.Contains(said, " s  ") {
		t.Error("nobody asked, and it says:", said)
	}
}
