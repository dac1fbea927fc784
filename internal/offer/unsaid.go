package offer

import (
	"cmp"
	"slices"
	"strconv"
)

// Many is how many reviews of one day look like dates that somebody moved,
// where nothing shows that anybody looked.
const Many = 5

// CheckReviews advises of many reviews of one day and one role that do not say
// how anything was checked.
func CheckReviews(entries []*Entry) []Problem {
	unsaid := slices.DeleteFunc(slices.Clone(entries), func(e *Entry) bool { return e.Reviewed.On.IsZero() || e.Reviewed.How != "" })
	slices.SortStableFunc(unsaid, func(a, b *Entry) int {
		return cmp.Or(a.Reviewed.On.Compare(b.Reviewed.On), cmp.Compare(a.Reviewed.By, b.Reviewed.By), cmp.Compare(a.File, b.File))
	})
	var problems Problems
	for first := 0; first < len(unsaid); {
		r, after := unsaid[first].Reviewed, first
		var files []string
		for ; after < len(unsaid) && unsaid[after].Reviewed.On == r.On && unsaid[after].Reviewed.By == r.By; after++ {
			files = append(files, unsaid[after].File)
		}
		if len(files) >= Many {
			problems.Advise(r.At, strconv.Itoa(len(files))+" pages were checked on "+r.On.Words()+byWords(r)+", and none of them says how: "+AndMore(files),
				"where somebody looked, say how: phone, visit, email or website; where a date was only moved, put the old one back")
		}
		first = after
	}
	return problems.All()
}

// byWords is who checked, to go on with a sentence.
func byWords(r Review) string {
	if r.By == "" {
		return ""
	}
	return " by the " + lowerFirst(r.By)
}
