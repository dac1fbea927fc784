package site

import (
	"time"

	"github.com/pelletier/go-toml/v2"

	"github.com/localoffer/localoffer/internal/offer"
)

// configFile is the settings as they are written. TOML has dates of its own,
// which only the decoder's own type can hold.
type configFile struct {
	offer.Settings
	Terms []struct {
		Name     string         `toml:"name"`
		Starts   toml.LocalDate `toml:"starts"`
		Ends     toml.LocalDate `toml:"ends"`
		HalfTerm struct {
			Starts toml.LocalDate `toml:"starts"`
			Ends   toml.LocalDate `toml:"ends"`
		} `toml:"half-term"`
	} `toml:"terms"`
	BankHolidays struct {
		Dates []toml.LocalDate `toml:"dates"`
	} `toml:"bank-holidays"`
}

// settings are the settings with their dates in the program's own type.
func (f *configFile) settings() *offer.Settings {
	s := f.Settings
	for _, t := range f.Terms {
		s.Terms = append(s.Terms, offer.SchoolTerm{
			Name: t.Name, Starts: dateOf(t.Starts), Ends: dateOf(t.Ends),
			HalfTerm: offer.Span{Starts: dateOf(t.HalfTerm.Starts), Ends: dateOf(t.HalfTerm.Ends)},
		})
	}
	for _, d := range f.BankHolidays.Dates {
		s.BankHolidays = append(s.BankHolidays, dateOf(d))
	}
	return &s
}

func dateOf(d toml.LocalDate) offer.Date {
	return offer.Date{Year: d.Year, Month: time.Month(d.Month), Day: d.Day}
}
