package output

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/localoffer/localoffer/internal/offer"
)

// printed is a piece of a page that stands on many pages, run once.
type printed struct {
	once sync.Once
	html template.HTML
	err  error
}

// print runs a layout, or gives what it gave before. The data is asked for
// only where it is needed.
func (p *printed) print(s *Site, layout string, data func() any) template.HTML {
	p.once.Do(func() {
		var out bytes.Buffer
		p.err = s.Theme.Render(&out, layout, data())
		p.html = trusted(strings.TrimSpace(out.String()))
	})
	return p.html
}

// FactGroup is some facts under one heading, each a row printed by fact.html.
type FactGroup struct {
	ID, Title string
	Rows      []template.HTML
}

// rows keeps the rows that stand on many pages: "Is there a hoist? Ask first"
// is the same on thousands.
type rows struct {
	kept  sync.Map // of *printed, by what the row says
	count atomic.Int32
}

// Rows longer than this are one entry's own; and no more than so many are kept.
const (
	longestKept = 160
	mostKept    = 20_000
)

func (s *Site) row(fact offer.Fact) (template.HTML, error) {
	key := rowKey(fact)
	data := func() any { return fact }
	if p, found := s.rows.kept.Load(key); found {
		kept, _ := p.(*printed)
		return kept.print(s, "fact", data), kept.err
	}
	p := &printed{}
	if key != "" && s.rows.count.Add(1) <= mostKept {
		s.rows.kept.Store(key, p)
	}
	return p.print(s, "fact", data), p.err
}

// rowKey is all that a row says, or "" where it is not worth keeping.
func rowKey(fact offer.Fact) string {
	var b strings.Builder
	b.WriteString(fact.Label)
	b.WriteString("\x00" + fact.Mark)
	for _, item := range fact.Items {
		if item.Code {
			return ""
		}
		b.WriteString("\x00" + item.Text + "\x00" + item.URL + "\x00" + item.Lang + "\x00" + item.To)
	}
	if b.Len() > longestKept {
		return ""
	}
	return b.String()
}

// groups are the facts of an entry, printed.
func (s *Site) groups(e *offer.Entry) ([]FactGroup, error) {
	var groups []FactGroup
	for _, g := range s.facts(e) {
		if len(g.Facts) == 0 {
			continue
		}
		group := FactGroup{ID: g.ID, Title: s.say(g.Title), Rows: make([]template.HTML, len(g.Facts))}
		for i, fact := range g.Facts {
			s.prefixed(fact)
			var err error
			if group.Rows[i], err = s.row(fact); err != nil {
				return nil, err
			}
		}
		groups = append(groups, group)
	}
	return groups, nil
}

// prefixed puts the site's own path before addresses within it.
func (s *Site) prefixed(fact offer.Fact) {
	for i, item := range fact.Items {
		if strings.HasPrefix(item.URL, "/") {
			fact.Items[i].URL = s.prefix + item.URL
		}
	}
}
