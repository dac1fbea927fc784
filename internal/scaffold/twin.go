package scaffold

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/source"
)

// Twin begins to tell an entry in another edition: a file with the words of the
// original, for somebody to write over. It gives the path of the file.
func Twin(folder string, original *offer.Entry, ed *offer.Edition, today offer.Date) (string, error) {
	name := strings.TrimSuffix(original.File, ".md") + "." + ed.ID + ".md"
	text, err := fs.ReadFile(os.DirFS(folder), original.File)
	if err != nil {
		return "", err
	}
	front, _ := source.Matter(original.File, text) // what is wrong with it, check says
	to := filepath.Join(folder, filepath.FromSlash(name))
	return name, write(to, twinMatter(front, original, ed, today)+string(text[front.Body:]))
}

// twinFields are the fields of a twin, those that it must have first.
func twinFields(original *offer.Entry) []kind.Field {
	fields := kind.Named(original.Kind).TwinFields()
	slices.SortStableFunc(fields, func(a, b kind.Field) int {
		switch {
		case a.Needed == b.Needed:
			return 0
		case a.Needed:
			return -1
		}
		return 1
	})
	return fields
}

// twinMatter is the sentences of an original, and how its twin is made.
func twinMatter(front source.Front, original *offer.Entry, ed *offer.Edition, today offer.Date) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\n# Put the words below into %s. Leave the names before the colons as they are.\n# All facts come from %s by themselves.\n", ed.Name, filepath.Base(original.File))
	for _, d := range twinFields(original) {
		if field, found := front.Get(d.Name); found && d.Shape != kind.Texts && field.Value.Shape == offer.Scalar {
			fmt.Fprintf(&b, "%s: %s\n", d.Name, quoted(strings.TrimSpace(field.Value.Text)))
		}
	}
	fmt.Fprintf(&b, "twin: {on: %s, how: person, original: %s}\n---\n", today, original.Wording())
	return b.String()
}
