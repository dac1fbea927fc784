package offer

// Later is what a page will say first from a day on. The page carries it from
// the day it is made, so that one that is older than it should be, on a site
// that nobody built again or in a browser that kept it, can still say so.
type Later struct {
	On      Date
	Warning string // or "", where there is nothing to warn of any more
	Lang    string // of the warning, where it is not the page's
}

// LaterOf is all that an entry's page will say first after a day, in order.
func LaterOf(e *Entry, after Date, limits *Limits) []Later {
	var list []Later
	said := FreshnessOf(e, after, limits).Warning
	for _, change := range Changes(e, after, limits) {
		if warning := FreshnessOf(e, change.On, limits).Warning; warning != said {
			list = append(list, Later{On: change.On, Warning: warning})
			said = warning
		}
	}
	return list
}
