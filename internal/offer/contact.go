package offer

import (
	"regexp"
	"strings"
)

// Contact is how to reach a role, never a person. Text, for those who cannot
// use a telephone, is a number for text messages or relay.
type Contact struct {
	ID      string `toml:"id"`
	Name    string `toml:"name"`
	Phone   string `toml:"phone"`
	Text    string `toml:"text"`
	Email   string `toml:"email"`
	Website string `toml:"website"`
	Form    string `toml:"form"`
}

// Empty reports that there is no way to reach anyone in it.
func (c Contact) Empty() bool {
	return c.Phone == "" && c.Text == "" && c.Email == "" && c.Website == "" && c.Form == ""
}

// ParsePhone tidies a United Kingdom telephone number. Ofcom's numbers for
// callers at home have 10 or 11 digits with the leading 0, 999-style and
// three-figure services such as 111 have three, and 116-numbers six; +44 is
// read as the leading 0.
func ParsePhone(s string) (string, *Fault) {
	only := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case r == ' ' || r == '-' || r == '(' || r == ')' || r == '.' || r == '+' || r == '\u00a0':
			return -1
		}
		return 'x'
	}, s)
	if strings.HasPrefix(strings.TrimSpace(s), "+44") {
		only = "0" + strings.TrimPrefix(strings.TrimPrefix(only, "44"), "0")
	}
	known := (len(only) == 10 || len(only) == 11) && only[0] == '0' && len(only) > 1 && only[1] != '0'
	short := len(only) == 3 && only[0] == '1' || only == "999" || len(only) == 6 && strings.HasPrefix(only, "116") || len(only) == 5 && only[0] == '1' || len(only) == 5 && (only[0] >= '6')
	if strings.Contains(only, "x") || !known && !short {
		return "", &Fault{"the telephone number " + quote(s) + " cannot be one", "write the whole number with its area code, in quotation marks: \"01632 960123\""}
	}
	return spaced(strings.TrimSpace(s), only), nil
}

// spaced keeps the editor's own spacing, and gives a bare number some.
func spaced(typed, only string) string {
	if typed != only || len(only) != 11 {
		return typed
	}
	return only[:5] + " " + only[5:]
}

// Dial is a telephone number as a link needs it (RFC 3966): digits, with an
// opening + kept.
func Dial(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}

var email = regexp.MustCompile(`^[^\s@<>"(),;:]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$`)

// ParseEmail checks the shape of an address; nothing can check that it works.
func ParseEmail(s string) (string, *Fault) {
	text := strings.TrimPrefix(strings.TrimSpace(s), "mailto:")
	if !email.MatchString(text) || strings.Contains(text, "..") {
		return "", &Fault{"the email address " + quote(s) + " cannot be one", "write it like play@example.org"}
	}
	return text, nil
}

// ParseWebsite checks an outside address: https or http, with a host.
func ParseWebsite(s string) (string, *Fault) {
	text := strings.TrimSpace(s)
	lower := strings.ToLower(text)
	rest, found := strings.CutPrefix(lower, "https://")
	if !found {
		rest, found = strings.CutPrefix(lower, "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	switch {
	case strings.ContainsAny(text, " \t\n\"<>\\^`{|}") || strings.HasPrefix(lower, "javascript:"):
		return "", &Fault{"the website " + quote(s) + " is not an address", "write it like https://example.org"}
	case !found && strings.Contains(text, ".") && !strings.Contains(text, ":"):
		return "", &Fault{"the website " + quote(s) + " has no https:// in front", "write https://" + text}
	case !found || !strings.Contains(host, "."):
		return "", &Fault{"the website " + quote(s) + " is not an address", "write it like https://example.org"}
	}
	return text, nil
}
