package offer

import (
	"slices"
	"strings"
)

// Settings is what a council decides in config.toml. The tags name the keys.
type Settings struct {
	Title         string `toml:"title"`
	ShortTitle    string `toml:"short-title"`
	Tagline       string `toml:"tagline"`
	BaseURL       string `toml:"base-url"`
	Language      string `toml:"language"`
	LanguageName  string `toml:"language-name"` // to readers of another
	Demonstration string `toml:"demonstration"`

	Authority struct {
		Name string `toml:"name"`
		Area string `toml:"area"`
	} `toml:"authority"`

	Help struct {
		Contact
		Hours string `toml:"hours"`
		Note  string `toml:"note"`
	} `toml:"help"`

	Look struct {
		Accent     string `toml:"accent"`
		AccentDark string `toml:"accent-dark"`
	} `toml:"look"`

	Lists struct {
		PerPage int `toml:"per-page"`
	} `toml:"lists"`

	Review       Limits       `toml:"review"`
	Vocabularies []Vocabulary `toml:"vocabulary"`
	Contacts     []Contact    `toml:"contacts"`
	Routes       []Route      `toml:"routes"`
	Terms        []SchoolTerm `toml:"-"` // dates are read in a type of the decoder's own
	BankHolidays []Date       `toml:"-"`

	Places        []Town `toml:"places"`
	PostcodeTable string `toml:"postcode-table"`

	Statutory struct {
		Topics []string `toml:"topics"`
	} `toml:"statutory"`

	Form     bool       `toml:"-"` // the site has a form for its editors
	Editions []*Edition `toml:"-"` // that it may be told in besides the main one
}

// Limits is how long a review lasts, in months, and the days around it; and how
// long it can be said whether there are places.
type Limits struct {
	Club     Months `toml:"club"`
	Service  Months `toml:"service"`
	Provider Months `toml:"provider"`
	Guide    Months `toml:"guide"`
	Journey  Months `toml:"journey"`
	Page     Months `toml:"page"`
	Term     Months `toml:"term"`
	Places   Months `toml:"places"`

	DueSoonDays     int `toml:"due-soon-days"`
	LongOverdueDays int `toml:"long-overdue-days"`

	Category map[string]Months `toml:"category"`
}

// Route is a way in that several entries share, stated once.
type Route struct {
	ID         string `toml:"id"`
	How        string `toml:"how"`
	WhoDecides string `toml:"who-decides"`
	Evidence   string `toml:"evidence"`
	Appeal     string `toml:"appeal"`
	Guide      Ref    `toml:"guide"`
}

// guides are the guides that the settings name.
func (s *Settings) guides() []Ref {
	var all []Ref
	for _, r := range s.Routes {
		all = append(all, r.Guide)
	}
	for i := range s.Vocabularies {
		for _, value := range s.Vocabularies[i].Values {
			all = append(all, value.Guide)
		}
	}
	return slices.DeleteFunc(all, func(r Ref) bool { return r.Slug == "" })
}

// SchoolTerm is one term, both days taken in, without its half-term.
type SchoolTerm struct {
	Name         string
	Starts, Ends Date
	HalfTerm     Span
}

// Parts are the days of school on both sides of the half-term.
func (t SchoolTerm) Parts() []Span {
	if t.HalfTerm.Starts.IsZero() {
		return []Span{{t.Starts, t.Ends}}
	}
	return []Span{{t.Starts, t.HalfTerm.Starts.AddDays(-1)}, {t.HalfTerm.Ends.AddDays(1), t.Ends}}
}

// Span is some days, the first and the last taken in. A zero Date is an open
// side.
type Span struct{ Starts, Ends Date }

// Town is a named place: its area and its outward postcodes.
type Town struct {
	Name      string   `toml:"name"`
	Area      string   `toml:"area"`
	Postcodes []string `toml:"postcodes"`
	Lat       float64  `toml:"lat"`
	Lon       float64  `toml:"lon"`
}

// Prefix is the path part of the base address without its last slash: "" for a
// site at the root of its host, "/local-offer" for one below it.
func (s *Settings) Prefix() string {
	_, rest, found := strings.Cut(s.BaseURL, "://")
	if !found {
		return ""
	}
	_, path, _ := strings.Cut(rest, "/")
	if path = strings.Trim(path, "/"); path == "" {
		return ""
	}
	return "/" + path
}

// Absolute is the full address of a page of this site.
func (s *Settings) Absolute(path string) string {
	return strings.TrimRight(s.BaseURL, "/") + path
}

// Vocabulary finds the vocabulary of a field of the front matter.
func (s *Settings) Vocabulary(field string) *Vocabulary {
	for i := range s.Vocabularies {
		if s.Vocabularies[i].Field == field {
			return &s.Vocabularies[i]
		}
	}
	return nil
}
