package review_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
	"github.com/localoffer/localoffer/internal/source"
)

// FuzzStamp gives any file at all to be stamped. There are either problems or
// bytes; the bytes say what they should, every other field is what it was, and
// up to the review and from the Markdown on nothing has moved.
func FuzzStamp(f *testing.F) {
	for _, s := range shapes {
		f.Add([]byte(s.above+s.was+s.below), s.by, uint8(3))
	}
	f.Add([]byte("---\nreviewed: {on: 2026-06-01 #, }\n }\n---\n"), "a: b", uint8(255))
	f.Add([]byte("\v\n---\n---"), "", uint8(124))
	f.Fuzz(func(t *testing.T, old []byte, by string, facts uint8) {
		r := offer.Review{On: day("2026-12-01"), By: by, How: offer.Hows[int(facts)%len(offer.Hows)]}
		for i, fact := range offer.Checks {
			if facts>>i&1 == 1 {
				r.Checked = append(r.Checked, fact)
			}
		}
		text, problems := review.Stamp("f.md", old, r)
		if len(problems) > 0 {
			if text != nil {
				t.Fatalf("both %q and %v", text, problems)
			}
			return
		}
		before, _ := source.Matter("f.md", old)
		after, problems := source.Matter("f.md", text)
		if len(problems) > 0 {
			t.Fatalf("%q cannot be read: %v", text, problems)
		}
		if !slices.EqualFunc(unstamped(before), unstamped(after), alike) {
			t.Errorf("other fields change:\n%q\n%q", old, text)
		}
		if !bytes.Equal(old[before.Body:], text[after.Body:]) || !bytes.Equal(old[:before.Start], text[:after.Start]) {
			t.Errorf("more than the front matter changes:\n%q\n%q", old, text)
		}
		checkUntouched(t, before, old, text)
		checkRead(t, review.Former("f.md", old), review.Former("f.md", text), r)
		if again, problems := review.Stamp("f.md", text, r); len(problems) > 0 || !bytes.Equal(again, text) {
			t.Errorf("the same again gives %q, %v, not %q", again, problems, text)
		}
	})
}

// checkUntouched requires that all that stands above the review is as it was.
func checkUntouched(t *testing.T, before source.Front, old, text []byte) {
	t.Helper()
	first, found := before.Get("reviewed")
	if !found {
		return
	}
	above := before.Offset(first.At)
	if above < 0 || !bytes.HasPrefix(text, old[:above]) {
		t.Errorf("what stands above the review changes:\n%q\n%q", old, text)
	}
}

func checkRead(t *testing.T, former, got, want offer.Review) {
	t.Helper()
	if want.By == "" {
		want.By = former.By
	}
	slices.Sort(got.Checked)
	slices.Sort(want.Checked)
	if got.On != want.On || got.By != want.By || got.How != want.How || !slices.Equal(slices.Compact(got.Checked), want.Checked) {
		t.Errorf("got the review %+v, not %+v", got, want)
	}
	checkRemembered(t, former, got)
}

// checkRemembered requires that what was known of each fact still is, unless it
// was checked again.
func checkRemembered(t *testing.T, former, got offer.Review) {
	t.Helper()
	whole := len(got.Checked) == 0 || len(slices.Compact(slices.Clone(got.Checked))) == len(offer.Checks)
	for _, fact := range offer.Dated {
		day, known := former.Earlier[fact]
		switch {
		case former.On.IsZero():
		case slices.Contains(former.Checked, fact), fact == offer.EverythingElse && len(former.Checked) == 0:
			day, known = former.On, true
		}
		if whole || slices.Contains(got.Checked, fact) {
			day, known = offer.Date{}, false
		}
		if now, kept := got.Earlier[fact]; kept != known || now != day {
			t.Errorf("of %s, %v was known, and %v is", fact, day, now)
		}
	}
}

func unstamped(front source.Front) []offer.Field {
	return slices.DeleteFunc(slices.Clone(front.Fields), func(f offer.Field) bool { return f.Name == "reviewed" })
}

func alike(a, b offer.Field) bool {
	return a.Name == b.Name && a.Value.Text == b.Value.Text && a.Value.Shape == b.Value.Shape && a.Value.Quoted == b.Value.Quoted &&
		slices.EqualFunc(a.Value.Fields, b.Value.Fields, alike) &&
		slices.EqualFunc(a.Value.Items, b.Value.Items, func(a, b offer.Node) bool {
			return alike(offer.Field{Value: a}, offer.Field{Value: b})
		})
}
