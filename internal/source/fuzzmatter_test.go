package source_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// marks are the lines between which front matter stands, format by format.
var marks = []string{"---", "+++", ";;;"}

// FuzzMatter reads any front matter in each of the three formats. What is
// accepted must mean the same when it is written as JSON: three readers, one
// tree.
func FuzzMatter(f *testing.F) {
	f.Fuzz(func(t *testing.T, format uint8, fields []byte) {
		mark := marks[int(format)%len(marks)]
		text := []byte(mark + "\n" + string(fields) + "\n" + mark + "\n")
		defer hostile.Watch(len(text))()
		front, problems := source.Matter("f.md", text)
		hostile.Places(t, "f.md", text, problems)
		if len(problems) > 0 {
			return
		}
		const most = 60 << 10 // of what may be read again: JSON is longer
		again := ";;;\n" + asJSONText(front.Node) + "\n;;;\n"
		if len(again) > most {
			return
		}
		second, problems := source.Matter("f.md", []byte(again))
		if len(problems) > 0 || !meansTheSame(front.Node, second.Node) {
			t.Errorf("%q, as JSON %q, is %+v and then %+v, with %v", text, again, front.Node, second.Node, problems)
		}
	})
}

// asJSONText writes a tree as JSON, every scalar between quotation marks.
func asJSONText(n offer.Node) string {
	var parts []string
	switch n.Shape {
	case offer.Empty:
		return "null"
	case offer.Scalar:
		return inQuotes(n.Text)
	case offer.List:
		for _, item := range n.Items {
			parts = append(parts, asJSONText(item))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	for _, field := range n.Fields {
		parts = append(parts, inQuotes(field.Name)+":"+asJSONText(field.Value))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func inQuotes(s string) string {
	text, _ := json.Marshal(s) // a string never fails
	return string(text)
}

// meansTheSame compares two trees but for places and quotation marks.
func meansTheSame(a, b offer.Node) bool {
	return a.Shape == b.Shape && a.Text == b.Text && slices.EqualFunc(a.Items, b.Items, meansTheSame) &&
		slices.EqualFunc(a.Fields, b.Fields, func(a, b offer.Field) bool { return a.Name == b.Name && meansTheSame(a.Value, b.Value) })
}

// FuzzField writes any text at all as the value of each field that a kind of
// entry declares: ages, prices, postcodes, dates, sessions, reviews.
func FuzzField(f *testing.F) {
	f.Fuzz(func(t *testing.T, which uint16, value []byte) {
		k := kind.All[int(which)%len(kind.All)]
		name := k.Fields[int(which)/len(kind.All)%len(k.Fields)].Name
		checkFile(t, k.Folder, []byte("---\n"+name+": "+string(value)+"\n---\n"))
	})
}

// FuzzSchedule writes one session and one price out of any texts. Whatever days
// they make, everything that is worked out from them must end: on which pages
// change, in which lists the entry stands, what its page says.
func FuzzSchedule(f *testing.F) {
	f.Fuzz(func(t *testing.T, day, date, weeks, from, to, during, starts, ends, except, amount string) {
		when := map[string]any{}
		for name, value := range map[string]string{"day": day, "date": date, "weeks": weeks, "from": from, "to": to, "during": during, "starts": starts, "ends": ends} {
			if value != "" {
				when[name] = value
			}
		}
		when["except"] = strings.Split(except, ",")
		front, err := json.MarshalIndent(map[string]any{
			"title": "A", "type": "club", "starts": starts, "ends": ends, "when": []any{when}, "reviewed": map[string]string{"on": date},
			"cost": []any{map[string]string{"amount": amount}},
		}, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		checkFile(t, "activities", append(front, '\n'))
		e, _ := readFile("activities", string(front)+"\n")
		c, _ := offer.Link(settings, []*offer.Entry{e}, offer.Date{Year: 2026, Month: 11, Day: 1})
		last := c.Today
		for _, turn := range c.Timetable() {
			if !turn.On.After(last) {
				t.Errorf("the pages change on %s, after %s", turn.On, last)
			}
			last = turn.On
		}
		for _, s := range e.Detail.(*kind.Activity).When {
			_ = fmt.Sprint(s.Day(), s.Hours(), s.Season())
		}
	})
}

// FuzzMarkdown reads any words at all as the body of a page. Nothing comes out
// but what Markdown makes: no tag that was typed, nothing that runs.
func FuzzMarkdown(f *testing.F) {
	f.Fuzz(func(t *testing.T, body []byte) {
		checkFile(t, "terms", append([]byte(termMatter), body...))
	})
}
