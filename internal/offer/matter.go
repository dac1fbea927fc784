package offer

// Shape is what a value in the front matter is written as.
type Shape uint8

// The shapes of a value. Empty is a name with nothing after it.
const (
	Empty Shape = iota
	Scalar
	List
	Map
)

// Node is one value of the front matter, whichever format it was written in,
// with the place where it stands. A scalar keeps the text as it was typed,
// so that 07460399290 is a telephone number and never 7.46e+09.
type Node struct {
	Shape  Shape
	Text   string
	Quoted bool
	Items  []Node
	Fields []Field
	At     Place
}

// Field is one name and its value.
type Field struct {
	Name  string
	At    Place
	Value Node
}

// Get finds a field by name.
func (n *Node) Get(name string) (*Field, bool) {
	for i := range n.Fields {
		if n.Fields[i].Name == name {
			return &n.Fields[i], true
		}
	}
	return nil, false
}
