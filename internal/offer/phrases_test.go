package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/offer"
)

var german = &offer.Edition{ID: "de", Name: "Deutsch", Lang: "de", Words: offer.NewPhrases(map[string]string{
	"Search": "Suche", "free": "kostenlos", "{1} results": "{1} Treffer", "{2} of {1}": "von {1} {2}", "to be said": "",
	"Saturdays": "samstags", "Sundays": "sonntags", "in term time": "während der Schulzeit", "{1} in term time": "{1} während der Schulzeit",
	"{1} to {2}": "{1} bis {2}", "{1} and {2}": "{1} und {2}", "{1}, {2}": "{1}, {2}", "Not on {1}": "Nicht am {1}",
	"{1} October {2}": "{1}. Oktober {2}", "{1} years": "{1} Jahre", "Runs until {1}": "Bis {1}",
})}

func TestAPhraseIsSaidInTheWordsOfTheEdition(t *testing.T) {
	for english, want := range map[string]string{"Search": "Suche", "Free": "Kostenlos", "to be said": "to be said", "not there": "not there"} {
		if got := german.Say(english); got != want {
			t.Errorf("%q: got %q, want %q", english, got, want)
		}
	}
	if got := german.Say("{2} of {1}", "drei", "zwei"); got != "von drei zwei" {
		t.Errorf("parts: got %q", got)
	}
	if got := german.Say("{2} of {1}", "{2}", "{1}"); got != "von {2} {1}" {
		t.Errorf("parts that look like places: got %q", got)
	}
	var main *offer.Edition
	for words, want := range map[string]string{"{3} of {1}": "{3} of three", "{0}{x}{01}{": "{0}{x}{01}{", "{{1}}": "{three}", "{1": "{1", "no place": "no place", "": ""} {
		if got := main.Say(words, "three", "two"); got != want {
			t.Errorf("%q: %q", words, got)
		}
	}
	if got := main.Say("{2} of {1}", "three", "two"); got != "two of three" {
		t.Errorf("in the main edition: got %q", got)
	}
	if got := strings.Join(german.Words.Wanted(), "|"); got != "not there|to be said" {
		t.Errorf("what is wanting: got %q", got)
	}
}

func TestATextIsPutIntoOtherWordsAsAWholeOrNotAtAll(t *testing.T) {
	for english, want := range map[string]string{
		"Saturdays":                       "Samstags",
		"Saturdays and Sundays":           "Samstags und sonntags",
		"Saturdays, Sundays and 12":       "Samstags, sonntags und 12",
		"10am to 4:30pm in term time":     "10am bis 4:30pm während der Schulzeit",
		"5 to 11 years":                   "5 bis 11 Jahre",
		"£3.50":                           "£3.50",
		"3 October 2026":                  "3. Oktober 2026",
		"Free. Not on 3 October 2026.":    "Kostenlos. Nicht am 3. Oktober 2026.",
		"Runs until 3 October 2026. Free": "Bis 3. Oktober 2026. Kostenlos",
		"Ring the bell":                   "",
		"Saturdays and the bell":          "",
		"Free. Ring the bell.":            "",
		"10 to the bell in term time":     "",
		strings.Repeat("free, ", 60):      "",
	} {
		got, known := german.Put(english)
		if want == "" {
			if known || got != english {
				t.Errorf("%q: got %q, want it left as it is", english, got)
			}
			continue
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", english, got, want)
		}
	}
}

func TestEasyReadSaysInEnglishWhatItHasNoWordsFor(t *testing.T) {
	easy := &offer.Edition{ID: offer.EasyRead, Words: offer.NewPhrases(map[string]string{"See also": "More"})}
	if got, known := easy.Put("Ring the bell"); got != "Ring the bell" || !known {
		t.Errorf("got %q, %v", got, known)
	}
	if got := easy.Say("See also") + easy.Say("Search"); got != "MoreSearch" || len(easy.Words.Wanted()) > 0 {
		t.Errorf("got %q, wanting %q", got, easy.Words.Wanted())
	}
}

// Whoever proposes the words of a language cannot keep a build from ending with
// them, nor fill the memory.
func TestTheWordsOfALanguageCannotRunAway(t *testing.T) {
	words := map[string]string{"a": "b", "{1} and {2}": strings.Repeat("{1}", 200)}
	for i := range 2000 {
		words["{1} "+strings.Repeat("x", i+1)] = "{1}"
		words["{1}{2}{3}"+strings.Repeat("y", i)] = "{1}{2}{3}"
	}
	ed := &offer.Edition{ID: "de", Lang: "de", Words: offer.NewPhrases(words)}
	defer hostile.Watch(0)()
	for _, text := range []string{strings.Repeat("a and ", 30) + "a", strings.Repeat("q and ", 30) + "q", strings.Repeat("xy. ", 50), "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"} {
		if said, _ := ed.Put(text); len(said) > 5000 {
			t.Errorf("%q became %d bytes", text, len(said))
		}
	}
}

func FuzzATextIsPutInTime(f *testing.F) {
	for _, text := range []string{"Saturdays and Sundays", "10am to midday", strings.Repeat("1 to ", 40), strings.Repeat(", and . ", 25), "{1} and {2}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, known := german.Put(text)
		if !known && got != text {
			t.Errorf("%q became %q, and is not known", text, got)
		}
	})
}
