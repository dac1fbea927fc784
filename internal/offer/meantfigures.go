package offer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// sums are an amount with words behind it, of 50p only the figure.
var sums = regexp.MustCompile(`^£?([0-9]+(?:[.,][0-9]{1,2})?)(p?)(?:$|[\s/–-]+(.*)$)`)

// penceHint is how to write what was typed for an amount.
func penceHint(typed string) string {
	const how = "write pounds and pence, like 3.50, or 0 where it is free"
	m := sums.FindStringSubmatch(strings.ToLower(strings.TrimSpace(typed)))
	if m == nil {
		return how
	}
	sum, rest := strings.Replace(m[1], ",", ".", 1), m[3]
	if m[2] == "p" {
		pence, whole := digits(m[1])
		if !whole {
			return how
		}
		sum = strconv.Itoa(pence/100) + "." + pad(pence%100)
	}
	switch _, ok := penceOf(sum); {
	case !ok:
		return how
	case rest == "":
		return "write " + sum
	case strings.ContainsAny(rest, "0123456789"):
		return "write each price on a line of its own, like - {amount: " + sum + ", per: session, who: child}"
	}
	price := "amount: " + sum + named(", per: ", Pers, rest) + named(", who: ", Whos, rest)
	return "write the sum alone, and what it is for beside it: {" + price + "}"
}

// named is a field of a price, where one of its words stands in a text.
func named(field string, words []string, text string) string {
	for _, word := range words {
		if slices.Contains(strings.Fields(text), word) {
			return field + word
		}
	}
	return ""
}

// lookalikes are a figure for a letter, and a letter for a figure.
var lookalikes = map[byte]byte{'O': '0', 'I': '1', 'L': '1', '0': 'O', '1': 'I', 'S': '5', '5': 'S'}

// postcodeHint is how to write what was typed for a postcode.
func postcodeHint(typed string) string {
	text := strings.ToUpper(strings.Join(strings.Fields(typed), ""))
	if outward.MatchString(text) {
		return "this is its first half; write the whole of it, like ME4 7AA, or leave it out and say the town"
	}
	for i := range len(text) {
		other, alike := lookalikes[text[i]]
		if !alike {
			continue
		}
		if code, ok := postcodeOf(text[:i] + string(other) + text[i+1:]); ok {
			what := "the letter " + string(other) + ", not the figure " + text[i:i+1]
			if other >= '0' && other <= '9' {
				what = "the figure " + string(other) + ", not the letter " + text[i:i+1]
			}
			return "did you mean " + string(code) + " (" + what + ")?"
		}
	}
	return "write it like ME4 7AA; postcodes never end in the letters C, I, K, M, O or V"
}

var outward = regexp.MustCompile(`^[A-Z]{1,2}[0-9][A-Z0-9]?$`)

var agedWords = regexp.MustCompile(`\b(ages?|aged|years?|yrs?|olds?|children|from)\b|'?s\b`)

// agesHint is how to write what was typed for ages.
func agesHint(typed string) string {
	text := strings.Join(strings.Fields(agedWords.ReplaceAllString(strings.ToLower(typed), " ")), " ")
	young, hasYoung := firstOf(text, "under ", "below ")
	most, hasMost := firstOf(text, "up to ", "to ")
	least, _, hasLeast := strings.Cut(text, " and ") // over, up, older
	switch n, _ := digits(young); {
	case hasYoung && n > 0:
		text = "0-" + strconv.Itoa(n-1)
	case hasMost:
		text = "0-" + most
	case hasLeast:
		text = least + "+"
	}
	text = strings.NewReplacer(" ", "", "–", "-", "to", "-").Replace(text)
	if _, fault := ageRange(text); fault == nil {
		return "write " + text
	}
	return howAges
}

// firstOf cuts the first of some beginnings off a text.
func firstOf(text string, beginnings ...string) (rest string, found bool) {
	for _, beginning := range beginnings {
		if rest, found = strings.CutPrefix(text, beginning); found {
			return rest, true
		}
	}
	return "", false
}
