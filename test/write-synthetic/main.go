// Write-synthetic puts a site of made-up content into a folder, for measuring whole runs
// of the program: go run ./test/write-synthetic 10000 /tmp/site
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/localoffer/localoffer"
	"github.com/localoffer/localoffer/internal/synthetic"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(args []string) error {
	const wanted = 2
	if len(args) != wanted {
		return fmt.Errorf("usage: write NUMBER FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	files := synthetic.Files(n)
	if files["config.toml"], err = localoffer.Demonstration.ReadFile("config.toml"); err != nil {
		return err
	}
	for name, text := range files {
		to := filepath.Join(args[1], filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
