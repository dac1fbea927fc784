// Package source reads a folder of Markdown into entries: the front matter
// through adrg/frontmatter, the body through goldmark. Every file is read,
// whatever is wrong with the others.
package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// Root is the folder of the site that holds the content.
const Root = "content"

// Read reads all of content/ below a site's folder. The error is the disk's;
// what is wrong in the content, unreadable files included, is problems.
func Read(site fs.FS, settings *offer.Settings) ([]*offer.Entry, []offer.Problem, error) {
	content, problems, err := Reread(nil, site, settings, nil)
	if err != nil {
		return nil, nil, err
	}
	return content.Entries, problems, nil
}

// ReadFile reads one file of content. It always gives an entry, as whole as it
// could be made, so that a reference to it leads somewhere.
func ReadFile(site fs.FS, file string, settings *offer.Settings) (*offer.Entry, []offer.Problem) {
	text, err := readUpTo(site, file, mostBytes)
	return readText(file, text, err, settings)
}

// mostBytes is more than any file has that is not too long, whatever its lines
// end with. Of a file of gigabytes no more than that is taken into memory.
const mostBytes = 2*maxFile + 16

// readUpTo reads the beginning of a file.
func readUpTo(site fs.FS, file string, most int64) ([]byte, error) {
	f, err := site.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var text bytes.Buffer
	if info, err := f.Stat(); err == nil {
		text.Grow(int(min(info.Size(), most)) + bytes.MinRead)
	}
	_, err = text.ReadFrom(io.LimitReader(f, most))
	return text.Bytes(), err
}

// readText reads the text of a file, or reports why there is none.
func readText(file string, text []byte, err error, settings *offer.Settings) (*offer.Entry, []offer.Problem) {
	var problems offer.Problems
	k, e := entryOf(file)
	checkSlug(e, &problems)
	if err != nil {
		problems.Add(offer.Place{File: file}, "the file cannot be read: "+reason(err), unreadableHint)
		k.Bare(e, settings)
		return e, problems.All()
	}
	e.Sum = sha256.Sum256(text)
	doc := cut(file, text, &problems)
	if len(doc.matter.Fields) > 0 || len(problems.All()) == 0 {
		problems.Join(k.Check(&doc.matter, e, settings))
	} else {
		k.Bare(e, settings)
	}
	finish(e, doc, settings, &problems)
	return e, problems.All()
}

const unreadableHint = "ask whoever looks after the computer; the rest of the content was read"

// entryOf is the entry of a file before it is read: all that the file's name
// says.
func entryOf(file string) (*kind.Kind, *offer.Entry) {
	folder, name := path.Split(strings.TrimPrefix(file, Root+"/"))
	k := kind.Of(strings.Trim(folder, "/"))
	return k, &offer.Entry{Kind: k.Name, Folder: k.Folder, Slug: strings.TrimSuffix(name, ".md"), File: file}
}

// finish reads the Markdown of an entry.
func finish(e *offer.Entry, doc document, settings *offer.Settings, problems *offer.Problems) {
	e.Body = render(e, doc, settings.Prefix(), problems)
	if d, ok := e.Detail.(kind.Bodied); ok {
		d.CheckBody(e.Body, problems)
	}
	if e.Title == "" {
		e.Title = e.Slug
	}
}

// reason is the cause of a failed read without the path and the system call.
func reason(err error) string {
	var in *fs.PathError
	if errors.As(err, &in) {
		return in.Err.Error()
	}
	return err.Error()
}

var slugs = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// maxSlug keeps a page's path within what every host and file system takes.
const maxSlug = 100

// checkSlug reports a name that can be no address. Until it is mended the entry
// has the address that it would, for links from all over the site lead to it.
func checkSlug(e *offer.Entry, problems *offer.Problems) {
	if slugs.MatchString(e.Slug) && len(e.Slug) <= maxSlug {
		return
	}
	e.Slug = Slug(e.Slug)
	problems.Add(offer.Place{File: e.File}, "the file name cannot be an address", "use small letters a to z, digits and single hyphens, like "+e.Slug+".md")
}

// Slug makes a file name out of a title.
func Slug(title string) string {
	text := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '\'' || r == '’':
			return -1
		}
		return '-'
	}, title)
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' })
	slug := strings.Join(parts, "-")
	if slug == "" {
		slug = "page"
	}
	return strings.TrimRight(slug[:min(len(slug), maxSlug)], "-")
}
