package ask

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// Lines puts each question on lines of its own, and reads a line for each
// answer, until it will do. Nothing is drawn or moved, so that it can be read
// aloud, sent through a pipe and kept in a log. Where the lines end, what may be
// passed over is passed over.
func Lines(ctx context.Context, in io.Reader, out io.Writer, questions []Question, answers Answers) error {
	p := &prompt{lines: lines(ctx, in), out: out, answers: answers}
	open := pages(questions, answers)
	for _, page := range open {
		if page[0].Page != "" && page[0].asked(answers) {
			fmt.Fprintf(out, "%s\n%s\n\n", page[0].Page, page[0].About)
		}
		for _, q := range page {
			if !q.asked(answers) {
				continue
			}
			if err := p.put(ctx, q); err != nil {
				return err
			}
		}
	}
	settle(open, answers)
	return nil
}

type prompt struct {
	lines   <-chan string
	out     io.Writer
	answers Answers
}

// lines reads in the background, so that somebody who has had enough need not
// finish a line first.
func lines(ctx context.Context, in io.Reader) <-chan string {
	read := make(chan string)
	go func() {
		defer close(read)
		for s := bufio.NewScanner(in); s.Scan(); {
			select {
			case read <- s.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return read
}

func (p *prompt) put(ctx context.Context, q *Question) error {
	p.print(q)
	for {
		fmt.Fprint(p.out, "> ")
		select {
		case <-ctx.Done():
			fmt.Fprintln(p.out)
			return ErrStopped
		case line, more := <-p.lines:
			answer, fault := q.Read(p.answers, line)
			if !more {
				return p.end(q, fault)
			}
			if fault == nil {
				p.answers[q.Name] = answer
				fmt.Fprintln(p.out)
				return nil
			}
			fmt.Fprintf(p.out, "  %s: %s\n", fault.What, fault.Hint)
		}
	}
}

// end is what becomes of a question after the last line.
func (p *prompt) end(q *Question, fault *offer.Fault) error {
	fmt.Fprintln(p.out)
	if fault != nil {
		return fmt.Errorf("there is no answer for %s; nothing was written", q.Name)
	}
	return nil
}

func (p *prompt) print(q *Question) {
	fmt.Fprintln(p.out, q.Ask)
	if q.Help != "" {
		fmt.Fprintln(p.out, "  "+q.Help)
	}
	if len(q.Choices) == 0 {
		fmt.Fprintln(p.out, "  For example: "+q.Example)
	}
	for i, c := range q.Choices {
		fmt.Fprintln(p.out, "  "+strconv.Itoa(i+1)+". "+c.long())
	}
	fmt.Fprintln(p.out, "  "+q.how())
}

// long is a choice with what it means.
func (c Choice) long() string {
	if c.Help == "" {
		return c.Label
	}
	return c.Label + ": " + c.Help
}

// how says in what way to answer.
func (q *Question) how() string {
	how := "Type it, and press Enter."
	switch {
	case q.Many:
		how = "Type the numbers or the words, with commas between them, and press Enter."
	case len(q.Choices) > 0:
		how = "Type the number or the word, and press Enter."
	}
	if q.Optional {
		skip := q.skip()
		how += " Or press Enter alone: " + strings.ToLower(skip[:1]) + skip[1:] + "."
	}
	return how
}
