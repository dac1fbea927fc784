package output

import (
	"regexp"
	"slices"

	"github.com/localoffer/localoffer/internal/editor"
)

// The form for editors needs what no other page may have: it puts styles inside
// itself, shows pictures that nobody has saved yet, and speaks to the host of the
// site's repository, which the council names in the form's own page.

// formPage is where a site has the form, if it has one.
const formPage = adminFolder + "index.html"

// stated finds the policy that a page states of itself.
var stated = regexp.MustCompile(`(?i)<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"`)

// plainPolicy are the letters that a policy needs and that mean nothing else to
// any host: the settings of a server are made of it.
var plainPolicy = regexp.MustCompile(`^[a-zA-Z0-9 ;:'*/._-]+$`)

// FormPolicy is the content security policy to be sent with the form for
// editors, or "" where a site has none. It is the one that the form's page
// states, so that there is one place to change it; and, as all pages, the form is
// in nobody's frame, which no page can say of itself.
func FormPolicy(static map[string][]byte) string {
	page, found := static[formPage]
	if !found {
		return ""
	}
	policy := editor.Policy
	if m := stated.FindSubmatch(page); m != nil && plainPolicy.Match(m[1]) {
		policy = string(m[1])
	}
	return policy + "; frame-ancestors 'none'"
}

// Form is what a host has to be told of the form for editors.
type Form struct {
	Address string // with the path of the site, and a last slash
	Policy  string
	Headers []Header // those of all other files, but for the policy
}

// newForm is nil where there is no form.
func newForm(prefix, policy string) *Form {
	if policy == "" {
		return nil
	}
	headers := slices.Clone(Headers)
	for i := range headers {
		if headers[i].Name == policyName {
			headers[i].Value = policy
		}
	}
	return &Form{prefix + "/" + adminFolder, policy, headers}
}
