package facet

import "github.com/localoffer/localoffer/internal/offer"

// The age bands in which councils plan, as families say them.
var bands = []struct {
	value    Value
	from, to string
}{
	{Value{ID: "under-5", Label: "Under 5"}, "0", "4"},
	{Value{ID: "5-to-10", Label: "5 to 10"}, "5", "10"},
	{Value{ID: "11-to-15", Label: "11 to 15"}, "11", "15"},
	{Value{ID: "16-to-18", Label: "16 to 18"}, "16", "18"},
	{Value{ID: "19-to-25", Label: "19 to 25"}, "19", "25"},
}

func ages(*offer.Settings) Facet {
	f := Facet{Name: "age", Title: "Your child's age", Browse: "By your child's age"}
	ranges := make([]offer.Ages, len(bands))
	for i, band := range bands {
		f.Values = append(f.Values, band.value)
		ranges[i], _ = offer.ParseAges(band.from + "-" + band.to)
	}
	f.Reading = func(e *offer.Entry) []string {
		var ids []string
		for i, band := range bands {
			if ranges[i].Overlaps(e.AgeRange()) {
				ids = append(ids, band.value.ID)
			}
		}
		return ids
	}
	return f
}
