package advice

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// unanswered tells of a club, scheme or event that answers none of the questions
// on which families are turned away. A service may take no child at all: an
// advice line, a grant.
func unanswered(r *reader, e *offer.Entry) {
	v := r.Vocabulary("support")
	if e.Kind != "activity" || e.Lasts == "service" || v == nil || len(v.Values) == 0 || len(e.Answers["support"]) > 0 || e.Tag("where") == "online" {
		return
	}
	var names []string
	for _, value := range v.Values {
		names = append(names, value.ID)
	}
	r.Advise(offer.Place{File: e.File, Line: 1, Col: 1}, "“will they take my child?” is not answered", "ask who runs it, and add support: {"+strings.Join(names[:min(3, len(names))], ": yes, ")+": no}, with what they say; it may have "+offer.And(names))
}
