package links_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/links"
)

// FuzzLedgerText reads any text as a ledger of links. What was accepted is
// written as it is read.
func FuzzLedgerText(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		defer hostile.Watch(len(text))()
		ledger, problems := links.Parse(links.LedgerName, text)
		hostile.Places(t, links.LedgerName, []byte(text), problems)
		again, problems := links.Parse(links.LedgerName, ledger.String())
		if len(problems) > 0 || again.String() != ledger.String() {
			t.Errorf("%q is read as %q, and that as %q with %v", text, ledger, again, problems)
		}
	})
}
