package publish

import (
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"
)

// However a publish is cut off, the next finishes it: the same bytes as if
// nothing had happened, and nothing sent that had arrived. Meanwhile readers have
// what they need.
func TestAPublishThatWasCutOffIsFinishedByTheNext(t *testing.T) {
	before, after := twoSites(t)
	whole := newScene()
	whole.must(t, before, firstDay)
	whole.mend().must(t, after, firstDay)
	want, steps := whole.objects(t), whole.done
	t.Logf("%d moments, before something is done and after", steps)
	for cut := range moments(steps) {
		for _, applied := range []bool{false, true} {
			s := newScene()
			s.must(t, before, firstDay)
			s.mend()
			s.cut, s.applied = cut, applied
			if err := s.publish(after, firstDay); !errors.Is(err, errCut) {
				t.Fatalf("cut at %d: %v", cut, err)
			}
			for _, missing := range lacks(s.now(t), before, after) {
				t.Errorf("cut at %d: %s", cut, missing)
			}
			arrived := s.written
			s.mend().must(t, after, firstDay)
			if got := s.objects(t); !maps.Equal(got, want) {
				t.Errorf("cut at %d: other bytes: %q", cut, differing(got, want))
			}
			for _, path := range s.written {
				if path != ledgerName && slices.Contains(arrived, path) {
					t.Errorf("cut at %d: %s was sent twice", cut, path)
				}
			}
		}
	}
}

// moments are all of them, or some where time is short.
func moments(steps int) iter.Seq[int] {
	stride := 1
	if testing.Short() {
		stride = 9
	}
	return func(yield func(int) bool) {
		for cut := 1; cut <= steps; cut += stride {
			if !yield(cut) {
				return
			}
		}
	}
}

func differing(a, b map[string]string) []string {
	var paths []string
	for path := range a {
		if a[path] != b[path] {
			paths = append(paths, path)
		}
	}
	for path := range b {
		if _, there := a[path]; !there {
			paths = append(paths, path)
		}
	}
	return paths
}

// Who thinks better of it publishes the former website again, or a third.
func TestAPublishThatWasCutOffDoesNotSpoilAnother(t *testing.T) {
	before, after := twoSites(t)
	third := maps.Clone(after)
	third["terms/newer/index.html"] = strings.ReplaceAll(third["terms/newer/index.html"], "Newer word", "Newar word") // as long as it was
	whole := newScene()
	whole.must(t, before, firstDay)
	whole.mend().must(t, after, firstDay)
	steps := whole.done
	for cut := range moments(steps) {
		for _, next := range []website{before, third} {
			s := newScene()
			s.must(t, before, firstDay)
			s.mend().cut = cut
			if err := s.publish(after, firstDay); !errors.Is(err, errCut) {
				t.Fatalf("cut at %d: %v", cut, err)
			}
			s.mend().must(t, next, firstDay)
			s.must(t, next, firstDay.AddDays(keepDays)) // lets go of what was kept
			fresh := newScene()
			fresh.must(t, next, firstDay)
			if got, want := s.objects(t), fresh.objects(t); !maps.Equal(got, want) {
				t.Fatalf("cut at %d: other bytes: %q", cut, differing(got, want))
			}
		}
	}
}

// cutOffTwice publishes a website, and then two others, each of which is cut off at
// a moment, or is not that long.
func (s *scene) cutOffTwice(t *testing.T, first website, cut int, second website, then int, third website) {
	t.Helper()
	s.must(t, first, firstDay)
	s.mend().cut = cut
	_ = s.publish(second, firstDay)
	s.mend().cut = then
	_ = s.publish(third, firstDay)
}

// Two that were cut off, one after the other: what the second would have deleted
// may be of the first, or of the website before both.
func TestTwoThatWereCutOffDoNotSpoilAThird(t *testing.T) {
	first := website{"index.html": "<p>", "page.html": "aaa"}
	second := website{"index.html": "<p>", "page.html": "bbb"}
	without := website{"index.html": "<p>"}
	const enough = 8 // moments in each
	for cut := 1; cut < enough; cut++ {
		for then := 1; then < enough; then++ {
			s := newScene()
			s.cutOffTwice(t, first, cut, second, then, without)
			s.mend().must(t, second, firstDay)
			if got := s.now(t)["page.html"]; got != "bbb" {
				t.Fatalf("cut at %d and %d: %s", cut, then, got)
			}
		}
	}
}

// Of the file that a killed publish was writing into a folder, half is left beside
// its place. No number of others that are killed after it forget whose that is,
// also where the file itself is part of none of their websites.
func TestHalfAFileIsNotForgottenByThoseThatAreKilledAfter(t *testing.T) {
	first := website{"index.html": "<p>", "page.html": "aaaa", "search/index/a.bin": "aaaa"}
	second := website{"index.html": "<p>", "other.html": "bbbb", "search/index/b.bin": "bbbb"}
	third := website{"index.html": "<p>"}
	const enough = 12 // moments in each
	for cut := range enough {
		for then := range enough {
			s := newScene()
			s.folder = true
			s.cutOffTwice(t, first, cut, second, then, third)
			s.mend().must(t, first, firstDay)
			s.must(t, first, firstDay.AddDays(keepDays)) // lets go of what was kept
			got := s.now(t)
			delete(got, ledgerName)
			if !maps.Equal(got, first) {
				t.Errorf("cut at %d and %d: %q", cut, then, differing(got, first))
			}
		}
	}
}
