package offer

import (
	"strconv"
	"strings"
)

// Pence is an amount of money.
type Pence int

// Price is one line of what something costs: an amount, for what, paid by whom.
type Price struct {
	Amount Pence
	Per    string
	Who    string
	Note   string
	At     Place
}

// Pers and Whos are the words a price may use, in the order a message lists them.
var (
	Pers = []string{"session", "hour", "day", "night", "week", "month", "term", "year", "course", "place"}
	Whos = []string{"child", "sibling", "carer", "adult", "family"}
)

// ParsePence reads an amount in pounds: 3.50, £4, or free.
func ParsePence(s string) (Pence, *Fault) {
	amount, ok := penceOf(s)
	if !ok {
		return 0, &Fault{"the amount " + quote(s) + " is not a sum of money", penceHint(s)}
	}
	return amount, nil
}

func penceOf(s string) (Pence, bool) {
	text := strings.TrimPrefix(strings.TrimSpace(s), "£")
	if strings.EqualFold(text, "free") {
		return 0, true
	}
	pounds, pence, _ := strings.Cut(text, ".")
	if len(pence) == 1 {
		pence += "0"
	}
	whole, ok1 := digits(pounds)
	part, ok2 := 0, true
	if pence != "" {
		part, ok2 = digits(pence)
	}
	if !ok1 || !ok2 || len(pence) > 2 || pounds == "" || whole > 1_000_000 {
		return 0, false
	}
	return Pence(whole*100 + part), true
}

// Words is the amount as a page says it: £3.50, £4, or Free.
func (p Pence) Words() string {
	if p == 0 {
		return "Free"
	}
	text := "£" + thousands(int(p)/100)
	if p%100 != 0 {
		text += "." + strconv.Itoa(int(p%100)/10) + strconv.Itoa(int(p%10))
	}
	return text
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// Words is the whole line: "£3.50 a session for each child".
func (p Price) Words() string {
	text := p.Amount.Words()
	if p.Amount > 0 && p.Per != "" {
		article := " a "
		if p.Per == "hour" {
			article = " an "
		}
		text += article + p.Per
	}
	switch p.Who {
	case "child":
		if p.Amount > 0 {
			text += " for each child"
		}
	case "sibling":
		text += " for a brother or sister"
	case "carer":
		text += " for a carer"
	case "adult":
		text += " for each adult"
	case "family":
		text += " for the whole family"
	}
	if p.Note != "" {
		text += ". " + p.Note
	}
	return text
}

// IsFree reports that the child's own place costs nothing. A list without a
// line for the child is free only where every line is.
func IsFree(prices []Price) bool {
	if len(prices) == 0 {
		return false
	}
	free := true
	for _, p := range prices {
		if p.Who == "child" || p.Who == "family" {
			return p.Amount == 0
		}
		free = free && p.Amount == 0
	}
	return free
}
