package advice

import (
	"regexp"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// shortForm is an acronym: capitals, with small letters or an & between them.
var shortForm = regexp.MustCompile(`\b[A-Z][A-Za-z&]*[A-Z]s?\b`)

// shouted are runs of words in capitals, which are names or cries, and words of
// one's own in capitals for weight.
var shouted = regexp.MustCompile(`\b[A-Z]{2,}(?:[ ,&'’-]+[A-Z]{2,})+\b|\b(?:NOT|ALL|MUST|ONLY|FREE|NO|NEW|AND|OR|ANY|DO|IS|NE|NW|SE|SW|PLEASE|NOTE|ARE|FOR|VERY|NEVER|ALWAYS|OPEN|CLOSED)\b`)

// everyday are short forms that need no explaining, or are never written out.
var everyday = map[string]bool{
	"NHS": true, "GP": true, "GPs": true, "UK": true, "TV": true, "DVD": true, "CD": true, "PDF": true, "ID": true, "OK": true, "BBC": true, "IT": true,
	"AM": true, "PM": true, "PE": true, "DJ": true, "MP": true, "USB": true, "SMS": true, "UV": true, "LED": true, "WhatsApp": true, "YouTube": true,
	"PCs": true, "PC": true, "FM": true, "DIY": true, "BMX": true, "RAF": true, "EU": true, "DNA": true, "HIV": true, "GCSE": true, "DJs": true, "LGBT": true, "CV": true, "CVs": true, "COVID": true, "BBQ": true,
}

// shortForms are those that the glossary explains: a term's own title, what it
// stands for, and what else it is called.
func shortForms(c *offer.Catalogue) map[string]bool {
	known := map[string]bool{}
	for _, e := range c.Kind("term") {
		for _, name := range append([]string{e.Title}, e.Also...) {
			for _, found := range shortForm.FindAllString(name, -1) {
				known[found] = true
			}
		}
	}
	return known
}

// unknownShortForms tells of an acronym that neither the page nor the glossary
// explains. What is written in brackets after its own words is explained: early
// help assessment (EHA).
func unknownShortForms(r *reader, e *offer.Entry) {
	if e.Kind == "term" {
		return
	}
	all := prose(e)
	told := map[string]bool{}
	for _, p := range all {
		if p.Field == "title" {
			continue
		}
		for _, found := range shortForm.FindAllString(shouted.ReplaceAllString(p.Text, ""), -1) {
			plain := strings.TrimSuffix(found, "s")
			if told[plain] || everyday[found] || r.known[found] || r.known[plain] || explained(all, plain) || ownName(e, plain) {
				continue
			}
			told[plain] = true
			r.Advise(p.At, "“"+found+"” is explained nowhere", "write it out the first time, like early help assessment (EHA); or add content/terms/"+strings.ToLower(plain)+".md, which explains it for every page")
		}
	}
}

// explained reports that a page writes a short form in brackets after its words,
// or its words in brackets after it.
func explained(all []offer.Prose, form string) bool {
	for _, p := range all {
		if strings.Contains(p.Text, "("+form+")") || strings.Contains(p.Text, form+" (") {
			return true
		}
	}
	return false
}

// ownName reports that a short form is part of the entry's own name.
func ownName(e *offer.Entry, form string) bool { return strings.Contains(e.Title, form) }
