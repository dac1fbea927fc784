package source_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// page reads some words below whole front matter. They begin on line 8.
func page(words string) (offer.Body, []offer.Problem) {
	e, problems := readFile("terms", termMatter+"\n"+words)
	return e.Body, problems
}

func TestWhatAFamilyCouldNotUseIsToldAtItsLine(t *testing.T) {
	tests := []struct {
		name, words string
		told        []string
		hint        string
	}{
		{"headings in order", "## A\n\n### B\n\n#### C\n\n## D\n", nil, ""},
		{"a heading like the page's own title", "# A\n", []string{"8:1: this heading is as large as the page's own title"}, "write ## in front of it instead of #"},
		{"the same, underlined", "A\n===\n", []string{"8:1: this heading is as large as the page's own title"}, "write ##"},
		{"a heading that begins too deep", "### A\n", []string{"8:1: this heading jumps from level 1 to level 3"}, "write ## in front of it; a screen reader tells people the levels"},
		{"a heading that jumps", "## A\n\n#### B\n", []string{"10:1: this heading jumps from level 2 to level 4"}, "write ### in front of it"},
		{"a heading that jumps back is in order", "## A\n\n### B\n\n## C\n\n### D\n", nil, ""},
		{"an empty heading", "##\n", []string{"8:1: this heading is empty"}, "write its words, or take out the #"},

		{"a picture with words", "![Children painting](/pictures/a.jpg)\n", nil, ""},
		{"a picture without words", "Look: ![](/pictures/a.jpg)\n", []string{"8:7: this picture has no words for people who cannot see it"}, "write in the square brackets what it shows"},
		{"a picture with words of spaces", "![ ](/pictures/a.jpg)\n", []string{"8:1: this picture has no words for people who cannot see it"}, "write in the square brackets"},
		{"a picture from another site", "![A](https://example.com/a.jpg)\n", []string{"8:1: this picture comes from another website"}, "copy it into static/"},
		{"a picture from another site, oddly written", "![A](HTTPS:/example.com/a.jpg)\n", []string{"8:1: this picture comes from another website"}, "copy it into static/"},
		{"a picture from another site, in code", "![A](https:&#47;&#47;example.com/a.jpg)\n", []string{"8:1: this picture comes from another website"}, "copy it into static/"},

		{"a link that says what it leads to", "[how to ask for a grant](/guides/grant/)\n", nil, ""},
		{"click here", "Please [click here](/guides/grant/).\n", []string{"8:8: the link says only “click here”"}, "say what it leads to"},
		{"Here, with a full stop", "[Here.](/guides/grant/)\n", []string{"8:1: the link says only “here”"}, "say what it leads to"},
		{"READ MORE in bold", "[**READ MORE**](/guides/grant/)\n", []string{"8:1: the link says only “read more”"}, "say what it leads to"},
		{"a link without words", "[](/guides/grant/)\n", []string{"8:1: this link has no words"}, "write in the square brackets what the page is about"},
		{"a link to nowhere", "[the grant]()\n", []string{"8:1: this link leads nowhere"}, "write an address in the round brackets"},
		{"a link whose words are a picture", "[![A map of Chatham](/a.png)](/area/chatham/)\n", nil, ""},
		{"a link without its scheme", "[the grant](//example.org/x)\n", []string{"8:1: this address has no https: in front"}, "write https://example.org/x"},

		{"a website without its scheme", "[the NHS](www.nhs.uk)\n", []string{"8:1: this address has no https:// in front"}, "write https://www.nhs.uk"},
		{"an email address without its scheme", "[email the team](team@example.org)\n", []string{"8:1: this email address has no mailto: in front"}, "write mailto:team@example.org"},
		{"a file on a computer", "![A hall](C:\\Users\\hall.jpg)\n", []string{"8:1: this is a file on your own computer"}, "put it into static/"},
		{"a heading without its space", "Words.\n##What to bring\n", []string{"9:1: there is no space behind the ##, so this is no heading"}, "write ## What to bring"},
		{"a number is no heading", "#1 in Kent, and ##\n", nil, ""},
		{"a list from a word processor", "Bring\n• a towel\n• a drink\n", []string{"9:1: this looks like a list, and would be shown as one paragraph"}, "with a hyphen and a space"},

		{"a tag in the words", "Some <b>bold</b> words.\n", []string{"8:6: HTML tags are not used in entries, and would be left out"}, "to show a < sign, write &lt;"},
		{"a block of tags", "Words.\n\n<div>\nin a box\n</div>\n", []string{"10:1: HTML tags are not used in entries, and would be left out"}, "write it in Markdown"},
		{"words behind a closing tag", "</div> These would be lost.\n", []string{"8:1: HTML tags are not used in entries, and would be left out"}, "write it in Markdown"},
		{"a script", "<script>alert(1)</script>\n", []string{"8:1: HTML tags are not used in entries, and would be left out"}, "write it in Markdown"},
		{"a less-than sign", "Under &lt;5 years, or 3 < 5.\n", nil, ""},
		{"a note to other editors", "<!-- ask Ann -->\n\nWords.\n", nil, ""},
		{"a note on several lines", "<!--\nask Ann\n\nor Bob\n-->\nWords.\n", nil, ""},
		{"a note in a sentence", "Words <!-- ask Ann --> and more.\n", nil, ""},
		{"a note that never ends", "Words.\n\n<!-- ask Ann\n\nMore words.\n", []string{"10:1: a note is opened with <!-- and never closed, so all that is below it would be left out"}, "write --> at the end of the note"},
		{"words on the line where a note ends", "<!-- ask Ann --> These would be lost.\n", []string{"8:1: the words on the same line as --> would be left out"}, "begin a new line after -->"},
		{"and on a later line", "<!-- ask\nAnn --> These would be lost.\n", []string{"9:1: the words on the same line as --> would be left out"}, "begin a new line after -->"},

		{"all of them, in order", "# A\n\n![](/a.png)\n\n[here](/x/)\n", []string{"8:1: this heading is as large as the page's own title", "10:1: this picture has no words for people who cannot see it", "12:1: the link says only “here”"}, ""},
	}
	for _, test := range tests {
		_, problems := page(test.words)
		if got := told(problems); !slices.Equal(got, append([]string{}, test.told...)) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.told)
			continue
		}
		if len(problems) > 0 && !strings.Contains(problems[0].Hint, test.hint) {
			t.Errorf("%s: hint %q, want %q", test.name, problems[0].Hint, test.hint)
		}
	}
}

func TestNoTagThatAnEditorTypesIsPublished(t *testing.T) {
	for _, words := range []string{
		"<script>alert(1)</script>", "Words <script>alert(1)</script> words", "<img src=x onerror=alert(1)>", "a <img src=x onerror=alert(1)> b",
		"<div onclick=\"x()\">\n\nwords\n\n</div>", "<style>*{}</style>", "<iframe src=\"https://example.org\"></iframe>", "<a href=\"javascript:x\">x</a>",
		"<!-- a --><script>alert(1)</script>", "<SCRIPT>x</SCRIPT>", "<?php x ?>", "<![CDATA[<script>x</script>]]>", "<!DOCTYPE html><script>x</script>",
		"## <script>x</script>\n\nwords", "- <script>x</script>", "> <script>x</script>", "| a |\n| - |\n| <script>x</script> |", "[<script>x</script>](/a/)", "![<script>x</script>](/a.png)",
		"Words[^1]\n\n[^1]: <script>x</script>", "Word\n: <script>x</script>",
	} {
		body, problems := page(words + "\n")
		if len(problems) == 0 && !strings.HasPrefix(words, "<!--") {
			t.Errorf("%q: nothing was reported", words)
		}
		checkSafe(t, words, body)
	}
}

func TestWhatIsNotQuiteATagIsShownAsItWasTyped(t *testing.T) {
	for words, want := range map[string]string{
		"<svg/onload=alert(1)>": "&lt;svg/onload=alert(1)&gt;", "< script>": "&lt; script&gt;", "&lt;script&gt;": "&lt;script&gt;", "&#60;script&#62;": "&lt;script&gt;",
		"\\<script>": "&lt;script&gt;", "    <script>": "&lt;script&gt;", "`<script>`": "&lt;script&gt;",
	} {
		body, problems := page(words + "\n")
		if !strings.Contains(body.HTML, want) || len(problems) > 0 {
			t.Errorf("%q: got %s, %v", words, body.HTML, problems)
		}
		checkSafe(t, words, body)
	}
}

func TestAnAddressThatRunsAScriptIsRefusedHoweverItIsHidden(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", "jAvAsCrIpT:alert(1)", "vbscript:x", "VBScript:x",
		"data:text/html,x", "DATA:text/html;base64,PHN2Zz4=", "data:image/svg+xml,x", "file:///etc/passwd", "blob:x", "about:blank", "view-source:x", "intent:x",
		"java&#115;cript:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#x6a;&#x61;vascript&#58;alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)",
		"java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "java&#9;script:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "&Tab;javascript:alert(1)",
		"javascript\\:alert(1)", "<java\tscript:alert(1)>", "< javascript:alert(1)>", "<javascript:alert(1)>", "\x01javascript:alert(1)", "\u200bjavascript:alert(1)", "\u00a0javascript:alert(1)",
		"/&sol;example.com/x", "&sol;/example.com/x", "/\\/example.com/x", "&#47;&#47;example.com", "\\\\example.com",
	} {
		for form, words := range map[string]string{
			"a link": "[the grant](" + address + ")", "a picture": "![a hall](" + address + ")", "a reference": "[the grant][1]\n\n[1]: " + address, "a linked picture": "[![a hall](/a.png)](" + address + ")",
		} {
			body, problems := page(words + "\n")
			checkSafe(t, words, body)
			if len(problems) == 0 {
				t.Errorf("%s to %q was let through: %s", form, address, body.HTML)
			}
		}
	}
	for _, words := range []string{"<javascript:alert(1)>", "<JavaScript:alert(1)>", "<data:text/html,x>", "<vbscript:x>"} {
		body, problems := page(words + "\n")
		checkSafe(t, words, body)
		if len(problems) != 1 {
			t.Errorf("%q: got %q", words, told(problems))
		}
	}
}

func TestAnAddressWrittenInCodeTwiceOverStaysWhatItWas(t *testing.T) {
	for _, address := range []string{"&amp;#106;avascript:alert(1)", "/&amp;#47;example.com/", "/&amp;sol;example.com/", "/\\\\&amp;#47;example.com/", "java&amp;#115;cript:x"} {
		body, _ := page("[the grant](" + address + ")\n")
		checkSafe(t, address, body)
		if strings.Contains(body.HTML, `href="//`) || strings.Contains(body.HTML, "href=\"/\\") {
			t.Errorf("%q leads to another site: %s", address, body.HTML)
		}
	}
	body, problems := page("[the grant](https://example.org/?a=1&copy=2&amp;b=3)\n")
	if want := `href="https://example.org/?a=1&amp;copy=2&amp;b=3"`; !strings.Contains(body.HTML, want) || len(problems) > 0 {
		t.Errorf("got %s, %v; want %s", body.HTML, problems, want)
	}
}

func TestALinkLeadsWhereAnEditorMeant(t *testing.T) {
	// The page is /terms/an-entry/, of a site below /local-offer/.
	tests := []struct{ written, href, followed string }{
		{"/guides/grant/", "/local-offer/guides/grant/", "/guides/grant/"},
		{"/guides/grant/#money", "/local-offer/guides/grant/#money", "/guides/grant/#money"},
		{"/", "/local-offer/", "/"},
		{"#money", "#money", "/terms/an-entry/#money"},
		{"../guides/grant.md", "/local-offer/guides/grant/", "/guides/grant/"},
		{"../guides/grant.md#money", "/local-offer/guides/grant/#money", "/guides/grant/#money"},
		{"./portage.md", "/local-offer/terms/portage/", "/terms/portage/"},
		{"portage.md", "/local-offer/terms/portage/", "/terms/portage/"},
		{"/content/guides/grant.md", "/local-offer/guides/grant/", "/guides/grant/"},
		{"/guides/grant.md", "/local-offer/guides/grant/", "/guides/grant/"},
		{"../../guides/grant/", "/local-offer/guides/grant/", "/guides/grant/"},
		{"../portage/", "/local-offer/terms/portage/", "/terms/portage/"},
		{"../../../../../etc/", "/local-offer/etc/", "/etc/"},
		{"../../../../etc/passwd.md", "/local-offer/etc/passwd/", "/etc/passwd/"},
		{"/search/?q=swim", "/local-offer/search/?q=swim", "/search/?q=swim"},
		{"/search/?q=a:b", "/local-offer/search/?q=a:b", "/search/?q=a:b"},
		{"/search/#q=swim&need=autism", "/local-offer/search/#q=swim&amp;need=autism", "/search/#q=swim&need=autism"},
		{"https://example.org/a", "https://example.org/a", "https://example.org/a"},
		{"HTTPS://example.org/a", "HTTPS://example.org/a", "HTTPS://example.org/a"},
		{"mailto:play@example.org", "mailto:play@example.org", ""},
		{"tel:01632960123", "tel:01632960123", ""},
	}
	for _, test := range tests {
		body, problems := page("[the grant](" + test.written + ")\n")
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.written, problems)
		}
		if want := `<a href="` + test.href + `">`; !strings.Contains(body.HTML, want) {
			t.Errorf("%s: got %s, want %s", test.written, body.HTML, want)
		}
		var followed []string
		for _, link := range body.Links {
			followed = append(followed, link.URL)
			if link.At.Line != 8 || link.At.Col != 1 {
				t.Errorf("%s: the link stands at %s", test.written, link.At)
			}
		}
		if got := strings.Join(followed, " "); got != test.followed {
			t.Errorf("%s: it will be followed to %q, want %q", test.written, got, test.followed)
		}
	}
}

func TestALinkToAnotherSiteNamesIt(t *testing.T) {
	body, _ := page("[apply](https://www.example.org/form?a=b)\n")
	if want := `<a href="https://www.example.org/form?a=b">apply</a> <span class="site">(example.org)</span>`; !strings.Contains(body.HTML, want) {
		t.Errorf("got %s, want %s", body.HTML, want)
	}
	body, _ = page("[apply](/form/)\n")
	if strings.Contains(body.HTML, "site") {
		t.Errorf("a link within the site names a site: %s", body.HTML)
	}
}

func TestMarkdownBecomesTheHTMLThatItMeans(t *testing.T) {
	tests := []struct{ name, words, html string }{
		{"a paragraph", "Some **bold** and *soft* and ~~old~~ words & more.", "<p>Some <strong>bold</strong> and <em>soft</em> and <del>old</del> words &amp; more.</p>\n"},
		{"a list", "- one\n- two\n", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"},
		{"a table in a box that scrolls by itself", "| Day | Price |\n| --- | ----: |\n| Monday | £3 |\n",
			"<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n<thead>\n<tr>\n<th>Day</th>\n<th>Price</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Monday</td>\n<td>£3</td>\n</tr>\n</tbody>\n</table></div>\n"},
		{"a table is named after its heading", "## Food & drink\n\n| Day |\n| --- |\n",
			"<h2 id=\"food--drink\">Food &amp; drink</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"Table: Food &amp; drink\" tabindex=\"0\"><table>\n<thead>\n<tr>\n<th>Day</th>\n</tr>\n</thead>\n</table></div>\n"},
		{"words and what they mean", "Respite\n: A short break.\n", "<dl>\n<dt>Respite</dt>\n<dd>A short break.</dd>\n</dl>\n"},
		{"a heading with an address", "## What you can do today\n", "<h2 id=\"what-you-can-do-today\">What you can do today</h2>\n"},
		{"code is shown as typed", "`<b>&amp;</b>`", "<p><code>&lt;b&gt;&amp;amp;&lt;/b&gt;</code></p>\n"},
		{"an address by itself", "<https://example.org/a?b=c&d=e>", "<p><a href=\"https://example.org/a?b=c&amp;d=e\">https://example.org/a?b=c&amp;d=e</a></p>\n"},
		{"a picture", "![Children & paint](/pictures/hall.jpg)", "<p><img src=\"/local-offer/pictures/hall.jpg\" alt=\"Children &amp; paint\" /></p>\n"},
		{"quotation marks in an address stay in it", "[x y](/a\"onclick=\"b)", "<p><a href=\"/local-offer/a%22onclick=%22b\">x y</a></p>\n"},
		{"braces give no attribute", "## A {onclick=x}\n", "<h2 id=\"a-onclickx\">A {onclick=x}</h2>\n"},
	}
	for _, test := range tests {
		body, problems := page(test.words)
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.name, problems)
		}
		if body.HTML != test.html {
			t.Errorf("%s:\n got %s\nwant %s", test.name, body.HTML, test.html)
		}
	}
}

func TestAFootnoteLeadsThereAndBack(t *testing.T) {
	body, problems := page("It is free[^1].\n\n[^1]: Until 2027.\n")
	if len(problems) > 0 {
		t.Error(problems)
	}
	for _, part := range []string{`<a href="#fn:1"`, `id="fnref:1"`, `<li id="fn:1">`, `href="#fnref:1"`, "Until 2027."} {
		if !strings.Contains(body.HTML, part) {
			t.Errorf("there is no %s in %s", part, body.HTML)
		}
	}
	checkSafe(t, "a footnote", body)
}

func TestEachHeadingHasAnAddressOfItsOwn(t *testing.T) {
	tests := []struct {
		words string
		ids   []string
	}{
		{"## Money\n\n## Money\n\n## Money\n", []string{"money", "money-1", "money-2"}},
		{"## Money -\n\n## Money\n\n## - Money\n", []string{"money", "money-2", "money-3"}},
		{"## Who's it for?\n", []string{"whos-it-for"}},
		{"## 帮助\n\n## مساعدة\n", []string{"heading", "heading-1"}},
		{"## - \\-\n\n## \\-\n", []string{"part", "part-2"}},
		{"## Food &amp; drink\n", []string{"food-amp-drink"}},
	}
	for _, test := range tests {
		body, problems := page(test.words)
		var ids []string
		for _, s := range body.Sections {
			ids = append(ids, s.ID)
			if !strings.Contains(s.HTML, `<h2 id="`+s.ID+`">`) {
				t.Errorf("%q: the section %s has another address in its words: %s", test.words, s.ID, s.HTML)
			}
		}
		if !slices.Equal(ids, test.ids) || len(problems) > 0 {
			t.Errorf("%q: got %q, %v; want %q", test.words, ids, problems, test.ids)
		}
	}
}

func TestTheWordsComeInSectionsThatTogetherAreTheWhole(t *testing.T) {
	body, _ := page("First words.\n\n## Food & drink\n\nTea.\n\n### Cakes\n\nBuns.\n\n## AT&amp;T \\*new\\*\n\nPhones.\n")
	var titles, all []string
	for _, s := range body.Sections {
		titles = append(titles, s.Title)
		all = append(all, s.HTML)
	}
	if want := []string{"", "Food & drink", "AT&T *new*"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
	if strings.Join(all, "") != body.HTML {
		t.Errorf("the sections are not the whole:\n%s\n%s", strings.Join(all, "|"), body.HTML)
	}
	if body, _ := page(""); len(body.Sections) > 0 || body.HTML != "" {
		t.Errorf("no words have the sections %q", body.Sections)
	}
}

func TestTheWordsToSearchAreThoseThatAReaderSees(t *testing.T) {
	body, _ := page("## Food &amp; drink\n\nSome **bold** \\*words\\*\nand [a link](/secret-address/) &lt;3.\n\n| Day | Price |\n| - | - |\n| Monday | £3 |\n\n`code &amp; code` ![a hall](/hall.jpg)\n")
	if want := "Food & drink Some bold *words* and a link <3. Day Price Monday £3 code &amp; code a hall"; body.Text() != want {
		t.Errorf("\n got %q\nwant %q", body.Text(), want)
	}
}

// One line of "[a](b[a](b…" keeps a Markdown parser busy for a time that grows
// with its square, so a block has a greatest length.
func TestAParagraphTooLongToReadIsRefusedAtItsFirstLine(t *testing.T) {
	const what = ": this paragraph is longer than 12 kB"
	long := strings.Repeat("[a](b", 100_000/5)
	tests := []struct{ name, words, want string }{
		{"one line of links never closed", "Words.\n\n" + long, "10:1" + what},
		{"many lines", "Words.\n\n" + strings.Repeat("some words\n", 2000), "10:1" + what},
		{"quoted", strings.Repeat("> some words\n>\n", 2000), "8:1" + what},
		{"deep in quotations", strings.Repeat(">", 20_000) + "\n", "8:1" + what},
		{"deep in brackets", strings.Repeat("[", 20_000) + "\n", "8:1" + what},
		{"stars", strings.Repeat("*a **a ", 5000) + "\n", "8:1" + what},
	}
	for _, test := range tests {
		body, problems := page(test.words)
		if got := told(problems); !slices.Equal(got, []string{test.want}) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if body.HTML != "" {
			t.Errorf("%s: %d bytes were rendered all the same", test.name, len(body.HTML))
		}
	}
	if _, problems := page(strings.Repeat(strings.Repeat("word ", 200)+"\n\n", 100)); len(problems) > 0 {
		t.Errorf("a long page of short paragraphs: %v", problems)
	}
}

// What is just short enough must be read, deep as it is, and end.
func TestDeepMarkdownNeitherHangsNorFallsOver(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much, one thing after another")
	}
	const most = 12<<10 - 10
	for _, mark := range []string{"[", "![", "[a](b", "*", "**a ", "_a*", "> ", ">", "- ", "1. ", "`", "<", "<a ", "&", "\\", "|", "[^1]", "#", "~", "<!--", ":\n", "a\n: ", "\t"} {
		body, _ := page(strings.Repeat(mark, most/len(mark)))
		checkSafe(t, mark, body)
	}
}
