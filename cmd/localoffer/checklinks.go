package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/links"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// checkLinks asks the websites that a site leads to, keeps what they answered
// in the site's ledger, and adds what is wrong to what was found before. It is
// called only for content without problems: an entry that could not be read
// would lose what is remembered of its links.
func checkLinks(cmd *cobra.Command, flags *siteFlags, problems []offer.Problem, private bool) ([]offer.Problem, error) {
	folder, options, err := flags.open()
	if err != nil {
		return nil, err
	}
	made, _, err := site.Make(folder, options)
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(folder, links.LedgerName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	before, found := links.Parse(links.LedgerName, string(text))
	var all offer.Problems
	all.Join(problems)
	all.Join(found)
	if len(found) > 0 {
		return all.All(), nil // a ledger that cannot be read is mended first, never written over
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	after, results := links.Check(ctx, links.Gather(made.Catalogue), before, links.Options{
		Today: options.AsOf, After: time.After, Contact: made.Catalogue.BaseURL, AllowPrivate: private,
	})
	fmt.Fprintln(cmd.ErrOrStderr(), links.Summary(results))
	if after.String() != string(text) {
		if err := site.Replace(flags.folder, links.LedgerName, []byte(after.String())); err != nil {
			return nil, err
		}
	}
	all.Join(links.Problems(results))
	return all.All(), nil
}
