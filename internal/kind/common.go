package kind

import (
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Common are the fields that every kind of entry has.
var Common = []string{"title", "summary", "owner", "reviewed", "also", "aliases", "see-also", "statutory", "starts", "ends", "closed"}

func readCommon(f *Fields, e *offer.Entry) {
	e.Title = f.Needed("title", "Saturday Stay and Play")
	e.Summary = f.Needed("summary", "A calm play session for children who find busy places hard.")
	e.Owner = f.Needed("owner", "Family information team")
	e.Also = f.Words("also")
	e.SeeAlso = f.Refs("see-also", "")
	e.Statutory = f.Numbers("statutory", 1, len(f.settings.Statutory.Topics), "see the list in config.toml")
	e.Aliases = readAliases(f)
	e.Starts, e.Ends = f.Date("starts"), f.Date("ends")
	e.Closed = readClosed(f)
	e.Reviewed = readReview(f)
}

func readClosed(f *Fields) *offer.Closure {
	in, found := f.Map("closed", "{on: 2026-05-03, why: The hall was sold.}", "on", "until", "why", "instead")
	if !found {
		return nil
	}
	defer f.close(in)
	c := &offer.Closure{On: in.Date("on"), Until: in.Date("until"), Why: in.Text("why"), Instead: in.Refs("instead", "")}
	if !in.has("on") {
		in.add(in.node.At, "the closure has no date", "write the first day it is shut: on: 2026-05-03")
	}
	if !c.Until.IsZero() && !c.Until.After(c.On) {
		in.add(in.at("until"), "it opens again on "+c.Until.String()+", before it closes on "+c.On.String(), "swap the two dates, or mend the wrong one")
	}
	return c
}

func readAliases(f *Fields) []offer.Alias {
	var aliases []offer.Alias
	for _, n := range f.items("aliases") {
		url := strings.TrimSpace(n.Text)
		if n.Shape != offer.Scalar || !validAlias(url) {
			f.add(n.At, "the former address "+shown(&n)+" cannot be one", "write it from the first slash: /activities/old-name/")
			continue
		}
		if !strings.HasSuffix(url, "/") && !strings.HasSuffix(url, ".html") {
			url += "/"
		}
		aliases = append(aliases, offer.Alias{URL: url, At: n.At})
	}
	return aliases
}

// validAlias keeps a redirect page inside the site's own folder, and its
// address to letters that no host treats as special.
func validAlias(url string) bool {
	if !strings.HasPrefix(url, "/") || url == "/" {
		return false
	}
	for _, part := range strings.Split(strings.Trim(url, "/"), "/") {
		if part == "" || strings.Trim(part, ".") == "" {
			return false
		}
		for _, r := range part {
			if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.", r) {
				return false
			}
		}
	}
	return true
}

// checkDates reports an end before its start.
func checkDates(f *Fields, e *offer.Entry) {
	if !e.Starts.IsZero() && !e.Ends.IsZero() && e.Ends.Before(e.Starts) {
		f.add(f.at("ends"), "it ends on "+e.Ends.String()+", before it starts on "+e.Starts.String(), "swap the two dates, or mend the wrong one")
	}
}

func readVocabulary(f *Fields, v *offer.Vocabulary, e *offer.Entry) {
	n, found := f.get(v.Field)
	switch {
	case !found && v.Required:
		f.missing(v.Field, "there is no "+v.Field+" ("+strings.ToLower(v.Title)+")", "add a line like "+v.Field+": "+v.Values[0].ID+"; "+offer.DidYouMean("", v.IDs()))
	case !found:
	case v.Shape == offer.ShapeAnswers:
		readAnswers(f, n, v, e)
	case n.Shape == offer.Scalar && n.Text == "all" && v.All != "":
		setAll(e, v)
	case v.Shape == offer.ShapeMany:
		for _, item := range f.items(v.Field) {
			if item.Text == "all" && v.All != "" && len(f.items(v.Field)) == 1 {
				setAll(e, v)
			} else if id := f.choice(&item, v.Field, v.IDs()); id != "" && !e.Has(v.Field, id) {
				tag(e, v.Field, id)
			}
		}
	default:
		if id := f.choice(n, v.Field, v.IDs()); id != "" {
			tag(e, v.Field, id)
		}
	}
}

func tag(e *offer.Entry, field, id string) {
	if e.Tags == nil {
		e.Tags = map[string][]string{}
	}
	e.Tags[field] = append(e.Tags[field], id)
}

// setAll marks an entry as open to every value of a vocabulary.
func setAll(e *offer.Entry, v *offer.Vocabulary) {
	if e.All == nil {
		e.All = map[string]bool{}
	}
	e.All[v.Field] = true
}

func readAnswers(f *Fields, n *offer.Node, v *offer.Vocabulary, e *offer.Entry) {
	known := v.IDs()
	if v.Field == "access" {
		known = append(known, "steps")
	}
	in, ok := f.inner(n, v.Field, "{"+v.IDs()[0]+": "+string(v.Values[0].Allowed()[0])+"}", known)
	if !ok {
		return
	}
	defer f.close(in)
	if e.Answers == nil {
		e.Answers = map[string]map[string]offer.Answer{}
	}
	got := map[string]offer.Answer{}
	for _, value := range v.Values {
		if answer, found := in.get(value.ID); found {
			got[value.ID] = in.answer(answer, value.ID, value.Allowed())
		}
	}
	e.Answers[v.Field] = got
	e.Steps = in.Text("steps")
	checkSteps(in, e.Steps, got)
}

// checkSteps reports a place that says both that it is step-free throughout
// and that it has a step.
func checkSteps(f *Fields, steps string, got map[string]offer.Answer) {
	if steps != "" && steps != "0" && steps != "no" && got["step-free"] == offer.Full {
		f.add(f.at("steps"), "it says step-free: full, and also a step: "+steps, "write step-free: partial, or take out the steps")
	}
}

// count says a number of things: "1 club", "3 clubs".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
