package site

import (
	"bytes"
	"compress/gzip"
	"sync"

	"github.com/localoffer/localoffer/internal/output"
)

// least is the size from which compressing saves a browser a packet.
const least = 1 << 10

var packers = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestCompression) // fails only for a level that there is not
	return z
}}

// both keeps a file and, where it is a text that grows smaller, a compressed
// copy beside it, which nginx and Apache send without compressing it again for
// each reader.
func (w *writer) both(f *output.File, body []byte) error {
	if err := w.file(f, body); err != nil || len(body) < least || !output.TypeOf(f.Path).Text {
		return err
	}
	var packed bytes.Buffer
	z, _ := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(&packed)
	if _, err := z.Write(body); err != nil {
		return err
	}
	if err := z.Close(); err != nil || packed.Len() >= len(body) {
		return err
	}
	copied := &output.File{Path: f.Path + ".gz"}
	w.packed.Store(copied.Path, true)
	return w.file(copied, packed.Bytes())
}
