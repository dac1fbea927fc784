package main

import (
	"fmt"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// siteFlags are the flags of every command that reads a site.
type siteFlags struct {
	folder  string
	asOf    string
	baseURL string
	timings bool
}

func (f *siteFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.folder, "site", ".", "the folder of the site")
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "the day to make the site for, like 2026-10-03 (today)")
	_ = cmd.MarkFlagDirname("site")
}

// open gives the folder of the site, closed to links that lead out of it, and
// the options to make the site with.
func (f *siteFlags) open() (fs.FS, site.Options, error) {
	day, err := dayOf(f.asOf)
	o := site.Options{AsOf: day, Known: f.asOf != "", BaseURL: f.baseURL, Builtin: localoffer.Demonstration, Watch: newWatch()}
	if err != nil {
		return nil, o, err
	}
	folder, err := openSite(f.folder)
	if err != nil {
		return nil, o, machineError{fmt.Errorf("open the site: %w", err)}
	}
	return folder, o, nil
}

// dayOf is the day that was asked for, or today. It is the only place that reads
// the clock.
func dayOf(asOf string) (offer.Date, error) {
	if asOf == "" {
		return offer.DateOf(time.Now()), nil
	}
	date, ok := offer.ParseDate(asOf)
	if !ok {
		return date, fmt.Errorf("--as-of %s is not a date: %s", asOf, offer.DateHint(asOf))
	}
	return date, nil
}

// asWhole makes a site for a command that can do its work with entries that
// have problems, but not without settings.
func asWhole(cmd *cobra.Command, folder fs.FS, o site.Options) (*site.Site, error) {
	made, problems, err := site.Make(folder, o)
	if err != nil {
		return nil, machineError{err}
	}
	if made == nil {
		return nil, refuse(cmd, problems, false)
	}
	return made, nil
}
