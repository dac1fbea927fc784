package offer_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestASumOfMoneyIsReadAndSaid(t *testing.T) {
	tests := []struct {
		written string
		pence   offer.Pence
		words   string
	}{
		{"3.50", 350, "£3.50"}, {"3.5", 350, "£3.50"}, {"£4", 400, "£4"}, {"4.00", 400, "£4"}, {" 4 ", 400, "£4"},
		{"0", 0, "Free"}, {"0.00", 0, "Free"}, {"free", 0, "Free"}, {"Free", 0, "Free"},
		{"0.05", 5, "£0.05"}, {"12.09", 1209, "£12.09"}, {"999.99", 99999, "£999.99"},
		{"1000", 100000, "£1,000"}, {"1250.50", 125050, "£1,250.50"}, {"1000000", 100000000, "£1,000,000"},
	}
	for _, test := range tests {
		pence, fault := offer.ParsePence(test.written)
		if fault != nil {
			t.Errorf("%q: %s", test.written, fault.What)
			continue
		}
		if pence != test.pence || pence.Words() != test.words {
			t.Errorf("%q: got %d pence, %q; want %d, %q", test.written, pence, pence.Words(), test.pence, test.words)
		}
	}
}

func TestWhatIsNotASumOfMoneyIsRefused(t *testing.T) {
	for _, bad := range []string{
		"", "£", ".50", "3.505", "1,000", "-3", "+3", "3.-5", "about 3", "$3", "€3", "NaN", "1e3", "0x10", "1000001",
		"99999999999999999999", "3.5.0", "３",
	} {
		pence, fault := offer.ParsePence(bad)
		if fault == nil {
			t.Errorf("%q was read as %d pence", bad, pence)
			continue
		}
		if want := "the amount “" + bad + "” is not a sum of money"; fault.What != want {
			t.Errorf("%q: got %q", bad, fault.What)
		}
		if want := "write pounds and pence, like 3.50, or 0 where it is free"; fault.Hint != want {
			t.Errorf("%q: hint %q", bad, fault.Hint)
		}
	}
}

func TestAPriceIsSaidInWords(t *testing.T) {
	tests := []struct {
		price offer.Price
		want  string
	}{
		{offer.Price{Amount: 350, Per: "session", Who: "child"}, "£3.50 a session for each child"},
		{offer.Price{Amount: 350, Per: "hour"}, "£3.50 an hour"},
		{offer.Price{Amount: 2000, Per: "week", Who: "family"}, "£20 a week for the whole family"},
		{offer.Price{Amount: 100, Per: "session", Who: "sibling"}, "£1 a session for a brother or sister"},
		{offer.Price{Amount: 500, Who: "adult"}, "£5 for each adult"},
		{offer.Price{Amount: 0, Per: "session", Who: "child"}, "Free"},
		{offer.Price{Amount: 0, Who: "carer"}, "Free for a carer"},
		{offer.Price{Amount: 0, Note: "Bring a drink."}, "Free. Bring a drink."},
	}
	for _, test := range tests {
		if got := test.price.Words(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestItIsFreeOnlyWhereTheChildGoesFree(t *testing.T) {
	child, carer, family := "child", "carer", "family"
	tests := []struct {
		name   string
		prices []offer.Price
		want   bool
	}{
		{"nothing stated is not free", nil, false},
		{"the child goes free", []offer.Price{{Amount: 0, Who: child}}, true},
		{"the child pays and a carer goes free", []offer.Price{{Amount: 350, Who: child}, {Amount: 0, Who: carer}}, false},
		{"a carer goes free and the child pays", []offer.Price{{Amount: 0, Who: carer}, {Amount: 350, Who: child}}, false},
		{"a carer pays and the child goes free", []offer.Price{{Amount: 350, Who: carer}, {Amount: 0, Who: child}}, true},
		{"the family pays", []offer.Price{{Amount: 900, Who: family}}, false},
		{"free, for whom was not said", []offer.Price{{Amount: 0}}, true},
		{"one of two lines has a price", []offer.Price{{Amount: 0}, {Amount: 350}}, false},
	}
	for _, test := range tests {
		if got := offer.IsFree(test.prices); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}
