package search

import (
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/pl"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/registry"
)

// Analyser cuts text into words as bleve's analyser of a language does: unicode
// words in small letters, without stop words, each brought to its root; in
// English without possessives, and by Porter's rules. A word is analysed once,
// however often it stands in the text.
type Analyser struct {
	tokenizer analysis.Tokenizer
	language  analysis.Analyzer // nil for one that bleve does not analyse
	stop      []string          // the words that it leaves out, in order
	unclear   map[string]string // its short forms that stand for more than one thing
	known     map[string]*word  // by token, as it was typed
}

// word is a surface form and its root. A stop word has no root.
type word struct{ form, root string }

// language is bleve's analyser of a language, and the words that it leaves out.
type language struct {
	analyser string
	stop     []byte
}

// languages are those that bleve analyses, of those that families here speak, by
// what their tags begin with (BCP 47). A word of another language is its own
// root, and none is left out.
var languages = map[string]language{
	"ar": {ar.AnalyzerName, ar.ArabicStopWords}, "en": {en.AnalyzerName, en.EnglishStopWords}, "es": {es.AnalyzerName, es.SpanishStopWords},
	"fr": {fr.AnalyzerName, fr.FrenchStopWords}, "pl": {pl.AnalyzerName, pl.PolishStopWords}, "pt": {pt.AnalyzerName, pt.PortugueseStopWords},
	"ro": {ro.AnalyzerName, ro.RomanianStopWords},
}

// parts are bleve's, made once: to make some takes longer than to analyse a small
// site with them, such as the roots of all Polish words. Any number may use them.
var parts = registry.NewCache()

// NewAnalyser makes the analyser of a language. The error is bleve's, were a
// part of it to be missing from the program.
func NewAnalyser(tag string) (*Analyser, error) {
	tokenizer, err := parts.TokenizerNamed(unicode.Name)
	if err != nil {
		return nil, err
	}
	a := &Analyser{tokenizer: tokenizer, known: map[string]*word{}}
	primary, _, _ := strings.Cut(tag, "-")
	if primary == "en" {
		a.unclear = Unclear
	}
	if l, has := languages[primary]; has {
		a.stop = stopWords(l.stop)
		a.language, err = parts.AnalyzerNamed(l.analyser)
	}
	return a, err
}

// words are the words of a text, stop words left out.
func (a *Analyser) words(text string) []*word {
	tokens := a.tokenizer.Tokenize([]byte(text))
	out := make([]*word, 0, len(tokens))
	for _, token := range tokens {
		w, known := a.known[string(token.Term)]
		if !known {
			w = a.analyse(string(token.Term))
		}
		if w.root != "" {
			out = append(out, w)
		}
	}
	return out
}

func (a *Analyser) analyse(token string) *word {
	w := &word{form: form(token)}
	if a.language == nil {
		w.root = w.form
	} else if stream := a.language.Analyze([]byte(token)); len(stream) == 1 {
		w.root = string(stream[0].Term)
	}
	a.known[token] = w
	return w
}

// forms are the words that were met, by their roots, in the order of the
// alphabet.
func (a *Analyser) forms() map[string][]string {
	all := map[string][]string{}
	for _, w := range a.known {
		if w.root != "" {
			all[w.root] = append(all[w.root], w.form)
		}
	}
	a.addPlain(all)
	for root, forms := range all {
		slices.Sort(forms)
		all[root] = slices.Compact(forms)
	}
	return all
}

// addPlain adds each word as it is typed on a keyboard without its accents,
// where that is no other word.
func (a *Analyser) addPlain(all map[string][]string) {
	taken := map[string]bool{}
	for _, w := range a.known {
		taken[w.form] = true
	}
	for _, token := range slices.Sorted(maps.Keys(a.known)) {
		w := a.known[token]
		if bare := plain.Replace(w.form); w.root != "" && !taken[bare] {
			all[w.root], taken[bare] = append(all[w.root], bare), true
		}
	}
}

// plain takes the accents off the letters of Europe's languages.
var plain = strings.NewReplacer(accents()...)

func accents() []string {
	var pairs []string
	for bare, accented := range map[string]string{
		"a": "àáâãäåăą", "c": "çćč", "d": "ďđ", "e": "èéêëęě", "g": "ğ", "i": "ìíîïı", "l": "ł", "n": "ñńň",
		"o": "òóôõöő", "r": "ř", "s": "śşșš", "t": "ţțť", "u": "ùúûüůű", "y": "ýÿ", "z": "źżž", "ss": "ß",
	} {
		for _, letter := range accented {
			pairs = append(pairs, string(letter), bare)
		}
	}
	return pairs
}

// form is a word as a reader would type it: small letters, no possessive.
func form(token string) string {
	text := strings.ToLower(strings.ReplaceAll(token, "’", "'"))
	text = strings.TrimSuffix(text, "'s")
	return strings.ReplaceAll(text, "'", "")
}
