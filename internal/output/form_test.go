package output_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/editor"
	"github.com/localoffer/localoffer/internal/output"
)

func TestThePolicyOfTheFormIsWhatItsPageSays(t *testing.T) {
	const nobody = "; frame-ancestors 'none'"
	page := func(policy string) string {
		return `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="` + policy + `">`
	}
	mine := strings.Replace(editor.Policy, "connect-src ", "connect-src https://api.github.com ", 1)
	for text, want := range map[string]string{
		page(editor.Policy): editor.Policy + nobody,
		page(mine):          mine + nobody,
		"<h1>A form</h1>":   editor.Policy + nobody, // that says nothing

		// Whoever proposes a change writes no line of a server's settings.
		page("default-src 'self'\n} location /x { alias /;"): editor.Policy + nobody,
		page("default-src $uri"):                             editor.Policy + nobody,
		page("default-src %{ENV:PATH}e"):                     editor.Policy + nobody,
		page(`default-src \`):                                editor.Policy + nobody,
		page(""):                                             editor.Policy + nobody,
	} {
		if got := output.FormPolicy(map[string][]byte{"admin/index.html": []byte(text)}); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
	if got := output.FormPolicy(map[string][]byte{"admin/other.html": nil}); got != "" {
		t.Errorf("a site without the form has the policy %q", got)
	}
}
