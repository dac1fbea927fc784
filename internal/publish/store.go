package publish

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"

	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"
)

// store is what is asked of a place. What is written is there whole or not at
// all.
type store interface {
	list(ctx context.Context) (map[string]int64, error)    // all paths, with their sizes in bytes
	read(ctx context.Context, path string) ([]byte, error) // fs.ErrNotExist where there is none
	holds(ctx context.Context, f *File) (bool, error)      // the very bytes, with the same said of them
	write(ctx context.Context, f *File, body []byte) error // in place of what was there
	remove(ctx context.Context, path string) error         // or nothing, where there is none
}

// objects is a store in object storage, or in a folder as if it were that.
type objects struct {
	*blob.Bucket
	plain bool // it keeps nothing but bytes
}

// list asks for one page after another. A folder is asked for all at once: where
// its list is cut into pages, names like index.html beside a folder index are
// left out between two.
func (o objects) list(ctx context.Context) (map[string]int64, error) {
	if o.plain {
		return o.listWhole(ctx)
	}
	const page = 1000 // what storage gives at most
	sizes := map[string]int64{}
	for next := blob.FirstPageToken; len(next) > 0; {
		items, after, err := o.ListPage(ctx, next, page, nil)
		if err != nil {
			return nil, err
		}
		keepSizes(sizes, items)
		next = after
	}
	return sizes, nil
}

// listWhole asks for ever longer pages until one holds all. Room for the whole of
// a page is taken at once, so the first is no longer than most websites need.
func (o objects) listWhole(ctx context.Context) (map[string]int64, error) {
	const first, times = 1 << 16, 8
	for page := first; ; page *= times {
		items, after, err := o.ListPage(ctx, blob.FirstPageToken, page, nil)
		if err != nil {
			return nil, err
		}
		if len(after) == 0 {
			sizes := make(map[string]int64, len(items))
			keepSizes(sizes, items)
			return sizes, nil
		}
	}
}

func keepSizes(sizes map[string]int64, items []*blob.ListObject) {
	for _, item := range items {
		sizes[item.Key] = item.Size
	}
}

func (o objects) read(ctx context.Context, path string) ([]byte, error) {
	body, err := o.ReadAll(ctx, path)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	}
	return body, err
}

// holds asks storage for its own sum of the bytes, and reads them where it has
// none.
func (o objects) holds(ctx context.Context, f *File) (bool, error) {
	a, err := o.Attributes(ctx, f.Path)
	switch {
	case gcerrors.Code(err) == gcerrors.NotFound:
		return false, nil
	case err != nil:
		return false, err
	case !o.plain && (a.ContentType != f.Type || a.CacheControl != f.Cache):
		return false, nil
	case len(a.MD5) > 0:
		return bytes.Equal(a.MD5, f.md5), nil
	}
	body, err := o.ReadAll(ctx, f.Path)
	return err == nil && bytes.Equal(sumOf(body), f.md5), err
}

func (o objects) write(ctx context.Context, f *File, body []byte) error {
	return o.WriteAll(ctx, f.Path, body, &blob.WriterOptions{ContentType: f.Type, CacheControl: f.Cache})
}

func (o objects) remove(ctx context.Context, path string) error {
	err := o.Delete(ctx, path)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil // the answer to an earlier try was lost
	}
	return err
}
