package offer

// Places is whether there is room, and the date on which that was true.
type Places struct {
	State string // open, waiting-list or full
	Wait  string
	On    Date
}

// PlaceStates are the words that say whether there is room.
var PlaceStates = []string{"open", "waiting-list", "full"}

// Words is the state as a page says it, always with its date: an undated wait
// is not a fact.
func (p Places) Words() string {
	text := map[string]string{"open": "There are places", "waiting-list": "There is a waiting list", "full": "Full"}[p.State]
	if p.Wait != "" {
		text += ": " + p.Wait
	}
	if !p.On.IsZero() {
		text += " (on " + p.On.Words() + ")"
	}
	return text
}
