package publish

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/output"
)

// A reader in the midst of a publish: what a page asks for is there, and no link
// that can be followed leads nowhere.

var reference = regexp.MustCompile(`<(\w+)\b[^>]*?\s(?:href|src)="([^"]*)"`)

// references are the files that a page asks for, and those that it leads to.
func references(page string) (asks, leads []string) {
	for _, found := range reference.FindAllStringSubmatch(page, -1) {
		address, _, _ := strings.Cut(found[2], "#")
		address, _, _ = strings.Cut(address, "?")
		path, here := strings.CutPrefix(address, "/")
		if !here {
			continue // elsewhere, or on the page itself
		}
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		if found[1] == "a" || strings.Contains(found[0], "canonical") {
			leads = append(leads, path)
		} else {
			asks = append(asks, path)
		}
	}
	return asks, leads
}

// lacks says what a reader of a website would miss, who is on its front page, or
// has a page open that is in the website before and in the one after.
func lacks(now, before, after website) []string {
	var missing []string
	miss := func(from string, paths []string) {
		for _, path := range paths {
			if _, there := now[path]; !there {
				missing = append(missing, from+" → "+path)
			}
		}
	}
	var queue []string
	for path, text := range now {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		asks, _ := references(text)
		miss(path, asks)
		if path == "index.html" || before[path] != "" && after[path] != "" {
			queue = append(queue, path)
		}
	}
	seen := map[string]bool{}
	for ; len(queue) > 0; queue = queue[1:] {
		path := queue[0]
		if seen[path] || now[path] == "" {
			continue
		}
		seen[path] = true
		_, leads := references(now[path])
		miss(path, leads)
		queue = append(queue, leads...)
	}
	for _, of := range []website{before, after} {
		if now["search/root.bin"] != "" && now["search/root.bin"] == of["search/root.bin"] {
			miss("the root of the index", slices.DeleteFunc(slices.Collect(maps.Keys(of)), func(path string) bool { return !output.NamedByBytes(path) }))
		}
	}
	for _, teller := range []string{"search/root.bin", "sitemap.xml", output.BuildInfo} {
		if before[teller] != "" && now[teller] == after[teller] && now[teller] != before[teller] {
			miss(teller, slices.DeleteFunc(slices.Collect(maps.Keys(after)), func(path string) bool { return !strings.HasSuffix(path, ".html") }))
		}
	}
	return missing
}

func TestAReaderNeverMeetsAPageWhosePartsAreMissing(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much, one thing after another")
	}
	before, after := twoSites(t)
	for _, c := range []struct {
		name           string
		published, now website
	}{
		{"the first time", nil, before}, {"a change", before, after}, {"and back", after, before},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newScene()
			if c.published != nil {
				s.must(t, c.published, firstDay)
			}
			steps := 0
			s.after = func(what, path string) {
				if what != "write" && what != "remove" {
					return
				}
				steps++
				for _, missing := range lacks(s.now(t), c.published, c.now) {
					t.Errorf("after %s %s: %s", what, path, missing)
				}
			}
			s.must(t, c.now, firstDay)
			if t.Logf("looked %d times", steps); steps < 20 {
				t.Error("that is not a whole publish")
			}
		})
	}
}

// The test above is worth nothing if a reader misses nothing where files go in
// any order.
func TestAReaderNoticesAWrongOrder(t *testing.T) {
	before, after := twoSites(t)
	for _, path := range []string{"search/root.bin", "terms/index.html", "sitemap.xml"} {
		now := maps.Clone(before)
		now[path] = after[path]
		if len(lacks(now, before, after)) == 0 {
			t.Errorf("%s first: nothing was missed", path)
		}
	}
	for _, path := range []string{"style.css", "terms/hub/index.html"} {
		now := maps.Clone(before)
		delete(now, path)
		if len(lacks(now, before, after)) == 0 {
			t.Errorf("without %s: nothing was missed", path)
		}
	}
}
