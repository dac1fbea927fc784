package ask

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
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

// alone gives the form the whole screen, and gives it back as it was.
func alone(v tea.View) tea.View {
	v.AltScreen = true
	return v
}

// fitted is huh's layout without its fault: huh counts its lines one short, and
// would lose the last one, on which the keys and the mistakes stand. An empty
// line is left out in its place.
type fitted struct {
	huh.Layout
	*form
}

func (l fitted) View(f *huh.Form) string {
	lines := strings.Split(l.Layout.View(f), "\n")
	for i := len(lines) - 1; i > 0 && len(lines) > l.height; i-- {
		if strings.TrimSpace(lines[i]) == "" {
			lines = slices.Delete(lines, i, i+1)
		}
	}
	return strings.Join(lines, "\n")
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

// theme has no colours of its own: whoever chose those of the terminal can read
// them. The question is bold, and a bar stands beside what is being filled in.
func theme(dark bool) *huh.Styles {
	s := huh.ThemeBase(dark)
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	s.Group.Title, s.Group.Description = bold, plain
	s.Focused.Title, s.Focused.SelectedOption = bold, bold
	s.Focused.ErrorIndicator, s.Focused.ErrorMessage = plain, bold
	s.FieldSeparator = plain.SetString("\n")
	s.Help.ShortKey, s.Help.ShortDesc, s.Help.ShortSeparator = plain, plain, plain
	return s
}

// keys are those of the form, named in plain words. Only a long list has one to
// find something in it.
func keys(long bool) *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	for _, next := range []*key.Binding{&k.Input.Next, &k.Input.Submit, &k.Select.Next, &k.Select.Submit, &k.MultiSelect.Next, &k.MultiSelect.Submit} {
		next.SetHelp("enter", "go on")
	}
	for _, prev := range []*key.Binding{&k.Input.Prev, &k.Select.Prev, &k.MultiSelect.Prev} {
		prev.SetHelp("shift+tab", "go back")
	}
	k.Input.AcceptSuggestion = key.NewBinding(key.WithKeys("end", "ctrl+e"), key.WithHelp("end", "take the rest"))
	k.Select.Filter.SetHelp("/", "find")
	k.Select.SetFilter.SetHelp("esc", "end finding")
	k.Select.ClearFilter.SetHelp("esc", "show all")
	k.Select.Left.SetHelp("←", "back")
	k.Select.Right.SetHelp("→", "change")
	k.MultiSelect.Toggle.SetHelp("space", "choose")
	k.MultiSelect.SelectAll, k.MultiSelect.SelectNone = key.NewBinding(), key.NewBinding()
	if !long {
		k.Select.Filter = key.NewBinding()
	}
	return k
}
