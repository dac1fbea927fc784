package search

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
)

// Session asks an index with the browser's own script, and tells more than
// Reader does: whole scores, and what was understood. Unlike a page it can
// forget the files that it has read.
type Session struct {
	ask   func(said string, plain bool) (string, error)
	call  func(js string) (string, error)
	fresh func() error
}

// Found is the whole answer to a query.
type Found struct {
	Docs    []int     `json:"docs"`
	Scores  []float64 `json:"scores"`
	Relaxed bool      `json:"relaxed"`
	Unknown []string  `json:"unknown"`
	Read    []string  `json:"read"` // the files read since the last query
	Words   []string  `json:"words"`
	Plain   bool      `json:"plain"` // nothing was understood but words
}

const sessionGlue = `
(function (read) {
  const bytes = (name) => new Uint8Array(read(name));
  let files = {};
  const plainly = (q) => !q.filters.length && !q.soft.length && !q.meant.length && !q.ages && !q.place && !q.near && !q.soon;
  const root = JSON.parse(text(unwrap(bytes('root'))));
  return {
    fresh() { files = {}; },
    call(js) { return JSON.stringify(new Function('root', 'text', 'tokens', 'decodeTerms', 'distance', 'understand', 'plainly', 'return ' + js)(root, text, tokens, decodeTerms, distance, understand, plainly)); },
    ask(said, plain) {
      const q = understand(root, said);
      const bare = plainly(q);
      const out = { words: q.q, plain: bare, docs: [], scores: [], unknown: [], read: [] };
      if (plain && !bare) return JSON.stringify(out);
      const get = (name) => files[name];
      let a = answer(root, get, q, { today: '2026-11-21' });
      for (let turns = 0; a.need; turns++) {
        if (turns > 6) throw new Error('asks for files again and again: ' + a.need);
        for (const name of a.need) { if (files[name]) throw new Error('asks for ' + name + ' twice'); out.read.push(name); files[name] = decode(root, name, bytes(name)); }
        a = answer(root, get, q, { today: '2026-11-21' });
      }
      out.docs = a.docs; out.scores = a.docs.map(a.score); out.relaxed = a.relaxed; out.unknown = a.unknown;
      return JSON.stringify(out);
    },
  };
})`

// NewSession opens an index that was written.
func NewSession(script string, files []File) (*Session, error) {
	r, err := NewReader(script, files, "2026-11-21")
	if err != nil {
		return nil, err
	}
	bodies := map[string][]byte{}
	for _, f := range files {
		bodies[f.Name] = f.Body
	}
	made, err := r.vm.RunString(sessionGlue)
	if err != nil {
		return nil, err
	}
	var open func(read any) (map[string]any, error)
	if err := r.vm.ExportTo(made, &open); err != nil {
		return nil, err
	}
	parts, err := open(func(name string) (any, error) {
		body, err := Inflate(bodies[name])
		return r.vm.NewArrayBuffer(body), err
	})
	if err != nil {
		return nil, err
	}
	s := &Session{}
	for name, into := range map[string]any{"ask": &s.ask, "call": &s.call, "fresh": &s.fresh} {
		if err := r.vm.ExportTo(r.vm.ToValue(parts[name]), into); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Ask answers a query. Where plain is asked for, a query with more than words
// in it is not answered.
func (s *Session) Ask(said string, plain bool) (Found, error) {
	var f Found
	out, err := s.ask(said, plain)
	if err != nil {
		return f, err
	}
	return f, json.Unmarshal([]byte(out), &f)
}

// Call works out an expression over root, plainly and functions of the script.
func (s *Session) Call(js string, into any) error {
	out, err := s.call(js)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(out), into)
}

// Forget drops every file that was read.
func (s *Session) Forget() error { return s.fresh() }

// Inflate unpacks a file of the index.
func Inflate(body []byte) ([]byte, error) {
	return io.ReadAll(flate.NewReader(bytes.NewReader(body)))
}

// Forms are the words of an index: to each, the numbers of its groups.
func (x *Index) Forms() map[string][]int {
	forms := map[string][]int{}
	for i, g := range x.groups {
		for _, form := range g.forms {
			forms[form] = append(forms[form], i)
		}
	}
	return forms
}

// Root is the root of a group.
func (x *Index) Root(group int) string { return x.groups[group].root }

// Holders are the documents of a group.
func (x *Index) Holders(group int) []int {
	var docs []int
	for _, p := range x.groups[group].postings {
		docs = append(docs, int(p.doc))
	}
	return docs
}

// Words are the roots and the forms of a text.
func (a *Analyser) Words(text string) (roots, forms []string) {
	for _, w := range a.words(text) {
		roots, forms = append(roots, w.root), append(forms, w.form)
	}
	return roots, forms
}

// English is what bleve makes of a whole text at once.
func (a *Analyser) English(text string) []string {
	var roots []string
	for _, token := range a.language.Analyze([]byte(text)) {
		roots = append(roots, string(token.Term))
	}
	return roots
}

// EncodeShards is the inside of every term shard.
func (x *Index) EncodeShards() [][]byte {
	var out [][]byte
	for _, shard := range x.termShards() {
		out = append(out, x.encodeTerms(shard))
	}
	return out
}

// Magic is the first byte of every file.
const Magic = magic

// Fields are how many fields are searched.
const Fields = fieldCount

// Compress gives a body as it is compressed, and as it is published.
func Compress(body []byte) (plain, packed []byte) {
	return (&packer{}).compress(body), (&packer{}).pack(body)
}
