package source

import (
	"path"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// destination resolves an address as a browser would read it, with every
// &#58; spelled out, and writes it so that the renderer reads it the same.
func (c *checker) destination(typed []byte, at offer.Place) []byte {
	dest := c.resolve(string(meant(typed)), at)
	return []byte(strings.NewReplacer("&", "&amp;", `\`, "%5C").Replace(dest))
}

// resolve turns an address as an editor may write it (from the site's root,
// from this page, or as a path to a .md file) into the one the page needs.
func (c *checker) resolve(dest string, at offer.Place) string {
	scheme, _, hasScheme := strings.Cut(strings.ToLower(dest), ":")
	if i := strings.IndexAny(dest, "/?#"); i >= 0 && i < len(scheme) {
		hasScheme = false
	}
	switch {
	case dest == "":
		c.problems.Add(at, "this link leads nowhere", "write an address in the round brackets, like /guides/short-break-grant/")
		return dest
	case strings.ContainsFunc(dest, func(r rune) bool { return r < ' ' || r == 0x7f }) || strings.HasPrefix(dest, `\`):
		c.problems.Add(at, "this address has a hidden character in it", "type the address again")
		return "#"
	case hasScheme && len(scheme) == 1 || strings.HasPrefix(strings.ToLower(dest), "file:"):
		c.problems.Add(at, "this is a file on your own computer", "put it into static/, and write its path from there, like /pictures/hall.jpg")
		return "#"
	case hasScheme:
		return c.outside(scheme, dest, at)
	case strings.HasPrefix(dest, "www."):
		c.problems.Add(at, "this address has no https:// in front", "write https://"+dest)
		return "#"
	case strings.Contains(dest, "@") && !strings.ContainsAny(dest, "/# "):
		c.problems.Add(at, "this email address has no mailto: in front", "write mailto:"+dest)
		return "#"
	case strings.HasPrefix(dest, "//"):
		c.problems.Add(at, "this address has no https: in front", "write https:"+dest)
		return "#"
	case strings.HasPrefix(dest, "#"):
		c.links = append(c.links, offer.Hyperlink{URL: c.url + dest, At: at})
		return dest
	}
	inside := within(c.base, dest)
	c.links = append(c.links, offer.Hyperlink{URL: inside, At: at})
	return c.prefix + inside
}

func (c *checker) outside(scheme, dest string, at offer.Place) string {
	switch scheme {
	case "http", "https":
		c.links = append(c.links, offer.Hyperlink{URL: dest, At: at})
		return dest
	case "mailto", "tel", "sms":
		return dest
	}
	c.problems.Add(at, "an address that begins with "+scheme+": is not allowed here", "write an address that begins with https:, mailto: or tel:, or a page of this site like /guides/short-break-grant/")
	return "#"
}

// within resolves an address against a page's own. A path to a Markdown file,
// as a code host shows them, is that file's page.
func within(url, dest string) string {
	target, fragment, hasFragment := strings.Cut(dest, "#")
	if hasFragment {
		fragment = "#" + fragment
	}
	if file, isFile := strings.CutSuffix(target, ".md"); isFile {
		folder, name := path.Split(file)
		name, _, _ = strings.Cut(name, ".") // of whatever edition
		file = folder + name
		// A file's own folder is one above its page's address.
		base := path.Dir(strings.TrimSuffix(url, "/"))
		if file = strings.TrimPrefix(file, "/"+Root); !strings.HasPrefix(file, "/") {
			file = path.Join(base, file)
		}
		return file + "/" + fragment
	}
	if !strings.HasPrefix(target, "/") {
		slash := strings.HasSuffix(target, "/")
		target = path.Join(url, target)
		if slash {
			target += "/"
		}
	}
	return target + fragment
}
