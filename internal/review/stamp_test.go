package review_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/review"
)

func day(s string) offer.Date {
	d, ok := offer.ParseDate(s)
	if !ok && s != "" {
		panic(s)
	}
	return d
}

// byPhone is the check that most of these tests record.
func byPhone() offer.Review {
	return offer.Review{On: day("2026-12-01"), How: "phone", Checked: []string{"times", "cost"}}
}

// shape is one way to write a file: the part of it that changes, as it was and
// as it is, and what stands above and below, which must not.
type shape struct {
	name         string
	above        string
	was, now     string
	below        string
	lines        int // that change; 1 where it is not given
	by           string
	nothingAsked bool // record no fact
}

const (
	yamlTop  = "---\ntitle: \"Swim: for all\"   # the title\n\nsummary:  A swim. \n"
	yamlFoot = "\n# a last word  \nowner: SEND team\n---\n\nCome and swim.  \n\nreviewed: {on: 2020-01-01}\n"
	tomlTop  = "+++\ntitle = \"Swim\" # the title\n\tsummary = 'A swim.'\n"
	tomlFoot = "\nowner = \"SEND team\"\nnotes = \"\"\"\nreviewed = {on = 2020-01-01}\n\"\"\"\n+++\nCome.\n"
)

var shapes = []shape{
	{name: "between braces", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, by: SEND team, how: visit, checked: [access]", now: "2026-12-01, by: SEND team, how: phone, checked: [times, cost], earlier: {access: 2026-06-01}", below: "}" + yamlFoot},
	{name: "and a comment after it", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, by: SEND team, how: visit, checked: [access]", now: "2026-12-01, by: SEND team, how: phone, checked: [times, cost], earlier: {access: 2026-06-01}", below: "}  # by Jo, who knows {them}  " + yamlFoot},
	{name: "with odd spacing", above: yamlTop + "reviewed :   {  on:  ", was: "2026-06-01 ,by: SEND team,   how:   visit  ,  checked: [ access,contact  ]", now: "2026-12-01 ,by: SEND team,   how:   phone  ,  checked: [ times,cost  ], earlier: {contact: 2026-06-01, access: 2026-06-01}", below: " }   " + yamlFoot},
	{name: "with tabs", above: yamlTop + "reviewed:\t{on:\t", was: "2026-06-01,\tby: SEND team,\thow: visit", now: "2026-12-01,\tby: SEND team,\thow: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "\t}\t" + yamlFoot},
	{name: "with quotation marks", above: yamlTop + "\"reviewed\": {'on': ", was: `"2026-06-01", "by": "SEND, team #1 }", 'how': 'visit', checked: ["access", 'contact']`, now: `"2026-12-01", "by": "SEND, team #1 }", 'how': 'phone', checked: ["times", "cost"], earlier: {contact: 2026-06-01, access: 2026-06-01}`, below: "}" + yamlFoot},
	{name: "as JSON in YAML", above: yamlTop + `reviewed: {"on":`, was: `"2026-06-01","by":"SEND team","how":"visit","checked":["access","cost"]`, now: `"2026-12-01","by":"SEND team","how":"phone","checked":["times","cost"], earlier: {access: 2026-06-01}`, below: "}" + yamlFoot},
	{name: "with an apostrophe in the role", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, by: Children's team, how: visit", now: "2026-12-01, by: Children's team, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}" + yamlFoot},
	{name: "with parts in another order", above: yamlTop + "reviewed: {", was: "checked: [access], how: visit, by: SEND team, on: 2026-06-01", now: "checked: [times, cost], how: phone, by: SEND team, on: 2026-12-01, earlier: {access: 2026-06-01}", below: "}" + yamlFoot},
	{name: "with an empty part", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, how: , by: SEND team, checked: ", now: " 2026-12-01, how: phone , by: SEND team, checked: [times, cost], earlier: {everything-else: 2026-06-01} ", below: "}" + yamlFoot},
	{name: "with null for a part", above: yamlTop + "reviewed: {on:", was: " ~, how: null", now: " 2026-12-01, how: phone, checked: [times, cost]", below: "}" + yamlFoot},
	{name: "with one fact, and no list", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, how: visit, checked: access", now: " 2026-12-01, how: phone, checked: [times, cost], earlier: {access: 2026-06-01}", below: "}" + yamlFoot},
	{name: "with the same facts", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, how: visit, ", now: " 2026-12-01, how: phone, ", below: "checked: [ cost,times ]}" + yamlFoot},
	{name: "with a comma after the last part", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, how: visit, ", now: " 2026-12-01, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}, ", below: "}" + yamlFoot},
	{name: "with nothing in it", above: yamlTop + "reviewed: {", was: "", now: "on: 2026-12-01, how: phone, checked: [times, cost]", below: "}" + yamlFoot},
	{name: "with another role", by: "Play team", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, by: SEND team, how: phone", now: " 2026-12-01, by: Play team, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}" + yamlFoot},
	{name: "with a role that needs quotation marks", by: `Jo's "team": a, b #1`, above: yamlTop + "reviewed: {on:", was: " 2026-06-01, by: SEND team, how: phone", now: ` 2026-12-01, by: "Jo's \"team\": a, b #1", how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}`, below: "}" + yamlFoot},
	{name: "with a role that means something else to YAML", by: "No", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, by: SEND team, how: phone", now: ` 2026-12-01, by: "No", how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}`, below: "}" + yamlFoot},
	{name: "with a role between single marks", by: "Jo's team", above: yamlTop + "reviewed: {on:", was: " 2026-06-01, by: 'SEND team', how: phone", now: ` 2026-12-01, by: 'Jo''s team', how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}`, below: "}" + yamlFoot},
	{name: "and no fact was checked", nothingAsked: true, above: yamlTop + "reviewed: {on:", was: " 2026-06-01, how: visit, checked: [access]", now: " 2026-12-01, how: phone, checked: []", below: "}" + yamlFoot},
	{name: "the line ends of Windows", above: "\ufeff" + strings.ReplaceAll(yamlTop, "\n", "\r\n") + "reviewed: {on: ", was: "2026-06-01, by: SEND team, how: visit", now: "2026-12-01, by: SEND team, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}\r\nowner: SEND team\r\n---\r\nCome.\r\n\r\n"},
	{name: "empty lines above, and no line end after", above: "\n \n" + yamlTop + "reviewed: {on: ", was: "2026-06-01, how: visit", now: "2026-12-01, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}\nowner: SEND team\n---"},
	{name: "names like it elsewhere", above: "---\ntitle: 'reviewed: {on: 2026-06-01}'\nvenue: {reviewed: {on: 2026-06-01}}\nreviewed: {on: ", was: "2026-06-01, how: visit", now: "2026-12-01, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}\n---\nCome.\n"},
	{name: "letters beyond ASCII before it", above: "---\ntitle: Café ☕ 日本\nreviewed: {by: Équipe ☕, on: ", was: "2026-06-01, how: visit", now: "2026-12-01, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}\n---\nCome.\n"},
	{name: "all fields between braces", above: "---\n{title: Swim, reviewed: {on: ", was: "2026-06-01, how: visit", now: "2026-12-01, how: phone, checked: [times, cost], earlier: {everything-else: 2026-06-01}", below: "}, owner: SEND team}\n---\nCome.\n"},
	{name: "braces over several lines", lines: 4, above: yamlTop + "reviewed: {\n  on: ", was: "2026-06-01, # on the day\n  how: visit  # with Jo", now: "2026-12-01, # on the day\n  how: phone,  # with Jo\n  checked: [times, cost],\n  earlier: {everything-else: 2026-06-01}", below: "\n  }" + yamlFoot},
	{name: "and a comma after the last line", lines: 4, above: yamlTop + "reviewed: {\n  on: ", was: "2026-06-01, # on the day\n  how: visit,", now: "2026-12-01, # on the day\n  how: phone,\n  checked: [times, cost],\n  earlier: {everything-else: 2026-06-01}", below: "\n  }" + yamlFoot},

	{name: "lines", lines: 4, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  by: SEND team\n  how: visit\n  checked: [access]", now: "2026-12-01\n  by: SEND team\n  how: phone\n  checked: [times, cost]\n  earlier: {access: 2026-06-01}", below: yamlFoot},
	{name: "lines with comments", lines: 4, above: yamlTop + "reviewed:  # see the log\n  # the day\n  on: ", was: "2026-06-01   # a Monday\n  by: 'SEND team'  # them\n  how: visit # in person\n  checked: [access]   # the ramp", now: "2026-12-01   # a Monday\n  by: 'SEND team'  # them\n  how: phone # in person\n  checked: [times, cost]   # the ramp\n  earlier: {access: 2026-06-01}", below: yamlFoot},
	{name: "lines with parts missing", lines: 4, above: yamlTop + "reviewed:\n    on: ", was: "2026-06-01\n    # that is all", now: "2026-12-01\n    # that is all\n    how: phone\n    checked: [times, cost]\n    earlier: {everything-else: 2026-06-01}", below: "\n\n" + yamlFoot},
	{name: "lines with empty parts", lines: 3, above: yamlTop + "reviewed:\n  on:", was: "   # when?\n  how:\n  checked:", now: " 2026-12-01   # when?\n  how: phone\n  checked: [times, cost]", below: yamlFoot},
	{name: "a list with dashes", lines: 6, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  how: visit\n  checked:\n    - access  # the ramp\n    - times   # rang twice\n  by: SEND team", now: "2026-12-01\n  how: phone\n  checked:\n    - times   # rang twice\n    - cost\n  by: SEND team\n  earlier: {access: 2026-06-01}", below: yamlFoot},
	{name: "dashes in line with the name, at the end", lines: 5, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  checked:\n  -  \"access\"\n  -  times", now: "2026-12-01\n  checked:\n  -  times\n  -  cost\n  how: phone\n  earlier: {access: 2026-06-01}", below: yamlFoot},
	{name: "dashes of which none stays", lines: 4, above: yamlTop + "reviewed:\r\n  on: ", was: "2026-06-01\r\n  how: phone\r\n  checked:\r\n  - access", now: "2026-12-01\r\n  how: phone\r\n  checked:\r\n  - times\r\n  - cost\r\n  earlier: {access: 2026-06-01}", below: "\r\n---\r\n"},
	{name: "lines of which the role runs on", lines: 4, above: yamlTop + "reviewed:\n  by: >-\n    SEND\n\n    team\n  on: ", was: "2026-06-01\n  how: visit", now: "2026-12-01\n  how: phone\n  checked: [times, cost]\n  earlier: {everything-else: 2026-06-01}", below: yamlFoot},
	{name: "the last lines of the front matter", lines: 4, above: "---\ntitle: Swim\nreviewed:\n  on: ", was: "2026-06-01\n  how: visit", now: "2026-12-01\n  how: phone\n  checked: [times, cost]\n  earlier: {everything-else: 2026-06-01}", below: "\n---\nCome.\n"},

	{name: "no review", above: "---\ntitle: Swim\n# the end\n", was: "", now: "reviewed: {on: 2026-12-01, by: Play team, how: phone, checked: [times, cost]}\n", by: "Play team", below: "---\nCome.\n"},
	{name: "no review, and Windows", above: "\ufeff---\r\ntitle: Swim\r\n", was: "", now: "reviewed: {on: 2026-12-01, how: phone, checked: [times, cost]}\r\n", below: "---\r\nCome.\r\n"},
	{name: "no review after words on several lines", above: "---\ntitle: Swim\nsummary: |+\n  One.\n\n", was: "", now: "reviewed: {on: 2026-12-01, how: phone, checked: [times, cost]}\n", below: "---"},
	{name: "no review among indented fields", above: "---\n  title: Swim\n  when:\n  - {day: monday}\n", was: "", now: "  reviewed: {on: 2026-12-01, how: phone, checked: [times, cost]}\n", below: "---\nCome.\n"},
	{name: "no review among braces", above: "---\n{title: \"Swim, }\", summary: a", was: "", now: ", reviewed: {on: 2026-12-01, how: phone, checked: [times, cost]}", below: "}\n---\n"},
	{name: "nothing after the name", above: yamlTop + "reviewed:", was: "", now: " {on: 2026-12-01, how: phone, checked: [times, cost]}", below: "  # never" + yamlFoot},
	{name: "a date alone", above: yamlTop + "reviewed: ", was: "2026-06-01", now: "{on: 2026-12-01, how: phone, checked: [times, cost]}", below: "  # by Jo" + yamlFoot},

	{name: "TOML between braces", above: tomlTop + "reviewed = { on = ", was: `2026-06-01, by = "SEND team", how = "visit", checked = ["access"]`, now: `2026-12-01, by = "SEND team", how = "phone", checked = ["times", "cost"], earlier = {access = 2026-06-01}`, below: " } # by Jo" + tomlFoot},
	{name: "TOML with single marks, tight", above: tomlTop + "reviewed={on=", was: `"2026-06-01",by='SEND } team',how='visit',checked=['access','contact']`, now: `"2026-12-01",by='SEND } team',how='phone',checked=['times','cost'], earlier = {contact = 2026-06-01, access = 2026-06-01}`, below: "}" + tomlFoot},
	{name: "TOML with parts missing", above: tomlTop + "reviewed = {on = ", was: `2026-06-01`, now: `2026-12-01, how = "phone", checked = ["times", "cost"], earlier = {everything-else = 2026-06-01}`, below: "}" + tomlFoot},
	{name: "TOML with a role with an apostrophe", by: "Jo's team", above: tomlTop + "reviewed = {on = ", was: `2026-06-01, by = 'Jo'`, now: `2026-12-01, by = "Jo's team", how = "phone", checked = ["times", "cost"], earlier = {everything-else = 2026-06-01}`, below: "}" + tomlFoot},
	{name: "a TOML table", lines: 4, above: "+++\r\ntitle = \"Swim\"\r\n\r\n[reviewed] # see the log\r\non = ", was: "2026-06-01 # a Monday\r\nby = \"SEND team\"\r\nhow = 'visit'", now: "2026-12-01 # a Monday\r\nby = \"SEND team\"\r\nhow = 'phone'\r\nchecked = [\"times\", \"cost\"]\r\nearlier = {everything-else = 2026-06-01}", below: "\r\n\r\n[contact]\r\nphone = \"01632 960123\"\r\n+++\r\nCome."},
	{name: "a TOML table with a long list", lines: 5, above: "+++\ntitle = \"Swim\"\n  [ reviewed ]\n  how = 'phone'\n  on = ", was: "2026-06-01\n  checked = [\n    \"access\",\n    \"contact\",\n  ]\n", now: "2026-12-01\n  checked = [\n    \"times\",\n    \"cost\",\n  ]\n  earlier = {contact = 2026-06-01, access = 2026-06-01}\n", below: "\n# the end\n+++\n"},
	{name: "a TOML table with nothing in it", lines: 3, above: "+++\ntitle = \"Swim\"\n[reviewed] # never\n", was: "", now: "on = 2026-12-01\nhow = \"phone\"\nchecked = [\"times\", \"cost\"]\n", below: "\n+++\n"},
	{name: "TOML with dots", lines: 4, above: "+++\nreviewed.on = ", was: "2026-06-01\nreviewed.how = \"visit\"", now: "2026-12-01\nreviewed.how = \"phone\"\nreviewed.checked = [\"times\", \"cost\"]\nreviewed.earlier = {everything-else = 2026-06-01}", below: "\ntitle = \"Swim\"\n+++\n"},
	{name: "TOML with no review", above: "+++\ntitle = \"Swim\"\n", was: "", now: "reviewed = {on = 2026-12-01, how = \"phone\", checked = [\"times\", \"cost\"]}\n", below: "+++\nCome.\n"},
	{name: "TOML with no review, above its tables", above: "+++\ntitle = \"Swim\"\nneeds = [\n  # all\n  \"all\",\n]\n", was: "", now: "reviewed = {on = 2026-12-01, how = \"phone\", checked = [\"times\", \"cost\"]}\n", below: "\n# whom to ring\n[contact]\nphone = \"01632 960123\"\n[[when]]\nday = \"monday\"\n+++\nCome.\n"},

	{name: "JSON on one line", above: "{\n  \"title\": \"Swim\",\n  \"reviewed\": {\"on\": ", was: `"2026-06-01", "by": "SEND team", "how": "visit", "checked": ["access"]`, now: `"2026-12-01", "by": "SEND team", "how": "phone", "checked": ["times", "cost"], "earlier": {"access": "2026-06-01"}`, below: "},\n  \"owner\" : \"SEND team\"\n}\n\nCome.\n"},
	{name: "JSON over several lines", lines: 7, above: ";;;\n{\n  \"reviewed\" : {\n    \"on\": ", was: "\"2026-06-01\",\n    \"how\": \"visit\",\n    \"checked\": [\n      \"access\"\n    ]", now: "\"2026-12-01\",\n    \"how\": \"phone\",\n    \"checked\": [\n      \"times\",\n      \"cost\"\n    ],\n    \"earlier\": {\"access\": \"2026-06-01\"}", below: "\n  },\n\t\"title\": \"Swim\"\n}\n;;;\nCome.\n"},
	{name: "JSON with parts missing", lines: 5, above: "{\r\n\t\"title\": \"Swim\",\r\n\t\"reviewed\": {\r\n\t\t\"on\": ", was: "\"2026-06-01\"", now: "\"2026-12-01\",\r\n\t\t\"how\": \"phone\",\r\n\t\t\"checked\": [\"times\", \"cost\"],\r\n\t\t\"earlier\": {\"everything-else\": \"2026-06-01\"}", below: "\r\n\t}\r\n}\r\n\r\nCome.\r\n"},
	{name: "JSON with null", above: "{\n\"reviewed\": ", was: "null", now: `{"on": "2026-12-01", "how": "phone", "checked": ["times", "cost"]}`, below: ", \"title\": \"Swim\"\n}\n\n"},
	{name: "JSON with no review", lines: 2, above: "{\n  \"title\": \"Swim\"", was: "", now: ",\n  \"reviewed\": {\"on\": \"2026-12-01\", \"how\": \"phone\", \"checked\": [\"times\", \"cost\"]}", below: "\n}\n\nCome.\n"},

	{name: "earlier checks", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, how: visit, checked: [cost, access], earlier: {times: 2026-05-01, contact: 2026-03-01}", now: "2026-12-01, how: phone, checked: [times, cost], earlier: {contact: 2026-03-01, access: 2026-06-01}", below: "} # by Jo" + yamlFoot},
	{name: "earlier checks that stay, as they are written", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, how: visit", now: "2026-12-01, how: phone", below: ", earlier:  { everything-else : '2026-03-01' ,'access': 2026-03-02}, checked: [cost, times]}" + yamlFoot},
	{name: "earlier checks of what is checked now", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, how: visit, checked: [cost], earlier: {times: 2026-05-01}", now: "2026-12-01, how: phone, checked: [times, cost]", below: "}" + yamlFoot},
	{name: "earlier checks, and the whole page is checked now", nothingAsked: true, above: yamlTop + "reviewed: {on: ", was: "2026-06-01, earlier: {times: 2026-05-01}, checked: [cost]", now: "2026-12-01, checked: [], how: phone", below: "}" + yamlFoot},
	{name: "earlier checks before all else", nothingAsked: true, above: yamlTop + "reviewed: {", was: "earlier: {times: 2026-05-01}, checked: [cost], on: 2026-06-01", now: "earlier: {}, checked: [], on: 2026-12-01, how: phone", below: "}" + yamlFoot},
	{name: "no earlier checks, and a place for them", above: yamlTop + "reviewed: {on: ", was: "2026-06-01, checked: [access], earlier: , how: visit", now: "2026-12-01, checked: [times, cost], earlier: {access: 2026-06-01} , how: phone", below: "}" + yamlFoot},
	{name: "earlier checks on a line", lines: 4, above: yamlTop + "reviewed:\r\n  on: ", was: "2026-06-01\r\n  how: visit\r\n  earlier: {times: 2026-05-01, access: 2026-03-01} # the ramp\r\n  checked: [cost]", now: "2026-12-01\r\n  how: phone\r\n  earlier: {access: 2026-03-01} # the ramp\r\n  checked: [times, cost]", below: "\r\n---\r\n"},
	{name: "earlier checks on a line that goes", lines: 3, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  how: visit\n  earlier: {times: 2026-05-01}\n  checked: [cost]", now: "2026-12-01\n  how: phone\n  checked: [times, cost]", below: yamlFoot},
	{name: "earlier checks on a line that has a comment", lines: 4, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  how: visit\n  checked: [cost]\n  earlier: {times: 2026-05-01} # rang", now: "2026-12-01\n  how: phone\n  checked: [times, cost]\n  earlier: {} # rang", below: yamlFoot},
	{name: "earlier checks on the last line, and a part to add", lines: 3, above: yamlTop + "reviewed:\n  on: ", was: "2026-06-01\n  checked: [cost]\n  earlier: {times: 2026-05-01}", now: "2026-12-01\n  checked: [times, cost]\n  how: phone", below: yamlFoot},
	{name: "earlier checks among braces on several lines", lines: 3, above: yamlTop + "reviewed: {\n  on: ", was: "2026-06-01,\n  checked: [cost],\n  earlier: {times: 2026-05-01}", now: "2026-12-01,\n  checked: [times, cost],\n  how: phone", below: "\n  }" + yamlFoot},
	{name: "earlier checks in TOML", above: tomlTop + "reviewed = { on = ", was: `2026-06-01, how = "visit", checked = ["cost"], earlier = { access = "2026-03-01" }`, now: `2026-12-01, how = "phone", checked = ["times", "cost"], earlier = { access = "2026-03-01" }`, below: " } # by Jo" + tomlFoot},
	{name: "earlier checks in TOML that go", above: tomlTop + "reviewed = { on = ", was: `2026-06-01, how = "visit", checked = ["cost"], earlier = {times = 2026-03-01}`, now: `2026-12-01, how = "phone", checked = ["times", "cost"]`, below: " } # by Jo" + tomlFoot},
	{name: "earlier checks in a TOML table", lines: 3, above: "+++\n[reviewed]\non = ", was: "2026-06-01\nhow = 'visit'\nearlier = {times = 2026-03-01}\nchecked = ['cost']", now: "2026-12-01\nhow = 'phone'\nchecked = ['times', 'cost']", below: "\n+++\n"},
	{name: "earlier checks in TOML with dots", lines: 3, above: "+++\nreviewed.on = ", was: "2026-06-01\nreviewed.checked = [\"cost\"]\nreviewed.earlier = {times = 2026-03-01}", now: "2026-12-01\nreviewed.checked = [\"times\", \"cost\"]\nreviewed.how = \"phone\"", below: "\n+++\n"},
	{name: "earlier checks in JSON", lines: 4, above: "{\n  \"reviewed\": {\n    \"on\": ", was: "\"2026-06-01\",\n    \"how\": \"visit\",\n    \"earlier\": {\"access\": \"2026-03-01\"},\n    \"checked\": [\"contact\"]", now: "\"2026-12-01\",\n    \"how\": \"phone\",\n    \"earlier\": {\"contact\": \"2026-06-01\", \"access\": \"2026-03-01\"},\n    \"checked\": [\"times\", \"cost\"]", below: "\n  }\n}\n\nCome.\n"},
	{name: "earlier checks in JSON that go", lines: 3, above: "{\n  \"reviewed\": {\n    \"on\": ", was: "\"2026-06-01\",\n    \"how\": \"visit\",\n    \"checked\": [\"times\"],\n    \"earlier\": {\"cost\": \"2026-03-01\"}", now: "\"2026-12-01\",\n    \"how\": \"phone\",\n    \"checked\": [\"times\", \"cost\"]", below: "\n  }\n}\n\nCome.\n"},
}

func (s shape) review() offer.Review {
	r := byPhone()
	r.By = s.by
	if s.nothingAsked {
		r.Checked = nil
	}
	return r
}

// Only the review changes, byte for byte, however a file is written.
func TestOnlyTheReviewChanges(t *testing.T) {
	for _, s := range shapes {
		old, want := s.above+s.was+s.below, s.above+s.now+s.below
		got, problems := review.Stamp("content/activities/swim.md", []byte(old), s.review())
		if len(problems) > 0 {
			t.Errorf("%s: %v\nin %q", s.name, problems, old)
			continue
		}
		if string(got) != want {
			t.Errorf("%s:\n got %q\nwant %q", s.name, got, want)
		}
		if n := strings.Count(review.Changed("f", []byte(old), got), "\n+ "); n != max(1, s.lines) && strings.Count(s.now, "\n") <= 1 {
			t.Errorf("%s: %d lines change:\n%s", s.name, n, review.Changed("f", []byte(old), got))
		}
	}
}

// To record the same again changes nothing at all.
func TestTheSameReviewAgainChangesNothing(t *testing.T) {
	for _, s := range shapes {
		once := s.above + s.now + s.below
		again, problems := review.Stamp("content/activities/swim.md", []byte(once), s.review())
		if len(problems) > 0 || string(again) != once {
			t.Errorf("%s: %v\n got %q\nwant %q", s.name, problems, again, once)
		}
	}
}

// What cannot be changed safely is left for a person, and nothing is given back.
func TestWhatIsNotSafeIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"no front matter":               "Come and swim.\n",
		"never closed":                  "---\ntitle: Swim\nreviewed: {on: 2026-06-01}\n",
		"not YAML":                      "---\ntitle: \"Swim\nreviewed: {on: 2026-06-01}\n---\n",
		"a name twice":                  "---\nreviewed: {on: 2026-06-01}\nreviewed: {on: 2026-06-01}\n---\n",
		"a list":                        "---\nreviewed:\n  - on: 2026-06-01\n---\n",
		"an anchor":                     "---\nreviewed: &r {on: 2026-06-01}\n---\n",
		"an alias":                      "---\nprovider: &p swim\nreviewed: {on: 2026-06-01, by: *p}\n---\n",
		"a day on several lines":        "---\nreviewed:\n  on: >-\n    2026-06-01\n---\n",
		"comments inside the list":      "+++\n[reviewed]\non = 2026-06-01\nchecked = [\n  \"access\", # the ramp\n]\n+++\n",
		"an end of YAML in the text":    "---\ntitle: Swim\n...\n---\n",
		"tables in a list":              "+++\n[[reviewed]]\non = 2026-06-01\n+++\n",
		"not UTF-8":                     "---\ntitle: Swim\xff\nreviewed: {on: 2026-06-01}\n---\n",
		"earlier checks on lines":       "---\nreviewed:\n  on: 2026-06-01\n  checked: [contact]\n  earlier:\n    access: 2026-03-01\n---\n",
		"earlier checks in a table":     "+++\n[reviewed]\non = 2026-06-01\n[reviewed.earlier]\naccess = 2026-03-01\n+++\n",
		"earlier checks with dots":      "+++\nreviewed.on = 2026-06-01\nreviewed.checked = [\"cost\"]\nreviewed.earlier.access = 2026-03-01\n+++\n",
		"earlier checks as a list":      "---\nreviewed:\n  on: 2026-06-01\n  earlier:\n  - access\n---\n",
		"earlier checks and comments":   "---\nreviewed: {on: 2026-06-01, checked: [access], earlier: { # rang\n  cost: 2026-03-01}}\n---\n",
		"a later check of another fact": "---\nreviewed: {on: 2026-12-02, checked: [access]}\n---\n",
		"a name with a question":        "---\nreviewed:\n  ? on\n  : 2026-06-01\n---\n",
	} {
		out, problems := review.Stamp("content/activities/swim.md", []byte(text), byPhone())
		if out != nil || len(problems) == 0 {
			t.Errorf("%s: gives %q and the problems %v", name, out, problems)
		}
		for _, p := range problems {
			if p.Hint == "" || p.Line == 0 {
				t.Errorf("%s: %s has no place or no hint", name, p)
			}
		}
	}
}

func TestAReviewSaysOnlyWhatItMay(t *testing.T) {
	change := func(f func(*offer.Review)) offer.Review {
		r := byPhone()
		f(&r)
		return r
	}
	for want, r := range map[string]offer.Review{
		"the review has no date":         change(func(r *offer.Review) { r.On = offer.Date{} }),
		"did you mean phone?":            change(func(r *offer.Review) { r.How = "phon" }),
		"did you mean contact?":          change(func(r *offer.Review) { r.Checked = []string{"contacts"} }),
		"cannot be written on one line":  change(func(r *offer.Review) { r.By = "Play\nteam" }),
		"give it in plain words":         change(func(r *offer.Review) { r.By = "Play\x1b[2Jteam" }),
		"use one of: phone, visit":       change(func(r *offer.Review) { r.How = "" }),
		"“contacts” is not a fact to ch": change(func(r *offer.Review) { r.Checked = []string{"contacts"} }),
	} {
		out, problems := review.Stamp("f.md", []byte("---\ntitle: Swim\n---\n"), r)
		if out != nil || len(problems) != 1 || !strings.Contains(problems[0].String(), want) {
			t.Errorf("%s: got %q, %v", want, out, problems)
		}
	}
}
