package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/localoffer/localoffer"
)

// The program as an editor runs it, until Ctrl+C.
func TestServeShowsASaveAndLeavesNothingBehind(t *testing.T) {
	program := program(t)
	folder, temporary := t.TempDir(), t.TempDir()
	if err := os.CopyFS(folder, localoffer.Demonstration); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "serve", "--addr", "127.0.0.1:0", "--as-of", "2026-11-21")
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "TMPDIR="+temporary)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill() }()
	line, err := bufio.NewReader(out).ReadString('\n')
	address, said := strings.CutPrefix(line, "The website is at ")
	if err != nil || !said {
		t.Fatalf("it says %q, %v", line, err)
	}
	address, _, _ = strings.Cut(address, " ")

	name := filepath.Join(folder, "content", "activities", "sunday-swim.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, "\nFrogs are new here.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	response, err := http.Get(address + "activities/sunday-swim/")
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil || !strings.Contains(string(page), "Frogs are new here.") {
		t.Errorf("the page does not show the save: %v\n%s", err, page)
	}
	listening, err := http.Get(address + "_preview/events?page=/")
	if err != nil {
		t.Fatal(err)
	}
	defer listening.Body.Close()

	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v behind, %v", left, err)
	}
}
