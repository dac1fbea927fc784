package scaffold

import (
	"cmp"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/advice"
	"github.com/localoffer/localoffer/internal/ask"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// Questions are what a new entry of a kind is asked for, in order. The site's
// own vocabularies are among them.
func Questions(k *kind.Kind, c *offer.Catalogue, today offer.Date) []ask.Question {
	a := &asker{kind: k, c: c, today: today, fields: k.Declared(c.Settings)}
	var questions []ask.Question
	for _, p := range a.complete(prompts[k.Name]) {
		questions = append(questions, a.questions(p)...)
	}
	return questions
}

// asker makes questions out of the declarations of fields.
type asker struct {
	kind   *kind.Kind
	c      *offer.Catalogue
	today  offer.Date
	fields []kind.Field
}

// complete adds the vocabularies that a council requires and that no prompt is
// written for, before the owner.
func (a *asker) complete(list []prompt) []prompt {
	owner := slices.IndexFunc(list, func(p prompt) bool { return p.field == "owner" })
	for _, v := range a.c.Vocabularies {
		known := slices.ContainsFunc(list, func(p prompt) bool { return p.field == v.Field })
		if v.Required && v.For(a.kind.Name) && !known {
			list = slices.Insert(slices.Clone(list), owner, prompt{field: v.Field, ask: v.Title + "?"})
		}
	}
	return list
}

// questions are those of one prompt: one; or one for each question of a
// vocabulary of answers; or none, where the site has no such field.
func (a *asker) questions(p prompt) []ask.Question {
	if p.field == goOn {
		return []ask.Question{further}
	}
	d, needed := a.find(p.field)
	if d == nil {
		return nil
	}
	if d.Shape != kind.Group {
		q := a.question(p, d, needed)
		if top, _, nested := strings.Cut(p.field, "."); nested {
			q.About = named(a.fields, top).Help
		}
		return []ask.Question{q}
	}
	var all []ask.Question
	inner := d.Inner(a.c.Settings)
	for i := range inner {
		if inner[i].Shape == kind.Answer {
			q := a.question(prompt{field: p.field + "." + inner[i].Name, page: d.Label, later: p.later}, &inner[i], false)
			q.About = d.Help
			all = append(all, q)
		}
	}
	return all
}

// find gives the declaration of a field, and whether it may not be left out.
// What a group needs is needed only where the group is.
func (a *asker) find(path string) (d *kind.Field, needed bool) {
	top, inner, nested := strings.Cut(path, ".")
	d = named(a.fields, top)
	if d == nil || !nested {
		return d, d != nil && d.Needed
	}
	needed = d.Needed && path == "reviewed.how"
	return named(d.Inner(a.c.Settings), inner), needed
}

func named(fields []kind.Field, name string) *kind.Field {
	if i := slices.IndexFunc(fields, func(d kind.Field) bool { return d.Name == name }); i >= 0 {
		return &fields[i]
	}
	return nil
}

func (a *asker) question(p prompt, d *kind.Field, needed bool) ask.Question {
	q := ask.Question{
		Name: p.field, Ask: cmp.Or(p.ask, d.Label), Help: d.Help, Example: strings.Trim(d.Example, `"`), Page: p.page,
		Optional: !needed, Many: d.Shape == kind.Choices, Choices: a.choices(d), When: when(p), Check: a.check(p.field),
	}
	const many = 12 // more than these do not fit on one screen
	q.Long = len(q.Choices) > many && !q.Many
	if d.Shape == kind.Answer {
		q.Skip = "Not known"
	}
	switch p.field {
	case "title":
		q.Check = both(q.Check, a.untaken)
	case "provider":
		q.Help = "Not there yet? Stop with Ctrl and C, and run localoffer new provider first."
	case "ends":
		q.Optional = false
	case "owner":
		q.Known = a.owners()
	case "contact.team":
		q.Help = "One of the contacts in config.toml. Others can be written in the file."
	case "cost.amount":
		q.Help = "0 where it is free. Left out, the page says “Ask first”."
	}
	return q
}

func both(one, other func(ask.Answers, string) *offer.Fault) func(ask.Answers, string) *offer.Fault {
	return func(said ask.Answers, text string) *offer.Fault {
		if fault := one(said, text); fault != nil {
			return fault
		}
		return other(said, text)
	}
}

// untaken refuses a title that another entry of the kind has, or nearly has: two
// pages for one thing are both believed less.
func (a *asker) untaken(_ ask.Answers, title string) *offer.Fault {
	for _, e := range a.c.Kind(a.kind.Name) {
		if e.Slug == source.Slug(title) || a.c.State(e) != offer.Ended && advice.SameName(e.Title, title) {
			return &offer.Fault{What: "“" + e.Title + "” is there already, in " + e.File, Hint: "change that file; or, if this is another thing, say in the title how it differs"}
		}
	}
	return nil
}
