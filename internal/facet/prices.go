package facet

import "github.com/localoffer/localoffer/internal/offer"

func prices(*offer.Settings) Facet {
	return Facet{
		Name: "cost", Title: "Cost", Browse: "By cost",
		Values: []Value{
			{ID: "free", Label: "Free for your child"},
			{ID: "carer-free", Label: "A carer goes free"},
		},
		Reading: func(e *offer.Entry) []string {
			var ids []string
			if offer.IsFree(e.Prices()) {
				ids = append(ids, "free")
			}
			for _, p := range e.Prices() {
				if p.Who == "carer" && p.Amount == 0 {
					return append(ids, "carer-free")
				}
			}
			return ids
		},
	}
}
