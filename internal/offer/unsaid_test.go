package offer_test

import (
	"fmt"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestManyReviewsThatDoNotSayHowArePointedOut(t *testing.T) {
	entries := func(n int, change func(*offer.Review)) []*offer.Entry {
		var list []*offer.Entry
		for i := range n {
			r := offer.Review{On: day("2026-11-20"), By: "SEND team", At: offer.Place{File: fmt.Sprintf("%d.md", i), Line: 7, Col: 16}}
			change(&r)
			list = append([]*offer.Entry{{File: r.At.File, Reviewed: r}}, list...)
		}
		return list
	}
	same := func(*offer.Review) {}
	tests := []struct {
		name    string
		entries []*offer.Entry
		want    string
	}{
		{"few", entries(4, same), ""},
		{"many", entries(5, same), "0.md:7:16: advice: 5 pages were checked on 20 November 2026 by the SEND team, and none of them says how: 0.md, 1.md, 2.md, 3.md and 4.md\n  hint: where somebody looked, say how: phone, visit, email or website; where a date was only moved, put the old one back"},
		{"many, by nobody", entries(7, func(r *offer.Review) { r.By = "" }), "0.md:7:16: advice: 7 pages were checked on 20 November 2026, and none of them says how: 0.md, 1.md, 2.md, 3.md, 4.md and 2 more\n  hint: where somebody looked, say how: phone, visit, email or website; where a date was only moved, put the old one back"},
		{"many that say how", entries(50, func(r *offer.Review) { r.How = "phone" }), ""},
		{"many of two teams", append(entries(4, same), entries(4, func(r *offer.Review) { r.By = "Play team" })...), ""},
		{"many of several days", append(entries(4, same), entries(4, func(r *offer.Review) { r.On = day("2026-11-19") })...), ""},
		{"many that were never checked", entries(50, func(r *offer.Review) { r.On = offer.Date{} }), ""},
	}
	for _, test := range tests {
		got := ""
		for _, p := range offer.CheckReviews(test.entries) {
			got += p.String()
		}
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}
