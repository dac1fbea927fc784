package links_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/links"
	"github.com/localoffer/localoffer/internal/offer"
)

func TestAnEditorIsToldWhatToDo(t *testing.T) {
	three := days("2026-10-03", "2026-10-10", "2026-10-17")
	tests := []struct {
		result     links.Result
		what, hint string
	}{
		{links.Result{URL: "https://x.example/a", Verdict: links.Broken, Why: "it said that the page was not found (404)", Days: three},
			"https://x.example/a is not there any more: it said that the page was not found (404) on 3 October 2026, 10 October 2026 and 17 October 2026", "look for the page on their website"},
		{links.Result{URL: "https://x.example/a", Verdict: links.Moved, To: "https://y.example/b"},
			"advice: https://x.example/a has moved for good to https://y.example/b", "if it is the right page write it here"},
		{links.Result{URL: "https://x.example/a", Verdict: links.Moved, To: "https://y.example/"},
			"advice: https://x.example/a leads only to the front page of y.example", "the page itself may be gone"},
		{links.Result{URL: "https://x.example/a", Verdict: links.Moved, To: "https://y.example/" + strings.Repeat("b", 1000)}, "…\n", ""},
		{links.Result{URL: "https://x.example/", Verdict: links.Parked, To: "sold.example"}, "advice: https://x.example/ leads to sold.example", "led to strangers"},
		{links.Result{URL: "https://x.example/", Verdict: links.Insecure, Why: "it shows the certificate of another website", Days: three}, "advice: https://x.example/ warned visitors away on 3 October", "tell those who"},
		{links.Result{URL: "https://x.example/", Verdict: links.Unfit, Why: "this address has a name or a password in it"}, "advice: this address has a name or a password in it: the one of https://x.example/", "before the @"},
		{links.Result{Verdict: links.Unfit, Why: "this is not the address of a website"}, "advice: this is not the address of a website", "https://example.org"},
	}
	for _, test := range tests {
		other := offer.Place{File: "content/guides/money.md", Line: 3, Col: 1}
		test.result.At = []offer.Place{place, other}
		problems := links.Problems([]links.Result{test.result})
		if len(problems) != 2 {
			t.Fatalf("%v: got %v", test.result, problems)
		}
		if got := problems[0].String(); !strings.Contains(got, test.what) || !strings.Contains(problems[0].Hint, test.hint) || problems[0].Place != place {
			t.Errorf("got %s\nwant %s\n%s", got, test.what, test.hint)
		}
		if problems[0].Advice != (test.result.Verdict != links.Broken) || problems[1].Place != other {
			t.Errorf("%s: got %v", test.result.Verdict, problems)
		}
	}
}

func TestSomebodyElsesOutageIsNobodysProblem(t *testing.T) {
	results := []links.Result{{URL: "https://x.example/", Verdict: links.Untold}, {Verdict: links.Watched}, {Verdict: links.OK}}
	if got := links.Problems(results); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if got, want := links.Summary(results), "3 addresses of other websites: 1 ok, 0 to mend, 1 missing but not yet for three days, 1 could not be told"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
