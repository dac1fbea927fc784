package review

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/localoffer/localoffer/internal/offer"
)

// Formats are the ways in which what is due can be printed.
var Formats = map[string]func(io.Writer, []offer.Due) error{"text": Text, "csv": CSV, "json": JSON}

// Text prints what is due for people: the owners, and below each what is
// theirs, the soonest first.
func Text(w io.Writer, items []offer.Due) error {
	if len(items) == 0 {
		_, err := fmt.Fprintln(w, "nothing is due")
		return err
	}
	for first := 0; first < len(items); {
		after := first
		for after < len(items) && items[after].Owner == items[first].Owner {
			after++
		}
		if err := owned(w, items[first:after]); err != nil {
			return err
		}
		first = after
	}
	_, err := fmt.Fprintf(w, "%d to check. When you have checked one:\n\n    %s\n", len(items), items[0].Record())
	return err
}

// owned prints what is due of one owner.
func owned(w io.Writer, items []offer.Due) error {
	owner := items[0].Owner
	if owner == "" {
		owner = "nobody"
	}
	if _, err := fmt.Fprintf(w, "%s: %d\n", offer.OneLine(owner), len(items)); err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, item := range items {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", state(item), dueWords(item), item.Name(), offer.OneLine(item.Title))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

func state(item offer.Due) string {
	if item.By.IsZero() {
		return "never checked"
	}
	return item.State.String()
}

func dueWords(item offer.Due) string {
	if item.By.IsZero() {
		return "now"
	}
	return item.By.Words()
}

// CSV prints what is due for a spreadsheet.
func CSV(w io.Writer, items []offer.Due) error {
	table := csv.NewWriter(w)
	_ = table.Write([]string{"owner", "state", "due", "title", "address", "file", "last checked"})
	for _, item := range items {
		_ = table.Write([]string{cell(item.Owner), state(item), item.By.String(), cell(item.Title), item.URL(), cell(item.File), item.Reviewed.On.String()})
	}
	table.Flush()
	return table.Error() // of any line
}

// cell keeps a spreadsheet from taking what an entry says for a formula, by the
// apostrophe that says so to all of them.
func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// JSON prints what is due for another program.
func JSON(w io.Writer, items []offer.Due) error {
	type due struct {
		Owner       string `json:"owner"`
		State       string `json:"state"`
		Due         string `json:"due,omitempty"`
		Title       string `json:"title"`
		URL         string `json:"url"`
		File        string `json:"file"`
		LastChecked string `json:"lastChecked,omitempty"`
	}
	list := make([]due, 0, len(items))
	for _, item := range items {
		list = append(list, due{item.Owner, state(item), item.By.String(), item.Title, item.URL(), item.File, item.Reviewed.On.String()})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

// Behind prints the pages in other words that are older than their originals.
func Behind(w io.Writer, twins []*offer.Entry) {
	if len(twins) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s in other words no longer known to say what the original says. When you have read the two side by side:\n\n", offer.Counted(len(twins), "page", "pages"))
	for _, twin := range twins {
		fmt.Fprintf(w, "    %s\n", twin.Reread())
	}
}
