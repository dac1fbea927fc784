package search_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

func TestTheVocabularyIsRead(t *testing.T) {
	words, problems := search.ParseSynonyms([]byte("# a remark\n\nShort breaks = respite, Respite care ,, respite # more\nsen = ehcp’s friend\r\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	aliases := words.Aliases()
	if aliases["respite care"] != "short breaks" || aliases["respite"] != "short breaks" || aliases["ehcp friend"] != "sen" || len(aliases) != 3 {
		t.Errorf("the aliases are %v", aliases)
	}
	also := words.For("We offer Respite, at home.")
	for _, want := range []string{"short breaks", "respite care"} {
		if !strings.Contains(also, want) {
			t.Errorf("beside respite stands %q, without %s", also, want)
		}
	}
	for _, text := range []string{"", "unrespited", "short", "breaks short"} {
		if also := words.For(text); also != "" {
			t.Errorf("beside %q stands %q", text, also)
		}
	}
	if also := words.For("the EHCP's friend"); !strings.Contains(also, "sen") {
		t.Error("a straight apostrophe is not a curly one")
	}
}

func TestNoVocabularyIsNoFault(t *testing.T) {
	var none *search.Synonyms
	if none.For("respite") != "" || len(none.Aliases()) != 0 {
		t.Error("no vocabulary has words")
	}
	if words, problems := search.ParseSynonyms(nil); len(problems) > 0 || words.For("respite") != "" {
		t.Error("an empty vocabulary has words, or problems")
	}
}

func TestAProblemInTheVocabularyHasItsLine(t *testing.T) {
	_, problems := search.ParseSynonyms([]byte("autism = asd\n\nno words here\n= asd\nsend =\nautism = asc\nsend = sen # = too\na, b = c\n"))
	want := []struct {
		line int
		what string
	}{{3, "both sides"}, {4, "both sides"}, {5, "both sides"}, {6, "line 1 too"}, {8, "several words before the ="}}
	if len(problems) != len(want) {
		t.Fatalf("%d problems, want %d: %v", len(problems), len(want), problems)
	}
	for i, p := range problems {
		if p.Place != (offer.Place{File: search.SynonymsFile, Line: want[i].line, Col: 1}) || !strings.Contains(p.What, want[i].what) || p.Hint == "" {
			t.Errorf("problem %d is %s", i, p)
		}
	}
}

// A vocabulary is anybody's text.
func TestAHostileVocabularyDoesNoHarm(t *testing.T) {
	t.Parallel()
	c := demonstration()
	hostile := strings.Join([]string{
		"__proto__ = constructor, toString, hasOwnProperty", "constructor = __proto__", ".* = (a+)+$, [, \\, $&, $1",
		"<script>alert(1)</script> = \"><img src=x onerror=alert(1)>", "swimming = " + strings.Repeat("x", 20_000) + ", " + strings.Repeat("a ", 5_000),
		"🏊 = café, naïve, \u202ereversed, \x00\x01, ﬀ", "a = b, c", "b = c, a", "'''' = ’’’, ---, ...", "\xff\xfe = broken\xc3", "1 = 2, 3", "the = a, an, of",
	}, "\n")
	words, problems := search.ParseSynonyms([]byte(hostile))
	for _, p := range problems {
		if strings.ContainsAny(p.String(), "\x00\x1b") {
			t.Errorf("a problem would break the terminal: %q", p)
		}
	}
	docs := slices.Clone(c.index.Docs)
	index := search.Build(docs, c.index.Facets, must(search.NewAnalyser("en-GB")), words)
	s := must(search.NewSession(c.script, must(index.Files(words))))
	for _, q := range []string{"__proto__", "constructor", "toString", "hasOwnProperty valueOf", ".*", "(a+)+$", "$&", "🏊 café", "swimming", "<script>", "'", "’s", "1:1", "a b c", strings.Repeat("x", 20_000), strings.Repeat("autism ", 200)} {
		ask(t, s, q)
	}
	if found := ask(t, s, "swimming"); len(found.Docs) == 0 {
		t.Error("swimming finds nothing")
	}
	for name, f := range map[string]string{"proto": "__proto__", "constructor": "constructor"} {
		if alias, known := words.Aliases()[f]; known && alias == "" {
			t.Errorf("%s stands for nothing", name)
		}
	}
}

// TestWordByWordIsTheWholeText holds the analyser, which looks at each word
// once, against bleve's own, which looks at the whole text.
func TestWordByWordIsTheWholeText(t *testing.T) {
	t.Parallel()
	a := must(search.NewAnalyser("en-GB"))
	same := func(text string) {
		t.Helper()
		roots, forms := a.Words(text)
		if want := a.English(text); !slices.Equal(roots, want) {
			t.Errorf("%.80q has the roots %q, and bleve's are %q", text, roots, want)
		}
		for _, form := range forms {
			if form == "" {
				t.Errorf("%.80q has an empty word", text)
			}
		}
	}
	for _, c := range []*corpus{demonstration(), thousand()} {
		for i := range c.index.Docs {
			for _, name := range search.FieldNames {
				same(searched(c, i)[name].(string))
			}
			if i > 200 {
				break
			}
		}
	}
	r := rand.New(rand.NewPCG(8, 8)) //nolint:gosec // the same every time is the point
	odd := []string{"a", "B", "ing", "s", "'", "’", "'s", "’s", " ", "-", ".", ",", ":", "1", "30", "é", "İ", "ß", "ﬁ", "日本", "עברית", "🏊", "\u0301", "\u200d", "_", "/", "@", "&", "\n", "\xff", "Ａ", "ǆ", "Σ"}
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(odd[r.IntN(len(odd))])
		}
		same(b.String())
	}
}

// TestTheScriptCutsWordsAsTheIndexDoes: what a word is called in the index is
// what the script makes of it when a family types it, but for a full stop or a
// comma within a number or an address.
func TestTheScriptCutsWordsAsTheIndexDoes(t *testing.T) {
	for _, c := range []*corpus{demonstration(), thousand()} {
		var forms, odd []string
		for form := range c.index.Forms() {
			if !strings.ContainsAny(form, ".,") {
				forms = append(forms, form)
			}
		}
		if err := c.session(t).Call(fmt.Sprintf("%s.filter((w) => tokens(w).join(' ') !== w)", must(json.Marshal(forms))), &odd); err != nil {
			t.Fatal(err)
		}
		if len(odd) > 0 {
			t.Errorf("nobody can type %q", odd)
		}
	}
}

// searched is the text of a document that is searched, synonyms and all.
func searched(c *corpus, doc int) map[string]any {
	fields := c.index.Docs[doc].Fields
	fields[search.FieldAlso] += c.words.For(fields[search.FieldTitle] + "\n" + fields[search.FieldAlso] + "\n" + fields[search.FieldSummary])
	out := map[string]any{}
	for f, name := range search.FieldNames {
		out[name] = fields[f]
	}
	return out
}

// A file may come cut short or damaged. Reading it must end.
func TestReadingDamagedShardsEnds(t *testing.T) {
	c := demonstration()
	s := c.session(t)
	shard := c.index.EncodeShards()[3]
	if !ends(t, s, shard) {
		t.Fatal("a whole shard cannot be read")
	}
	for cut := 1; cut < len(shard); cut += 1 + len(shard)/40 {
		ends(t, s, shard[:cut])
	}
	if ends(t, s, shard[:len(shard)-1]) {
		t.Error("a shard without its last byte is read as if it were whole")
	}
	r := rand.New(rand.NewPCG(9, 9)) //nolint:gosec // the same every time is the point
	for range 60 {
		damaged := slices.Clone(shard[:200])
		for range 1 + r.IntN(6) {
			damaged[r.IntN(len(damaged))] = byte(r.IntN(256))
		}
		ends(t, s, damaged)
	}
	for _, b := range [][]byte{nil, {0xff}, {1}, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, {1, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x07}, {1, 200, 1, 5}} {
		ends(t, s, b)
	}
}

// FuzzReadingShards looks for bytes on which reading does not end.
func FuzzReadingShards(f *testing.F) {
	c := demonstration()
	s := c.newSession(f)
	for _, shard := range c.index.EncodeShards() {
		f.Add(shard[:100])
	}
	f.Fuzz(func(t *testing.T, b []byte) { ends(t, s, b) })
}

// ends reads a shard: whole, or with an error of the script's own.
func ends(t testing.TB, s *search.Session, b []byte) (whole bool) {
	t.Helper()
	var said string
	if err := s.Call(fmt.Sprintf("(() => { try { decodeTerms(new Uint8Array(%v)); return ''; } catch (e) { return e.message; } })()", list(b)), &said); err != nil {
		t.Fatal(err)
	}
	if said != "" && !strings.HasPrefix(said, "a file of the search index") {
		t.Errorf("%.20x: %s", b, said)
	}
	return said == ""
}
