package search

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
)

// magic is the first byte of every file once it is inflated. A host that
// inflates files by itself does no harm: the reader knows them by it.
const magic = 'L'

// fileWriter gathers files, each under the hash of its bytes. Two with the same
// bytes are one.
type fileWriter struct {
	files  []File
	names  map[string]bool
	packer packer
}

func (w *fileWriter) add(body []byte) string {
	packed := w.packer.pack(body)
	return w.keep(hashName(packed), packed)
}

// addNumbered names a file by its number and a shorter hash, and gives the
// hash: there are so many of these that the whole one would be the most part of
// the root. It only has to tell apart what has stood at this number.
func (w *fileWriter) addNumbered(number int, body []byte) string {
	const enough = 6
	packed := w.packer.pack(body)
	mark := hashName(packed)[:enough]
	w.keep(strconv.Itoa(number)+"-"+mark, packed)
	return mark
}

func (w *fileWriter) keep(name string, packed []byte) string {
	if w.names == nil {
		w.names = map[string]bool{}
	}
	if !w.names[name] {
		w.names[name] = true
		w.files = append(w.files, File{name, packed})
	}
	return name
}

// hashName is nine bytes of SHA-256, in letters that an address may have.
func hashName(body []byte) string {
	const enough = 9
	sum := sha256.Sum256(body)
	return base64.RawURLEncoding.EncodeToString(sum[:enough])
}

// packer compresses files, one after another with the same tables: making
// those anew for each file would cost more than the compression.
type packer struct{ w *flate.Writer }

// pack compresses a file (RFC 1951, no header), with the magic byte before it.
// What would begin with the magic byte when compressed, and so be taken for
// inflated, is stored as it is instead.
func (p *packer) pack(body []byte) []byte {
	packed := p.compress(body)
	if packed[0] == magic {
		p = &packer{}
		p.w, _ = flate.NewWriter(nil, flate.NoCompression)
		packed = p.compress(body)
	}
	return packed
}

func (p *packer) compress(body []byte) []byte {
	var out bytes.Buffer
	if p.w == nil {
		p.w, _ = flate.NewWriter(&out, flate.BestCompression) // fails only for a level that is none
	} else {
		p.w.Reset(&out)
	}
	_, _ = p.w.Write([]byte{magic}) // a bytes.Buffer never fails
	_, _ = p.w.Write(body)
	_ = p.w.Close()
	return out.Bytes()
}
