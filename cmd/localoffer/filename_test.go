package main

import (
	"path/filepath"
	"strings"
	"testing"
)

const plainFront = "---\ntitle: B\nsummary: C.\nowner: Team\nreviewed: {on: 2026-10-03}\n---\n"

// A file that was named as people name files leads from every page, in the foot
// and in lists. It is one slip, and one problem.
func TestAFileNameWithASpaceIsOneProblem(t *testing.T) {
	_, folder := smallSite(t)
	put(t, filepath.Join(folder, "content/pages/About Us.md"), plainFront)
	code, said := ends(t, "check", "--site", folder, "--as-of", "2026-11-21")
	if code != exitProblems || !strings.HasSuffix(said, "like about-us.md\n1 problem\n") || strings.Contains(said, "a link leads to") {
		t.Errorf("exit %d: %s", code, said)
	}
}

// A leaflet is named as its author named it. In an address a space is %20.
func TestALeafletWithASpaceInItsNameCanBeLinked(t *testing.T) {
	around, folder := smallSite(t)
	put(t, filepath.Join(folder, "static/Application form (é).pdf"), "%PDF")
	put(t, filepath.Join(folder, "content/pages/b.md"), plainFront+"[The form](/Application%20form%20%28%C3%A9%29.pdf), [again](</Application form (é).pdf>), [not](/Application%20from.pdf).\n")
	code, said := ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"), "--as-of", "2026-11-21")
	if code != exitProblems || strings.Count(said, "there is no page at") != 1 || !strings.Contains(said, "/Application from.pdf") {
		t.Errorf("exit %d: %s", code, said)
	}
	put(t, filepath.Join(folder, "content/pages/b.md"), plainFront+"[The form](/Application%20form%20%28%C3%A9%29.pdf)\n")
	if code, said = ends(t, "build", "--site", folder, "--out", filepath.Join(around, "public"), "--as-of", "2026-11-21"); code != exitDone {
		t.Errorf("exit %d: %s", code, said)
	}
}
