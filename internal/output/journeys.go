package output

import (
	"bytes"
	"html/template"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// JourneyPage is the data of the layout of a journey: one worry, as steps.
type JourneyPage struct {
	EntryPage
	Worry string
	Steps []Step
}

// Step is one part of a journey: what to know, then what there is, live.
type Step struct {
	HTML template.HTML
	Live []template.HTML
}

func (s *Site) journeyPage(out *bytes.Buffer, e *offer.Entry, j *kind.Journey) error {
	base, err := s.entryData(e)
	if err != nil {
		return err
	}
	page := &JourneyPage{EntryPage: *base, Worry: j.Worry}
	for _, section := range e.Body.Sections {
		step := Step{HTML: trusted(s.leading(e, base.expander.html(section.HTML)))}
		for _, rule := range j.Live {
			if rule.After != section.ID {
				continue
			}
			live, err := s.cardsOf(rule.Find(s.Catalogue))
			if err != nil {
				return err
			}
			step.Live = append(step.Live, live...)
		}
		page.Steps = append(page.Steps, step)
	}
	return s.Theme.Render(out, "journey", page)
}
