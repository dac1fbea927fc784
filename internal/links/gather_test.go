package links_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/links"
	"github.com/localoffer/localoffer/internal/offer"
)

func TestTheAddressesOfWhatIsListedAreGathered(t *testing.T) {
	entry := func(kind, slug string, d offer.Detail, body ...string) *offer.Entry {
		e := &offer.Entry{Kind: kind, Folder: kind, Slug: slug, File: slug + ".md", Detail: d}
		for i, url := range body {
			e.Body.Links = append(e.Body.Links, offer.Hyperlink{URL: url, At: offer.Place{File: e.File, Line: i + 1}})
		}
		return e
	}
	club := offer.Contact{Website: "https://club.example", Form: "https://club.example/ask"}
	by := offer.Ref{Slug: "club", Kind: "provider"}
	ended := entry("guide", "ended", &kind.Guide{Contact: offer.Contact{Website: "https://ended.example"}}, "https://ended.example/x")
	ended.Ends = day("2026-10-01")
	entries := []*offer.Entry{
		entry("provider", "club", &kind.Provider{Contact: club}),
		entry("activity", "swim", &kind.Activity{Provider: by}),
		entry("activity", "dance", &kind.Activity{Provider: by, Contact: offer.Contact{Website: "https://dance.example"}}),
		entry("guide", "money", &kind.Guide{Contact: offer.Contact{ID: "team", Website: "https://team.example"}},
			"/guides/money/", "https://gov.example/dla", "mailto:a@b.example", "HTTP://gov.example/b"),
		entry("page", "about", &kind.Page{}), ended,
	}
	settings := &offer.Settings{}
	settings.Help.Website = "https://council.example"
	c, problems := offer.Link(settings, entries, day("2026-11-01"))
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, l := range links.Gather(c) {
		got = append(got, fmt.Sprint(l.At, " ", l.URL))
	}
	want := []string{
		"config.toml https://council.example", "dance.md https://dance.example",
		"club.md https://club.example", "club.md https://club.example/ask", "config.toml https://team.example",
		"money.md:2 https://gov.example/dla", "money.md:4 HTTP://gov.example/b",
		"club.md https://club.example", "club.md https://club.example/ask",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
