package output_test

import (
	"testing"

	"github.com/localoffer/localoffer/internal/output"
)

func TestHowLongAFileIsKeptFollowsItsAddress(t *testing.T) {
	const forEver, week = "public, max-age=31536000, immutable", "public, max-age=604800"
	for file, want := range map[string]string{
		"search/index/0-abc.bin": forEver, "search/root.bin": output.Fresh, "style.css": week, "today.js": week,
		"index.html": output.Fresh, "guides/style.css": output.Fresh, "style.css.map": output.Fresh,
	} {
		if got := output.CacheOf(file); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}
