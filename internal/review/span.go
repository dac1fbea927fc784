package review

import "bytes"

// end is where the value ends that begins at a byte, or -1 where it never
// does. Among braces a value of YAML stops at a comma as well; elsewhere
// only at the end of its line or at a comment.
//
// This is no parser: the file was read as a whole already, and will be again.
// It only has to find the last byte of what is known to be there.
func (s *syntax) end(text []byte, at int, braces bool) int {
	depth := 0
	for i := at; i < len(text); {
		switch c := text[i]; {
		case c == '{' || c == '[':
			depth++
			i++
		case c == '}' || c == ']':
			depth--
			i++
		case c == '"' || c == '\'' && s != jsonSyntax:
			i = s.quotation(text, i)
		case depth > 0 && (isBlank(c) || c == ',' || c == s.sep):
			i++
		case depth > 0 && c == '#' && s.comments:
			i = lineBreak(text, i)
		default:
			i = s.bare(text, i, braces || depth > 0)
		}
		if i < 0 || depth < 0 {
			return -1
		}
		if depth == 0 {
			return i
		}
	}
	return -1
}

// quotation is where words in quotation marks end.
func (s *syntax) quotation(text []byte, at int) int {
	mark := text[at : at+1]
	if triple := bytes.Repeat(mark, 3); s == tomlSyntax && bytes.HasPrefix(text[at:], triple) {
		return -1 // several lines, which no value of a review has
	}
	for i := at + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && mark[0] == '"':
			i++
		case text[i] != mark[0]:
		case s.indents && mark[0] == '\'' && bytes.HasPrefix(text[i:], []byte("''")):
			i++ // two stand for one
		default:
			return i + 1
		}
	}
	return -1
}

// bare is where words without quotation marks end, less the spaces after them.
// It is always past the first of them, so that a reader never stands still.
func (s *syntax) bare(text []byte, at int, braces bool) int {
	i := at + 1
	for i < len(text) && !s.ends(text, i, braces) {
		i++
	}
	return at + max(1, len(bytes.TrimRight(text[at:i], " \t\r\n")))
}

// ends reports that a byte is no longer part of words without quotation marks.
func (s *syntax) ends(text []byte, i int, braces bool) bool {
	c := text[i]
	if !s.indents {
		return c == s.sep || bytes.IndexByte([]byte(",]}#\n"), c) >= 0
	}
	switch {
	case c == '#':
		return isBlank(text[i-1])
	case !braces:
		return c == '\n'
	case c == ':':
		return i+1 == len(text) || isBlank(text[i+1]) || bytes.IndexByte([]byte(",[]{}"), text[i+1]) >= 0
	}
	return bytes.IndexByte([]byte(",[]{}"), c) >= 0
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// lineBreak is where the line ends in which a byte stands, before its mark.
func lineBreak(text []byte, at int) int {
	if next := bytes.IndexByte(text[at:], '\n'); next >= 0 {
		return at + next
	}
	return len(text)
}

// skipSpaces passes spaces and tabs.
func skipSpaces(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}

// skipBlank passes spaces, line ends and comments.
func (s *syntax) skipBlank(text []byte, at int) int {
	for at < len(text) {
		switch {
		case isBlank(text[at]):
			at++
		case text[at] == '#' && s.comments:
			at = lineBreak(text, at)
		default:
			return at
		}
	}
	return at
}
