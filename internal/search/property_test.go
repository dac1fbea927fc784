package search_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/search"
)

// day is the day on which questions are asked: a Saturday in term.
const day = "2026-11-21"

// opened is every file of an index, inflated, without its first byte.
func opened(t *testing.T, c *corpus) map[string][]byte {
	t.Helper()
	bodies := map[string][]byte{}
	for _, f := range c.files {
		body, err := search.Inflate(f.Body)
		if err != nil || len(body) == 0 || body[0] != search.Magic {
			t.Fatalf("the file %s: %v, %.10q", f.Name, err, body)
		}
		bodies[f.Name] = body[1:]
	}
	return bodies
}

func ask(t *testing.T, s *search.Session, query string) search.Found {
	t.Helper()
	found, err := s.Ask(query, false)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	return found
}

func TestTheAnswerDoesNotDependOnWhatWasAskedBefore(t *testing.T) {
	long(t)
	t.Parallel()
	queries := []string{
		"resbite", "swiming", "quiet swimming for a 7 year old in chatham", "swi", "me7 1aa", "trmapoline", "ensory", "1:1 support", "xyzzy", "",
		"respite", "autisum", "sw", "club saturday", "ehcp", "dyslexia reading", "wheelchair wheelchiar", "the", "free holiday club", "trampolin",
		"senory", "sensoyr", "parking", "speech therapist for my son", "overnight short braek", "zzzz qqqq swimming",
	}
	if raced {
		queries = queries[:10]
	}
	s := demonstration().newSession(t)
	want := map[string]search.Found{}
	for _, q := range queries {
		if err := s.Forget(); err != nil {
			t.Fatal(err)
		}
		want[q] = ask(t, s, q)
	}
	r := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // the same every time is the point
	for range fewer(5) {
		if err := s.Forget(); err != nil {
			t.Fatal(err)
		}
		for _, i := range r.Perm(len(queries)) {
			got, want := ask(t, s, queries[i]), want[queries[i]]
			got.Read, want.Read = nil, nil
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q gives %v, and gave %v by itself", queries[i], got.Docs, want.Docs)
			}
		}
	}
}

func TestTheReaderFindsWhatThePageFinds(t *testing.T) {
	long(t)
	c := demonstration()
	r := must(search.NewReader(c.script, c.files, day))
	s := c.session(t)
	for _, q := range []string{"respite", "swiming chatham", "xyzzy"} {
		got, want := must(r.Ask(q, 5)), ask(t, s, q)
		if got.Total != len(want.Docs) || len(got.Results) != min(5, got.Total) {
			t.Errorf("%q finds %d and shows %d, want %d", q, got.Total, len(got.Results), len(want.Docs))
		}
		for i, result := range got.Results {
			if want := c.index.Docs[want.Docs[i]]; result.URL != want.URL || result.Title != want.Title || result.Summary != want.Summary {
				t.Errorf("%q: result %d is %s, want %s", q, i, result.URL, want.URL)
			}
		}
	}
}

func TestTheSameDocumentsGiveTheSameFiles(t *testing.T) {
	t.Parallel()
	c := demonstration()
	docs := slices.Clone(c.index.Docs)
	r := rand.New(rand.NewPCG(2, 2)) //nolint:gosec // the same every time is the point
	for range 3 {
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		index := search.Build(slices.Clone(docs), c.index.Facets, must(search.NewAnalyser("en-GB")), c.words)
		index.Places, index.School = c.index.Places, c.index.School
		if files := must(index.Files(c.words)); !reflect.DeepEqual(files, c.files) {
			t.Fatal("the order of the documents changes the files")
		}
	}
}

func TestEveryFileIsKnownByItsNameAndFirstByte(t *testing.T) {
	c := demonstration()
	for _, f := range c.files {
		sum := sha256.Sum256(f.Body)
		name := base64.RawURLEncoding.EncodeToString(sum[:9])
		number, mark, numbered := strings.Cut(f.Name, "-")
		if _, err := strconv.Atoi(number); numbered && err == nil && strings.HasPrefix(name, mark) && len(mark) == 6 {
			continue
		}
		if f.Name != "root" && f.Name != name {
			t.Errorf("the file %s is named, and its bytes make %s", f.Name, name)
		}
		if f.Body[0] == search.Magic {
			t.Errorf("the file %s begins with the magic byte before it is inflated", f.Name)
		}
	}
	bodies := opened(t, c)
	var root struct {
		Terms   [][3]string
		Results []string
		Main    string
		Ages    string
		Dates   string
		Facets  []search.Facet
		Geo     string
		Spell   string
	}
	if err := json.Unmarshal(bodies["root"], &root); err != nil {
		t.Fatal(err)
	}
	named := []string{"root", root.Main, root.Ages, root.Dates, root.Geo, root.Spell}
	for i, mark := range root.Results {
		named = append(named, fmt.Sprintf("%d-%s", i, mark))
	}
	for _, f := range root.Facets {
		if f.File != "" {
			named = append(named, f.File)
		}
	}
	for _, shard := range root.Terms {
		named = append(named, shard[2])
	}
	for _, name := range named {
		if bodies[name] == nil {
			t.Errorf("the root names %s, which is no file", name)
		}
	}
	for name := range bodies {
		if !slices.Contains(named, name) {
			t.Errorf("nothing names %s", name)
		}
	}
}

// Some bodies compress to bytes that begin as an inflated file does.
func TestNoPackedFileLooksInflated(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 4)) //nolint:gosec // the same every time is the point
	caught := 0
	for range 400 {
		body := make([]byte, 200+r.IntN(600))
		for i := range body {
			body[i] = "abcdef"[min(r.IntN(6), r.IntN(6))]
		}
		plain, packed := search.Compress(body)
		if plain[0] == search.Magic {
			caught++
		}
		back, err := search.Inflate(packed)
		if err != nil || packed[0] == search.Magic || !bytes.Equal(back, append([]byte{search.Magic}, body...)) {
			t.Fatalf("packed as %.4x, %v", packed, err)
		}
	}
	if caught == 0 {
		t.Error("no body was tried that would have looked inflated")
	}
}

func TestTheShardsHoldTheWholeIndex(t *testing.T) {
	c := demonstration()
	s := c.session(t)
	forms := map[string][]int{}
	for _, shard := range c.index.EncodeShards() {
		var groups []struct {
			Forms []string
			Docs  []int
			Least float64
			Most  float64
		}
		err := s.Call(fmt.Sprintf("decodeTerms(new Uint8Array(%v)).map((g) => ({ forms: g.forms, docs: [...g.docs], least: Math.min(...g.impacts), most: Math.max(...g.impacts) }))", list(shard)), &groups)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range groups {
			if g.Least < 1 || g.Most != 1<<14-1 {
				t.Errorf("the impacts of %v are from %v to %v", g.Forms, g.Least, g.Most)
			}
			for _, form := range g.Forms {
				forms[form] = append(forms[form], g.Docs...)
			}
		}
	}
	for form, groups := range c.index.Forms() {
		var want []int
		for _, g := range groups {
			want = append(want, c.index.Holders(g)...)
		}
		if got := forms[form]; !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
			t.Errorf("%s is read back in %v, want %v", form, got, want)
		}
	}
}

// list writes bytes as a list of JavaScript.
func list(b []byte) string { return strings.ReplaceAll(fmt.Sprint(b), " ", ",") }

func TestNoFileHoldsAMaskedAddress(t *testing.T) {
	t.Parallel()
	folder := demonstrationFiles(t)
	folder["content/activities/hidden.md"] = &fstest.MapFile{Data: []byte(`---
title: Quiet hours at home
summary: A short break in a carer's own home.
provider: ` + someProvider(t) + `
type: service
category: short-breaks
tier: specialist
ages: 5-12
needs: all
areas: [chatham]
way-in: professional
eligibility: Ask first.
venue: {name: Zanthorpe Cottage, address: 7 Quzzlewick Row, town: Chatham, postcode: ME4 7XZ, mask: true}
where: venue
reviewed: {on: 2026-10-01, by: Family information team, how: phone, checked: [contact]}
owner: Family information team
---
Somebody to look after your child.
`)}
	c := made(folder)
	at := slices.IndexFunc(c.index.Docs, func(d search.Doc) bool { return d.URL == "/activities/hidden/" })
	if at < 0 {
		t.Fatal("the masked entry is not in the index")
	}
	secrets := []string{"zanthorpe", "quzzlewick", "7xz", "me47xz"}
	for name, body := range opened(t, c) {
		for _, secret := range secrets {
			if bytes.Contains(bytes.ToLower(body), []byte(secret)) {
				t.Errorf("the file %s holds %q", name, secret)
			}
		}
	}
	forms := c.index.Forms()
	for _, secret := range secrets { // in the shards a word is cut where it begins like the one before
		if forms[secret] != nil {
			t.Errorf("%s can be searched for", secret)
		}
	}
	for _, town := range c.index.Places {
		if d := c.index.Docs[at]; town.Name == "Chatham" && (d.Lat != town.Lat || d.Lon != town.Lon) {
			t.Errorf("the masked entry is at %v, %v, and not in the middle of its town", d.Lat, d.Lon)
		}
	}
}

func someProvider(t *testing.T) string {
	t.Helper()
	return demonstration().catalogue.Kind("provider")[0].Slug
}

func TestTheIndexHoldsWhatIsOnOfferAndNothingElse(t *testing.T) {
	c := demonstration()
	indexed := map[string]bool{}
	for i := range c.index.Docs {
		indexed[c.index.Docs[i].URL] = true
	}
	states := map[offer.State]int{}
	for _, e := range c.catalogue.Entries {
		state := c.catalogue.State(e)
		gone := state == offer.Ended || state == offer.LongOverdue && e.Kind == "activity"
		states[state]++
		if gone && indexed[e.URL()] {
			t.Errorf("%s is %s, and can be found", e.URL(), state)
		}
		if !gone && e.Kind != "comment" && c.catalogue.Listed(e) && !indexed[e.URL()] {
			t.Errorf("%s is %s, and cannot be found", e.URL(), state)
		}
	}
	if states[offer.Ended] == 0 || states[offer.LongOverdue] == 0 || states[offer.TemporarilyClosed] == 0 {
		t.Errorf("the demonstration tries too little: %v", states)
	}
}

// A site may have problems and be asked all the same.
func TestAValueThatNoVocabularyHasIsLeftOut(t *testing.T) {
	t.Parallel()
	folder := demonstrationFiles(t)
	for name, f := range folder {
		if strings.HasPrefix(name, "content/activities/") {
			f.Data = bytes.ReplaceAll(f.Data, []byte("tier: specialist"), []byte("tier: specialst"))
		}
	}
	c := made(folder)
	if found := ask(t, c.session(t), "swimming"); len(found.Docs) == 0 {
		t.Error("nothing is found")
	}
}

func TestAnIndexOfNothing(t *testing.T) {
	t.Parallel()
	script := demonstration().script
	a := must(search.NewAnalyser("en-GB"))
	kinds := []search.Facet{{Name: "kind", Values: []search.Value{{ID: "activity"}}}, {Name: "need"}, {Name: "area"}}
	for name, index := range map[string]*search.Index{
		"no documents": search.Build(nil, kinds, a, nil),
		"no words":     search.Build([]search.Doc{{URL: "/a/", Kind: "activity", Weight: 1, Values: map[string][]int{"kind": {0}}}}, kinds, a, nil),
	} {
		r := must(search.NewReader(script, must(index.Files(nil)), day))
		for _, q := range []string{"swimming", "", "7 year old", "ME7 1AA", "autism", "xy"} {
			answer, err := r.Ask(q, 10)
			if err != nil {
				t.Fatalf("%s: %q: %v", name, q, err)
			}
			if name == "no documents" && answer.Total != 0 {
				t.Errorf("%q finds %d among nothing", q, answer.Total)
			}
		}
	}
}

func TestASiteWithoutContentHasAnIndex(t *testing.T) {
	t.Parallel()
	all := demonstrationFiles(t)
	folder := fstest.MapFS{"config.toml": all["config.toml"], search.SynonymsFile: all[search.SynonymsFile]}
	if found := ask(t, made(folder).session(t), "autism swimming me4"); len(found.Docs) != 0 {
		t.Errorf("finds %v", found.Docs)
	}
}

func TestAFileThatIsMissingIsAnError(t *testing.T) {
	t.Parallel()
	c := demonstration()
	r := must(search.NewReader(c.script, c.files[:1], day))
	if _, err := r.Ask("swimming", 1); err == nil {
		t.Error("no error")
	}
	if _, err := search.NewReader("this is no script", c.files, day); err == nil {
		t.Error("no error for a script that cannot be read")
	}
}
