package offer_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestAPostcodeIsReadInAnyCaseAndSpacing(t *testing.T) {
	tests := []struct{ written, want, district string }{
		{"ME4 7AA", "ME4 7AA", "ME4"}, {"me4 7aa", "ME4 7AA", "ME4"}, {"ME47AA", "ME4 7AA", "ME4"}, {" me4  7aa ", "ME4 7AA", "ME4"},
		{"M1 1AE", "M1 1AE", "M1"}, {"B33 8TH", "B33 8TH", "B33"}, {"CR2 6XH", "CR2 6XH", "CR2"}, {"DN55 1PT", "DN55 1PT", "DN55"},
		{"W1A 1HQ", "W1A 1HQ", "W1A"}, {"EC1A1BB", "EC1A 1BB", "EC1A"}, {"ME 4 7 AA", "ME4 7AA", "ME4"},
	}
	for _, test := range tests {
		got, fault := offer.ParsePostcode(test.written)
		if fault != nil {
			t.Errorf("%q: %s", test.written, fault.What)
			continue
		}
		if string(got) != test.want || got.District() != test.district {
			t.Errorf("%q: got %q in %q, want %q in %q", test.written, got, got.District(), test.want, test.district)
		}
	}
}

func TestWhatCannotBeAPostcodeIsRefused(t *testing.T) {
	bad := []string{"", "ME4 AAA", "ME4 77A", "ME4 7A", "ME4 7AAA", "4ME 7AA", "MEE4 7AA", "ME444 7AA", "ME4-7AA", "ME4 7AA, Chatham", "ＭＥ４ ７ＡＡ"}
	for _, never := range "CIKMOV" { // letters that no postcode ends in
		bad = append(bad, "ME4 7"+string(never)+"A", "ME4 7A"+string(never))
	}
	for _, written := range bad {
		got, fault := offer.ParsePostcode(written)
		if fault == nil {
			t.Errorf("%q was read as %q", written, got)
			continue
		}
		if fault.What != "the postcode “"+written+"” cannot be one" || !strings.Contains(fault.Hint, "C, I, K, M, O or V") {
			t.Errorf("%q: got %q, %q", written, fault.What, fault.Hint)
		}
	}
	for _, letter := range "ABDEFGHJLNPQRSTUWXYZ" { // and those that some do
		if _, fault := offer.ParsePostcode("ME4 7" + string(letter) + string(letter)); fault != nil {
			t.Errorf("a postcode may end in %c: %s", letter, fault.What)
		}
	}
}

var hall = offer.Venue{Name: "Harbour Hall", Address: "1 High Street", Town: "Chatham", Postcode: "ME4 7AA"}

func TestAnOpenVenueShowsItsWholeAddress(t *testing.T) {
	if got, want := hall.Lines(), []string{"Harbour Hall", "1 High Street", "Chatham", "ME4 7AA"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if secrets := hall.Secrets(); len(secrets) > 0 {
		t.Errorf("an open venue keeps %q secret", secrets)
	}
	if got, want := (offer.Venue{Town: "Chatham"}).Lines(), []string{"Chatham"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: what is not stated leaves no empty line", got, want)
	}
}

func TestAMaskedVenueShowsOnlyItsTownAndDistrict(t *testing.T) {
	home := hall
	home.Mask = true
	if got, want := home.Lines(), []string{"Chatham", "ME4"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := home.Secrets(), []string{"Harbour Hall", "1 High Street", "ME4 7AA", "ME47AA"}; !slices.Equal(got, want) {
		t.Errorf("secrets: got %q, want %q", got, want)
	}
	for _, line := range home.Lines() {
		for _, secret := range home.Secrets() {
			if strings.Contains(line, secret) {
				t.Errorf("the line %q gives away %q", line, secret)
			}
		}
	}
	if lines := (offer.Venue{Name: "Ann's house", Mask: true}).Lines(); len(lines) > 0 {
		t.Errorf("a masked venue with neither town nor postcode shows %q", lines)
	}
}
