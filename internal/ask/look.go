package ask

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

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
