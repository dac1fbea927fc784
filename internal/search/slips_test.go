package search_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
)

var letters = regexp.MustCompile(`^[a-z]+$`)

// lettered are the words of letters only, of at least five.
func lettered(c *corpus) []string {
	var words []string
	for form := range c.index.Forms() {
		if len(form) >= 5 && letters.MatchString(form) {
			words = append(words, form)
		}
	}
	slices.Sort(words)
	return words
}

// slip makes one mistake in a word: a letter left out, put in, changed, or two
// swapped, anywhere in it.
func slip(r *rand.Rand, w string) string {
	letter := string(rune('a' + r.IntN(26)))
	at := r.IntN(len(w))
	switch r.IntN(4) {
	case 0:
		return w[:at] + w[at+1:]
	case 1:
		at = r.IntN(len(w) + 1)
		return w[:at] + letter + w[at:]
	case 2:
		return w[:at] + letter + w[at+1:]
	default:
		at = r.IntN(len(w) - 1)
		return w[:at] + w[at+1:at+2] + w[at:at+1] + w[at+2:]
	}
}

// mistype makes one slip in a word of five to seven letters, and one or two in
// a longer one.
func mistype(r *rand.Rand, w string) string {
	const long = 7
	slips := 1
	if len(w) > long {
		slips += r.IntN(2)
	}
	typed := w
	for range slips {
		typed = slip(r, typed)
	}
	return typed
}

// TestMistypedWordsFindWhatWasMeant requires that what the right word finds
// first is among the first ten that the mistyped word finds.
func TestMistypedWordsFindWhatWasMeant(t *testing.T) {
	long(t)
	t.Parallel()
	for name, c := range map[string]*corpus{"demonstration": demonstration(), "a thousand": thousand()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const want = 0.85
			tries, s := fewer(200), c.newSession(t)
			words := lettered(c)
			r := rand.New(rand.NewPCG(5, 5)) //nolint:gosec // the same every time is the point
			tried, found := 0, 0
			var missed []string
			for tried < tries {
				w := words[r.IntN(len(words))]
				typed := mistype(r, w)
				if typed == w {
					continue
				}
				right := ask(t, s, w)
				if !right.Plain || !slices.Equal(right.Words, []string{w}) {
					continue // a need, a place, a day
				}
				tried++
				got := ask(t, s, typed)
				if slices.Contains(got.Docs[:min(10, len(got.Docs))], right.Docs[0]) {
					found++
				} else {
					missed = append(missed, w+" as "+typed)
				}
			}
			t.Logf("%d of %d mistyped words recover the entry (%.1f%%); missed: %s", found, tried, 100*float64(found)/float64(tried), missed)
			if float64(found) < want*float64(tried) {
				t.Errorf("%d of %d mistyped words recover the entry, want 85%%", found, tried)
			}
		})
	}
}

func TestTheBeginningOfAWordFindsIt(t *testing.T) {
	long(t)
	t.Parallel()
	c := demonstration()
	s := c.newSession(t)
	forms := c.index.Forms()
	r := rand.New(rand.NewPCG(6, 6)) //nolint:gosec // the same every time is the point
	words := lettered(c)
	for range fewer(200) {
		w := words[r.IntN(len(words))]
		typed := w[:3+r.IntN(len(w)-3)]
		found := ask(t, s, typed)
		if forms[typed] != nil || !found.Plain || !slices.Equal(found.Words, []string{typed}) {
			continue // a word of its own, or one that means something else
		}
		for _, g := range forms[w] {
			for _, doc := range c.index.Holders(g) {
				if !slices.Contains(found.Docs, doc) {
					t.Errorf("%q does not find %s, which has %s", typed, c.index.Docs[doc].URL, w)
				}
			}
		}
	}
}

// A word of which all letters are wrong finds nothing, and is named.
func TestAnUnknownWordIsNamed(t *testing.T) {
	s := demonstration().session(t)
	for _, w := range []string{"xqzvwk", "qqqqqqqqqqqq", "zx"} {
		if found := ask(t, s, w); len(found.Docs) != 0 || !slices.Equal(found.Unknown, []string{w}) {
			t.Errorf("%q finds %d, and %v are unknown", w, len(found.Docs), found.Unknown)
		}
	}
}

// TestSlipsAreCountedRight holds the script's count of slips against the
// plainest way of working it out.
func TestSlipsAreCountedRight(t *testing.T) {
	s := demonstration().session(t)
	r := rand.New(rand.NewPCG(7, 7)) //nolint:gosec // the same every time is the point
	var pairs [][2]string
	for range 400 {
		a := make([]byte, r.IntN(9))
		for i := range a {
			a[i] = "abc"[r.IntN(3)]
		}
		b := string(a)
		for range r.IntN(4) {
			if len(b) > 1 {
				b = slip(r, b)
			}
		}
		pairs = append(pairs, [2]string{string(a), b})
	}
	var got []int
	if err := s.Call(fmt.Sprintf("%s.map(([a, b]) => Math.min(3, distance(a, b, 2)))", must(json.Marshal(pairs))), &got); err != nil {
		t.Fatal(err)
	}
	for i, p := range pairs {
		if want := min(3, slipsBetween(p[0], p[1])); got[i] != want {
			t.Errorf("from %q to %q are %d slips, want %d", p[0], p[1], got[i], want)
		}
	}
}

func slipsBetween(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
