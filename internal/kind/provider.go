package kind

import "github.com/localoffer/localoffer/internal/offer"

var providers = Kind{
	Name: "provider", Folder: "providers", Plural: "Who runs things", Lasts: "provider",
	Read: readProvider, Fields: []string{"type", "contact"},
}

// ProviderTypes are the sorts of body that run things, with what a page says.
var ProviderTypes = []string{"council", "nhs", "school", "charity", "business", "community"}

var providerWords = map[string]string{
	"council": "Part of the council", "nhs": "Part of the NHS", "school": "A school or college",
	"charity": "A charity", "business": "A business", "community": "A community group",
}

// Provider is who runs an activity.
type Provider struct {
	Type    string
	Contact offer.Contact
}

func readProvider(f *Fields, _ *offer.Entry) offer.Detail {
	f.missing("type", "there is no type", "add a line like type: charity; "+offer.DidYouMean("", ProviderTypes))
	f.missing("contact", "there is no contact: families cannot reach this provider", `add a line like contact: {name: Play team, phone: "01632 960123"}`)
	p := &Provider{Type: f.Choice("type", ProviderTypes), Contact: readContact(f)}
	if n, found := f.get("contact"); found && n.Shape == offer.Map && !reaches(n) {
		f.add(n.At, "there is no way to reach anyone in the contact", `add a phone, a text, an email, a website or a form, like phone: "01632 960123"`)
	}
	return p
}

// reaches reports that some way to reach a contact is written, right or wrong.
func reaches(n *offer.Node) bool {
	in := Fields{node: n}
	return in.has("phone") || in.has("text") || in.has("email") || in.has("website") || in.has("form")
}

// Contacts is who to ring.
func (p *Provider) Contacts(*offer.Catalogue) offer.Contact { return p.Contact }

// Facts says what sort of body it is and how to reach it.
func (p *Provider) Facts(e *offer.Entry, c *offer.Catalogue) []offer.Group {
	about := offer.Group{ID: "about", Title: "About them"}
	about.Facts = addText(about.Facts, "What they are", providerWords[p.Type])
	about.Facts = addFact(about.Facts, "Where they work", tags(e, c, "areas"))
	return []offer.Group{about, contactGroup(p.Contact, "Contact")}
}
