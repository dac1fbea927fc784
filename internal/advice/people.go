package advice

import (
	"regexp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Contacts are roles, never people: a person leaves, and the page leads nowhere;
// and a person's own number has no place on a public page.

var (
	titled   = regexp.MustCompile(`^(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sister|Father|Cllr)\.? `)
	fullName = regexp.MustCompile(`^[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.?)? (?:Mac|Mc|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)?$`)
)

// roleWords make a contact's name one of a role or a group.
var roleWords = regexp.MustCompile(`(?i)\b(info|hello|contact|mail|team|office|manager|desk|line|service|services|coordinator|co-ordinator|reception|centre|center|lead|leader|officer|school|nursery|club|group|trust|council|advice|helpline|enquiries|bookings|admin|secretary|worker|nurse|therapist|therapy|hub|project|association|society|charity|community|clinic|hospital|library|academy|college|support|admissions|foundation|organiser|staff|partnership|network|company|studio|theatre|museum|pool|gym|church|hall|farm|care|home|carers|families|children|youth|play|sports?|leisure|swim|football|drama|dance|music|arts|cafe|house|union|league|federation|forum|society|institute|agency|department|unit|base|programme|scheme|helpdesk|customer|information|short|breaks|family|head|teacher|senco|director|owner|chair|treasurer)\b`)

// webmail are the mailboxes that belong to a person more often than to a team.
var webmail = []string{
	"gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "outlook.com", "live.co.uk", "live.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com",
	"aol.com", "btinternet.com", "sky.com", "talktalk.net", "virginmedia.com", "ntlworld.com", "msn.com", "tiscali.co.uk", "proton.me", "protonmail.com",
}

func people(r *reader, e *offer.Entry) {
	name, phone := field(e, "contact.name"), field(e, "contact.phone")
	person := name != nil && personal(name.Text)
	if person {
		r.Advise(name.At, "“"+name.Text+"” looks like a person's name", "write the role, like Play team: a role stays when a person leaves")
	}
	if person && phone != nil && mobile(phone.Text) {
		r.Advise(phone.At, "this looks like a person's own mobile number", "ask for a number that belongs to the group")
	}
	if email := field(e, "contact.email"); email != nil && r.ownMailbox(e, email.Text) {
		r.Advise(email.At, "this looks like a person's own mailbox", "ask for one that belongs to the group, like clubs@example.org")
	}
}

func personal(name string) bool {
	return titled.MatchString(name) || fullName.MatchString(name) && !roleWords.MatchString(name)
}

func mobile(number string) bool {
	n, fault := offer.ParsePhone(number)
	return fault == nil && strings.HasPrefix(n, "07")
}

// ownMailbox reports a mailbox of webmail whose name says nothing of the
// entry or of who runs it.
func (r *reader) ownMailbox(e *offer.Entry, address string) bool {
	local, host, _ := strings.Cut(strings.ToLower(strings.TrimSpace(address)), "@")
	if !slices.Contains(webmail, host) || roleWords.MatchString(strings.NewReplacer(".", " ", "_", " ", "-", " ").Replace(local)) {
		return false
	}
	names := e.Title
	if d, ok := e.Detail.(offer.Provided); ok {
		if p := r.Find(d.ProvidedBy()); p != nil {
			names += " " + p.Title
		}
	}
	const telling = 4 // letters
	for _, w := range lowered(names) {
		if len(w) >= telling && strings.Contains(local, w) {
			return false
		}
	}
	return true
}
