package offer_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/offer"
)

// FuzzWordList reads any text as a list of words, such as content/synonyms.txt.
// What was accepted, written out again, is the same list.
func FuzzWordList(f *testing.F) {
	const file, example = "content/words.txt", "short breaks = respite"
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		list, problems := offer.ParseWordList(file, text, example)
		hostile.Places(t, file, text, problems)
		var again strings.Builder
		for _, line := range list {
			if line.Word == "" || slices.Contains(line.Others, line.Word) || slices.Contains(line.Others, "") {
				t.Errorf("%q gives the line %+v", text, line)
			}
			again.WriteString(line.Word + " = " + strings.Join(append([]string{line.Word}, line.Others...), ", ") + "\n")
		}
		second, problems := offer.ParseWordList(file, []byte(again.String()), example)
		if len(problems) > 0 || !slices.EqualFunc(list, second, sameWords) {
			t.Errorf("%q, written as %q, is %+v and then %+v, with %v", text, again.String(), list, second, problems)
		}
	})
}

func sameWords(a, b offer.WordLine) bool {
	return a.Word == b.Word && slices.Equal(a.Others, b.Others)
}
