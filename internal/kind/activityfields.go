package kind

import "github.com/localoffer/localoffer/internal/offer"

var yesNo = []string{string(offer.Yes), string(offer.No)}

// activityFields are in the order in which a family asks.
var activityFields = []Field{
	{Name: "provider", Label: "Who runs it", Shape: Entry, Kind: "provider", Needed: true, Example: "harbour-play", Help: "A provider of this site. In a file, its file name without .md.",
		Lack: &offer.Fault{What: "there is no provider", Hint: "add a line like provider: harbour-play (the file name of who runs it)"}},
	{Name: "type", Label: "What sort of thing it is", Shape: Choice, Words: ActivityTypes, Needed: true, Example: "club", Help: "It sets how long a check lasts. An event and a scheme need a last day too."},
	{Name: "ages", Label: "Ages", Shape: Ages, Needed: true, Example: "5-11", Help: "Like 5-11; 5+ for 5 and older; 0-25 for every age."},
	{Name: "eligibility", Label: "Who can go", Retold: true, Shape: Long, Needed: true, Example: "Children who live in Medway and find busy places hard.", Help: "In plain words."},
	{Name: "diagnosis-needed", Label: "Must a child have a diagnosis?", Shape: Answer, Words: yesNo, Example: "no", Help: "Left out means not stated."},
	{Name: "plan-needed", Label: "Must a child have an EHC plan?", Shape: Answer, Words: yesNo, Example: "no", Help: "Left out means not stated."},
	{Name: "not-for", Label: "Not right for", Retold: true, Shape: Long, Example: "Children under 5. Strood Stay and Play is for them.", Help: "Who it does not suit, and what does."},
	{Name: "route", Label: "How to ask", Shape: Choice, From: routeOptions, Help: "A way of asking that config.toml states once. It fills in who decides, what they ask to see and what to do about a no."},
	{Name: "who-decides", Label: "Who decides", Retold: true, Shape: Long, Example: "The play leader rings you for a 10-minute chat.", Help: "Who says yes or no, and when."},
	{Name: "evidence", Label: "What they ask to see", Retold: true, Shape: Long, Example: "Proof of where you live.", Help: "Papers that a family needs."},
	{Name: "appeal", Label: "If you disagree", Retold: true, Shape: Long, Example: "Ring Harbour Play and ask for the manager.", Help: "What to do about a no."},
	{Name: "while-waiting", Label: "While you wait", Retold: true, Shape: Long, Example: "Come to the coffee morning on Tuesdays.", Help: "What helps in the meantime."},
	places, venue,
	{Name: "transport", Label: "Getting there", Retold: true, Shape: Long, Example: "Buses 101 and 140 stop outside.", Help: "Buses, parking, who collects."},
	when, cost,
	{Name: "sensory", Label: "Noise, light and numbers", Retold: true, Shape: Long, Example: "Lights are dimmed and music is off. About 12 children.", Help: "What a child will hear and see, and how many others there are."},
	contact("Contact", "How to reach them. Left out, the page shows the provider's."),
}

var places = Field{
	Name: "places", Label: "Is there room?", Shape: Group, Example: "{state: waiting-list, wait: about 6 weeks, on: 2026-10-01}", Help: "Whether there is room, and the day on which that was true.",
	Fields: []Field{
		{Name: "state", Label: "Room", Shape: Choice, Words: offer.PlaceStates, Needed: true, Example: "waiting-list", Help: "Whether a child can have a place.",
			Lack: &offer.Fault{What: "the places do not say whether there is room", Hint: "write state: open, state: waiting-list or state: full"}},
		{Name: "wait", Label: "How long is the wait?", Shape: Text, Example: "about 6 weeks", Help: "In words."},
		{Name: "on", Label: "True on", Shape: Date, Needed: true, Example: "2026-10-01", Help: "The day on which you asked.",
			Lack: &offer.Fault{What: "the places have no date, so nobody can tell whether this is still true", Hint: "add the day you asked: on: 2026-10-01"}},
	},
}

var venue = Field{
	Name: "venue", Label: "Place", Shape: Group, Example: "{name: Harbour Hall, town: Chatham, postcode: ME4 7AA}", Help: "Where it happens.",
	Fields: []Field{
		{Name: "name", Label: "Name of the place", Shape: Text, Example: "Harbour Hall", Help: "As the sign says it."},
		{Name: "address", Label: "Street", Shape: Text, Example: "12 Quayside Row", Help: "The number and the street."},
		{Name: "town", Label: "Town", Shape: Text, Example: "Chatham", Help: "Lists show it."},
		{Name: "postcode", Label: "Postcode", Shape: Code, Example: "ME4 7AA", Help: "The whole postcode."},
		{Name: "mask", Label: "Keep the address private?", Shape: Answer, Words: yesNo, Example: "yes", Help: "“Yes” for somebody's own home: then only the town and the first half of the postcode are published."},
	},
}

var when = Field{
	Name: "when", Label: "Sessions", Shape: Groups, Example: `[{day: saturday, from: "10:00", to: "12:00"}]`, Help: "One for each session. Left out, the page says “Ask first”.",
	Fields: []Field{
		{Name: "day", Label: "Days", Shape: Choices, Words: offer.Weekdays, Example: "saturday", Help: "One day of the week or several. Each session needs a day or a date."},
		{Name: "date", Label: "Or a single date", Shape: Date, Example: "2026-12-05", Help: "In place of days of the week."},
		{Name: "weeks", Label: "Weeks of the month", Shape: Numbers, Words: numbered(5), Example: "1", Help: "For “the first Saturday of the month”. Left out: every week."},
		{Name: "from", Label: "Begins", Shape: Clock, Example: "10:00", Help: "In the 24-hour clock, like 14:30."},
		{Name: "to", Label: "Ends", Shape: Clock, Example: "12:00", Help: "In the 24-hour clock, like 14:30."},
		{Name: "during", Label: "In term time or holidays", Shape: Choice, Words: offer.Durings, Example: "term", Help: "In which weeks of the year."},
		{Name: "starts", Label: "First day", Shape: Date, Example: "2026-09-05", Help: "Of these sessions."},
		{Name: "ends", Label: "Last day", Shape: Date, Example: "2027-07-17", Help: "Of these sessions."},
		{Name: "except", Label: "Not on", Shape: Dates, Example: "2026-10-31", Help: "Days on which it does not run."},
		{Name: "note", Label: "Anything else", Shape: Text, Example: "Ring the bell.", Help: "In a few words."},
	},
}

var cost = Field{
	Name: "cost", Label: "Prices", Shape: Groups, Example: "[{amount: 3.50, per: session, who: child}]", Help: "One for each price. Left out, the page says “Ask first”.",
	Short: &Field{Shape: Money, Example: "3.50"},
	Fields: []Field{
		{Name: "amount", Label: "Pounds", Shape: Money, Needed: true, Example: "3.50", Help: "Pounds and pence; 0 where it is free.",
			Lack: &offer.Fault{What: "this cost has no amount", Hint: "write amount: 3.50, or amount: 0 where it is free"}},
		{Name: "per", Label: "For each", Shape: Choice, Words: offer.Pers, Example: "session", Help: "What the price buys."},
		{Name: "who", Label: "Who pays", Shape: Choice, Words: offer.Whos, Example: "child", Help: "Whom the price is for."},
		{Name: "note", Label: "Anything else", Shape: Text, Example: "The first time is free.", Help: "In a few words."},
	},
}
