package publish

import (
	"cmp"
	"crypto/md5" //nolint:gosec // by which storage tells what it holds; nothing is trusted for it
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/localoffer/localoffer/internal/output"
)

// File is one file of the website, and what is said of it wherever it is sent.
type File struct {
	Path  string
	Type  string // as in Content-Type
	Cache string // as in Cache-Control
	Size  int64  // in bytes

	sum   string // of the bytes and what is said of them, in hexadecimal
	md5   []byte // of the bytes
	stage stage
}

// survey reads every file of a website once.
func survey(from Website, folder bool) ([]File, error) {
	names := from.Files
	if !folder {
		names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return forServers(from.Files, name) })
	}
	files := make([]File, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() (err error) {
			files[i], _, err = readFile(from.FS, name)
			return err
		})
	}
	return files, group.Wait()
}

// forServers reports that only a web server reads a file. Object storage is none:
// it takes no settings from among the files, and sends what it holds to whoever
// asks, so that a compressed copy would never be chosen.
func forServers(all []string, name string) bool {
	text, packed := strings.CutSuffix(name, ".gz")
	if packed && output.TypeOf(text).Text {
		return slices.Contains(all, text)
	}
	return output.ForHosts(name)
}

// readFile gives a file of a website with its bytes.
func readFile(from fs.FS, name string) (File, []byte, error) {
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }) {
		return File{}, nil, fmt.Errorf("the name %q has a line break or the like: give the file another", name)
	}
	body, err := fs.ReadFile(from, name)
	if err != nil {
		return File{}, nil, fmt.Errorf("%w (was the website built again meanwhile? then publish again)", err)
	}
	f := File{Path: name, Type: typeOf(name, body), Cache: output.CacheOf(name), Size: int64(len(body))}
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n", f.Type, f.Cache)
	h.Write(body)
	f.sum = hex.EncodeToString(h.Sum(nil))
	f.md5 = sumOf(body)
	return f, body, nil
}

// typeOf is what a file is called. A former address may have any ending, or none,
// and be a page.
func typeOf(name string, body []byte) string {
	return cmp.Or(output.TypeOf(name).Full(), http.DetectContentType(body))
}

func sumOf(body []byte) []byte {
	sum := md5.Sum(body) //nolint:gosec // as above
	return sum[:]
}
