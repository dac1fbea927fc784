package timing_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/localoffer/localoffer/internal/timing"
)

func TestTheSlowestTenAreKept(t *testing.T) {
	var now time.Duration
	w := timing.New(func() time.Duration { return now })
	whole := w.Step("read the content")
	var want []timing.Lap
	for i := range 30 {
		took := time.Duration((i*7)%30) * time.Second
		done := w.File("read", fmt.Sprint(i))
		now += took
		done()
		want = append(want, timing.Lap{What: fmt.Sprint(i, ", read"), Took: took})
	}
	whole()
	slices.SortFunc(want, func(a, b timing.Lap) int { return int(b.Took - a.Took) })
	if got := w.Slowest(); !slices.Equal(got, want[:10]) {
		t.Errorf("got %v, want %v", got, want[:10])
	}
	if got := w.Steps(); len(got) != 1 || got[0] != (timing.Lap{What: "read the content", Took: now}) {
		t.Errorf("the steps are %v after %s", got, now)
	}
}

func TestWithoutAWatchNothingIsMeasured(t *testing.T) {
	var w *timing.Watch
	w.Step("a")()
	w.File("b", "c")()
	if len(w.Steps())+len(w.Slowest()) > 0 {
		t.Error("something was")
	}
}
