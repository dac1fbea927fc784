package audit

import (
	"bytes"
	"encoding/json"
	"html"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// secrets finds masked addresses in bytes of any kind. Each is looked for in
// every way in which an output could write it. A table of the first four bytes
// keeps the search to one look a byte, however many there are.
type secrets struct {
	starts [1 << 16]bool
	texts  map[uint32][]secret
}

type secret struct {
	text, file string
}

const secretStart = 4

func newSecrets(c *offer.Catalogue) *secrets {
	s := &secrets{texts: map[uint32][]secret{}}
	public := published(c)
	for _, e := range c.Entries {
		v := e.Venue()
		if v == nil {
			continue
		}
		for _, text := range v.Secrets() {
			if !public[text] {
				s.add(text, e.File)
			}
		}
	}
	return s
}

// published are the lines of addresses that are not masked. A postcode that a
// hall and a carer's home share is not given away by the hall.
func published(c *offer.Catalogue) map[string]bool {
	public := map[string]bool{}
	for _, e := range c.Entries {
		if v := e.Venue(); v != nil && !v.Mask {
			for _, line := range v.Lines() {
				public[line] = true
				public[strings.ReplaceAll(line, " ", "")] = true
			}
		}
	}
	return public
}

func (s *secrets) add(text, file string) {
	quoted, _ := json.Marshal(text) // a string always has a JSON form
	forms := map[string]bool{
		text: true, html.EscapeString(text): true, strings.Trim(string(quoted), `"`): true,
		strings.ReplaceAll(text, " ", "%20"): true, strings.ReplaceAll(text, " ", "+"): true,
	}
	if _, fault := offer.ParsePostcode(text); fault == nil {
		for form := range forms {
			forms[strings.ToLower(form)] = true
		}
	}
	for form := range forms {
		if len(form) < secretStart {
			continue
		}
		key := start([]byte(form))
		s.starts[fold(key)] = true
		s.texts[key] = append(s.texts[key], secret{form, file})
	}
}

func start(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func fold(key uint32) uint16 { return uint16(key * 0x9E3779B1 >> 16) }

// in gives the secrets that stand in some bytes, each once.
func (s *secrets) in(body []byte) []secret {
	if len(s.texts) == 0 {
		return nil
	}
	var found []secret
	for i := 0; i+secretStart <= len(body); i++ {
		key := start(body[i:])
		if !s.starts[fold(key)] {
			continue
		}
		for _, secret := range s.texts[key] {
			if bytes.HasPrefix(body[i:], []byte(secret.text)) && !slices.Contains(found, secret) {
				found = append(found, secret)
			}
		}
	}
	return found
}
