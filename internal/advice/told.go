package advice

import (
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// easiest is how many words a sentence of Easy Read may have.
const easiest = 15

// told looks at an entry that is told in another edition: whether it still says
// what its original says, all of it, and in Easy Read whether it is easy. What
// is good Polish this program cannot tell.
func (r *reader) told(e *offer.Entry) {
	original := r.Original(e)
	switch {
	case e.Twin.Original == "":
		r.Advise(e.Twin.At, "nobody can tell whether this still says what "+original.File+" says", "read the two side by side; then: "+e.Reread())
	case r.Behind(e):
		r.Advise(e.Twin.At, "the words of "+original.File+" have changed since this was written", "read the two side by side, and mend this one; then: "+e.Reread())
	}
	if e.Edition.ID == offer.EasyRead {
		r.sentencesOver(e, easiest, "an Easy Read page should ask for")
		r.pictures(e)
		return
	}
	if left := r.Left(e); len(left) > 0 {
		r.Advise(e.Twin.At, "readers of "+e.Edition.Name+" get this in English: "+offer.And(left), "say it here too, each in a field of the same name")
	}
}

// pictures points out an Easy Read page with no picture at all.
func (r *reader) pictures(e *offer.Entry) {
	if !strings.Contains(e.Body.HTML, "<img ") {
		r.Advise(e.Twin.At, "an Easy Read page has a picture beside each idea, and this has none", "put one above each paragraph: ![A girl in a pool](/pictures/swim.svg)")
	}
}
