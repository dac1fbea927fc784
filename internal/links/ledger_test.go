package links_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/localoffer/localoffer/internal/links"
	"github.com/localoffer/localoffer/internal/offer"
)

func days(list ...string) []offer.Date {
	var all []offer.Date
	for _, s := range list {
		all = append(all, day(s))
	}
	return all
}

func TestAPageIsBrokenAfterThreeSeparateDays(t *testing.T) {
	s := newStage(t)
	var status atomic.Int32
	s.plays("club.example", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(int(status.Load())) })
	var ledger links.Ledger
	for _, step := range []struct {
		on     string
		status int
		want   links.Verdict
		line   string
	}{
		{"2026-10-03", 404, links.Watched, "404\t2026-10-03\t2026-10-03"},
		{"2026-10-03", 404, links.Watched, "404\t2026-10-03\t2026-10-03"},
		{"2026-10-04", 503, links.Untold, "404\t2026-10-03\t2026-10-04"},
		{"2026-10-10", 410, links.Watched, "410\t2026-10-03,2026-10-10\t2026-10-10"},
		{"2026-10-17", 404, links.Broken, "404\t2026-10-03,2026-10-10,2026-10-17\t2026-10-17"},
		{"2026-10-24", 403, links.Untold, "404\t2026-10-03,2026-10-10,2026-10-17\t2026-10-24"},
		{"2026-11-01", 404, links.Broken, "404\t2026-10-03,2026-10-10,2026-10-17\t2026-11-01"},
		{"2026-11-02", 200, links.OK, "ok\t-\t2026-11-02"},
		{"2026-11-03", 404, links.Watched, "404\t2026-11-03\t2026-11-03"},
		{"2026-11-01", 404, links.Watched, "404\t2026-11-01,2026-11-03\t2026-11-01"}, // the clock was put back
		{"2026-11-04", 200, links.OK, "ok\t-\t2026-11-04"},
		{"2026-11-05", 500, links.Untold, "could-not-tell\t-\t2026-11-05"},
	} {
		status.Store(int32(step.status))
		o := s.options()
		o.Today = day(step.on)
		var results []links.Result
		ledger, results = links.Check(t.Context(), linksTo("http://club.example/a"), ledger, o)
		if got := results[0].Verdict; got != step.want {
			t.Errorf("%s: got %s, want %s", step.on, got, step.want)
		}
		if !strings.HasSuffix(ledger.String(), "\nhttp://club.example/a\t"+step.line+"\n") {
			t.Errorf("%s: got\n%swant %s", step.on, ledger, step.line)
		}
		again, problems := links.Parse(links.LedgerName, ledger.String())
		if len(problems) != 0 || again.String() != ledger.String() {
			t.Errorf("%s does not go round: %v\n%s", ledger, problems, again)
		}
		ledger = again
	}
	if after, _ := links.Check(t.Context(), nil, ledger, s.options()); len(after) != 0 {
		t.Errorf("an address that nobody gives any more is still there: %s", after)
	}
}

func TestAnotherTroubleBeginsItsOwnCount(t *testing.T) {
	s := newStage(t)
	s.playsTLS("club.example", says(200))
	before := links.Ledger{"https://club.example/": {Answer: "404", Days: days("2026-10-03", "2026-10-10"), Asked: day("2026-10-10")}}
	o := s.options()
	o.Today = day("2026-10-17")
	ledger, got := links.Check(t.Context(), linksTo("https://club.example/"), before, o)
	if r := ledger["https://club.example/"]; got[0].Verdict != links.Watched || r.Answer != "insecure" || len(r.Days) != 1 {
		t.Errorf("got %+v, %+v", got[0], r)
	}
	for _, on := range days("2026-10-18", "2026-10-19") {
		o.Today = on
		ledger, got = links.Check(t.Context(), linksTo("https://club.example/"), ledger, o)
	}
	if got[0].Verdict != links.Insecure {
		t.Errorf("after three days: got %+v", got[0])
	}
}

func TestTheLedgerIsInOrderAndForgivesAnEditor(t *testing.T) {
	ledger, problems := links.Parse("content/links.txt", "\ufeff# a note\r\n\r\nhttps://b.example/   ok  -   2026-11-01\r\n"+
		"https://a.example/x?y=%20z\t404\t2026-10-03,2026-10-10\t2026-10-10")
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	_, lines, _ := strings.Cut(ledger.String(), "three separate days.\n")
	if want := "https://a.example/x?y=%20z\t404\t2026-10-03,2026-10-10\t2026-10-10\nhttps://b.example/\tok\t-\t2026-11-01\n"; lines != want {
		t.Errorf("got %q, want %q", lines, want)
	}
}

func TestALineThatCannotBeIsReportedWhereItStands(t *testing.T) {
	const good = "https://a.example/\tok\t-\t2026-11-01\n"
	for line, want := range map[string]string{
		"https://b.example/":                                         "1 parts instead of four",
		"https://b.example/\tok\t-\t2026-11-01\tx":                   "5 parts",
		"<<<<<<< HEAD":                                               "2 parts",
		"b.example\tok\t-\t2026-11-01":                               "begin with the address",
		"https://u:p@b.example/\tok\t-\t2026-11-01":                  "begin with the address",
		"https://b.example/#x\tok\t-\t2026-11-01":                    "begin with the address",
		"https://b.example/\tfine\t-\t2026-11-01":                    "“fine” is not one of ok",
		"https://b.example/\t404\t3 Oct\t2026-11-01":                 "5 parts",
		"https://b.example/\t404\t2026-13-01\t2026-11-01":            "not days in their order",
		"https://b.example/\t404\t2026-10-02,2026-10-01\t2026-11-01": "not days in their order",
		"https://b.example/\t404\t2026-10-01,2026-10-01\t2026-11-01": "not days in their order",
		"https://b.example/\t404\t2026-10-01,\t2026-11-01":           "not days in their order",
		"https://b.example/\t404\t-\t2026-11-01":                     "does not go with",
		"https://b.example/\tok\t2026-10-01\t2026-11-01":             "does not go with",
		"https://b.example/\tok\t-\tyesterday":                       "“yesterday” is not a day",
		"https://a.example/\tok\t-\t2026-11-01":                      "in the list already",
	} {
		ledger, problems := links.Parse("content/links.txt", good+line+"\n"+"https://c.example/\tok\t-\t2026-11-01\n")
		if len(problems) != 1 || problems[0].Line != 2 || problems[0].File != "content/links.txt" || problems[0].Advice || !strings.Contains(problems[0].What, want) {
			t.Errorf("%q: got %v, want %q", line, problems, want)
		}
		if len(ledger) != 2 {
			t.Errorf("%q: the other lines were lost: %v", line, ledger)
		}
	}
}

// Whatever an editor or another website wrote as an address, the ledger that
// remembers it can be read again.
func FuzzLedger(f *testing.F) {
	for _, s := range []string{"https://a.example/ü b?c d\u00a0é#x", "HTTP://A.example", "http://a.example/%zz", "http://[fe80::1%25a b]/", "http://ü.example/?\t", "https://a.example:80:1", "http://a#\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, url string) {
		s := newStage(t)
		o := s.options()
		o.Dial = func(context.Context, string, string) (net.Conn, error) { return nil, errors.New("nobody is there") }
		ledger, results := links.Check(t.Context(), linksTo(url), nil, o)
		again, problems := links.Parse("content/links.txt", ledger.String())
		if len(results) != 1 || len(problems) != 0 || again.String() != ledger.String() {
			t.Errorf("%q: %v, %v\n%s", url, results, problems, ledger)
		}
	})
}
