package kind

import "github.com/localoffer/localoffer/internal/offer"

var pages = Kind{
	Name: "page", Folder: "pages", Plural: "About this site", Lasts: "page",
	Read: readPage, Fields: []string{"statement"},
}

// Page is a plain page: about, contact, privacy, the accessibility statement.
type Page struct{ Statement *Statement }

// Statement fills the slots of the accessibility statement, whose headings and
// legal words are fixed (SI 2018/952 regulation 8; the model statement of
// Commission Implementing Decision (EU) 2018/1523 as kept in UK law).
type Statement struct {
	Scope, Status              string
	Issues                     []Issue
	Burden, Exempt             []string
	Prepared, Reviewed, Tested offer.Date
	TestedBy, Method, Response string
}

// Issue is something that does not meet a WCAG success criterion yet.
type Issue struct {
	What, Criterion string
	By              offer.Date
}

// Statuses are the three that the model statement allows.
var Statuses = []string{"fully", "partially", "not"}

func readPage(f *Fields, _ *offer.Entry) offer.Detail {
	in, found := f.Map("statement", "{status: partially, scope: example.org}",
		"scope", "status", "issues", "burden", "exempt", "prepared", "reviewed", "tested", "tested-by", "method", "response")
	if !found {
		return &Page{}
	}
	defer f.close(in)
	for name, example := range map[string]string{"status": "partially", "prepared": "2026-09-14", "reviewed": "2026-10-12", "tested": "2026-10-05"} {
		in.missing(name, "the statement has no "+name, "add a line like "+name+": "+example)
	}
	s := &Statement{
		Scope: in.Needed("scope", "localoffer.example.org"), Status: in.Choice("status", Statuses),
		Burden: in.Words("burden"), Exempt: in.Words("exempt"),
		Prepared: in.Date("prepared"), Reviewed: in.Date("reviewed"), Tested: in.Date("tested"),
		TestedBy: in.Needed("tested-by", "the council"), Method: in.Needed("method", "We tested a sample of pages by hand."),
		Response: in.Needed("response", "5 working days"),
	}
	for _, issue := range in.Maps("issues", "[{what: Some videos have no captions., criterion: 1.2.2}]", "what", "criterion", "by") {
		s.Issues = append(s.Issues, Issue{issue.Needed("what", "Some videos have no captions."), issue.Needed("criterion", "1.2.2 Captions"), issue.Date("by")})
		in.close(issue)
	}
	if s.Status == "fully" && len(s.Issues) > 0 {
		in.add(in.at("status"), "the statement says fully, and also lists "+count(len(s.Issues), "issue", "issues"), "write status: partially, or take out what is mended")
	}
	return &Page{Statement: s}
}

// Facts has none: a page is told in its body.
func (p *Page) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
