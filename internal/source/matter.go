package source

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"github.com/localoffer/localoffer/internal/offer"
)

// maxFile is the most that one file may hold. Nothing a person writes for one
// page comes near it; a mistake or an attack does.
const maxFile = 160 << 10

// maxMatter is the most that the front matter may hold.
const maxMatter = 64 << 10

// document is a file cut in two: the fields above, and the Markdown below,
// which begins on the line bodyLine.
type document struct {
	matter   offer.Node
	body     []byte
	bodyLine int
}

// formats are how front matter is told apart, and what reads each kind.
func formats(read func(decoder) frontmatter.UnmarshalFunc) []*frontmatter.Format {
	braces := frontmatter.NewFormat("{", "}", read(decodeJSON))
	braces.UnmarshalDelims, braces.RequiresNewLine = true, true
	return []*frontmatter.Format{
		frontmatter.NewFormat("---", "---", read(decodeYAML)),
		frontmatter.NewFormat("+++", "+++", read(decodeTOML)),
		frontmatter.NewFormat(";;;", ";;;", read(decodeJSON)),
		braces,
	}
}

// decoder turns the text of front matter into a tree that keeps the place of
// every name and value. line0 is how many lines of the file stand above it.
type decoder func(text []byte, file string, line0 int, problems *offer.Problems) offer.Node

// cut takes a file apart. What cannot be read is a problem at its place.
func cut(file string, src []byte, problems *offer.Problems) document {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")) // as Windows ends a line; no place changes
	doc := document{matter: offer.Node{Shape: offer.Map, At: offer.Place{File: file, Line: 1, Col: 1}}, bodyLine: 1}
	if !readable(file, src, problems) {
		return doc
	}
	start := 1 + countLines(src[:len(src)-len(bytes.TrimLeft(src, " \t\r\n"))])
	found := false
	read := func(decode decoder) frontmatter.UnmarshalFunc {
		return func(text []byte, _ any) error {
			found = true
			above := start
			if bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) && firstLine(src) == "{" {
				above--
			}
			if len(text) > maxMatter {
				problems.Add(doc.matter.At, "the front matter is longer than "+strconv.Itoa(maxMatter>>10)+" kB", "put the words of the page below the front matter")
				return nil
			}
			doc.matter = decode(text, file, above, problems)
			return nil
		}
	}
	body, err := frontmatter.Parse(bytes.NewReader(src), nil, formats(read)...)
	if err != nil || !found {
		reportNone(file, src, start, problems)
		return doc
	}
	doc.matter.At = offer.Place{File: file, Line: start, Col: 1}
	doc.body = body
	doc.bodyLine = 1 + countLines(src[:len(src)-len(body)])
	return doc
}

func readable(file string, src []byte, problems *offer.Problems) bool {
	at := offer.Place{File: file, Line: 1, Col: 1}
	switch {
	case len(src) > maxFile:
		problems.Add(at, "the file is longer than "+strconv.Itoa(maxFile>>10)+" kB, too long for one page", "make several pages of it")
	case len(bytes.TrimSpace(src)) == 0:
		problems.Add(at, "the file is empty", "write front matter between two lines of ---, or delete the file")
	case !utf8.Valid(src):
		problems.Add(invalidAt(file, src), "there is a character here that is not UTF-8 text", "save the file again as UTF-8; a word processor may call it “Unicode”")
	case bytes.IndexByte(src, 0) >= 0:
		problems.Add(placeIn(file, src, bytes.IndexByte(src, 0), 1), "there is a null character here", "delete it, or write the line again")
	default:
		return true
	}
	return false
}

func reportNone(file string, src []byte, start int, problems *offer.Problems) {
	at := offer.Place{File: file, Line: start, Col: 1}
	switch open := firstLine(src); open {
	case "---", "+++", ";;;":
		if line := dashes(src, start); line > 0 {
			problems.Add(offer.Place{File: file, Line: line, Col: 1}, "this line does not close the front matter", "write "+open+" here: three of them, and nothing else")
			return
		}
		problems.Add(at, "the front matter is opened with "+open+" and never closed", "put a line with only "+open+" below the last field")
	case "{":
		problems.Add(at, "the front matter is opened with { and never closed", "put a line with only } below the last field, then an empty line")
	default:
		if dashed.MatchString(open) {
			problems.Add(at, "this line does not open the front matter", "write --- here: three hyphens, and nothing else")
			return
		}
		problems.Add(at, "there is no front matter", "begin the file with a line of ---, then fields such as title:, then another line of ---")
	}
}

// dashed is a line that was to be ---, and that a word processor, or a hurry, has
// made into another.
var dashed = regexp.MustCompile(`^[-‐-―−_+;]+$`)

// dashes is the first such line below a line, from 1, or 0.
func dashes(src []byte, below int) int {
	for i, line := range bytes.Split(src, []byte{'\n'}) {
		if i >= below && dashed.Match(bytes.TrimSpace(line)) {
			return i + 1
		}
	}
	return 0
}

func firstLine(src []byte) string {
	line, _, _ := strings.Cut(strings.TrimLeft(string(src[:min(len(src), 4096)]), " \t\r\n"), "\n")
	return strings.TrimSpace(line)
}

func countLines(b []byte) int { return bytes.Count(b, []byte{'\n'}) }

// placeIn is the line and column of a byte offset, in a text whose first line
// is the file's line firstLine.
func placeIn(file string, text []byte, offset, firstLine int) offer.Place {
	offset = max(0, min(offset, len(text)))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset-- // a decoder may point into the midst of a letter
	}
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return offer.Place{File: file, Line: firstLine + countLines(before), Col: 1 + utf8.RuneCount(before[start:])}
}

func invalidAt(file string, src []byte) offer.Place {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return placeIn(file, src, i, 1)
		}
		i += size
	}
	return offer.Place{File: file, Line: 1, Col: 1}
}

// addField puts a field into a map and reports a name written twice.
func addField(n *offer.Node, field offer.Field, problems *offer.Problems) {
	if earlier, found := n.Get(field.Name); found {
		problems.Add(field.At, field.Name+" is written twice; it stands on line "+strconv.Itoa(earlier.At.Line)+" too", "keep one of the two")
		return
	}
	n.Fields = append(n.Fields, field)
}
