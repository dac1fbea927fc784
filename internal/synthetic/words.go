package synthetic

// The words that made-up content is made of.
var (
	firsts     = []string{"Harbour", "Castle", "Riverside", "Oak Tree", "Lighthouse", "Meadow", "Bluebell", "Quayside", "Hilltop", "Orchard", "Station", "Saxon", "Drill", "Market", "Chapel", "Marsh", "Windmill", "Heron", "Beacon", "Fort"}
	seconds    = []string{"Starlings", "Mariners", "Juniors", "Explorers", "Rangers", "Sparks", "Leapers", "Friends", "Makers", "Riders", "Swimmers", "Players", "Builders", "Dancers", "Growers", "Singers"}
	kinds      = []string{"Stay and Play", "Swim", "Youth Club", "Drop-in", "Art Club", "Football", "Holiday Club", "Support Group", "Sensory Session", "Music Group", "Drama", "Cycling", "Coffee Morning", "Clinic", "Therapy"}
	people     = []string{"children", "young people", "families", "parents", "brothers and sisters", "teenagers", "toddlers", "carers"}
	verbs      = []string{"paint", "swim", "build", "sing", "rest", "explore", "practise", "share", "cook", "climb", "draw", "dance"}
	things     = []string{"pictures", "water games", "models", "songs", "sensory toys", "balls", "stories", "puppets", "lights", "music", "trains", "gardens", "recipes", "puzzles"}
	places     = []string{"in a quiet room", "by the river", "in the main hall", "in the garden", "at the pool", "near the station", "on the first floor", "in small groups", "with trained staff", "at their own pace"}
	shapes     = []string{"Here %s can %s with %s %s.", "We help %s who want to %s using %s %s.", "Most %s come to %s and enjoy %s %s.", "Staff show %s how to %s with %s %s."}
	categories = []string{"clubs-and-groups", "sport-and-swimming", "play-and-days-out", "arts-and-music", "holidays", "short-breaks", "early-years", "health-and-therapy", "school-and-learning", "advice-and-support", "money-and-equipment", "growing-up", "travel"}
	tiers      = []string{"universal", "targeted", "specialist"}
	needs      = []string{"autism", "adhd", "communication", "learning-disability", "learning-difficulty", "physical", "deaf", "vision", "deafblind", "mental-health", "complex-health", "sensory"}
	areas      = []string{"chatham", "gillingham", "rochester", "strood", "rainham", "hoo-peninsula", "walderslade", "outside-medway"}
	towns      = []string{"Chatham", "Gillingham", "Rochester", "Strood", "Rainham", "Hoo", "Walderslade"}
	waysIn     = []string{"just-go", "book", "self-refer", "professional", "assessment"}
	days       = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	types      = []string{"council", "nhs", "school", "charity", "business", "community"}
)
