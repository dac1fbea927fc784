package links

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// configName is the file in which a council states a contact once.
const configName = "config.toml"

// Gather gives the addresses of other websites that the site leads to: those
// of contacts, and those in the words of an entry. What is not listed leads
// nobody anywhere, and is left in peace.
func Gather(c *offer.Catalogue) []Link {
	list := ofContact(c.Help.Contact, offer.Place{File: configName})
	for _, e := range c.Everything() {
		if !c.Listed(e) {
			continue
		}
		if r, ok := e.Detail.(offer.Reachable); ok && e.Edition == nil {
			contact := r.Contacts(c)
			list = append(list, ofContact(contact, whereStated(c, e, contact))...)
		}
		for _, link := range e.Body.Links {
			if outside(link.URL) {
				list = append(list, Link(link))
			}
		}
	}
	return list
}

func ofContact(contact offer.Contact, at offer.Place) []Link {
	var list []Link
	for _, url := range []string{contact.Website, contact.Form} {
		if url != "" {
			list = append(list, Link{url, at})
		}
	}
	return list
}

// whereStated is the file in which a contact is to be mended: the settings
// where it is stated once, the provider's where an activity takes it from
// there, else the entry's own.
func whereStated(c *offer.Catalogue, e *offer.Entry, contact offer.Contact) offer.Place {
	if contact.ID != "" {
		return offer.Place{File: configName}
	}
	if d, ok := e.Detail.(offer.Provided); ok {
		if p := c.Find(d.ProvidedBy()); p != nil {
			if r, ok := p.Detail.(offer.Reachable); ok && r.Contacts(c) == contact {
				return offer.Place{File: p.File}
			}
		}
	}
	return offer.Place{File: e.File}
}

func outside(url string) bool {
	scheme, _, found := strings.Cut(url, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}
