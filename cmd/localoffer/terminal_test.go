//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// terminal is a real one, of a size, in which the program runs: what it shows is
// what an editor would see.
type terminal struct {
	t    *testing.T
	tmux string
	name string // of its own server
}

func newTerminal(t *testing.T, columns, lines int, folder, env string, args ...string) *terminal {
	t.Helper()
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	s := &terminal{t, tool(t, "tmux"), filepath.Join(t.TempDir(), "s")}
	s.do("-f", "/dev/null", "new-session", "-d", "-x", fmt.Sprint(columns), "-y", fmt.Sprint(lines), "-c", folder, "env", "-u", "ACCESSIBLE", "sh", "-c",
		"trap : INT; "+env+" "+program+" "+strings.Join(args, " ")+`; echo "code $?"; sleep 600`)
	t.Cleanup(func() { _ = exec.Command(s.tmux, "-S", s.name, "kill-server").Run() })
	return s
}

func (s *terminal) do(args ...string) string {
	s.t.Helper()
	out, err := exec.Command(s.tmux, append([]string{"-S", s.name}, args...)...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("tmux %v: %v: %s", args, err, out)
	}
	return string(out)
}

// sees waits for words to be on the screen, however its lines are broken.
func (s *terminal) sees(words string) string {
	s.t.Helper()
	screen := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		screen = s.do("capture-pane", "-p")
		if strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(screen, "┃", "")), " "), words) {
			return screen
		}
	}
	s.t.Fatalf("%q is not on the screen:\n%s", words, screen)
	return ""
}

func (s *terminal) types(words string) { s.t.Helper(); s.do("send-keys", "-l", words) }

func (s *terminal) presses(keys ...string) {
	s.t.Helper()
	s.do(append([]string{"send-keys"}, keys...)...)
}

// answers waits for a question and for the keys to be named, as they are where
// nothing is wrong; then types the answer.
func (s *terminal) answers(question, answer string) {
	s.t.Helper()
	s.sees(question)
	if answer != "" {
		s.types(answer)
		s.sees(answer)
	}
	s.presses("Enter")
}

// chooses moves down a list and takes what is there.
func (s *terminal) chooses(question string, down int) {
	s.t.Helper()
	s.sees(question)
	for range down {
		s.presses("Down")
	}
	s.presses("Enter")
}

// ours is a new site in a folder of its own.
func ours(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "our-offer")
	do(t, "new", "site", folder)
	return folder
}

func TestAFormIsFilledInInATerminal(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 20}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			fillIn(t, size[0], size[1])
		})
	}
}

func fillIn(t *testing.T, columns, lines int) {
	folder := ours(t)
	s := newTerminal(t, columns, lines, folder, "", "new", "activity")
	s.sees("What is it called? (1 of")
	s.sees("enter go on")
	s.presses("Enter")
	s.sees("this cannot be left out: for example: Saturday Stay and Play")
	s.answers("What is it called?", "Tuesday Tea")
	s.sees("Who runs it?")
	s.sees("Example Play") // by its title
	s.presses("BTab")      // and back
	s.sees("> Tuesday Tea")
	s.types(" for Teens")
	s.presses("Enter")
	s.chooses("Who runs it?", 0)
	s.chooses("What sort of thing is it?", 3)
	s.answers("What is its last day?", "5 December")
	s.sees("write the year, month and day, like 2026-10-03")
	for range "5 December" {
		s.presses("BSpace")
	}
	s.answers("What is its last day?", "2030-12-05")
	s.answers("in one plain sentence?", "A calm tea.")
	s.sees("Under which heading")
	s.types("spor") // finds one of many
	s.sees("> Sport and swimming")
	s.presses("Enter")
	s.answers("Which ages is it for?", "11-17")
	s.sees("Which needs is it for?")
	s.sees("[ ] Autism")
	s.presses("Enter")
	s.sees("this cannot be left out: choose at least one")
	s.presses("Space", "Down", "Space")
	s.sees("[•] ADHD")
	s.presses("Enter")
	s.answers("Who can go?", "Anybody: just come.")
	s.chooses("Must a child have a diagnosis?", 2)
	s.sees("Can they give one-to-one support?")
	s.presses("Right")
	s.sees("← Yes →")
	s.presses("Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter")
	s.chooses("How do families get it?", 0)
	s.chooses("What does a family do first?", 0)
	s.sees("Which areas is it for?")
	s.presses("Space", "Enter")
	s.chooses("Go on with the place, the times, the price and the contact?", 0)
	s.sees("Which team keeps this page right?")
	s.types("family") // and the rest is offered
	s.sees("> family information team")
	s.presses("End", "Enter")
	s.chooses("How did you check these facts today?", 0)
	screen := s.sees("code 0")
	for _, want := range []string{"Made content/activities/tuesday-tea-for-teens.md", "localoffer serve", "http://127.0.0.1:1313/activities/tuesday-tea-for-teens/"} {
		if !strings.Contains(screen, want) {
			t.Errorf("at the end it does not say %q:\n%s", want, screen)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "content/activities/tuesday-tea-for-teens.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"provider: example-play\n", "type: event\n", "ends: 2030-12-05\n", "category: sport-and-swimming\n", "needs: [autism, adhd]\n", "diagnosis-needed: no\n", "support: {one-to-one: yes}\n", "owner: Family information team\n", "by: Family information team, how: phone}"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	do(t, "check", "--strict", "--site", folder)
}

func TestWhoeverStopsHalfWayIsToldThatNothingWasWritten(t *testing.T) {
	for _, way := range []struct{ env, flag, drawn string }{{"", "", "┃"}, {"", "--plain", ""}, {"ACCESSIBLE=1", "", ""}, {"TERM=dumb", "", ""}} {
		folder := ours(t)
		s := newTerminal(t, 80, 24, folder, way.env, "new", "guide", way.flag)
		s.answers("What is the guide called?", "Half a guide")
		if screen := s.sees("What does it answer"); strings.Contains(screen, "┃") != (way.drawn != "") {
			t.Errorf("%+v:\n%s", way, screen)
		}
		s.presses("C-c")
		s.sees("stopped: nothing was written")
		s.sees("code 130")
		if _, err := os.Stat(filepath.Join(folder, "content/guides/half-a-guide.md")); err == nil {
			t.Error("something was written")
		}
	}
}
