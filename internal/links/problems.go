package links

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Problems says what an editor can mend, at every place that gives the
// address. Only what is broken stops a build.
func Problems(results []Result) []offer.Problem {
	var problems offer.Problems
	for _, r := range results {
		add, what, hint := problems.Advise, "", ""
		switch r.Verdict {
		case Broken:
			add = problems.Add
			what = r.URL + " is not there any more: " + r.Why + " on " + inWords(r.Days)
			hint = "look for the page on their website, or ring them, and write its new address; if there is none, take it out"
		case Moved:
			what, hint = movedWords(r)
		case Parked:
			what = r.URL + " leads to " + r.To + ", which looks like the page of a domain that is for sale"
			hint = "ask whether they have a new website; until then take the address out, so that no family is led to strangers"
		case Insecure:
			what = r.URL + " warned visitors away on " + inWords(r.Days) + ": " + r.Why
			hint = "tell those who look after the website, or write an address of theirs that opens without a warning"
		case Unfit:
			what, hint = unfitWords(r)
		default:
			continue
		}
		for _, at := range r.At {
			add(at, what, hint)
		}
	}
	return problems.All()
}

// movedWords tells a move to another page from one to a front page, which is
// how many websites say that a page is gone.
func movedWords(r Result) (what, hint string) {
	to, err := url.Parse(r.To)
	from, err2 := url.Parse(r.URL)
	if err == nil && err2 == nil && frontPage(to) && !frontPage(from) {
		return r.URL + " leads only to the front page of " + to.Hostname(),
			"the page itself may be gone: look for it there, and write its new address"
	}
	return r.URL + " has moved for good to " + short(r.To), "open the new address, and if it is the right page write it here"
}

func unfitWords(r Result) (what, hint string) {
	if r.URL == "" {
		return r.Why, "write it like https://example.org"
	}
	return r.Why + ": the one of " + r.URL, "take out what stands before the @: everybody who reads the page can see it"
}

func inWords(days []offer.Date) string {
	list := make([]string, len(days))
	for i, d := range days {
		list[i] = d.Words()
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// short keeps an address that another website chose from filling a screen.
func short(url string) string {
	const most = 200
	if len(url) > most {
		return url[:most] + "…"
	}
	return url
}

// Summary is one line on how a check went, for whoever ran it.
func Summary(results []Result) string {
	n := map[Verdict]int{}
	for _, r := range results {
		n[r.Verdict]++
	}
	return fmt.Sprintf("%d addresses of other websites: %d ok, %d to mend, %d missing but not yet for three days, %d could not be told",
		len(results), n[OK], n[Broken]+n[Moved]+n[Parked]+n[Insecure]+n[Unfit], n[Watched], n[Untold])
}
