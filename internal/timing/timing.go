// Package timing tells where the time of a build goes: how long each step took,
// and which files took longest. It has no clock of its own. Whoever wants to
// know brings one; without one, nothing is measured.
package timing

import (
	"cmp"
	"slices"
	"sync"
	"time"
)

// Lap is something that was done and how long it took.
type Lap struct {
	What string
	Took time.Duration
}

// kept is how many files are remembered: the slowest.
const kept = 10

// Watch measures. Of a nil Watch everything may be asked, and nothing is kept.
type Watch struct {
	now func() time.Duration

	mu    sync.Mutex
	steps []Lap
	files []Lap // the slowest first
}

// New makes a watch that goes by a clock: the time since any fixed moment.
func New(now func() time.Duration) *Watch { return &Watch{now: now} }

// Step begins to measure a step, and gives what ends it.
func (w *Watch) Step(what string) (done func()) {
	return w.measure(func(took time.Duration) { w.steps = append(w.steps, Lap{what, took}) })
}

// File begins to measure what is done to one file, and gives what ends it. It
// may be called from several goroutines at once.
func (w *Watch) File(done, name string) func() {
	return w.measure(func(took time.Duration) {
		if len(w.files) == kept && took <= w.files[kept-1].Took {
			return
		}
		w.files = append(w.files, Lap{name + ", " + done, took})
		slices.SortStableFunc(w.files, func(a, b Lap) int { return cmp.Compare(b.Took, a.Took) })
		w.files = w.files[:min(len(w.files), kept)]
	})
}

func (w *Watch) measure(keep func(time.Duration)) func() {
	if w == nil {
		return func() {}
	}
	start := w.now()
	return func() {
		took := w.now() - start
		w.mu.Lock()
		defer w.mu.Unlock()
		keep(took)
	}
}

// Steps are the steps in the order in which they ended.
func (w *Watch) Steps() []Lap {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.steps)
}

// Slowest are the ten files that took longest, the longest first.
func (w *Watch) Slowest() []Lap {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.files)
}
