package output

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// What hosts are asked to send with the files is said here and nowhere else.
// The file that each host reads is written from it (hosts.go), and the preview
// sends the same, so that a page that needs more fails before it is published.

// Policy is the content security policy under which every page works: nothing
// from elsewhere, no script or style inside a page.
const Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

const policyName = "Content-Security-Policy"

// Header is a line that goes before a file.
type Header struct{ Name, Value string }

// Headers go with every answer. The postcode of a family is nobody's business,
// so no other website is told which page they came from. Where somebody stands
// may be asked for by the search, and by nobody else. Strict transport leaves
// out subdomains and preloading: both bind more than this website.
var Headers = []Header{
	{policyName, Policy},
	{"Strict-Transport-Security", "max-age=31536000"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"},
	{"X-Content-Type-Options", "nosniff"},
}

// Fresh lets a browser keep a file if it asks each time whether it changed. It
// goes for all that is not in Keepings: a page of last week may be wrong.
const Fresh = "no-cache"

// Keeping is how long a browser may keep the files at an address without
// asking. One that ends in a slash is a folder.
type Keeping struct{ Address, Value string }

// pattern is the address as hosts write all that is in a folder.
func (k Keeping) pattern() string {
	if strings.HasSuffix(k.Address, "/") {
		return k.Address + "*"
	}
	return k.Address
}

// Keepings are the files that need not be asked for on every page. Those of the
// index have their bytes in their names. Pages ask for the style sheet and for
// the script of dates by their bytes too, but after a question mark, which some
// hosts take no notice of: so they are kept for a week and no longer.
var Keepings = []Keeping{
	{"/" + indexFolder, "public, max-age=31536000, immutable"},
	{"/" + styleName, "public, max-age=604800"},
	{"/" + todayName, "public, max-age=604800"},
}

// holds reports that a file is one of them.
func (k Keeping) holds(file string) bool {
	address := "/" + file
	return address == k.Address || strings.HasSuffix(k.Address, "/") && strings.HasPrefix(address, k.Address)
}

// CacheOf is how long a browser may keep a file without asking, for where each
// file is sent with what is said of it.
func CacheOf(file string) string {
	i := slices.IndexFunc(Keepings, func(k Keeping) bool { return k.holds(file) })
	if i < 0 {
		return Fresh
	}
	return Keepings[i].Value
}

// NamedByBytes reports that a file has its bytes in its name. It never changes,
// and a page that was opened before it went may still ask for it.
func NamedByBytes(file string) bool { return strings.HasPrefix(file, indexFolder) }

// Type is what files of an ending are called. Text is worth compressing.
type Type struct {
	Ending, Name string
	Text         bool
}

// Types are the endings of all files that this program publishes, and of those
// that a council is likely to put beside them. Hosts know most of them, and not
// always the same.
var Types = []Type{
	{"avif", "image/avif", false},
	{"bin", "application/octet-stream", false}, // compressed already
	{"css", "text/css", true},
	{"csv", "text/csv", true},
	{"gif", "image/gif", false},
	{"html", "text/html", true},
	{"ico", "image/vnd.microsoft.icon", false},
	{"ics", "text/calendar", true},
	{"jpg", "image/jpeg", false},
	{"js", "text/javascript", true},
	{"json", "application/json", true},
	{"mp3", "audio/mpeg", false},
	{"mp4", "video/mp4", false},
	{"pdf", "application/pdf", false},
	{"png", "image/png", false},
	{"svg", "image/svg+xml", true},
	{"txt", "text/plain", true},
	{"webp", "image/webp", false},
	{"woff2", "font/woff2", false},
	{"xml", "application/xml", true},
}

// Full is the name with the letters that the files are written in, where a
// browser would otherwise guess.
func (t Type) Full() string {
	if strings.HasPrefix(t.Name, "text/") {
		return t.Name + "; charset=utf-8"
	}
	return t.Name
}

// TypeOf is what a file is called, or nothing where its ending is not known.
func TypeOf(name string) Type {
	ending := strings.TrimPrefix(path.Ext(name), ".")
	i := slices.IndexFunc(Types, func(t Type) bool { return t.Ending == ending })
	if i < 0 {
		return Type{}
	}
	return Types[i]
}

// Move is a former address and where it leads now, with the path of the site.
type Move struct{ From, To string }

// Moves are all former addresses, in order.
func Moves(c *offer.Catalogue) []Move {
	var moves []Move
	for _, e := range c.Everything() {
		for _, alias := range e.Aliases {
			moves = append(moves, Move{c.Prefix() + alias.URL, c.Prefix() + e.URL()})
		}
	}
	slices.SortFunc(moves, func(a, b Move) int { return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To)) })
	return moves
}
