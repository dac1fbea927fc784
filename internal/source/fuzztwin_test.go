package source_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// FuzzTwin reads any bytes as the file of an entry in another edition. It may
// not panic; what is wrong in it is told in it; and no fact of its original may
// become another.
func FuzzTwin(f *testing.F) {
	for _, seed := range append(seeds(), clubInPolish, strings.Replace(clubInPolish, "eligibility", "ages: 0-99\ncost: 0\neligibility", 1)) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		const file = "content/activities/lego.pl.md"
		entries, problems, err := source.Read(fstest.MapFS{"content/activities/lego.md": {Data: []byte(club)}, file: {Data: text}}, bilingual)
		if err != nil {
			t.Fatal(err)
		}
		hostile.Places(t, file, text, problems)
		if len(entries) != 2 {
			t.Fatalf("there are %d entries", len(entries))
		}
		was, _ := entries[0].Detail.(*kind.Activity)
		is, _ := entries[1].Detail.(*kind.Activity)
		if is == nil || was.Ages != is.Ages || len(was.Cost) != len(is.Cost) || len(was.When) != len(is.When) || was.Provider != is.Provider || was.Contact != is.Contact {
			t.Errorf("the twin has other facts: %+v", is)
		}
	})
}

// FuzzLanguage reads any bytes as the words of a language. It may not panic, and
// whatever stands there, a text is put into words whole or left as it is.
func FuzzLanguage(f *testing.F) {
	for _, seed := range []string{
		"name = \"Polski\"\n[words]\n\"{1} to {2}\" = \"od {1} do {2}\"\n", "[words]\n\"{1}\" = \"{1}\"\n", "[words]\n\"{1}{2}{3}{4}\" = \"{4}{1}\"\n", "[words]\n\".\" = \"\"\n",
		"[words]\n\"{1}, {2}\" = \"{2}, {1}\"\n\"{1} and {2}\" = \"{1}{1}{1}\"\n", "direction = \"rtl\"\n[words]\n\"a\" = \"{9}\"\n", "[[words]]\n", "[words]\n\"\" = \"x\"\n", "[words]\n\"(.+)*$\" = \"x\"\n",
	} {
		f.Add([]byte(seed), "1, 2 and 3. 10am to 4pm.")
	}
	f.Fuzz(func(t *testing.T, text []byte, said string) {
		defer hostile.Watch(len(text) + len(said))()
		const file = "languages/pl.toml"
		editions, problems, err := source.ReadEditions(fstest.MapFS{file: {Data: text}}, fstest.MapFS{})
		if err != nil || len(editions) != 1 {
			t.Fatal(err, editions)
		}
		hostile.Places(t, file, text, problems)
		if put, known := editions[0].Put(said); !known && put != said {
			t.Errorf("%q became %q, and is not known", said, put)
		}
		if made := (*offer.Edition)(nil).Say(said, "a"); strings.Contains(made, "{1}") {
			t.Errorf("a place is left in %q", made)
		}
	})
}
