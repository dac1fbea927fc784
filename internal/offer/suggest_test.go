package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestASlipIsGivenTheNameThatWasMeant(t *testing.T) {
	needs := []string{"autism", "adhd", "communication", "learning-disability", "physical", "deaf", "vision"}
	for typed, want := range map[string]string{
		"autsm": "autism", "autsim": "autism", "Autism": "autism", "AUTISM": "autism", "autismm": "autism",
		"comunication": "communication", "comunicaton": "communication", "learning-dissability": "learning-disability",
		"def": "deaf", "adhd": "adhd",
		"swimming": "", "x": "", "": "", "physics-lab": "", strings.Repeat("autism", 100): "",
	} {
		if got := offer.Suggest(typed, needs); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
	if got := offer.Suggest("autism", nil); got != "" {
		t.Errorf("with nothing known, it suggests %q", got)
	}
}

func TestTheHintIsTheLikelyNameOrAllOfThem(t *testing.T) {
	few := []string{"club", "service", "scheme", "event"}
	var many []string
	for range 21 {
		many = append(many, "word")
	}
	tests := []struct {
		typed string
		known []string
		want  string
	}{
		{"clubb", few, "did you mean club?"},
		{"party", few, "use one of: club, service, scheme, event"},
		{"party", nil, ""},
		{"party", many, ""},
		{"", []string{"a", "b"}, "use one of: a, b"}, // nothing was typed, so nothing was mistyped
	}
	for _, test := range tests {
		if got := offer.DidYouMean(test.typed, test.known); got != test.want {
			t.Errorf("%q: got %q, want %q", test.typed, got, test.want)
		}
	}
}
