package theme

import (
	"bytes"
	"errors"
	"html/template"
	"text/template/parse"

	"github.com/localoffer/localoffer/internal/offer"
)

// What one run of a layout may print: ten pieces for each of a million entries,
// and more than any browser shows. Whoever proposes a change may propose a layout
// that counts to a billion.
const (
	mostSteps = 10_000_000
	mostBytes = 128 << 20
)

var errEndless = errors.New("the layout does not come to an end")

// bounded is where a layout prints. It takes each piece for a step.
type bounded struct {
	out   *bytes.Buffer
	steps int
}

func (b *bounded) Write(piece []byte) (int, error) {
	if b.steps++; b.steps > mostSteps || b.out.Len()+len(piece) > mostBytes {
		return 0, errEndless
	}
	return b.out.Write(piece)
}

// countable has each turn of a range, and each template that is called, print an
// empty piece: what prints nothing would never be stopped.
func countable(layouts []*template.Template) {
	for _, t := range layouts {
		if t.Tree != nil && t.Tree.Root != nil {
			countList(t.Tree.Root)
			begin(t.Tree.Root)
		}
	}
}

func countList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.RangeNode:
			countBranch(&n.BranchNode)
			begin(n.List)
		case *parse.IfNode:
			countBranch(&n.BranchNode)
		case *parse.WithNode:
			countBranch(&n.BranchNode)
		}
	}
}

func countBranch(n *parse.BranchNode) {
	countList(n.List)
	countList(n.ElseList)
}

// begin puts an empty piece before all others.
func begin(list *parse.ListNode) {
	list.Nodes = append([]parse.Node{&parse.TextNode{NodeType: parse.NodeText, Pos: list.Pos}}, list.Nodes...)
}

// endlessError is a layout that does not come to an end, by its name.
type endlessError struct{ layout string }

func (e endlessError) Error() string { return e.layout + ": " + errEndless.Error() }

func (e endlessError) problem() offer.Problem {
	return offer.NewProblem(offer.Place{File: Root + "/" + e.layout + ".html"}, errEndless.Error(), "look for a range that goes over too much, or a template that calls others again and again")
}
