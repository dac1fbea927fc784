package hostile

import (
	"os"
	"strconv"
	"testing"
)

// Times is how often something that chance decides is tried: a few times among all
// other tests, and as often as LOCALOFFER_FAULTS says where somebody wants to be
// sure (make faults).
func Times(t *testing.T, usual int) int {
	t.Helper()
	asked := os.Getenv("LOCALOFFER_FAULTS")
	if asked == "" {
		return usual
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		t.Fatalf("LOCALOFFER_FAULTS=%s is not a number", asked)
	}
	return n
}
