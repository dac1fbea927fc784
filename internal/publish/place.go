package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	"gocloud.dev/blob/memblob"
	_ "gocloud.dev/blob/s3blob" // s3://, with credentials as the cloud's own tools find them
)

// Place is where a website is published.
type Place struct {
	store  store
	folder bool
	close  func() error
}

// Close lets go of it.
func (p *Place) Close() error { return p.close() }

// ErrNoPlace is given for an address that cannot be one.
var ErrNoPlace = errors.New("write a folder, or an address like s3://bucket?region=eu-west-2, azblob://container or gs://bucket")

// ErrNotBuilt is given for storage that this program was built without.
var ErrNotBuilt = errors.New("is not in this localoffer: take one from a release, or build it with go install -tags allclouds github.com/localoffer/localoffer/cmd/localoffer@latest")

// Folder is the path of the folder that an address means, or "" where it means
// storage elsewhere.
func Folder(to string) (string, error) {
	if strings.TrimSpace(to) == "" { // as a variable of a workflow that nobody has set
		return "", ErrNoPlace
	}
	scheme, rest, found := strings.Cut(to, ":")
	if !found || len(scheme) < 2 || strings.ContainsAny(scheme, `/\.`) { // one letter is a disk
		return to, nil
	}
	u, err := url.Parse(to)
	if err != nil || !strings.HasPrefix(rest, "//") {
		return "", ErrNoPlace
	}
	switch u.Scheme {
	case "s3", "azblob", "gs":
		if prefix := u.Query().Get("prefix"); u.Host == "" || prefix != "" && !strings.HasSuffix(prefix, "/") {
			return "", fmt.Errorf("%w; prefix is a folder, and ends in /", ErrNoPlace)
		}
		return "", nil
	case "file":
		if u.Host == "" && u.Path != "" && u.RawQuery == "" {
			return filepath.FromSlash(withoutRoot(u.Path)), nil
		}
	}
	return "", ErrNoPlace
}

// withoutRoot takes the slash from before the letter of a disk.
func withoutRoot(path string) string {
	if filepath.VolumeName(filepath.FromSlash(strings.TrimPrefix(path, "/"))) != "" {
		return strings.TrimPrefix(path, "/")
	}
	return path
}

// Open gives the place at an address. A folder that is not there is made, but
// not where somebody only wants to look.
func Open(ctx context.Context, to string, look bool) (*Place, error) {
	folder, err := Folder(to)
	if err != nil {
		return nil, err
	}
	if folder != "" {
		return openFolder(folder, look)
	}
	if scheme, _, _ := strings.Cut(to, ":"); !blob.DefaultURLMux().ValidBucketScheme(scheme) {
		return nil, fmt.Errorf("%s:// %w", scheme, ErrNotBuilt)
	}
	b, err := blob.OpenBucket(ctx, to)
	if err != nil {
		return nil, err
	}
	return &Place{objects{Bucket: b}, false, b.Close}, nil
}

func openFolder(folder string, look bool) (*Place, error) {
	if _, err := os.Stat(folder); look && errors.Is(err, fs.ErrNotExist) {
		empty := memblob.OpenBucket(nil) // what would be there, were it made
		return &Place{objects{Bucket: empty}, true, empty.Close}, nil
	}
	const mode = 0o755
	// A file is written beside its place and put there in one step, which needs
	// the same disk. Its type is the server's to know, from its ending.
	b, err := fileblob.OpenBucket(folder, &fileblob.Options{CreateDir: true, DirFileMode: mode, NoTempDir: true, Metadata: fileblob.MetadataDontWrite})
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	return &Place{objects{Bucket: b, plain: true}, true, b.Close}, nil
}
