package links

import (
	"net/http"
	"net/url"
	"strings"
)

// reply is what is kept of a response.
type reply struct {
	method string
	status int
	header http.Header
	body   []byte
}

func (r reply) fine() bool { return r.status >= 200 && r.status < 300 }

// leads reports that the reply sends us on to another address.
func (r reply) leads() bool {
	switch r.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return r.header.Get("Location") != ""
	}
	return false
}

func (r reply) forGood() bool {
	return r.status == http.StatusMovedPermanently || r.status == http.StatusPermanentRedirect
}

// walk is the way from an address to where it leads.
type walk struct {
	from, at *url.URL
	settled  *url.URL // the last address that was reached by moves for good alone
	borrowed bool     // a move that is not for good was on the way
	hops     int
	seen     map[string]bool
}

// follow takes one step, or says why it cannot be taken. No name or password
// that a website puts into an address is carried on.
func (w *walk) follow(r reply) string {
	next, err := w.at.Parse(r.header.Get("Location"))
	if err != nil || next.Hostname() == "" || next.Scheme != "http" && next.Scheme != "https" {
		return "it leads to an address that cannot be read"
	}
	next.User, next.Fragment, next.RawFragment = nil, "", ""
	next.RawQuery = plainQuery(next.RawQuery)
	if w.hops++; w.hops > mostRedirects {
		return "it leads on and on, from one address to another"
	}
	if w.seen[next.String()] {
		return "it leads round in a circle"
	}
	w.seen[next.String()] = true
	w.at = next
	if w.borrowed = w.borrowed || !r.forGood(); !w.borrowed {
		w.settled = next
	}
	return ""
}

// moved reports a move that an editor should take over. https in place of
// http, www. and a last slash are none; neither is a front page that sends its
// visitors on to a page of its own, for the front page is the better address.
func (w *walk) moved() bool {
	if host(w.from) != host(w.settled) {
		return true
	}
	return !frontPage(w.from) && !strings.EqualFold(pathOf(w.from), pathOf(w.settled))
}

func pathOf(u *url.URL) string { return strings.TrimSuffix(u.Path, "/") }

func frontPage(u *url.URL) bool { return pathOf(u) == "" && u.RawQuery == "" }
