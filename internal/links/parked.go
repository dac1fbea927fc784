package links

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// The words of pages that are put up where a domain has lapsed. Every one of
// them names the domain: a hall or a minibus that is for sale is not enough.
var (
	title     = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title`)
	tag       = regexp.MustCompile(`(?s)<[^>]*>`)
	forSale   = regexp.MustCompile(`\bdomain( name)?\b([^.!?]|\.\S){0,60} (is|are|may be|might be)( \w+)? for sale\b`)
	saleWords = []string{
		"buy this domain", "purchase this domain", "this domain is parked", "this domain name is parked",
		"inquire about this domain", "enquire about this domain", "make an offer on this domain",
		"this domain has expired", "this domain name has expired", "this domain is available",
	}
	saleTitles  = []string{"domain for sale", "domain name for sale", "parked domain", "domain parking"}
	namedTitles = []string{" is for sale", " may be for sale", " is parked", " has expired"} // after the domain itself
)

// parked reports that a page looks like one for a domain that nobody uses. Its
// title may name the domain itself: “oldclub.example is for sale”.
func parked(page []byte, from, at *url.URL) bool {
	var heading string
	if m := title.FindSubmatch(page); m != nil {
		heading = words(string(m[1]))
	}
	for _, end := range namedTitles {
		if strings.Contains(heading, host(from)+end) || strings.Contains(heading, host(at)+end) {
			return true
		}
	}
	text := words(tag.ReplaceAllString(string(page), " "))
	return containsAny(heading, saleTitles) || containsAny(text, saleWords) || forSale.MatchString(text)
}

func containsAny(text string, list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(text, s) })
}

// words are those of a piece of HTML, in small letters, with single spaces.
func words(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(html.UnescapeString(s)), " "))
}
