package offer

import "strings"

// Suggest gives the known name nearest to a mistyped one, or "" where none is
// near enough to be a likely slip: at most one change for every three letters.
func Suggest(typed string, known []string) string {
	if typed == "" {
		return "" // nothing was typed, so nothing was mistyped
	}
	best, least := "", 1+max(1, len(typed)/3)
	typed = strings.ToLower(typed)
	for _, name := range known {
		if d := distance(typed, strings.ToLower(name), least); d < least {
			best, least = name, d
		}
	}
	return best
}

// DidYouMean is the hint for an unknown name: the likely one, or all of them.
func DidYouMean(typed string, known []string) string {
	if best := Suggest(typed, known); best != "" {
		return "did you mean " + best + "?"
	}
	const most = 20
	if len(known) == 0 || len(known) > most {
		return ""
	}
	return "use one of: " + strings.Join(known, ", ")
}

// distance counts the changes between two words: a letter put in, left out or
// changed, or two neighbours swapped. It gives up at limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return min(limit, above[len(b)])
}
