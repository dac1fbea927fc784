package search_test

import (
	"bytes"
	"compress/flate"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// inflater runs static/search/inflate.js. It gives the bytes, or what it threw.
func inflater(t *testing.T) func([]byte) ([]byte, error) {
	t.Helper()
	script, err := os.ReadFile("../../static/search/inflate.js")
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	if _, err := vm.RunString(strings.Replace(string(script), "export function", "function", 1)); err != nil {
		t.Fatal(err)
	}
	run, _ := goja.AssertFunction(vm.Get("inflate"))
	return func(packed []byte) ([]byte, error) {
		bytes, err := vm.New(vm.Get("Uint8Array"), vm.ToValue(vm.NewArrayBuffer(packed)))
		if err != nil {
			return nil, err
		}
		out, err := run(goja.Undefined(), bytes)
		if err != nil {
			return nil, err
		}
		return out.Export().([]byte), nil
	}
}

func deflated(t *testing.T, body []byte, level int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, level)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(body)
	_ = w.Close()
	return out.Bytes()
}

// prose makes bytes that compress like text, like columns of facets, or not at all.
func prose(random *rand.Rand) []byte {
	letters := 1 + random.IntN(256)
	body := make([]byte, random.IntN(3000))
	for i := range body {
		body[i] = byte(random.IntN(letters))
		if i > 40 && random.IntN(4) > 0 {
			body[i] = body[i-1-random.IntN(40)]
		}
	}
	return body
}

func TestTheBrowsersInflateUndoesEveryCompression(t *testing.T) {
	inflate, random := inflater(t), rand.New(rand.NewPCG(3, 1951))
	for range 40 {
		body := prose(random)
		for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
			got, err := inflate(deflated(t, body, level))
			if err != nil || !bytes.Equal(got, body) {
				t.Fatalf("%d bytes at level %d became %d: %v", len(body), level, len(got), err)
			}
		}
	}
}

func TestTheBrowsersInflateTellsWhatIsNotWhole(t *testing.T) {
	inflate, random := inflater(t), rand.New(rand.NewPCG(4, 1951))
	for range 300 {
		whole := deflated(t, prose(random), flate.BestCompression)
		cut := whole[:random.IntN(len(whole))]
		if got, err := inflate(cut); err == nil {
			t.Fatalf("%d of %d bytes were taken for whole, and gave %d", len(cut), len(whole), len(got))
		} else if !strings.Contains(err.Error(), "not whole") {
			t.Fatal(err)
		}
	}
}
