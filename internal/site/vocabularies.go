package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

var words = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// reserved are the first parts of addresses that the program uses itself.
var reserved = []string{"search", "browse", "a-z", "site-map", "page", "age", "day", "when", "cost", "due", "_preview", "admin", "api"}

func (c *configChecker) checkVocabularies() {
	fields, addresses := map[string]bool{}, map[string]bool{}
	for _, name := range append(slices.Clone(reserved), kind.Folders()...) {
		addresses[name] = true
	}
	for i := range c.Vocabularies {
		v := &c.Vocabularies[i]
		n := fmt.Sprint(i)
		switch {
		case !words.MatchString(v.Field):
			c.add("a vocabulary needs a field in small letters, digits and hyphens", `write field = "needs"`, "vocabulary", n, "field")
		case fields[v.Field] || slices.Contains(ownFields(), v.Field):
			c.add("the field "+v.Field+" is taken already", "give this vocabulary a field of its own", "vocabulary", n, "field")
		}
		fields[v.Field] = true
		if v.Shape != offer.ShapeOne && v.Shape != offer.ShapeMany && v.Shape != offer.ShapeAnswers {
			c.add("the shape "+v.Shape+" is not known", "use one of: one, many, answers", "vocabulary", n, "shape")
		}
		switch {
		case v.Address == "":
		case !words.MatchString(v.Address) || addresses[v.Address]:
			c.add("the address "+v.Address+" cannot be used", "use a word of its own in small letters and hyphens; not one of: "+strings.Join(reserved, ", "), "vocabulary", n, "address")
		default:
			addresses[v.Address] = true
		}
		if len(v.Kinds) == 0 {
			c.add("the vocabulary "+v.Field+" belongs to no kind of entry", `write kinds = ["activity"]`, "vocabulary", n)
		}
		for j, name := range v.Kinds {
			if kind.Named(name) == nil {
				c.add("there is no kind of entry called "+name, offer.DidYouMean(name, kindNames()), "vocabulary", n, "kinds", fmt.Sprint(j))
			}
		}
		c.checkValues(v, n)
	}
}

// ownFields are the names that kinds of entry have without any vocabulary.
func ownFields() []string {
	var names []string
	for _, k := range kind.All {
		for _, field := range k.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}

func kindNames() []string {
	var names []string
	for _, k := range kind.All {
		names = append(names, k.Name)
	}
	return names
}

func (c *configChecker) checkValues(v *offer.Vocabulary, n string) {
	if len(v.Values) == 0 {
		c.add("the vocabulary "+v.Field+" has no values", "add [[vocabulary.value]] with an id and a label", "vocabulary", n)
	}
	seen := map[string]bool{}
	for j, value := range v.Values {
		m := fmt.Sprint(j)
		switch {
		case !words.MatchString(value.ID) || value.ID == "all":
			c.add("the id "+value.ID+" cannot be used", "use small letters, digits and hyphens; all has a meaning of its own", "vocabulary", n, "value", m, "id")
		case seen[value.ID]:
			c.add("the id "+value.ID+" is used twice in "+v.Field, "change one of the two", "vocabulary", n, "value", m, "id")
		case value.Label == "":
			c.add("the value "+value.ID+" has no label", "write what families read: label = \"…\"", "vocabulary", n, "value", m, "id")
		}
		seen[value.ID] = true
	}
}

// placeGuides notes where the settings name guides, for when one is not there.
func (c *configChecker) placeGuides() {
	for i := range c.Routes {
		c.Routes[i].Guide.At = c.at("routes", fmt.Sprint(i), "guide")
	}
	for i := range c.Vocabularies {
		for j := range c.Vocabularies[i].Values {
			c.Vocabularies[i].Values[j].Guide.At = c.at("vocabulary", fmt.Sprint(i), "value", fmt.Sprint(j), "guide")
		}
	}
}

func (c *configChecker) checkContacts() {
	for i, contact := range c.Contacts {
		for key, number := range map[string]string{"phone": contact.Phone, "text": contact.Text} {
			if _, fault := offer.ParsePhone(number); number != "" && fault != nil {
				c.add(fault.What, fault.Hint, "contacts", fmt.Sprint(i), key)
			}
		}
		if _, fault := offer.ParseEmail(contact.Email); contact.Email != "" && fault != nil {
			c.add(fault.What, fault.Hint, "contacts", fmt.Sprint(i), "email")
		}
	}
}

func (c *configChecker) checkTimes() {
	for i, t := range c.Terms {
		if t.Ends.Before(t.Starts) {
			c.add("the term "+t.Name+" ends before it starts", "swap starts and ends", "terms", fmt.Sprint(i), "ends")
		}
	}
	areas := c.Vocabulary("areas")
	for i, town := range c.Places {
		if areas != nil && town.Area != "" && areas.Value(town.Area) == nil {
			c.add("there is no area called "+town.Area, offer.DidYouMean(town.Area, areas.IDs()), "places", fmt.Sprint(i), "area")
		}
		if !within(town.Lat, 90) || !within(town.Lon, 180) {
			c.add("the place "+town.Name+" is nowhere on the earth", "write lat and lon in degrees, like lat = 51.39 and lon = 0.54", "places", fmt.Sprint(i), "lat")
		}
	}
}

// within tells degrees from what a slip of the decimal point makes of them, and
// from TOML's nan, which is neither more nor less than anything.
func within(degrees, most float64) bool { return degrees >= -most && degrees <= most }
