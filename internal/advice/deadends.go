package advice

import (
	"regexp"

	"github.com/localoffer/localoffer/internal/offer"
)

// deadEnd is a sentence that sends a family away with nothing.
var deadEnd = regexp.MustCompile(`(?i)\b(?:(?:please )?(?:contact|ring|call|phone|email|e-mail|see|visit|check)\b[^.!?]{0,40}\bfor (?:more |further |full )(?:details|information|info)|for (?:more |further |full )(?:details|information|info)[, ]+(?:please )?(?:contact|ring|call|phone|email|e-mail|see|visit|check|go to)|contact (?:us|them|the provider|provider) for details|details (?:to follow|on request|available on request)|see (?:our |their |the )?website for details|times (?:vary|may vary)|prices (?:vary|on request))\b`)

func deadEnds(r *reader, e *offer.Entry) {
	for _, p := range prose(e) {
		if found := deadEnd.FindString(p.Text); found != "" {
			r.Advise(p.At, "“"+found+"” is a dead end", "write what somebody who rings would be told; the page gives the number anyway")
			return
		}
	}
}
