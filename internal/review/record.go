package review

import (
	"maps"

	"github.com/localoffer/localoffer/internal/offer"
)

// record is what is to stand in one field of the front matter.
type record struct {
	field   string
	names   []string          // of its parts, in the order in which people write them
	words   map[string]string // of the parts that are a day or words; "" keeps what is there
	checked []string          // of a review: the facts, and the days of others
	earlier map[string]offer.Date
}

func reviewRecord(r offer.Review) record {
	return record{
		field: field, names: []string{"on", "by", "how", "checked", "earlier"},
		words:   map[string]string{"on": r.On.String(), "by": r.By, "how": r.How},
		checked: r.Checked, earlier: r.Earlier,
	}
}

func twinRecord(t offer.Twin) record {
	return record{
		field: "twin", names: []string{"on", "by", "how", "original"},
		words: map[string]string{"on": t.On.String(), "by": t.By, "how": t.How, "original": t.Original},
	}
}

// says reports that a record reads as it was meant, and that what it has beside
// the parts that are known is as it was.
func (r *record) says(now *offer.Node, former *offer.Field) bool {
	old := offer.Node{}
	if former != nil && former.Value.Shape == offer.Map {
		old = former.Value
	}
	for name, words := range r.words {
		want, got := part(&old, name), part(now, name)
		if words != "" {
			want = offer.Node{Shape: offer.Scalar, Text: words}
		}
		if want.Quoted = got.Quoted; !same(&got, &want) {
			return false
		}
	}
	checked, earlier := part(now, "checked"), part(now, "earlier")
	return now.Shape == offer.Map && checked.Shape != offer.Map && sameFacts(facts(&checked), r.checked) &&
		maps.Equal(days(&earlier), r.earlier) && sameFields(others(now.Fields, r.names...), others(old.Fields, r.names...))
}
