package offer

import (
	"regexp"
	"strings"
)

// Postcode is a full United Kingdom postcode in its usual form: "ME4 7AA".
type Postcode string

// BS 7666: an outward code of two to four characters, then a digit and two
// letters, of which C, I, K, M, O and V are never used.
var postcode = regexp.MustCompile(`^([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][ABD-HJLNP-UW-Z]{2})$`)

// ParsePostcode reads a postcode in any case, with or without its space.
func ParsePostcode(s string) (Postcode, *Fault) {
	code, ok := postcodeOf(s)
	if !ok {
		return "", &Fault{"the postcode " + quote(s) + " cannot be one", postcodeHint(s)}
	}
	return code, nil
}

func postcodeOf(s string) (Postcode, bool) {
	m := postcode.FindStringSubmatch(strings.ToUpper(strings.Join(strings.Fields(s), " ")))
	if m == nil {
		m = postcode.FindStringSubmatch(strings.ToUpper(strings.Join(strings.Fields(s), "")))
	}
	if m == nil {
		return "", false
	}
	return Postcode(m[1] + " " + m[2]), true
}

// District is the outward code, "ME4": all that may be shown of a masked place.
func (p Postcode) District() string {
	district, _, _ := strings.Cut(string(p), " ")
	return district
}

// Venue is where something happens. Where Mask is set (a carer's own home),
// no output of any kind may carry the name, the address or the full postcode.
type Venue struct {
	Name     string
	Address  string
	Town     string
	Postcode Postcode
	Mask     bool
}

// Lines are the parts of the address that may be published, most exact first.
func (v Venue) Lines() []string {
	parts := []string{v.Name, v.Address, v.Town, string(v.Postcode)}
	if v.Mask {
		parts = []string{v.Town, v.Postcode.District()}
	}
	var lines []string
	for _, part := range parts {
		if part != "" {
			lines = append(lines, part)
		}
	}
	return lines
}

var houseNumber = regexp.MustCompile(`^[0-9]+[A-Za-z]?([-/][0-9]+[A-Za-z]?)? +`)

// Secrets are the words of a masked venue that must never be published.
func (v Venue) Secrets() []string {
	if !v.Mask {
		return nil
	}
	var secrets []string
	for _, s := range []string{v.Name, v.Address, string(v.Postcode), strings.ReplaceAll(string(v.Postcode), " ", "")} {
		if s != "" && s != v.Town {
			secrets = append(secrets, s)
		}
	}
	return secrets
}
