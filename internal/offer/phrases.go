package offer

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Phrases are what an edition says for what the site says in English. A phrase
// may have places for what differs: “Ages {1} to {2}”.
type Phrases struct {
	words    map[string]string
	patterns []pattern

	Clock24 bool // three in the afternoon is 15:00

	mu     sync.Mutex
	wanted map[string]bool // asked for, and not there
}

// pattern is a phrase with places, as it is found in a text.
type pattern struct {
	find    *regexp.Regexp
	words   string
	letters int // of the phrase itself; the more, the less it is found by chance
}

// NewPhrases makes the phrases of an edition out of pairs: the English, and what
// is said for it. What has nothing said for it yet counts as not there.
func NewPhrases(words map[string]string) *Phrases {
	p := &Phrases{words: map[string]string{}, wanted: map[string]bool{}}
	for english, said := range words {
		if said == "" {
			continue
		}
		p.words[english] = said
		if strings.Contains(english, "{1}") {
			p.patterns = append(p.patterns, patternOf(english, said))
		}
	}
	slices.SortFunc(p.patterns, func(a, b pattern) int {
		return cmp.Or(b.letters-a.letters, strings.Compare(a.find.String(), b.find.String()))
	})
	return p
}

// Over are these phrases, and those of others that they have no words for.
func (p *Phrases) Over(others *Phrases) *Phrases {
	words := maps.Clone(others.words)
	maps.Copy(words, p.words)
	return NewPhrases(words)
}

// places are those of the parts of a phrase: {1} of the first.
var places = regexp.MustCompile(`\\\{[1-9]\\\}`) // once quoted

func patternOf(english, said string) pattern {
	quoted := regexp.QuoteMeta(english)
	return pattern{
		find: regexp.MustCompile("^" + places.ReplaceAllString(quoted, "(.+?)") + "$"), words: said,
		letters: len(places.ReplaceAllString(quoted, "")),
	}
}

// Misplaced is the first place in what is said that the English has not, or "".
func Misplaced(english, said string) string {
	for _, place := range regexp.MustCompile(`\{[^}]*\}`).FindAllString(said, -1) {
		if !strings.Contains(english, place) {
			return place
		}
	}
	return ""
}

// Has reports that there is something to say for a phrase.
func (p *Phrases) Has(english string) bool {
	_, known := p.exact(english)
	return known
}

// exact finds a phrase as it stands, or one that differs only in the capital
// with which a line begins.
func (p *Phrases) exact(english string) (string, bool) {
	if said, found := p.words[english]; found {
		return said, true
	}
	said, found := p.words[lowerFirst(english)]
	return begun(english, said), found
}

// begun begins words with a capital where the English does: a row begins with
// one, whatever the phrase that it begins with has elsewhere.
func begun(english, said string) string {
	if first, _ := utf8.DecodeRuneInString(english); unicode.IsUpper(first) {
		return Capital(said)
	}
	return said
}

func (p *Phrases) want(english string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wanted[english] = true
}

// Wanted are the phrases that pages asked for and that are not there, in order.
func (p *Phrases) Wanted() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.wanted))
}

// A text is put into other words by what it is made of: at most so many phrases
// within one another, and none in what is as long as an editor's paragraph. What
// comes of it is not much longer than it was, and not sought for ever: whoever
// writes the words of a language must not be able to keep a build from ending.
const (
	deepest     = 8
	longestText = 240
	longestSaid = 16 * longestText
	mostTries   = 20_000
)

// Put puts a text that was made of phrases and figures into words. The second
// result is false where some of it cannot be: half a translation is none.
func (p *Phrases) Put(text string) (string, bool) {
	said, known := (&putting{Phrases: p, tries: mostTries}).put(text, deepest)
	return begun(text, said), known
}

// figures need no words: numbers, money, dates in digits, and the time of day as
// people in England say it.
var figures = regexp.MustCompile(`^(\P{L}+|[0-9]{1,2}(:[0-9]{2})?[ap]m)$`)

// time is a time of day in the words of the edition, where it is one.
func (p *Phrases) time(text string) string {
	clock, fault := ParseClock(text)
	if half := strings.HasSuffix(text, "am") || strings.HasSuffix(text, "pm"); !half || fault != nil || !p.Clock24 {
		return text
	}
	return strings.TrimPrefix(clock.String(), "0")
}

// putting is one text that is being put into words.
type putting struct {
	*Phrases
	tries int // that are left
}

// put puts a text into words: as a phrase, as figures, as a phrase with texts in
// its places, or sentence by sentence.
func (p *putting) put(text string, depth int) (string, bool) {
	if said, known := p.exact(text); known {
		return said, true
	}
	if figures.MatchString(text) {
		return p.time(text), true
	}
	if depth == 0 || len(text) > longestText {
		return "", false
	}
	for _, like := range p.patterns {
		if p.tries--; p.tries < 0 {
			return "", false
		}
		if said, known := p.fill(like, text, depth-1); known {
			return said, true
		}
	}
	return p.sentences(text, depth-1)
}

// fill puts what stands in the places of a phrase into words, each of it or
// none.
func (p *putting) fill(like pattern, text string, depth int) (string, bool) {
	found := like.find.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	parts := found[1:]
	for i := range parts {
		said, known := p.put(parts[i], depth)
		if !known {
			return "", false
		}
		parts[i] = said
	}
	said := filled(like.words, parts)
	return said, len(said) <= longestSaid
}

// Stop is the mark at the end of a sentence: what is said for “.”.
func (p *Phrases) Stop() string { return cmp.Or(p.words["."], ".") }

// sentences puts one sentence after another into words.
func (p *putting) sentences(text string, depth int) (string, bool) {
	whole, closed := strings.CutSuffix(text, ".")
	sentences := strings.Split(whole, ". ")
	if len(sentences) == 1 && !closed {
		return "", false
	}
	for i, sentence := range sentences {
		said, known := p.put(sentence, depth)
		if !known {
			return "", false
		}
		sentences[i] = begun(sentence, said)
	}
	put := strings.Join(sentences, p.Stop()+" ")
	if closed {
		put += p.Stop()
	}
	return put, true
}
