package site

import (
	"net/url"
	"strings"
)

// plainPath are the letters of which the path of a site may be made.
const plainPath = "/-_.~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// exampleBase is an address of the sort that is wanted.
const exampleBase = "https://localoffer.example.org/"

// unusableBase says why an address cannot be that of the website, and what to do.
// It stands in pages and in the settings of hosts.
func unusableBase(base string) (what, hint string) {
	u, err := url.Parse(base)
	other := func(r rune) bool { return !strings.ContainsRune(plainPath, r) }
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return "is not an address", `write base-url = "` + exampleBase + `"`
	case u.User != nil || u.RawQuery != "" || u.Fragment != "" || strings.ContainsFunc(u.Hostname(), func(r rune) bool { return other(r) && r != ':' }):
		return "has more in it than the address of a website", "write no more than the name and a path, like https://example.org/local-offer/"
	case strings.ContainsFunc(u.Path, other) || strings.Contains(u.Path, "/.") || strings.Contains(strings.TrimRight(u.Path, "/"), "//"):
		return "has a path that a host could take for something else", "use letters, digits and hyphens: https://example.org/local-offer/"
	}
	return "", ""
}
