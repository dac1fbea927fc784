package kind

import "github.com/localoffer/localoffer/internal/offer"

var pages = Kind{
	Name: "page", Folder: "pages", Plural: "About this site", Lasts: "page",
	Read: readPage, Fields: common(statement),
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

var statement = Field{
	Name: "statement", Label: "Accessibility statement", Shape: Group, Example: "{status: partially, scope: example.org, prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, tested-by: the council, method: By hand., response: 5 working days}",
	Help: "Only on the accessibility statement: what fills the gaps in the wording that the law sets.",
	Fields: []Field{
		{Name: "scope", Label: "Which website", Shape: Text, Needed: true, Example: "localoffer.example.org", Help: "The name and address of the website."},
		{Name: "status", Label: "How far it meets the standard", Shape: Choice, Words: Statuses, Needed: true, Example: "partially", Help: "As the law's model puts it.",
			Lack: lacks("status", "partially")},
		{Name: "issues", Label: "What does not work yet", Shape: Groups, Example: "[{what: Some videos have no captions., criterion: 1.2.2}]", Help: "Each failure, its success criterion, and when you will mend it.",
			Fields: []Field{
				{Name: "what", Label: "What", Shape: Text, Needed: true, Example: "Some videos have no captions.", Help: "What does not work, and for whom."},
				{Name: "criterion", Label: "Criterion", Shape: Text, Needed: true, Example: "1.2.2 Captions", Help: "The success criterion of WCAG, with its number."},
				{Name: "by", Label: "Mended by", Shape: Date, Example: "2027-01-01", Help: "The day by which you will mend it."},
			}},
		{Name: "burden", Label: "Too great a burden", Shape: Texts, Example: "Captions for the 40 videos made before 2020.", Help: "What would be too great a burden to mend, a sentence each."},
		{Name: "exempt", Label: "What the law leaves out", Shape: Texts, Example: "Maps made before 2020.", Help: "A sentence each."},
		{Name: "prepared", Label: "Written on", Shape: Date, Needed: true, Example: "2026-09-14", Help: "The day the statement was written.", Lack: lacks("prepared", "2026-09-14")},
		{Name: "reviewed", Label: "Read through on", Shape: Date, Needed: true, Example: "2026-10-12", Help: "The day you last read it through.", Lack: lacks("reviewed", "2026-10-12")},
		{Name: "tested", Label: "Tested on", Shape: Date, Needed: true, Example: "2026-10-05", Help: "The day of the test.", Lack: lacks("tested", "2026-10-05")},
		{Name: "tested-by", Label: "Tested by", Shape: Text, Needed: true, Example: "the council", Help: "Who tested."},
		{Name: "method", Label: "How it was tested", Shape: Long, Needed: true, Example: "We tested a sample of pages by hand.", Help: "In a sentence or two."},
		{Name: "response", Label: "How soon you answer", Shape: Text, Needed: true, Example: "5 working days", Help: "How soon somebody who writes to you gets an answer."},
	},
}

func lacks(name, example string) *offer.Fault {
	return &offer.Fault{What: "the statement has no " + name, Hint: "add a line like " + name + ": " + example}
}

func readPage(f *Fields, _ *offer.Entry) offer.Detail {
	in, found := f.Map("statement")
	if !found {
		return &Page{}
	}
	defer f.close(in)
	s := &Statement{
		Scope: in.Text("scope"), Status: in.Choice("status"),
		Burden: in.Words("burden"), Exempt: in.Words("exempt"),
		Prepared: in.Date("prepared"), Reviewed: in.Date("reviewed"), Tested: in.Date("tested"),
		TestedBy: in.Text("tested-by"), Method: in.Text("method"), Response: in.Text("response"),
	}
	for _, issue := range in.Maps("issues") {
		s.Issues = append(s.Issues, Issue{issue.Text("what"), issue.Text("criterion"), issue.Date("by")})
		in.close(issue)
	}
	if s.Status == "fully" && len(s.Issues) > 0 {
		in.add(in.at("status"), "the statement says fully, and also lists "+offer.Counted(len(s.Issues), "issue", "issues"), "write status: partially, or take out what is mended")
	}
	return &Page{Statement: s}
}

// Facts has none: a page is told in its body.
func (p *Page) Facts(*offer.Entry, *offer.Catalogue) []offer.Group { return nil }
