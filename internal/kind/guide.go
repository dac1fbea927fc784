package kind

import "github.com/localoffer/localoffer/internal/offer"

var guides = Kind{
	Name: "guide", Folder: "guides", Plural: "Guides", Lasts: "guide",
	Read: readGuide, Fields: common(contact("Who to ask", "Who can say more.")),
}

// Guide is guidance: plain answers about rights, plans, money and services.
type Guide struct{ Contact offer.Contact }

func readGuide(f *Fields, _ *offer.Entry) offer.Detail { return &Guide{Contact: readContact(f)} }

// Contacts is who can say more.
func (g *Guide) Contacts(*offer.Catalogue) offer.Contact { return g.Contact }

// Facts says who can say more.
func (g *Guide) Facts(*offer.Entry, *offer.Catalogue) []offer.Group {
	if g.Contact.Empty() {
		return nil
	}
	return []offer.Group{contactGroup(g.Contact, "Who to ask")}
}
