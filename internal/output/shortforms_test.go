package output

import "testing"

func TestShortFormsAreWrittenOutOnceWhereAPageFirstUsesThem(t *testing.T) {
	forms := []shortForm{{"EHC plan", "education, health and care plan"}, {"SEN support", "special educational needs support"}, {"CAMHS", "child and adolescent mental health services"}, {"SEN", "special educational needs"}, {"A&amp;E", "accident &amp; emergency"}}
	for _, test := range []struct{ page, want string }{
		{"<p>Ask CAMHS. CAMHS will ring.</p>", "<p>Ask CAMHS (child and adolescent mental health services). CAMHS will ring.</p>"},
		{"<p>SEN support and SEN.</p>", "<p>SEN support (special educational needs support) and SEN (special educational needs).</p>"},
		{"<p>Two EHC plans.</p>", "<p>Two EHC plans (education, health and care plans).</p>"},
		{"<h2>CAMHS</h2><p><a href=\"/x/\">CAMHS <b>team</b></a> <em>CAMHS</em></p>", "<h2>CAMHS</h2><p><a href=\"/x/\">CAMHS <b>team</b></a> <em>CAMHS (child and adolescent mental health services)</em></p>"},
		{"<p>Our team (CAMHS) helps. CAMHS rings.</p>", "<p>Our team (CAMHS) helps. CAMHS rings.</p>"},
		{"<p>CAMHS (a health team) helps.</p>", "<p>CAMHS (a health team) helps.</p>"},
		{"<p title=\"SEN\">SENCO, SEN-wise, ASEN, SENs</p>", "<p title=\"SEN\">SENCO, SEN-wise, ASEN, SENs (special educational needs)</p>"},
		{"<p>Go to A&amp;E.</p>", "<p>Go to A&amp;E (accident &amp; emergency).</p>"},
		{"<p>1 &lt; 2<br/>é CAMHS", "<p>1 &lt; 2<br/>é CAMHS (child and adolescent mental health services)"},
		{"", ""},
	} {
		x := &expander{left: append([]shortForm{}, forms...)}
		if got := x.html(test.page); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.page, got, test.want)
		}
	}
}

func TestWhatTheSummaryWritesOutTheBodyDoesNot(t *testing.T) {
	x := &expander{left: []shortForm{{"SEN", "special educational needs"}}}
	if got := x.text("Help with SEN & more."); got != "Help with SEN (special educational needs) & more." {
		t.Errorf("got %q", got)
	}
	if got := x.html("<p>SEN</p>"); got != "<p>SEN</p>" {
		t.Errorf("got %q", got)
	}
}
