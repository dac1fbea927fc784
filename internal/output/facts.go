package output

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// easyFacts are the groups of facts that an Easy Read page has: what one needs
// to get there. All others are on the full page.
var easyFacts = []string{"when", "where", "cost", "contact"}

// facts are what an entry says as labelled rows, in the words of the edition.
func (s *Site) facts(e *offer.Entry) []offer.Group {
	groups := e.Detail.Facts(e, s.Catalogue)
	if s.edition == nil {
		return groups
	}
	own := ownWords(e)
	if s.edition.ID == offer.EasyRead {
		easy(groups, own)
	}
	for _, g := range groups {
		for i := range g.Facts {
			s.tell(&g.Facts[i], own)
		}
	}
	return groups
}

// easy keeps of the facts what an Easy Read page has: the groups that one needs
// to get there, whether there is room, and whatever is said in words of its own.
func easy(groups []offer.Group, own map[string]bool) {
	for i := range groups {
		if slices.Contains(easyFacts, groups[i].ID) {
			continue
		}
		groups[i].Facts = slices.DeleteFunc(slices.Clone(groups[i].Facts), func(f offer.Fact) bool {
			return f.Label != "Places" && !slices.ContainsFunc(f.Items, func(item offer.Item) bool { return own[item.Text] })
		})
	}
}

// ownWords are the sentences of a twin that are in its own words.
func ownWords(e *offer.Entry) map[string]bool {
	own := map[string]bool{}
	for _, p := range e.Said {
		own[p.Text] = true
	}
	return own
}

// tell puts a row into the words of the edition, piece by piece. What cannot be
// put is marked as what it is.
func (s *Site) tell(fact *offer.Fact, own map[string]bool) {
	fact.Label, fact.Lang = s.name(fact.Label)
	var items []offer.Item
	for _, item := range fact.Items {
		items = append(items, s.tellItem(item, own)...)
	}
	fact.Items = items
}

func (s *Site) tellItem(item offer.Item, own map[string]bool) []offer.Item {
	if other := s.At(item.URL); other != nil {
		link := s.link(other)
		return []offer.Item{{Text: link.Text, URL: strings.TrimPrefix(link.URL, s.prefix), Lang: link.Lang, To: link.Lang}}
	}
	if strings.HasPrefix(item.URL, "/") {
		item.URL = "" // a list, and lists are told in the main edition alone
	}
	if item.Code || own[item.Text] {
		return []offer.Item{item}
	}
	return s.sentences(item)
}

// sentences puts an item into the words of the edition as a whole, or else
// sentence by sentence: what an editor added to the times is still in English,
// but the times are not.
func (s *Site) sentences(item offer.Item) []offer.Item {
	words, lang := s.put(item.Text)
	if lang == "" {
		return []offer.Item{{Text: words, URL: item.URL}}
	}
	var items []offer.Item
	for _, sentence := range strings.SplitAfter(item.Text, ". ") {
		words, lang := s.put(strings.TrimSpace(sentence))
		if last := len(items) - 1; last >= 0 && items[last].Lang == lang {
			items[last].Text += " " + words
			continue
		}
		items = append(items, offer.Item{Text: words, URL: item.URL, Lang: lang})
	}
	return items
}

// tellFresh puts how old the facts are into the words of the edition. Who
// checked, and how, is on the page of the original.
func (s *Site) tellFresh(page *EntryPage) {
	f := &page.Fresh
	page.Day = f.On.Words()
	if s.edition == nil {
		return
	}
	if !f.On.IsZero() {
		f.Checked = "We last checked these facts on"
	}
	f.Checked, page.Day = s.say(f.Checked), s.putText(page.Day)
	f.Facts, f.Next = "", s.putText(f.Next)
	if f.By != "" {
		f.By = s.edition.Words.Stop()
	}
	f.Warning, page.Reason = s.warning(f.Warning)
	for i := range page.Later {
		page.Later[i].Warning, page.Later[i].Lang = s.put(page.Later[i].Warning)
	}
}

// warning puts what the program warns of into the words of the edition. A reason
// that an editor gave stands behind it as it is.
func (s *Site) warning(text string) (words, reason string) {
	for _, piece := range s.sentences(offer.Item{Text: text}) {
		if piece.Lang == "" {
			words = strings.TrimSpace(words + " " + piece.Text)
		} else {
			reason = strings.TrimSpace(reason + " " + piece.Text)
		}
	}
	return words, reason
}
