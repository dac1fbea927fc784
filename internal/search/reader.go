package search

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dop251/goja"
)

// Reader asks the published files with the browser's own script, so that what
// the program finds is what a family finds.
type Reader struct {
	vm    *goja.Runtime
	ask   goja.Callable
	today string
}

// Answer is what a query finds, and what was made of it.
type Answer struct {
	Total      int      `json:"total"`
	Relaxed    bool     `json:"relaxed,omitempty"`
	Unknown    []string `json:"unknown,omitempty"`
	Understood []string `json:"understood,omitempty"`
	Results    []Result `json:"results"`
}

// Result is one entry that was found, and why.
type Result struct {
	URL     string   `json:"url"`
	Title   string   `json:"title"`
	By      string   `json:"by,omitempty"`
	Summary string   `json:"summary"`
	Facts   []string `json:"facts,omitempty"`
	Note    string   `json:"note,omitempty"`
	Kind    string   `json:"kind"`
	Score   float64  `json:"score"`
	Why     []string `json:"why,omitempty"`
}

// glue asks again until every file that is needed was read.
const glue = `
(function (read) {
  const files = {};
  const root = JSON.parse(text(unwrap(read('root'))));
  const get = (name) => files[name];
  const fetch = (name) => { if (!files[name]) files[name] = decode(root, name, read(name)); return files[name]; };
  return (said, most, today) => {
  const q = understand(root, said);
  let a = answer(root, get, q, { today });
  for (let turn = 0; a.need; turn++) {
    if (turn > 20) throw new Error('the index asks for the same files again and again: ' + a.need);
    a.need.forEach(fetch);
    a = answer(root, get, q, { today });
  }
  const results = a.docs.slice(0, most).map((doc) => {
    const r = fetch(resultFile(root, doc))[doc % root.per];
    return { url: r.u, title: r.t, by: r.b || '', summary: r.s, facts: r.g || [], note: r.n || '', kind: r.k, score: Math.round(a.score(doc) * 10) / 10, why: a.why(doc) };
  });
  return JSON.stringify({ total: a.total, relaxed: a.relaxed, unknown: a.unknown, understood: explain(root, q, a), results });
  };
})`

// NewReader makes a reader of the files of an index. Script is the text of
// static/search/core.js; today is the day of the questions, as 2026-11-22.
func NewReader(script string, files []File, today string) (*Reader, error) {
	bodies := make(map[string][]byte, len(files))
	for _, f := range files {
		bodies[f.Name] = f.Body
	}
	vm := goja.New()
	if _, err := vm.RunString(strings.ReplaceAll(script, "\nexport ", "\n")); err != nil {
		return nil, fmt.Errorf("read the search script: %w", err)
	}
	read := func(name string) (goja.Value, error) {
		body, err := io.ReadAll(flate.NewReader(bytes.NewReader(bodies[name])))
		if err != nil {
			return nil, fmt.Errorf("read the file %s of the index: %w", name, err)
		}
		return vm.New(vm.Get("Uint8Array"), vm.ToValue(vm.NewArrayBuffer(body)))
	}
	open, err := vm.RunString(glue)
	if err != nil {
		return nil, fmt.Errorf("read the search script: %w", err)
	}
	opener, _ := goja.AssertFunction(open)
	asker, err := opener(goja.Undefined(), vm.ToValue(read))
	if err != nil {
		return nil, fmt.Errorf("open the search index: %w", err)
	}
	ask, _ := goja.AssertFunction(asker)
	return &Reader{vm, ask, today}, nil
}

// Ask answers a query with at most so many results.
func (r *Reader) Ask(query string, most int) (Answer, error) {
	var a Answer
	out, err := r.ask(goja.Undefined(), r.vm.ToValue(query), r.vm.ToValue(most), r.vm.ToValue(r.today))
	if err != nil {
		return a, fmt.Errorf("search for %q: %w", query, err)
	}
	return a, json.Unmarshal([]byte(out.String()), &a)
}
