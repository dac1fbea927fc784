package advice

import (
	"regexp"

	"github.com/localoffer/localoffer/internal/offer"
)

// A page that says two things is believed in neither.

var (
	// free is a promise that the thing itself costs nothing.
	free = regexp.MustCompile(`(?i)\b(?:(?:it|this|they|sessions?|places?|the (?:club|group|session|sessions|service|activity)|entry|everything|all sessions) (?:is|are) (?:all |completely |totally )?free(?: of charge)?\b|free of charge\b|free (?:club|session|sessions|activity|activities|group|event|service|play|swim|swimming|entry|to attend)\b)`)
	// notFree takes that promise back, or says for whom it is.
	notFree = regexp.MustCompile(`(?i)\b(carers?|companions?|siblings?|parents?|adults?|parking|first|if you|with a|under|babies|school meals|trial|taster|benefits?|meals)\b`)
	// dropIn says that a family need not ask anybody.
	dropIn = regexp.MustCompile(`(?i)\b(just (?:drop in|turn up|come along)|no need to book|no booking (?:is )?needed|you (?:can|do not need|don't need) (?:just )?(?:to )?(?:turn up|drop in|to book|book)|without (?:a )?(?:booking|referral))\b`)
)

func contradictions(r *reader, e *offer.Entry) {
	for _, p := range prose(e) {
		for _, s := range sentences(p.Text) {
			if found := free.FindString(s); found != "" && !notFree.MatchString(s) && childPays(e) {
				r.Advise(p.At, "“"+found+"” stands here, and cost: names a price", "take out one of the two, or say what is free")
				return
			}
			if found := dropIn.FindString(s); found != "" && r.Referred(e) {
				r.Advise(p.At, "“"+found+"” stands here, and the way in is "+e.Tag("way-in"), "take out one of the two, or say which part is open to all")
				return
			}
		}
	}
}

// childPays reports that no child goes free: a price for children, and none of
// them nothing.
func childPays(e *offer.Entry) bool {
	pays := false
	for _, p := range e.Prices() {
		if p.Who == "carer" {
			continue
		}
		if p.Amount == 0 {
			return false
		}
		pays = true
	}
	return pays
}
