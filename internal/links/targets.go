package links

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// target is one address to ask, however many entries give it.
type target struct {
	key string // the address as the ledger writes it
	url *url.URL
	at  []offer.Place
	got outcome
}

// sorted gathers links to the same address, in order, and sets aside those that
// must not be asked.
func sorted(list []Link) ([]*target, []Result) {
	known := map[string]*target{}
	var targets []*target
	var unfit []Result
	for _, link := range list {
		u, why := clean(link.URL)
		if why != "" {
			unfit = append(unfit, Result{URL: u.String(), At: []offer.Place{link.At}, Verdict: Unfit, Why: why})
			continue
		}
		t, found := known[u.String()]
		if !found {
			t = &target{key: u.String(), url: u}
			known[t.key] = t
			targets = append(targets, t)
		}
		if !slices.Contains(t.at, link.At) {
			t.at = append(t.at, link.At)
		}
	}
	slices.SortFunc(targets, func(a, b *target) int { return strings.Compare(a.key, b.key) })
	return targets, unfit
}

// clean gives an address as it is asked: with no fragment, which no server
// sees, and nothing in it that would break a line of the ledger. It also says
// why it cannot be asked, if so; then the address holds no password any more.
func clean(raw string) (*url.URL, string) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || zoned(u) {
		return &url.URL{}, "this is not the address of a website"
	}
	secret := u.User != nil
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	u.RawQuery = plainQuery(u.RawQuery)
	if secret {
		return u, "this address has a name or a password in it"
	}
	return u, ""
}

// zoned reports an address by way of one network card of one computer (RFC
// 6874). To everybody else it says nothing.
func zoned(u *url.URL) bool { return strings.Contains(u.Hostname(), "%") }

// plainQuery escapes what Go leaves in a query as it was typed.
func plainQuery(query string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// queues puts the addresses of each website in one row, for those are asked one
// after another. The longest unasked come first, so that where time
// runs out it is never always the same ones that are left.
func queues(targets []*target, before Ledger) [][]*target {
	longest := func(a, b *target) int {
		return cmp.Or(before[a.key].Asked.Compare(before[b.key].Asked), strings.Compare(a.key, b.key))
	}
	rows := map[string][]*target{}
	for _, t := range targets {
		rows[host(t.url)] = append(rows[host(t.url)], t)
	}
	var all [][]*target
	for _, row := range rows {
		slices.SortFunc(row, longest)
		all = append(all, row)
	}
	slices.SortFunc(all, func(a, b []*target) int { return longest(a[0], b[0]) })
	return all
}

// host is the name of a website; www. is taken for the same one.
func host(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), "www.")
}

// result is the verdict on an address, from what it answered today and what is
// on record. The days count only when today agrees with them.
func (t *target) result(r Record) Result {
	out := Result{URL: t.key, At: t.at, Verdict: Untold, Why: t.got.why, To: t.got.to}
	switch t.got.answer {
	case "":
		out.Why = "there was no time left to ask"
	case answerOK:
		out.Verdict = OK
	case answerMoved:
		out.Verdict = Moved
	case answerParked:
		out.Verdict = Parked
	case answerNotFound, answerGone, answerInsecure:
		out.Verdict, out.Days = Watched, r.Days
		if len(r.Days) >= daysToBelieve {
			out.Verdict = lasting[t.got.answer]
		}
	}
	return out
}

// lasting is what an answer means once it was given on enough days.
var lasting = map[string]Verdict{answerNotFound: Broken, answerGone: Broken, answerInsecure: Insecure}

func inOrder(results []Result) {
	slices.SortStableFunc(results, func(a, b Result) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Why, b.Why))
	})
}
