package ask

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Form puts the questions in a terminal, one screen for each page of them. One
// can go back, choose from lists and type to find something in a long one.
func Form(ctx context.Context, in io.Reader, out io.Writer, questions []Question, answers Answers) error {
	f := &form{answers: answers}
	open := pages(questions, answers)
	err := f.of(open).
		WithProgramOptions(tea.WithInput(in), tea.WithOutput(out), tea.WithFilter(f.watch)).
		RunWithContext(ctx)
	if errors.Is(err, huh.ErrUserAborted) || ctx.Err() != nil {
		return ErrStopped
	}
	if err != nil {
		return fmt.Errorf("ask in the terminal: %w", err)
	}
	settle(open, answers)
	return nil
}

type form struct {
	answers Answers
	leaving bool // the key that was pressed asks for the next question
	height  int  // of the terminal, in lines
}

func (f *form) of(pages [][]*Question) *huh.Form {
	groups := make([]*huh.Group, len(pages))
	for i, page := range pages {
		groups[i] = f.page(page, fmt.Sprintf("%d of %d", i+1, len(pages)))
	}
	all := huh.NewForm(groups...).WithTheme(huh.ThemeFunc(theme))
	for i, page := range pages {
		groups[i].WithKeyMap(keys(page[0].Long))
	}
	return all.UpdateFieldPositions().WithLayout(fitted{huh.LayoutDefault, f}).WithViewHook(alone)
}

// page is one screen. A question that stands alone has its words at the top,
// where they stay while one types to find a choice.
func (f *form) page(page []*Question, place string) *huh.Group {
	fields := make([]huh.Field, len(page))
	for i, q := range page {
		fields[i] = f.field(q, len(page) == 1)
	}
	heading, help := page[0].Page, page[0].About
	if len(page) == 1 {
		heading, help = page[0].Ask, page[0].said()
	}
	return huh.NewGroup(fields...).Title(heading + " (" + place + ")").Description(help + "\n").
		WithHideFunc(func() bool { return !page[0].asked(f.answers) })
}

// said is what a question says below its own words.
func (q *Question) said() string {
	switch {
	case len(q.Choices) == 0 && q.Optional:
		return strings.TrimSpace(q.Help + " Press Enter to leave it out.")
	case q.Many && q.Optional:
		return strings.TrimSpace(q.Help + " Leave all out where nobody knows.")
	}
	return q.Help
}

func (f *form) field(q *Question, alone bool) huh.Field {
	switch {
	case q.Many:
		return f.several(q)
	case len(q.Choices) > 0:
		return f.choice(q, alone)
	}
	return f.words(q, alone)
}

func (f *form) words(q *Question, alone bool) huh.Field {
	input := huh.NewInput().Accessor(answer{f.answers, q.Name}).Validate(f.valid(q)).
		Placeholder("for example: " + q.Example).Suggestions(q.Known)
	if !alone {
		input.Title(q.Ask).Description(q.Help)
	}
	return input
}

// choice is a list to choose one from. Beside others on a page it is one line,
// that is turned with the arrows.
func (f *form) choice(q *Question, alone bool) huh.Field {
	var options []huh.Option[string]
	if q.Optional {
		options = append(options, huh.NewOption(q.skip(), ""))
	}
	for _, c := range q.Choices {
		options = append(options, huh.NewOption(c.long(), c.ID))
	}
	list := huh.NewSelect[string]().Options(options...).Accessor(answer{f.answers, q.Name}).Validate(f.valid(q))
	switch {
	case !alone:
		list.Title(q.Ask + " ").Inline(true)
	case q.Long:
		list.Title(" ").Filtering(true) // the title gives way to what is typed
	}
	return list
}

func (f *form) several(q *Question) huh.Field {
	var options []huh.Option[string]
	for _, c := range q.Choices {
		options = append(options, huh.NewOption(c.Label, c.ID))
	}
	valid := f.valid(q)
	return huh.NewMultiSelect[string]().Options(options...).Filterable(false).
		Accessor(list{answer{f.answers, q.Name}}).
		Validate(func(ids []string) error { return valid(strings.Join(ids, ", ")) })
}

// valid says what is wrong with an answer once somebody means to go on from it:
// not while it is being given, nor to whoever goes back.
func (f *form) valid(q *Question) func(string) error {
	return func(text string) error {
		if !f.leaving {
			return nil
		}
		if fault := q.Fault(f.answers, tidy(text)); fault != nil {
			return errors.New(fault.What + ": " + fault.Hint)
		}
		return nil
	}
}

// watch sees each message before the form does: which key it was, and how large
// the terminal is.
func (f *form) watch(_ tea.Model, msg tea.Msg) tea.Msg {
	f.leaving = false
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		f.leaving = msg.String() == "enter" || msg.String() == "tab"
	case tea.WindowSizeMsg:
		f.height = msg.Height
	}
	return msg
}

// answer keeps what a field holds where the other questions see it.
type answer struct {
	answers Answers
	name    string
}

func (a answer) Get() string { return a.answers[a.name] }

func (a answer) Set(text string) { a.answers[a.name] = tidy(text) }

// list is an answer of several choices.
type list struct{ answer }

func (l list) Get() []string { return split(l.answer.Get()) }

func (l list) Set(ids []string) { l.answer.Set(strings.Join(ids, ", ")) }
