package preview_test

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/synthetic"
)

// BenchmarkSaveToServed saves one entry and asks for its page, as a browser does
// that is told of the change: from before the save to the last byte.
func BenchmarkSaveToServed(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := syntheticStage(b, n)
			const name, page = "content/activities/activity-77.md", "/activities/activity-77/"
			text := []byte(s.read(name))
			s.shows(page, http.StatusOK)
			var took []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				frog := fmt.Sprintf("frog%d", i)
				began := time.Now()
				s.write(name, string(text)+frog+"\n")
				w := s.get(page)
				took = append(took, time.Since(began))
				if w.Code != http.StatusOK || !bytes.Contains(w.Body.Bytes(), []byte(frog)) {
					b.Fatalf("the page does not show the save: %d", w.Code)
				}
			}
			report(b, took)
		})
	}
}

// BenchmarkSaveToReloaded does the same as an open page does: it waits until it
// is told, and then asks.
func BenchmarkSaveToReloaded(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := syntheticStage(b, n)
			const name, page = "content/activities/activity-77.md", "/activities/activity-77/"
			text := s.read(name)
			news := s.listen(page)
			version := (<-news).Page
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				s.write(name, fmt.Sprintf("%sfrog%d\n", text, i))
				for told := range news {
					if told.Page != version {
						version = told.Page
						break
					}
				}
				s.get(page)
				took = append(took, time.Since(began))
			}
			report(b, took)
		})
	}
}

// report gives what is usual, and what is rare: the machine may have others to
// work for.
func report(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(took[0].Seconds()*1e3, "best-ms")
	b.ReportMetric(took[len(took)/2].Seconds()*1e3, "median-ms")
	b.ReportMetric(took[len(took)*95/100].Seconds()*1e3, "95%-ms")
}

// syntheticStage is a preview of a made-up site.
func syntheticStage(b *testing.B, n int) *stage {
	b.Helper()
	s := &stage{t: b, folder: b.TempDir(), asOf: today, said: make(chan string, 10)}
	config, err := localoffer.Demonstration.ReadFile("config.toml")
	if err != nil {
		b.Fatal(err)
	}
	s.write("config.toml", string(config))
	for name, text := range synthetic.Files(n) {
		s.write(name, string(text))
	}
	if err := os.MkdirAll(s.path("content/guides"), 0o755); err != nil {
		b.Fatal(err)
	}
	s.open()
	return s
}
