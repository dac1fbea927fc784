package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/synthetic"
)

var sizes = []int{1_000, 10_000, 50_000}

var benchOptions = site.Options{AsOf: offer.Date{Year: 2026, Month: 11, Day: 21}, Known: true, Builtin: localoffer.Demonstration}

// synthetic writes a made-up site to disk, so that what is measured is what a
// council waits for.
func syntheticSite(b *testing.B, n int) string {
	b.Helper()
	folder := b.TempDir()
	files := synthetic.Files(n)
	config, err := localoffer.Demonstration.ReadFile("config.toml")
	if err != nil {
		b.Fatal(err)
	}
	files["config.toml"] = config
	for name, text := range files {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(to, text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return folder
}

func makeSite(b *testing.B, folder string) *site.Site {
	b.Helper()
	made, problems, err := site.Make(os.DirFS(folder), benchOptions)
	if err != nil || site.Blocking(problems, false) > 0 {
		b.Fatal(err, problems[:min(3, len(problems))])
	}
	return made
}

// onMade measures what is done to a site that was made.
func onMade(b *testing.B, entries int, do func(*site.Site) error) {
	b.Helper()
	folder := syntheticSite(b, entries)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		made := makeSite(b, folder)
		b.StartTimer()
		if err := do(made); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMake reads, checks, links and plans.
func BenchmarkMake(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder := syntheticSite(b, n)
			b.ReportAllocs()
			for b.Loop() {
				makeSite(b, folder)
			}
		})
	}
}

// BenchmarkRender makes the bytes of every file and reads them back.
func BenchmarkRender(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			onMade(b, n, func(made *site.Site) error {
				_, err := made.Render(site.Nowhere)
				return err
			})
		})
	}
}

// BenchmarkIndex makes the search index.
func BenchmarkIndex(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			onMade(b, n, func(made *site.Site) error { _, err := made.Plan.Expand(); return err })
		})
	}
}

// BenchmarkBuild is the whole of it, onto the disk.
func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder := syntheticSite(b, n)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				out := filepath.Join(folder, fmt.Sprint("out", i))
				if _, err := makeSite(b, folder).Write(out, false); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := os.RemoveAll(out); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}
