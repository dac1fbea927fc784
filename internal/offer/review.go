package offer

// Review is a person confirming the facts: on which day, in which role, how,
// and which facts. A Git commit date is not a review.
type Review struct {
	On      Date
	By      string
	How     string
	Checked []string
	At      Place
}

// Hows and Checks are the words a review may use.
var (
	Hows   = []string{"phone", "visit", "email", "website"}
	Checks = []string{"times", "cost", "contact", "access", "eligibility", "places", "support"}
)

// HowWords is the way of checking as a page says it.
func (r Review) HowWords() string {
	switch r.How {
	case "phone":
		return "by phone"
	case "visit":
		return "on a visit"
	case "email":
		return "by email"
	case "website":
		return "on their website"
	}
	return ""
}

// Closure is a place being shut: for good, or until a date.
type Closure struct {
	On, Until Date
	Why       string
	Instead   []Ref
}

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
