package kind

import (
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Common are the fields that every kind of entry has.
var Common = []Field{
	{Name: "title", Label: "Title", Retold: true, Shape: Text, Needed: true, Example: "Saturday Stay and Play", Help: "Its name, as families know it."},
	{Name: "summary", Label: "Summary", Retold: true, Shape: Long, Needed: true, Example: "A calm play session for children who find busy places hard.", Help: "One plain sentence that says what it is. Lists and search show it."},
	{Name: "owner", Label: "Who keeps this page right", Shape: Text, Needed: true, Example: "Family information team", Help: "A team, not a person. It is not shown."},
	reviewed,
	{Name: "also", Label: "Other words families use", Retold: true, Shape: Texts, Example: "respite saturday club", Help: "For searching. They are never shown."},
	{Name: "see-also", Label: "See also", Shape: Entries, Example: "sunday-swim", Help: "Other pages that help, by their file names; with the folder where two share a name: guides/direct-payments."},
	{Name: "aliases", Label: "Addresses it had before", Shape: Former, Example: "/activities/old-name/", Help: "Whoever opens one of them is led to this page."},
	{Name: "statutory", Label: "Legal topics", Shape: Numbers, Example: "1", From: topicOptions, Help: "The topics of the law that this page covers, by their numbers in config.toml. They are not shown."},
	{Name: "starts", Label: "First day", Shape: Date, Example: "2026-09-05", Help: "The first day of what the page is about."},
	{Name: "ends", Label: "Last day", Shape: Date, Example: "2027-07-17", Help: "The last day. After it, the page says that this has ended."},
	closed,
}

// common adds to the fields of every kind those of one kind.
func common(own ...Field) []Field { return append(slices.Clone(own), Common...) }

var closed = Field{
	Name: "closed", Label: "Closed", Shape: Group, Example: "{on: 2026-05-03, why: The hall was sold.}",
	Help: "That it is shut, for good or for a while. Do not delete the page: an address that somebody kept should still help.",
	Fields: []Field{
		{Name: "on", Label: "Shut from", Shape: Date, Needed: true, Example: "2026-05-03", Help: "The first day on which it is shut.",
			Lack: &offer.Fault{What: "the closure has no date", Hint: "write the first day it is shut: on: 2026-05-03"}},
		{Name: "until", Label: "Opens again on", Shape: Date, Example: "2026-09-01", Help: "Left out, it is closed for good."},
		{Name: "why", Label: "Why", Shape: Text, Example: "The hall was sold.", Help: "One sentence."},
		{Name: "instead", Label: "What to try instead", Shape: Entries, Example: "toy-library", Help: "The file names of what families can use in its place."},
	},
}

func readCommon(f *Fields, e *offer.Entry) {
	e.Title = f.Text("title")
	if n, found := f.get("title"); found && strings.HasPrefix(e.Title, "“") && strings.HasSuffix(e.Title, "”") {
		f.problems.Advise(n.At, "the quotation marks round the title will be shown", "take them out; those that the words need for a colon are straight: \"…\"")
	}
	e.Summary = f.Text("summary")
	e.Owner = f.Text("owner")
	e.Also = f.Words("also")
	e.SeeAlso = f.Refs("see-also", "")
	e.Statutory = f.Numbers("statutory", 1, len(f.settings.Statutory.Topics), "see the list in config.toml")
	e.Aliases = readAliases(f)
	e.Starts, e.Ends = f.Date("starts"), f.Date("ends")
	e.Closed = readClosed(f)
	e.Reviewed = readReview(f)
}

func readClosed(f *Fields) *offer.Closure {
	in, found := f.Map("closed")
	if !found {
		return nil
	}
	defer f.close(in)
	c := &offer.Closure{On: in.Date("on"), Until: in.Date("until"), Why: in.Text("why"), Instead: in.Refs("instead", "")}
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
	for _, part := range strings.Split(strings.TrimSuffix(url[1:], "/"), "/") {
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
		known = append(known, steps.Name)
	}
	in, ok := f.group(n, v.Field, "{"+v.IDs()[0]+": "+string(v.Values[0].Allowed()[0])+"}", known)
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
