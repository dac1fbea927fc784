package links

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// LedgerName is where a site keeps its ledger.
const LedgerName = "content/links.txt"

// daysToBelieve are the separate days on which a page must be missing.
const daysToBelieve = 3

// The answers, as the ledger writes them.
const (
	answerOK       = "ok"
	answerMoved    = "moved"
	answerParked   = "parked"
	answerNotFound = "404"
	answerGone     = "410"
	answerInsecure = "insecure"
	answerUntold   = "could-not-tell"
)

var answers = []string{answerOK, answerMoved, answerParked, answerNotFound, answerGone, answerInsecure, answerUntold}

// Record is what is remembered of an address: its last clear answer, the days
// on which it was missing, and the day on which it was last asked.
type Record struct {
	Answer string
	Days   []offer.Date
	Asked  offer.Date
}

// Ledger is what is remembered of every address.
type Ledger map[string]Record

// with is the record after one more answer. Where nothing could be told today,
// earlier days are neither forgotten nor added to. The first three days are
// kept and no more: they say since when, and the line stays short.
func (r Record) with(got outcome, today offer.Date) Record {
	next := Record{Answer: got.answer, Asked: today}
	switch {
	case got.answer == answerUntold && len(r.Days) > 0:
		next.Answer, next.Days = r.Answer, r.Days
	case lasting[got.answer] == "":
	case lasting[got.answer] != lasting[r.Answer]:
		next.Days = []offer.Date{today}
	case slices.Contains(r.Days, today) || len(r.Days) >= daysToBelieve:
		next.Days = r.Days
	default:
		next.Days = append(slices.Clone(r.Days), today)
		slices.SortFunc(next.Days, offer.Date.Compare)
	}
	return next
}

const heading = `# What other websites answered when their addresses were asked for, one a line:
# the address, its answer, the days on which it was missing, the day it was last asked.
# Written by localoffer check --links. A page counts as broken after three separate days.
`

// String is the ledger as it is kept, the same for the same contents.
func (l Ledger) String() string {
	var b strings.Builder
	b.WriteString(heading)
	for _, url := range slices.Sorted(maps.Keys(l)) {
		r := l[url]
		days := make([]string, len(r.Days))
		for i, d := range r.Days {
			days[i] = d.String()
		}
		if len(days) == 0 {
			days = []string{"-"}
		}
		b.WriteString(strings.Join([]string{url, r.Answer, strings.Join(days, ","), r.Asked.String()}, "\t") + "\n")
	}
	return b.String()
}

// Parse reads a ledger, and reports each line that cannot be one. Any spaces
// do between the parts of a line: an editor may have typed them.
func Parse(file, text string) (Ledger, []offer.Problem) {
	ledger := Ledger{}
	var problems offer.Problems
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.Trim(line, " \t\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		url, record, what := parseLine(line)
		if _, twice := ledger[url]; twice && what == "" {
			what = "this address is in the list already"
		}
		if what != "" {
			problems.Add(offer.Place{File: file, Line: i + 1, Col: 1}, what, "take the line out: the next check of the links writes a new one")
			continue
		}
		ledger[url] = record
	}
	return ledger, problems.All()
}

func parseLine(line string) (url string, r Record, what string) {
	parts := strings.FieldsFunc(line, func(c rune) bool { return c == ' ' || c == '\t' })
	if len(parts) != 4 {
		return "", r, "this line has " + strconv.Itoa(len(parts)) + " parts instead of four: address, answer, days, day last asked"
	}
	u, why := clean(parts[0])
	if why != "" || u.String() != parts[0] {
		return "", r, "the line does not begin with the address of a website"
	}
	if !slices.Contains(answers, parts[1]) {
		return "", r, "the answer “" + parts[1] + "” is not one of " + strings.Join(answers, ", ")
	}
	r.Answer = parts[1]
	for day := range strings.SplitSeq(parts[2], ",") {
		date, ok := offer.ParseDate(day)
		if parts[2] != "-" && (!ok || len(r.Days) > 0 && !date.After(r.Days[len(r.Days)-1])) {
			return "", r, "“" + parts[2] + "” is not days in their order, like 2026-10-03,2026-10-10"
		}
		if ok {
			r.Days = append(r.Days, date)
		}
	}
	if (len(r.Days) > 0) != (lasting[r.Answer] != "") {
		return "", r, "the answer " + r.Answer + " does not go with the days “" + parts[2] + "”"
	}
	var ok bool
	if r.Asked, ok = offer.ParseDate(parts[3]); !ok {
		return "", r, "“" + parts[3] + "” is not a day like 2026-10-03"
	}
	return parts[0], r, ""
}
