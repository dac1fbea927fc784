package search

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/registry"
)

// Analyser cuts text into words as bleve's English analyser does: unicode
// words, without possessives, in small letters, without stop words, each
// brought to its root by Porter's rules. A word is analysed once, however
// often it stands in the text.
type Analyser struct {
	tokenizer analysis.Tokenizer
	english   analysis.Analyzer
	known     map[string]*word // by token, as it was typed
}

// word is a surface form and its root. A stop word has no root.
type word struct{ form, root string }

// NewAnalyser makes an analyser. The error is bleve's, were a part of it to be
// missing from the program.
func NewAnalyser() (*Analyser, error) {
	cache := registry.NewCache()
	english, err := cache.AnalyzerNamed(en.AnalyzerName)
	if err != nil {
		return nil, err
	}
	tokenizer, err := cache.TokenizerNamed(unicode.Name)
	if err != nil {
		return nil, err
	}
	return &Analyser{tokenizer, english, map[string]*word{}}, nil
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
	if stream := a.english.Analyze([]byte(token)); len(stream) == 1 {
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
	for root, forms := range all {
		slices.Sort(forms)
		all[root] = slices.Compact(forms)
	}
	return all
}

// form is a word as a reader would type it: small letters, no possessive.
func form(token string) string {
	text := strings.ToLower(strings.ReplaceAll(token, "’", "'"))
	text = strings.TrimSuffix(text, "'s")
	return strings.ReplaceAll(text, "'", "")
}
