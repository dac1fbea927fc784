package offer

import (
	"net/url"
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

// numbered are the numbers of Ofcom's National Telephone Numbering Plan, as
// dialled at home: 10 or 11 digits with the leading 0; 0800 1111 and 0845 4647;
// 999 and the services of three figures and of 116 with six; text short codes.
var numbered = regexp.MustCompile(`^(0[1-9][0-9]{8,9}|08001111|08454647|999|1[0-9]{2}|116[0-9]{3}|[1678][0-9]{4})$`)

// ParsePhone tidies a United Kingdom telephone number; +44 is read as the
// leading 0.
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
	stray := strings.Contains(s, "+")
	if rest, abroad := strings.CutPrefix(strings.TrimSpace(s), "+44"); abroad {
		stray = strings.Contains(rest, "+")
		only = "0" + strings.TrimPrefix(strings.TrimPrefix(only, "44"), "0")
	}
	if strings.Contains(only, "x") || stray || !numbered.MatchString(only) {
		hint := "write the whole number with its area code, in quotation marks: \"01632 960123\""
		if strings.Contains(s, " or ") || strings.Contains(s, ",") || strings.Contains(s, "/") {
			hint = "write one number here, and others in the words of the page"
		}
		return "", &Fault{"the telephone number " + quote(s) + " cannot be one", hint}
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
// opening + kept, and without the (0) that is not dialled after +44.
func Dial(phone string) string {
	number := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
	if rest, found := strings.CutPrefix(number, "+440"); found {
		return "+44" + rest
	}
	return number
}

var email = regexp.MustCompile(`^[^\s@<>"(),;:]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$`)

// ParseEmail checks the shape of an address; nothing can check that it works.
func ParseEmail(s string) (string, *Fault) {
	text := strings.TrimPrefix(strings.TrimSpace(s), "mailto:")
	if !email.MatchString(text) || strings.Contains(text, "..") {
		hint := "write it like play@example.org"
		if strings.Count(s, "@") > 1 {
			hint = "write one address here, and others in the words of the page"
		}
		return "", &Fault{"the email address " + quote(s) + " cannot be one", hint}
	}
	return text, nil
}

// ParseWebsite checks an outside address: https or http, with a host.
func ParseWebsite(s string) (string, *Fault) {
	text := strings.TrimSpace(s)
	lower := strings.ToLower(text)
	found := strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
	u, err := url.Parse(text)
	switch {
	case strings.ContainsAny(text, " \t\n\"<>\\^`{|}") || strings.HasPrefix(lower, "javascript:"):
		return "", &Fault{"the website " + quote(s) + " is not an address", "write it like https://example.org"}
	case !found && strings.Contains(text, ".") && !strings.Contains(text, ":"):
		return "", &Fault{"the website " + quote(s) + " has no https:// in front", "write https://" + clip(strings.TrimLeft(text, "/"))}
	case !found || err != nil || !strings.Contains(strings.Trim(u.Hostname(), "."), "."):
		return "", &Fault{"the website " + quote(s) + " is not an address", "write it like https://example.org"}
	}
	return text, nil
}
