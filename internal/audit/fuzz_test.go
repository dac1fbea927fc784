package audit_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/audit"
	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// FuzzPage reads any bytes back as a finished page: a council may put pages of
// its own into static/. A page that runs a script from its own address is told.
func FuzzPage(f *testing.F) {
	const from = "static/own.html"
	c, _ := offer.Link(&offer.Settings{BaseURL: "https://example.org/local-offer/"}, nil, offer.Date{Year: 2026, Month: 11, Day: 1})
	f.Fuzz(func(t *testing.T, body []byte) {
		defer hostile.Watch(len(body))()
		if p := audit.ReadPage(body); len(p.Heading)+len(p.Lead)+len(p.Words)+len(p.LeadsTo) > 4*len(body) {
			t.Errorf("a page of %d bytes says %+v", len(body), p)
		}
		plan := &output.Plan{Files: []output.File{{Path: "own.html", From: from}}}
		a := audit.New(plan, c, nil)
		a.File(0, body)
		problems := a.Problems()
		hostile.Places(t, from, body, problems)
		if bytes.HasPrefix(body, []byte(`<p><a href="javascript:alert(1)">`)) && !told(problems, "javascript:") {
			t.Errorf("nobody is told of the address in %q: %v", body, problems)
		}
	})
}

func told(problems []offer.Problem, what string) bool {
	for _, p := range problems {
		if strings.Contains(p.What, what) {
			return true
		}
	}
	return false
}
