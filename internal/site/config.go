package site

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// ConfigName is the file of settings at the root of a site.
const ConfigName = "config.toml"

// mostConfig is many times what a county needs, in bytes. The time that it takes to
// tell of every line that cannot be used grows with the square of their number.
const mostConfig = 128 << 10

// ReadConfig reads the settings of a site. They are nil where they cannot be
// used at all; the problems say why.
func ReadConfig(folder fs.FS, baseURL string) (*offer.Settings, []offer.Problem, error) {
	text, err := fs.ReadFile(folder, ConfigName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, []offer.Problem{{Place: offer.Place{File: ConfigName}, What: "there is no " + ConfigName + " here", Hint: "go to the folder of the site, name it with --site, or make one: localoffer new site NAME"}}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", ConfigName, err)
	}
	if len(text) > mostConfig {
		return nil, []offer.Problem{{Place: offer.Place{File: ConfigName}, What: "the settings are longer than 128 kB", Hint: "take out what is there by mistake; what families read goes into content/"}}, nil
	}
	var problems offer.Problems
	read := &configFile{}
	d := toml.NewDecoder(strings.NewReader(string(text)))
	d.DisallowUnknownFields()
	if err := d.Decode(read); err != nil && !reportConfig(err, string(text), &problems) {
		return nil, problems.All(), nil
	}
	s := read.settings()
	if baseURL != "" {
		s.BaseURL = baseURL
	}
	c := &configChecker{Settings: s, tree: source.Tree(text, ConfigName), problems: &problems}
	c.check()
	return s, problems.All(), nil
}

// reportConfig says what the decoder found. The result is false where the text
// could not be read to its end.
func reportConfig(err error, text string, problems *offer.Problems) bool {
	var unknown *toml.StrictMissingError
	lines := strings.Split(text, "\n")
	if errors.As(err, &unknown) {
		for i := range unknown.Errors {
			key := unknown.Errors[i].Key()
			problems.Add(inCharacters(lines, &unknown.Errors[i]), "there is no setting called "+strings.Join(key, "."), offer.DidYouMean(key[len(key)-1], settingNames))
		}
		return true
	}
	at := offer.Place{File: ConfigName, Line: 1, Col: 1}
	what, hint := err.Error(), "compare the line with the one in docs/content.md"
	var bad *toml.DecodeError
	if errors.As(err, &bad) {
		at = inCharacters(lines, bad)
		what = strings.TrimPrefix(bad.Error(), "toml: ")
		if strings.Contains(what, "cannot decode") || strings.Contains(what, "cannot store") {
			what = "this value is of the wrong sort"
		} else if plain, how := source.ExplainTOML(lines[at.Line-1]); plain != "" {
			what, hint = plain, how
		}
	}
	problems.Add(at, "the settings cannot be read from here on: "+what, hint)
	return false
}

// inCharacters is the place of a fault in the settings. The decoder counts the
// bytes of a line, and an editor its characters.
func inCharacters(lines []string, fault *toml.DecodeError) offer.Place {
	line, col := fault.Position()
	line = max(1, min(line, len(lines)))
	before := lines[line-1]
	before = before[:max(0, min(col-1, len(before)))]
	return offer.Place{File: ConfigName, Line: line, Col: 1 + utf8.RuneCountInString(before)}
}

// settingNames are the names that a setting may have, for suggestions.
var settingNames = settingsIn(configFile{})

type configChecker struct {
	*offer.Settings
	tree     offer.Node
	problems *offer.Problems
}

// at is the place of a setting: at("vocabulary", "2", "shape").
func (c *configChecker) at(path ...string) offer.Place {
	n, best := &c.tree, offer.Place{File: ConfigName, Line: 1, Col: 1}
	for _, name := range path {
		if n.Shape == offer.List {
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(n.Items) {
				return best
			}
			n = &n.Items[i]
		} else {
			field, found := n.Get(name)
			if !found {
				return best
			}
			n, best = &field.Value, field.At
		}
		if n.At.Line > 0 {
			best = n.At
		}
	}
	return best
}

func (c *configChecker) add(what, hint string, path ...string) {
	c.problems.Add(c.at(path...), what, hint)
}

func (c *configChecker) check() {
	c.checkTitle()
	c.checkLook()
	c.checkVocabularies()
	c.checkContacts()
	c.checkTimes()
	c.checkReview()
	c.placeGuides()
	c.Settings.Lists.PerPage = orElse(c.Settings.Lists.PerPage, 40)
	if c.Language == "" {
		c.Language = "en-GB"
	}
	c.LanguageName = cmp.Or(c.LanguageName, "English")
	if c.ShortTitle == "" {
		c.ShortTitle = c.Title
	}
}

func orElse(n, usual int) int {
	if n == 0 {
		return usual
	}
	return n
}

// checkReview fills in the limits that were left out: nothing is ever without
// one, for what never falls due is never checked.
func (c *configChecker) checkReview() {
	r := &c.Review
	for limit, usual := range map[*offer.Months]int{
		&r.Club: 6, &r.Service: 12, &r.Provider: 12, &r.Guide: 12, &r.Journey: 12, &r.Page: 12, &r.Term: 36, &r.Places: 3,
	} {
		*limit = offer.Months(orElse(int(*limit), usual))
		if *limit < 0 {
			c.add("a review cannot last less than a month", "write a number of months, like 6", "review")
		}
	}
	if r.DueSoonDays < 0 || r.LongOverdueDays < 0 {
		c.add("a number of days cannot be below nought", "write 30 and 90, say", "review")
	}
	r.DueSoonDays = orElse(r.DueSoonDays, 30)
	r.LongOverdueDays = orElse(r.LongOverdueDays, 90)
}

func (c *configChecker) checkTitle() {
	if strings.TrimSpace(c.Title) == "" {
		c.add("the site has no title", `write title = "Medway SEN and disability Local Offer"`, "title")
	}
	if what, hint := unusableBase(c.BaseURL); what != "" {
		c.add("the base-url “"+c.BaseURL+"” "+what, hint, "base-url")
		c.BaseURL = exampleBase // so that one slip is not told of every link
	}
	if c.Help.Phone == "" && c.Help.Email == "" {
		c.add("nobody is named for families to ask", "fill in phone and email under [help]; every page shows them", "help")
	}
	if _, fault := offer.ParsePhone(c.Help.Phone); c.Help.Phone != "" && fault != nil {
		c.add(fault.What, fault.Hint, "help", "phone")
	}
}

func (c *configChecker) checkLook() {
	c.contrast(c.Look.Accent, page, "accent")
	c.contrast(c.Look.AccentDark, pageDark, "accent-dark")
}

func (c *configChecker) contrast(colour, behind, key string) {
	if colour == "" {
		return
	}
	ratio, ok := Contrast(colour, behind)
	switch {
	case !ok:
		c.add("the colour "+colour+" cannot be read", `write six hexadecimal digits: "#7a2e5d"`, "look", key)
	case ratio < 4.5:
		c.add(fmt.Sprintf("the colour %s is too near to the page's: a contrast of %.1f to 1", colour, ratio), "WCAG 1.4.3 needs 4.5 to 1; take a darker colour (a lighter one for accent-dark)", "look", key)
	case ratio < 7:
		c.problems.Advise(c.at("look", key), fmt.Sprintf("the colour %s has a contrast of %.1f to 1", colour, ratio), "7 to 1 is easier to read (WCAG 1.4.6)")
	}
}
