package offer_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

// hint is what is said of a value that cannot be read.
func hint[T any](parse func(string) (T, *offer.Fault)) func(string) string {
	return func(s string) string {
		if _, fault := parse(s); fault != nil {
			return fault.Hint
		}
		return "it can be read"
	}
}

func TestTheHintIsWhatWasLikelyMeant(t *testing.T) {
	for _, test := range []struct {
		of    func(string) string
		typed string
		want  string
	}{
		{offer.DateHint, "22-11-2026", "for 22 November 2026 write 2026-11-22"},
		{offer.DateHint, "22/11/26", "for 22 November 2026 write 2026-11-22"},
		{offer.DateHint, "3.4.2026", "for 3 April 2026 write 2026-04-03"},
		{offer.DateHint, "11/22/2026", "for 22 November 2026 write 2026-11-22"},
		{offer.DateHint, "2026-22-11", "for 22 November 2026 write 2026-11-22"},
		{offer.DateHint, "2026-11-2", "for 2 November 2026 write 2026-11-02"},
		{offer.DateHint, "Saturday 22nd Nov 2026", "for 22 November 2026 write 2026-11-22"},
		{offer.DateHint, "the 3rd of May 2026", "for 3 May 2026 write 2026-05-03"},
		{offer.DateHint, "2026-02-30", "write the year, month and day, like 2026-10-03"},
		{offer.DateHint, "soon", "write the year, month and day, like 2026-10-03"},
		{offer.DateHint, "99999999999999999999-1-1", "write the year, month and day, like 2026-10-03"},

		{hint(offer.ParseClock), "6pm-7", `that is two times: from: "18:00", to: "19:00"`},
		{hint(offer.ParseClock), "10-11.30am", `that is two times: from: "10:00", to: "11:30"`},
		{hint(offer.ParseClock), "16:00 – 17:30", `that is two times: from: "16:00", to: "17:30"`},
		{hint(offer.ParseClock), "10am-12", `that is two times: from: "10:00", to: "12:00"`},
		{hint(offer.ParseClock), "11-1pm", `that is two times: from: "11:00", to: "13:00"`},
		{hint(offer.ParseClock), "9.30 to 3pm", `that is two times: from: "09:30", to: "15:00"`},
		{hint(offer.ParseClock), "3pm-1pm", `where that is two times, write from: "18:00", to: "19:30"`},
		{hint(offer.ParseClock), "10-12", `where that is two times, write from: "18:00", to: "19:30"`},
		{hint(offer.ParseClock), "10", `write "10:00" for the morning, "22:00" for the afternoon or evening`},
		{hint(offer.ParseClock), "16", `write "16:00"`},
		{hint(offer.ParseClock), "Noon", `write "12:00"`},
		{hint(offer.ParseClock), "after school", `write it in the 24-hour clock, in quotation marks: "14:30"`},

		{hint(offer.ParseWeekday), "Wed", "did you mean wednesday?"},
		{hint(offer.ParseWeekday), "Tues", "did you mean tuesday?"},
		{hint(offer.ParseWeekday), "thurs.", "did you mean thursday?"},
		{hint(offer.ParseWeekday), "Saturdays", "did you mean saturday?"},
		{hint(offer.ParseWeekday), "Sat and Sun", "write a list: [saturday, sunday]"},
		{hint(offer.ParseWeekday), "saturday, sunday", "write a list: [saturday, sunday]"},
		{hint(offer.ParseWeekday), "wenesday", "did you mean wednesday?"},
		{hint(offer.ParseWeekday), "weekends", "use one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday"},

		{hint(offer.ParsePence), "£4.50 per child", "write the sum alone, and what it is for beside it: {amount: 4.50, who: child}"},
		{hint(offer.ParsePence), "£4 a session for each family", "write the sum alone, and what it is for beside it: {amount: 4, per: session, who: family}"},
		{hint(offer.ParsePence), "3,50", "write 3.50"},
		{hint(offer.ParsePence), "50p", "write 0.50"},
		{hint(offer.ParsePence), "150p", "write 1.50"},
		{hint(offer.ParsePence), "2.5p", "write pounds and pence, like 3.50, or 0 where it is free"},
		{hint(offer.ParsePence), "5p", "write 0.05"},
		{hint(offer.ParsePence), "3.50-5", "write each price on a line of its own, like - {amount: 3.50, per: session, who: child}"},
		{hint(offer.ParsePence), "£3-£5", "write each price on a line of its own, like - {amount: 3, per: session, who: child}"},
		{hint(offer.ParsePence), "3 pounds", "write the sum alone, and what it is for beside it: {amount: 3}"},
		{hint(offer.ParsePence), "a little", "write pounds and pence, like 3.50, or 0 where it is free"},

		{hint(offer.ParsePostcode), "MEO 4AA", "did you mean ME0 4AA (the figure 0, not the letter O)?"},
		{hint(offer.ParsePostcode), "me4 oaa", "did you mean ME4 0AA (the figure 0, not the letter O)?"},
		{hint(offer.ParsePostcode), "MEl 4AA", "did you mean ME1 4AA (the figure 1, not the letter L)?"},
		{hint(offer.ParsePostcode), "0X1 4AA", "did you mean OX1 4AA (the letter O, not the figure 0)?"},
		{hint(offer.ParsePostcode), "ME4", "this is its first half; write the whole of it, like ME4 7AA, or leave it out and say the town"},
		{hint(offer.ParsePostcode), "ME4 4AC", "write it like ME4 7AA; postcodes never end in the letters C, I, K, M, O or V"},

		{hint(offer.ParseAges), "5 - 11 years", "write 5-11"},
		{hint(offer.ParseAges), "aged 5 to 11 years old", "write 5-11"},
		{hint(offer.ParseAges), "under 5s", "write 0-4"},
		{hint(offer.ParseAges), "up to 11", "write 0-11"},
		{hint(offer.ParseAges), "14 and over", "write 14+"},
		{hint(offer.ParseAges), "teenagers", "write them like 5-11, or 5+ for 5 and older, or 0-25 for every age"},
	} {
		if got := test.of(test.typed); got != test.want {
			t.Errorf("%q: got %q, want %q", test.typed, got, test.want)
		}
	}
}
