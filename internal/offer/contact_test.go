package offer_test

import (
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/offer"
)

func TestATelephoneNumberIsReadAndTidied(t *testing.T) {
	tests := []struct{ name, written, want, dial string }{
		{"a landline", "01632 960123", "01632 960123", "01632960123"},
		{"a landline without a space", "01632960123", "01632 960123", "01632960123"},
		{"a mobile", "07460399290", "07460 399290", "07460399290"},
		{"the editor's own spacing is kept", "020 7946 0958", "020 7946 0958", "02079460958"},
		{"brackets and hyphens", "(01632) 960-123", "(01632) 960-123", "01632960123"},
		{"a short area code has ten digits", "016977 2345", "016977 2345", "0169772345"},
		{"from abroad", "+44 1632 960123", "+44 1632 960123", "+441632960123"},
		{"from abroad, with the nought that is not dialled", "+44 (0)1632 960123", "+44 (0)1632 960123", "+441632960123"},
		{"a number free to ring", "0800 123 4567", "0800 123 4567", "08001234567"},
		{"a helpline for children", "0800 1111", "0800 1111", "08001111"},
		{"the NHS", "111", "111", "111"},
		{"emergencies", "999", "999", "999"},
		{"a helpline", "116 123", "116 123", "116123"},
		{"text messages", "85258", "85258", "85258"},
		{"spaces around it", "  01632 960123 ", "01632 960123", "01632960123"},
	}
	for _, test := range tests {
		got, fault := offer.ParsePhone(test.written)
		if fault != nil {
			t.Errorf("%s: %s", test.name, fault.What)
			continue
		}
		if got != test.want || offer.Dial(got) != test.dial {
			t.Errorf("%s: got %q, dialled as %q; want %q, %q", test.name, got, offer.Dial(got), test.want, test.dial)
		}
	}
}

func TestWhatCannotBeATelephoneNumberIsRefused(t *testing.T) {
	several := map[string]bool{"01632 960123 or 960124": true, "01632 960123/4": true, "01632 960123, 01632 960124": true}
	for written := range several {
		if _, fault := offer.ParsePhone(written); fault == nil || fault.Hint != "write one number here, and others in the words of the page" {
			t.Errorf("%q: got %v", written, fault)
		}
	}
	for _, bad := range []string{
		"", " ", "+", "+44", "0800 111", "0845 464", "01632 960123 ext 4", "12", "0", "00", "960123", "7.46e+09", "7460399290", "0163 960", "01632 9601234", "00 44 1632 960123",
		"1632 960123", "+1 202 555 0123", "01632 96O123", "ring the office", "01632 960123 or 960124", "01632+960123", "+01632 960123", "+44 1632 960123+", "222", "117123", "12345678", "０１６３２ ９６０１２３",
	} {
		got, fault := offer.ParsePhone(bad)
		if fault == nil {
			t.Errorf("%q was read as %q", bad, got)
			continue
		}
		if fault.What != "the telephone number “"+bad+"” cannot be one" || !strings.Contains(fault.Hint, `"01632 960123"`) && !several[bad] {
			t.Errorf("%q: got %q, %q", bad, fault.What, fault.Hint)
		}
	}
}

func TestAnEmailAddressIsCheckedForItsShape(t *testing.T) {
	for written, want := range map[string]string{
		"play@example.org": "play@example.org", " play@example.org ": "play@example.org", "mailto:play@example.org": "play@example.org",
		"send.team+help@medway.example.gov.uk": "send.team+help@medway.example.gov.uk", "o'brien@example.org": "o'brien@example.org", "a@b.co": "a@b.co",
	} {
		if got, fault := offer.ParseEmail(written); fault != nil || got != want {
			t.Errorf("%q: got %q, %v", written, got, fault)
		}
	}
	for _, bad := range []string{
		"", "play", "play@", "@example.org", "play@example", "play@example.", "play@.org", "play@-example.org", "play@example..org", "a..b@example.org",
		"play at example.org", "play @example.org", "a@b@example.org", "play@example.org, swim@example.org", "<play@example.org>", "Play <play@example.org>", "play@example.org\nBcc: x@example.org",
	} {
		got, fault := offer.ParseEmail(bad)
		if fault == nil {
			t.Errorf("%q was read as %q", bad, got)
			continue
		}
		hint := "write it like play@example.org"
		if strings.Count(bad, "@") > 1 {
			hint = "write one address here, and others in the words of the page"
		}
		if fault.What != "the email address “"+bad+"” cannot be one" || fault.Hint != hint {
			t.Errorf("%q: got %q, %q", bad, fault.What, fault.Hint)
		}
	}
}

func TestAWebsiteIsAnOutsideAddressWithAHost(t *testing.T) {
	for _, good := range []string{
		"https://example.org", "http://example.org/", "https://www.example.org/a/b.html?x=1&y=2#z", "HTTPS://EXAMPLE.ORG", "https://example.org:8080/x",
		"https://example.org/caf%C3%A9", "https://example.org/café",
	} {
		if got, fault := offer.ParseWebsite(" " + good + " "); fault != nil || got != good {
			t.Errorf("%q: got %q, %v", good, got, fault)
		}
	}
	const shape = "write it like https://example.org"
	tests := []struct{ written, what, hint string }{
		{"example.org", "the website “example.org” has no https:// in front", "write https://example.org"},
		{"www.example.org/club", "the website “www.example.org/club” has no https:// in front", "write https://www.example.org/club"},
		{"", "the website “” is not an address", shape},
		{"facebook", "the website “facebook” is not an address", shape},
		{"https://", "the website “https://” is not an address", shape},
		{"https://localhost", "the website “https://localhost” is not an address", shape},
		{"https://.", "the website “https://.” is not an address", shape},
		{"https://?example.org", "the website “https://?example.org” is not an address", shape},
		{"https:/example.org", "the website “https:/example.org” is not an address", shape},
		{"https://example.org/%zz", "the website “https://example.org/%zz” is not an address", shape},
		{"https://exam\x01ple.org", "the website “https://exam\x01ple.org” is not an address", shape},
		{"https://example.org/a b", "the website “https://example.org/a b” is not an address", shape},
		{`https://example.org/"onclick="x`, `the website “https://example.org/"onclick="x” is not an address`, shape},
		{"ftp://example.org", "the website “ftp://example.org” is not an address", shape},
		{"javascript:alert(1)", "the website “javascript:alert(1)” is not an address", shape},
		{"JavaScript:alert(document.cookie)", "the website “JavaScript:alert(document.cookie)” is not an address", shape},
		{"java\tscript:alert(1)", "the website “java\tscript:alert(1)” is not an address", shape},
		{"data:text/html,hello.world", "the website “data:text/html,hello.world” is not an address", shape},
		{"//example.org", "the website “//example.org” has no https:// in front", "write https://example.org"},
	}
	for _, test := range tests {
		got, fault := offer.ParseWebsite(test.written)
		if fault == nil {
			t.Errorf("%q was read as %q", test.written, got)
			continue
		}
		if fault.What != test.what || fault.Hint != test.hint {
			t.Errorf("%q:\n got %q, %q\nwant %q, %q", test.written, fault.What, fault.Hint, test.what, test.hint)
		}
	}
}

func TestAContactWithNoWayToReachAnyoneIsEmpty(t *testing.T) {
	if !(offer.Contact{ID: "x", Name: "Play team"}).Empty() {
		t.Error("a name alone reaches nobody")
	}
	for _, c := range []offer.Contact{{Phone: "111"}, {Text: "85258"}, {Email: "a@b.co"}, {Website: "https://b.co"}, {Form: "https://b.co"}} {
		if c.Empty() {
			t.Errorf("%+v is a way to reach someone", c)
		}
	}
}
