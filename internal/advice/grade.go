package advice

import (
	"fmt"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// hardest is the highest grade of a summary. Grade 10 is read at about fifteen;
// a fifth of adults in England read below eleven.
const hardest = 10

// hardSummary looks at the one sentence that everybody reads. In one sentence
// two long words make much of a difference, so it has some leave.
func hardSummary(r *reader, e *offer.Entry) {
	p := field(e, "summary")
	if p == nil || e.Kind == "term" { // which has to name the official words
		return
	}
	const leave = 2
	if g := grade(p.Text); g > hardest+leave {
		r.Advise(p.At, fmt.Sprintf("the summary is hard to read: it takes a reading age of about %.0f", g+5), "use shorter words, and two sentences in place of one")
	}
}

// grade is the Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8
// syllables a word - 15.59 (Kincaid and others, 1975). Grade 5 is age 10.
func grade(text string) float64 {
	n, syllablesInAll := 0, 0
	for _, w := range words(text) {
		n++
		syllablesInAll += syllables(w)
	}
	if n == 0 {
		return 0
	}
	return 0.39*float64(n)/float64(max(1, len(sentences(text)))) + 11.8*float64(syllablesInAll)/float64(n) - 15.59
}

// syllables counts the groups of vowels in a word, less a silent e: near
// enough for English, over a sentence.
func syllables(word string) int {
	w := strings.ToLower(word)
	n, before := 0, false
	for _, c := range w {
		vowel := strings.ContainsRune("aeiouyáéíóúü", c)
		if vowel && !before {
			n++
		}
		before = vowel
	}
	silent := strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") || strings.HasSuffix(w, "es") && !strings.HasSuffix(w, "ses") && !strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded")
	if silent && n > 1 {
		n--
	}
	return max(1, n)
}
