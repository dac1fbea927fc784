package offer

import "strings"

// Places is whether there is room, and the day on which that was true.
type Places struct {
	State string // open, waiting-list or full
	Wait  string
	On    Date
	At    Place
}

// PlaceStates are the words that say whether there is room.
var PlaceStates = []string{"open", "waiting-list", "full"}

// CheckedIn are the places with the day of a review that found them unchanged.
func (p Places) CheckedIn(r Review) Places {
	if day := r.days()[placesFact]; day.After(p.On) {
		p.On = day
	}
	return p
}

// PlacesUntil is the last day on which a page says that there are places, or
// how long the wait is: it is wrong sooner than anything else. It is the zero
// Date where no limit is set.
func (l *Limits) PlacesUntil(p Places) Date {
	if l.Places == 0 || p.On.IsZero() {
		return Date{}
	}
	return p.On.AddMonths(l.Places)
}

// Words is the state as a page says it, always with its date: an undated wait
// is not a fact.
func (p Places) Words() string {
	text := map[string]string{"open": "There are places", "waiting-list": "There is a waiting list", "full": "Full"}[p.State] + p.wait()
	if !p.On.IsZero() {
		text += " (on " + p.On.Words() + ")"
	}
	return text
}

// PastWords is what a page says of a state that is too old to be true.
func (p Places) PastWords() string {
	was := map[string]string{"open": "there were places", "waiting-list": "there was a waiting list", "full": "it was full"}[p.State] + p.wait()
	return "We do not know if there are places now. On " + p.On.Words() + " " + was + ". Ask first."
}

func (p Places) wait() string {
	if p.Wait == "" {
		return ""
	}
	return ": " + strings.TrimSuffix(p.Wait, ".")
}
