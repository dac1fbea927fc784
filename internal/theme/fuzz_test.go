package theme_test

import (
	"testing"
	"testing/fstest"

	"github.com/localoffer/localoffer/internal/hostile"
	"github.com/localoffer/localoffer/internal/theme"
)

// FuzzLayout reads any text as a layout. It is not run: a layout may loop, as
// any program may.
func FuzzLayout(f *testing.F) {
	const name = theme.Root + "/term.html"
	f.Fuzz(func(t *testing.T, text []byte) {
		defer hostile.Watch(len(text))()
		_, problems, err := theme.Load(fstest.MapFS{name: {Data: text}}, fstest.MapFS{})
		if err != nil {
			t.Fatal(err)
		}
		hostile.Places(t, name, text, problems)
	})
}
