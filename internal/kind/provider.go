package kind

import "github.com/localoffer/localoffer/internal/offer"

var providers = Kind{
	Name: "provider", Folder: "providers", Plural: "Who runs things", Lasts: "provider",
	Read: readProvider,
	Fields: common(
		Field{Name: "type", Label: "What they are", Shape: Choice, Words: ProviderTypes, From: providerOptions, Needed: true, Example: "charity", Help: "The sort of body that runs things."},
		providerContact(),
	),
}

// ProviderTypes are the sorts of body that run things, with what a page says.
var ProviderTypes = []string{"council", "nhs", "school", "charity", "business", "community"}

var providerWords = map[string]string{
	"council": "Part of the council", "nhs": "Part of the NHS", "school": "A school or college",
	"charity": "A charity", "business": "A business", "community": "A community group",
}

func providerOptions(*offer.Settings) []Option {
	options := make([]Option, len(ProviderTypes))
	for i, id := range ProviderTypes {
		options[i] = Option{id, providerWords[id]}
	}
	return options
}

// Provider is who runs an activity.
type Provider struct {
	Type    string
	Contact offer.Contact
}

func readProvider(f *Fields, _ *offer.Entry) offer.Detail {
	p := &Provider{Type: f.Choice("type"), Contact: readContact(f)}
	if n, found := f.get("contact"); found && n.Shape == offer.Map && !reaches(n) {
		f.add(n.At, "there is no way to reach anyone in the contact", `add a phone, a text, an email, a website or a form, like phone: "01632 960123"`)
	}
	return p
}

func providerContact() Field {
	d := contact("Contact", "How families reach them, in at least one way.")
	d.Needed = true
	d.Lack = &offer.Fault{What: "there is no contact: families cannot reach this provider", Hint: "add a line like contact: " + d.Example}
	return d
}

// reaches reports that some way to reach a contact is written, right or wrong.
func reaches(n *offer.Node) bool {
	in := Fields{node: n}
	return in.has("team") || in.has("phone") || in.has("text") || in.has("email") || in.has("website") || in.has("form")
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
