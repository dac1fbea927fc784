package kind_test

import (
	"slices"
	"strings"
	"testing"
)

// rule is one mistake in an otherwise whole file: what stood there, what an
// editor typed instead ("" stands for nothing: more was added on the line of
// reviewed, which is 12 in an activity), and what they are told, as
// "line:column: what". Hint is some words of the first hint.
type rule struct {
	name     string
	was, now string
	told     []string
	hint     string
}

func checkRules(t *testing.T, folder string, rules []rule) {
	t.Helper()
	for _, r := range rules {
		_, problems := read(folder, typed(t, folder, r.was, r.now))
		what, hints := said(problems)
		if !slices.Equal(what, r.told) {
			t.Errorf("%s: %s\n got %s\nwant %s", folder, r.name, strings.Join(what, "\n     "), strings.Join(r.told, "\n     "))
			continue
		}
		if len(hints) > 0 && !strings.Contains(hints[0], r.hint) {
			t.Errorf("%s: %s\n hint: %s\n want: %s", folder, r.name, hints[0], r.hint)
		}
		for i, hint := range hints {
			if hint == "" {
				t.Errorf("%s: %s: %q says nothing about what to do", folder, r.name, what[i])
			}
		}
	}
}

func TestTheRulesForFieldsThatEveryEntryHas(t *testing.T) {
	checkRules(t, "activities", []rule{
		{"a field by a slip of the hand", "owner: ", "ownr: ", []string{"11:1: there is no field called ownr in an activity"}, "did you mean owner?"},
		{"a field of another kind", "", "worry: I am tired.", []string{"12:1: there is no field called worry in an activity"}, "that field belongs in a journey; take it out"},
		{"a field of a page in another language", "", "twin: {on: 2026-10-03, how: person}", []string{"12:1: there is no field called twin in an activity"}, "a page in another language, whose file is called like sunday-swim.pl.md"},
		{"a field of no kind", "", "colour: green", []string{"12:1: there is no field called colour in an activity"}, "docs/content.md"},
		{"a field twice", "", "owner: SEND team", []string{"12:1: owner is written twice; it stands on line 11 too"}, "keep one of the two"},

		{"no title", "title: Sunday Swim\n", "", []string{"1:1: there is no title"}, "add a line like title: Saturday Stay and Play"},
		{"an empty title", "title: Sunday Swim", "title:", []string{"2:1: the title is empty"}, "write it like title: "},
		{"a title of spaces", "title: Sunday Swim", `title: "  "`, []string{"2:1: the title is empty"}, "write it like title: "},
		{"a title that is a list", "title: Sunday Swim", "title: [Sunday, Swim]", []string{"2:8: title must be plain words, not a list"}, "write title: followed by the words"},
		{"no summary", "summary: A quiet swim.\n", "", []string{"1:1: there is no summary"}, "add a line like summary: "},
		{"no owner", "owner: Family information team\n", "", []string{"1:1: there is no owner"}, "add a line like owner: "},

		{"no review", "reviewed: {on: 2026-10-03, how: phone}\n", "", []string{"1:1: there is no review: families cannot tell whether this is still true"}, "add reviewed: {on: 2026-10-03"},
		{"an empty review", "reviewed: {on: 2026-10-03, how: phone}", "reviewed:", []string{"12:10: there is no review: families cannot tell whether this is still true"}, "add reviewed: {on: 2026-10-03"},
		{"a review with no date", "on: 2026-10-03, how", "how", []string{"12:11: the review has no date"}, "on: 2026-10-03"},
		{"a review with an empty date", "on: 2026-10-03", "on: ", []string{"12:16: the review has no date"}, "on: 2026-10-03"},
		{"a review that is only a date", "{on: 2026-10-03, how: phone}", "2026-10-03", []string{"12:11: reviewed needs names inside it, and has only “2026-10-03”"}, "write it like reviewed: {on: 2026-10-03"},
		{"a review on no such day", "2026-10-03", "2026-02-29", []string{"12:16: on “2026-02-29” is not a date"}, "write the year, month and day, like 2026-10-03"},
		{"a review as families write dates", "2026-10-03", "3 October 2026", []string{"12:16: on “3 October 2026” is not a date"}, "for 3 October 2026 write 2026-10-03"},
		{"a value in the quotation marks of a word processor", "on: 2026-10-03", "on: “2026-10-03”", []string{"12:16: the quotation marks round this are those of a word processor"}, `write straight ones: on: "2026-10-03"`},
		{"a review by pigeon", "how: phone", "how: pigeon", []string{"12:33: how “pigeon” is not a value that this site knows"}, "use one of: phone, visit, email, website"},
		{"a review of a fact that is none", "how: phone", "checked: [times, cots]", []string{"12:45: checked “cots” is not a value that this site knows"}, "did you mean cost?"},
		{"the days of earlier checks", "how: phone", "checked: [times], earlier: {cost: 2026-03-02, everything-else: 2026-10-03}", nil, ""},
		{"no earlier checks", "how: phone", "earlier: {}", nil, ""},
		{"an earlier check of a fact that is none", "how: phone", "checked: [times], earlier: {cots: 2026-03-02}", []string{"12:56: there is no cots in earlier"}, "did you mean cost?"},
		{"an earlier check on no day", "how: phone", "checked: [times], earlier: {cost: March}", []string{"12:62: cost “March” is not a date"}, "like 2026-10-03"},
		{"an earlier check that is later", "how: phone", "checked: [times], earlier: {cost: 2026-10-04}", []string{"12:62: cost was checked on 2026-10-04, which is later than the review itself"}, "mend one of the two dates"},
		{"a fact checked now and earlier", "how: phone", "checked: [times], earlier: {times: 2026-03-02}", []string{"12:63: times is among what was checked, and among what was checked earlier"}, "take it out of one of the two"},
		{"an earlier check than that of the whole page", "how: phone", "earlier: {cost: 2026-03-02}", []string{"12:37: the review names no fact in checked, so the whole page was checked, and nothing is earlier"}, "take earlier out, or name what was checked"},
		{"earlier in one word", "how: phone", "checked: [times], earlier: 2026-03-02", []string{"12:55: earlier needs names inside it, and has only “2026-03-02”"}, "write it like earlier: {cost: 2026-03-02}"},
		{"a slip in the one needed field of a review", "{on: ", "{onn: ", []string{"12:12: there is no onn in reviewed"}, "did you mean on?"},
		{"a slip inside a review", "how: phone", "hwo: phone", []string{"12:28: there is no hwo in reviewed"}, "did you mean how?"},

		{"it ends before it starts", "", "starts: 2026-12-05\nends: 2026-12-04", []string{"13:7: it ends on 2026-12-04, before it starts on 2026-12-05"}, "swap the two dates"},
		{"it ends on the day it starts", "", "starts: 2026-12-05\nends: 2026-12-05", nil, ""},
		{"a start that is not a date", "", "starts: soon", []string{"12:9: starts “soon” is not a date"}, "like 2026-10-03"},
		{"an empty start", "", "starts:", nil, ""},

		{"a closure with no date", "", "closed: {why: The hall was sold.}", []string{"12:9: the closure has no date"}, "on: 2026-05-03"},
		{"a closure still to come", "", "closed: {on: 2030-01-01, why: The hall will be sold.}", nil, ""},
		{"a closure that ends before it begins", "", "closed: {on: 2026-12-05, until: 2026-12-04}", []string{"12:33: it opens again on 2026-12-04, before it closes on 2026-12-05"}, "swap the two dates"},
		{"a closure that ends on the day it begins", "", "closed: {on: 2026-12-05, until: 2026-12-05}", []string{"12:33: it opens again on 2026-12-05, before it closes on 2026-12-05"}, "swap the two dates"},
		{"a closure that is a word", "", "closed: yes", []string{"12:9: closed needs names inside it, and has only “yes”"}, "write it like closed: {on: 2026-05-03"},
		{"a slip inside a closure", "", "closed: {on: 2026-12-05, untill: 2027-01-01}", []string{"12:26: there is no untill in closed"}, "did you mean until?"},

		{"a former address without its slash", "", "aliases: [activities/old]", []string{"12:11: the former address “activities/old” cannot be one"}, "from the first slash: /activities/old-name/"},
		{"a former address that climbs", "", "aliases: [/activities/../../old]", []string{"12:11: the former address “/activities/../../old” cannot be one"}, "from the first slash"},
		{"a former address elsewhere", "", "aliases: [//old.example.org/]", []string{"12:11: the former address “//old.example.org/” cannot be one"}, "from the first slash"},
		{"a former address with a space", "", "aliases: [/activities/my old page/]", []string{"12:11: the former address “/activities/my old page/” cannot be one"}, "from the first slash"},
		{"the home page as a former address", "", "aliases: [/]", []string{"12:11: the former address “/” cannot be one"}, "from the first slash"},
		{"a statutory topic that does not exist", "", "statutory: [1, 4]", []string{"12:16: statutory “4” is not a number from 1 to 3"}, "see the list in config.toml"},
		{"a statutory topic in words", "", "statutory: leisure", []string{"12:12: statutory “leisure” is not a number from 1 to 3"}, "see the list in config.toml"},
		{"see-also with a list in the list", "", "see-also: [[swim]]", []string{"12:12: see-also has something in it that is not an entry's name"}, "see-also: [sunday-swim]"},
		{"other words with a list in the list", "", "also: [swim, [dip]]", []string{"12:14: also has something in it that is not a word"}, "also: [one, two]"},
	})
}

func TestTheRulesForAnActivity(t *testing.T) {
	checkRules(t, "activities", []rule{
		{"no provider", "provider: harbour-play\n", "", []string{"1:1: there is no provider"}, "provider: harbour-play (the file name of who runs it)"},
		{"an empty provider", "provider: harbour-play", "provider:", []string{"4:10: there is no provider"}, "provider: harbour-play"},
		{"a provider of no letters", "provider: harbour-play", `provider: ""`, []string{"4:11: there is no provider"}, "provider: harbour-play"},
		{"no type", "type: club\n", "", []string{"1:1: there is no type"}, "add a line like type: club; use one of: club, service, scheme, event"},
		{"an unknown type", "type: club", "type: clubb", []string{"5:7: type “clubb” is not a value that this site knows"}, "did you mean club?"},
		{"two types", "type: club", "type: [club, event]", []string{"5:7: type takes one value, not a list"}, "use one of: club, service, scheme, event"},
		{"no ages", "ages: 5-11\n", "", []string{"1:1: there is no ages"}, "ages: 5-11"},
		{"empty ages", "ages: 5-11", "ages:", []string{"6:6: there is no ages"}, "ages: 5-11"},
		{"ages that run backwards", "ages: 5-11", "ages: 12-5", []string{"6:7: ages 12-5 run backwards"}, "write the younger age first: ages: 5-12"},
		{"ages in words", "ages: 5-11", "ages: juniors", []string{"6:7: ages “juniors” cannot be read"}, "write them like 5-11"},
		{"no eligibility", "eligibility: Anyone who lives in Medway.\n", "", []string{"1:1: there is no eligibility"}, "add a line like eligibility: "},

		{"an unknown tier", "tier: targeted", "tier: targetted", []string{"7:7: tier “targetted” is not a value that this site knows"}, "did you mean targeted?"},
		{"a tier like no other", "tier: targeted", "tier: gold", []string{"7:7: tier “gold” is not a value that this site knows"}, "use one of: universal, targeted"},
		{"no tier", "tier: targeted\n", "", []string{"1:1: there is no tier (how you get it)"}, "add a line like tier: universal; use one of: universal, targeted"},
		{"an empty tier", "tier: targeted", "tier:", []string{"7:6: there is no tier (how you get it)"}, "add a line like tier: universal"},
		{"two tiers", "tier: targeted", "tier: [targeted, universal]", []string{"7:7: tier takes one value, not a list"}, "use one of: universal, targeted"},
		{"an unknown need among known ones", "needs: [autism]", "needs: [autism, deff]", []string{"8:17: needs “deff” is not a value that this site knows"}, "did you mean deaf?"},
		{"all needs and one more", "needs: [autism]", "needs: [all, autism]", []string{"8:9: needs “all” is not a value that this site knows"}, "use one of: autism, deaf"},
		{"a need with a letter that nobody sees", "needs: [autism]", "needs: [au\u00adtism\u200b]", []string{"8:9: needs “autism” has a letter in it that nobody sees"}, "type it again: needs: autism"},
		{"several needs in one", "needs: [autism]", "needs: autism and Deaf", []string{"8:8: needs “autism and Deaf” is several values in one"}, "write a list: needs: [autism, deaf]"},
		{"needs as families call them", "needs: [autism]", "needs: Autism, deaf or hard of hearing", []string{"8:8: needs “Autism, deaf or hard of hearing” is several values in one"}, "write a list: needs: [autism, deaf]"},
		{"a need as families call it", "needs: [autism]", "needs: [Deaf or hard of hearing]", []string{"8:9: needs “Deaf or hard of hearing” is not a value that this site knows"}, "write deaf, which is shown as “Deaf or hard of hearing”"},
		{"all needs", "needs: [autism]", "needs: all", nil, ""},
		{"all needs as a list of one", "needs: [autism]", "needs: [all]", nil, ""},
		{"one need without a list", "needs: [autism]", "needs: autism", nil, ""},
		{"all ways to pay, where all means nothing", "", "accepts: all", []string{"12:10: accepts “all” is not a value that this site knows"}, "use one of: direct-payment"},

		{"an event that never ends", "type: club", "type: event", []string{"5:7: an event needs a last day"}, "add ends: with the last day, like ends: 2026-12-05"},
		{"an event with an empty end", "type: club", "type: event\nends:", []string{"5:7: an event needs a last day"}, "add ends: with the last day"},
		{"a scheme that never ends", "type: club", "type: scheme", []string{"5:7: a scheme needs a last day"}, "add ends: with the last day"},
		{"an event with its last day", "type: club", "type: event\nends: 2026-12-05", nil, ""},
		{"an event whose last day is none", "type: club", "type: event\nends: soon", []string{"6:7: ends “soon” is not a date"}, "like 2026-10-03"},

		{"an answer that is none", "", "diagnosis-needed: sometimes", []string{"12:19: diagnosis-needed “sometimes” is not an answer"}, "write yes, no, or leave the line out where you do not know"},
		{"a slip in an answer", "", "plan-needed: noo", []string{"12:14: plan-needed “noo” is not an answer"}, "did you mean no?"},
		{"an unknown question", "", "support: {one-two-one: yes}", []string{"12:11: there is no one-two-one in support"}, "did you mean one-to-one?"},
		{"an answer that this question does not take", "", "support: {one-to-one: partial}", []string{"12:23: one-to-one “partial” is not an answer"}, "write yes, no, or leave"},
		{"step-free is full, partial or no", "", "access: {step-free: yes}", []string{"12:21: step-free “yes” is not an answer"}, "write full, partial, no, or leave"},
		{"step-free throughout, and a step", "", "access: {step-free: full, steps: one at the door}", []string{"12:34: it says step-free: full, and also a step: one at the door"}, "write step-free: partial, or take out the steps"},
		{"step-free in part, and a step", "", "access: {step-free: partial, steps: one at the door}", nil, ""},
		{"step-free throughout, and no steps", "", "access: {step-free: full, steps: 0}", nil, ""},
		{"access in words", "", "access: level", []string{"12:9: access needs names inside it, and has only “level”"}, "write it like access: {step-free: full}"},

		{"a route that is not in config.toml", "", "route: asessment", []string{"12:8: there is no route called asessment in config.toml"}, "did you mean assessment?"},
		{"a contact that is not in config.toml", "", "contact: family-information", []string{"12:10: there is no contact called family-information in config.toml"}, "did you mean family-information-team?"},
	})
}

func TestTheRulesForTimes(t *testing.T) {
	checkRules(t, "activities", []rule{
		{"a session with all it may have", "", `when: [{day: [monday, friday], weeks: [1, 3], from: "10:00", to: "12:00", during: term, starts: 2026-09-05, ends: 2027-07-17, except: [2026-10-31], note: Ring first.}]`, nil, ""},
		{"a session with no day", "", `when: [{from: "10:00"}]`, []string{"12:8: this session has no day"}, "write day: saturday, or date: 2026-12-05 for a single day"},
		{"a session with an empty day", "", `when: [{day: , from: "10:00"}]`, []string{"12:8: this session has no day"}, "write day: saturday"},
		{"a session on one date", "", `when: {date: 2026-12-05}`, nil, ""},
		{"an unknown day", "", `when: [{day: [monday, saterday]}]`, []string{"12:23: “saterday” is not a day of the week"}, "did you mean saturday?"},
		{"a time without its colon", "", `when: [{day: monday, from: 10}]`, []string{"12:28: the time “10” cannot be read"}, `write "10:00" for the morning`},
		{"times in the quotation marks of a word processor", "", `when: [{day: monday, from: “10:00”}]`, []string{"12:28: the quotation marks round this are those of a word processor"}, `write straight ones: from: "10:00"`},
		{"it ends before it starts", "", `when: [{day: monday, from: "14:00", to: "12:00"}]`, []string{"12:41: it ends at 12:00, before it starts at 14:00"}, "use the 24-hour clock"},
		{"it ends when it starts", "", `when: [{day: monday, from: "14:00", to: "14:00"}]`, []string{"12:41: it ends at 14:00, before it starts at 14:00"}, "use the 24-hour clock"},
		{"an unknown season", "", `when: [{day: monday, during: terms}]`, []string{"12:30: during “terms” is not a value that this site knows"}, "did you mean term?"},
		{"a sixth week of the month", "", `when: [{day: monday, weeks: [6]}]`, []string{"12:30: weeks “6” is not a number from 1 to 5"}, "which weeks of the month"},
		{"a slip inside a session", "", `when: [{day: monday, form: "10:00"}]`, []string{"12:22: there is no form in when"}, "did you mean from?"},
		{"times in words", "", `when: Mondays at ten`, []string{"12:7: when needs names inside it, and has only “Mondays at ten”"}, `write it like when: [{day: saturday, from: "10:00", to: "12:00"}]`},
		{"it runs backwards", "", `when: [{day: monday, starts: 2026-12-05, ends: 2026-12-04}]`, []string{"12:48: the session ends on 2026-12-04, before it starts on 2026-12-05"}, "swap the two dates"},
		{"a session before the entry starts", "", "starts: 2026-12-05\nwhen: [{date: 2026-12-04}]", []string{"13:15: a session on 2026-12-04 is outside the entry's own dates"}, "change the session, or the entry's starts and ends"},
		{"a session on the day the entry starts", "", "starts: 2026-12-05\nwhen: [{date: 2026-12-05}]", nil, ""},
		{"a session after the entry ends", "", "ends: 2026-12-05\nwhen: [{date: 2026-12-06}]", []string{"13:15: a session on 2026-12-06 is outside the entry's own dates"}, "change the session"},
		{"a session on the day the entry ends", "", "ends: 2026-12-05\nwhen: [{date: 2026-12-05}]", nil, ""},
		{"sessions that begin too early and end too late", "", "starts: 2026-10-01\nends: 2026-12-05\nwhen: [{day: monday, starts: 2026-09-30, ends: 2026-12-06}]",
			[]string{"14:30: a session on 2026-09-30 is outside the entry's own dates", "14:48: a session on 2026-12-06 is outside the entry's own dates"}, "change the session"},
		{"a day left out before it starts", "", `when: [{day: monday, starts: 2026-09-07, except: [2026-09-06]}]`, []string{"12:50: the session is left out on 2026-09-06, when it does not run at all"}, "mend the date, or take it out"},
		{"a day left out after it ends", "", `when: [{day: monday, ends: 2026-12-07, except: [2026-12-14]}]`, []string{"12:48: the session is left out on 2026-12-14, when it does not run at all"}, "mend the date"},
		{"the first and last days left out", "", `when: [{day: monday, starts: 2026-09-07, ends: 2026-12-07, except: [2026-09-07, 2026-12-07]}]`, nil, ""},
		{"a day left out that is none", "", `when: [{day: monday, except: [half-term]}]`, []string{"12:31: except “half-term” is not a date"}, "like 2026-10-03"},
	})
}

// It stops nothing: what is written is right as far as it goes.
func TestALookAtThePlacesAloneIsPointedOut(t *testing.T) {
	for review, want := range map[string]int{
		"checked: [places]": 1, "checked: [places, times]": 0, "checked: [places], earlier: {times: 2026-03-02}": 0,
	} {
		_, problems := read("activities", typed(t, "activities", "how: phone", review))
		if len(problems) != want || want == 1 && (!problems[0].Advice || problems[0].Hint == "") {
			t.Errorf("%s: got %v", review, problems)
		}
	}
}

func TestTheRulesForMoneyPlacesAndContact(t *testing.T) {
	checkRules(t, "activities", []rule{
		{"a cost in one number", "", "cost: 3.50", nil, ""},
		{"free in one word", "", "cost: free", nil, ""},
		{"a cost in words", "", "cost: about three pounds", []string{"12:7: the amount “about three pounds” is not a sum of money"}, "write pounds and pence, like 3.50, or 0 where it is free"},
		{"a cost with no amount", "", "cost: [{per: session}]", []string{"12:8: this cost has no amount"}, "write amount: 3.50, or amount: 0 where it is free"},
		{"an amount in words", "", "cost: [{amount: ten}]", []string{"12:17: the amount “ten” is not a sum of money"}, "like 3.50"},
		{"an amount in words, and a price", "", "cost: [{amount: ten}, {amount: 3}]", []string{"12:17: the amount “ten” is not a sum of money"}, "like 3.50"},
		{"a price per no known thing", "", "cost: [{amount: 3, per: fortnight}]", []string{"12:25: per “fortnight” is not a value that this site knows"}, "use one of: session, hour, day"},
		{"a price for no known person", "", "cost: [{amount: 3, who: kid}]", []string{"12:25: who “kid” is not a value that this site knows"}, "use one of: child, sibling, carer, adult, family"},
		{"free, with a price for the same person", "", "cost: [{amount: 3.50, who: child}, {amount: 0, who: child}]", []string{"12:45: it says both free and £3.50 for the same person"}, "keep one of the two, or add who: or note:"},
		{"free for a carer, with a price for the child", "", "cost: [{amount: 3.50, who: child}, {amount: 0, who: carer}]", nil, ""},
		{"free the first time, and it says so", "", "cost: [{amount: 3.50}, {amount: 0, note: The first time.}]", nil, ""},
		{"two prices for the same person", "", "cost: [{amount: 3.50}, {amount: 30, per: term}]", nil, ""},

		{"places without their date", "", "places: {state: full}", []string{"12:9: the places have no date, so nobody can tell whether this is still true"}, "add the day you asked: on: 2026-10-01"},
		{"places without their state", "", "places: {wait: about 6 weeks, on: 2026-10-01}", []string{"12:9: the places do not say whether there is room"}, "write state: open, state: waiting-list or state: full"},
		{"places in an unknown state", "", "places: {state: waiting, on: 2026-10-01}", []string{"12:17: state “waiting” is not a value that this site knows"}, "use one of: open, waiting-list, full"},
		{"places in one word", "", "places: full", []string{"12:9: places needs names inside it, and has only “full”"}, "write it like places: {state: waiting-list"},
		{"places with all they may have", "", "places: {state: waiting-list, wait: about 6 weeks, on: 2026-10-01}", nil, ""},

		{"a postcode that cannot be one", "", "venue: {name: Harbour Hall, postcode: ME4 4AC}", []string{"12:39: the postcode “ME4 4AC” cannot be one"}, "write it like ME4 7AA"},
		{"a venue in words", "", "venue: Harbour Hall", []string{"12:8: venue needs names inside it, and has only “Harbour Hall”"}, "write it like venue: {name: Harbour Hall"},
		{"a slip inside a venue", "", "venue: {nmae: Harbour Hall}", []string{"12:9: there is no nmae in venue"}, "did you mean name?"},
		{"a comma without quotation marks", "", "venue: {name: Hall, address: 12 High Street, Luton, Chatham, town: Chatham}", []string{"12:46: “Luton” stands alone between commas"}, `words with a comma need quotation marks: address: "12 High Street, Luton, Chatham"`},
		{"pence after a comma", "", "cost: [{amount: 3,50}]", []string{"12:19: “50” stands alone between commas"}, "write pence after a full stop: amount: 3.50"},
		{"a name with nothing behind it", "", "venue: {name: Harbour Hall, twon, town: Chatham}", []string{"12:29: there is no twon in venue"}, "did you mean town?"},
		{"a mask that is neither yes nor no", "", "venue: {name: Harbour Hall, mask: perhaps}", []string{"12:35: mask “perhaps” is not an answer"}, "write yes, no"},

		{"a telephone number that cannot be one", "", `contact: {phone: "960123"}`, []string{"12:18: the telephone number “960123” cannot be one"}, "write the whole number with its area code"},
		{"a text number that cannot be one", "", `contact: {text: "12"}`, []string{"12:17: the telephone number “12” cannot be one"}, "write the whole number"},
		{"a telephone number without quotation marks", "", "contact: {phone: 07460399290}", nil, ""},
		{"an email address that cannot be one", "", "contact: {email: play at example.org}", []string{"12:18: the email address “play at example.org” cannot be one"}, "write it like play@example.org"},
		{"a website without https", "", "contact: {website: example.org}", []string{"12:20: the website “example.org” has no https:// in front"}, "write https://example.org"},
		{"a website that is a script", "", `contact: {website: "javascript:alert(1)"}`, []string{"12:20: the website “javascript:alert(1)” is not an address"}, "write it like https://example.org"},
		{"a form that is not an address", "", "contact: {form: online}", []string{"12:17: the website “online” is not an address"}, "write it like https://example.org"},
		{"a slip inside a contact", "", `contact: {fone: "01632 960123"}`, []string{"12:11: there is no fone in contact"}, "use one of: team, name, phone"},
		{"a contact from config.toml, and words of its own", "", `contact: {team: family-information-team, name: Play team}`, nil, ""},
		{"a team that is not in config.toml", "", "contact: {team: family-information}", []string{"12:17: there is no contact called family-information in config.toml"}, "did you mean family-information-team?"},
		{"several slips are told all at once, in order", "type: club", "type: clubb\nages: 9-3\ntier: gold\nages: 5-11",
			[]string{"5:7: type “clubb” is not a value that this site knows", "6:7: ages 9-3 run backwards", "7:7: tier “gold” is not a value that this site knows",
				"8:1: ages is written twice; it stands on line 6 too", "9:1: ages is written twice; it stands on line 6 too", "10:1: tier is written twice; it stands on line 7 too"}, "did you mean club?"},
	})
}

func TestTheRulesForTheOtherKinds(t *testing.T) {
	checkRules(t, "providers", []rule{
		{"no type", "type: charity\n", "", []string{"1:1: there is no type"}, "add a line like type: charity; use one of: council, nhs, school"},
		{"an unknown type", "type: charity", "type: charty", []string{"4:7: type “charty” is not a value that this site knows"}, "did you mean charity?"},
		{"no contact", "contact: {phone: \"01632 960123\"}\n", "", []string{"1:1: there is no contact: families cannot reach this provider"}, "add a line like contact: "},
		{"an empty contact", "contact: {phone: \"01632 960123\"}", "contact:", []string{"5:9: there is no contact: families cannot reach this provider"}, "add a line like contact: "},
		{"a contact with a name and no way to reach it", "{phone: \"01632 960123\"}", "{name: Play team}", []string{"5:10: there is no way to reach anyone in the contact"}, "add a phone"},
		{"a contact with a wrong number is told once", "01632 960123", "01632", []string{"5:18: the telephone number “01632” cannot be one"}, "area code"},
		{"a contact that only names one of config.toml", "{phone: \"01632 960123\"}", "{team: family-information-team}", nil, ""},
		{"a contact from config.toml", "{phone: \"01632 960123\"}", "family-information-team", nil, ""},
		{"no areas", "areas: all\n", "", []string{"1:1: there is no areas (where)"}, "add a line like areas: chatham"},
		{"ages, which only activities have", "", "ages: 5-11", []string{"8:1: there is no field called ages in a provider"}, "that field belongs in an activity; take it out"},
	})
	checkRules(t, "guides", []rule{
		{"a contact that cannot be one", "", "contact: {email: nobody}", []string{"6:18: the email address “nobody” cannot be one"}, "play@example.org"},
		{"no needs", "needs: all\n", "", []string{"1:1: there is no needs (needs)"}, "use one of: autism, deaf"},
	})
	checkRules(t, "journeys", []rule{
		{"no worry", "worry: I have not slept for weeks.\n", "", []string{"1:1: there is no worry"}, "add a line like worry: "},
		{"a live list", "", "live: [{after: today, tier: universal, needs: [autism, deaf], ages: 5-11, diagnosis-needed: no, most: 3}]", nil, ""},
		{"a live list after nothing", "", "live: [{tier: universal}]", []string{"6:8: there is no after"}, "add a line like after: what-you-can-do-today"},
		{"a live list after a heading that is not there", "", "live: [{after: todya}]", []string{"6:16: there is no heading called todya"}, "did you mean today?"},
		{"a live list of too many", "", "live: [{after: today, most: 11}]", []string{"6:29: most 11 is not a number from 1 to 10"}, "like most: 4"},
		{"a live list of none", "", "live: [{after: today, most: 0}]", []string{"6:29: most 0 is not a number from 1 to 10"}, "like most: 4"},
		{"a live list of some", "", "live: [{after: today, most: some}]", []string{"6:29: most some is not a number from 1 to 10"}, "like most: 4"},
		{"a live list of an unknown tier", "", "live: [{after: today, tier: universl}]", []string{"6:29: tier “universl” is not a value that this site knows"}, "did you mean universal?"},
		{"a live list by a field that has no lists", "", "live: [{after: today, access: yes}]", []string{"6:23: there is no access in live"}, "did you mean accepts?"},
		{"a live list for ages that run backwards", "", "live: [{after: today, ages: 11-5}]", []string{"6:29: ages 11-5 run backwards"}, "ages: 5-11"},
	})
	checkRules(t, "comments", []rule{
		{"nothing said", "said: We could not find a club.\n", "", []string{"1:1: there is no said"}, "add a line like said: "},
		{"no outcome", "outcome: done\n", "", []string{"1:1: there is no outcome"}, "add a line like outcome: done"},
		{"no day on which it was said", "received: 2026-05-01\n", "", []string{"1:1: there is no received"}, "add a line like received: "},
		{"an unknown outcome", "outcome: done", "outcome: did", []string{"7:10: outcome “did” is not a value that this site knows"}, "use one of: done, in-progress, planned, not-possible"},
		{"answered before it was said", "responded: 2026-06-01", "responded: 2026-04-30", []string{"6:12: the answer of 2026-04-30 is earlier than the comment of 2026-05-01"}, "swap the two dates"},
		{"answered on the same day", "responded: 2026-06-01", "responded: 2026-05-01", nil, ""},
		{"not answered yet", "responded: 2026-06-01\n", "", nil, ""},
		{"about nothing that could be an entry", "", "about: [{a: b}]", []string{"9:9: about has something in it that is not an entry's name"}, "about: [sunday-swim]"},
	})
	checkRules(t, "pages", []rule{
		{"a statement with all it needs", "", "statement: {status: partially, prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, scope: example.org, tested-by: the council, method: By hand., response: 5 working days, issues: [{what: No captions., criterion: 1.2.2, by: 2027-01-01}]}", nil, ""},
		{"a statement with nothing", "", "statement: {status: fully}", []string{"5:12: the statement has no prepared", "5:12: the statement has no reviewed", "5:12: the statement has no tested", "5:12: there is no method", "5:12: there is no response", "5:12: there is no scope", "5:12: there is no tested-by"}, "add a line like prepared: 2026-09-14"},
		{"fully, with an issue", "", "statement: {status: fully, prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, scope: example.org, tested-by: the council, method: By hand., response: 5 working days, issues: [{what: No captions., criterion: 1.2.2}]}",
			[]string{"5:21: the statement says fully, and also lists 1 issue"}, "write status: partially, or take out what is mended"},
		{"an unknown status", "", "statement: {status: mostly, prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, scope: example.org, tested-by: the council, method: By hand., response: 5 working days}", []string{"5:21: status “mostly” is not a value that this site knows"}, "use one of: fully, partially, not"},
		{"no status", "", "statement: {prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, scope: example.org, tested-by: the council, method: By hand., response: 5 working days}", []string{"5:12: the statement has no status"}, "add a line like status: partially"},
		{"an issue with no criterion", "", "statement: {status: partially, prepared: 2026-09-14, reviewed: 2026-10-12, tested: 2026-10-05, scope: example.org, tested-by: the council, method: By hand., response: 5 working days, issues: [{what: No captions.}]}", []string{"5:193: there is no criterion"}, "1.2.2 Captions"},
	})
	checkRules(t, "terms", []rule{
		{"an acronym written out", "", "full: Education, Health and Care plan", nil, ""},
		{"a field of another kind", "", "said: Hello.", []string{"5:1: there is no field called said in a term"}, "that field belongs in a comment"},
	})
}
