//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/localoffer/localoffer"
)

// docs/editors.md is followed here to the letter, from its first line to its
// last, in a copy of the demonstration: each command is run, and says what the
// page says that it does; each change to a file is made; each file is written.

// pageDay is the day on which the page was followed when it was written. The
// commands that depend on the day are told so.
const pageDay = "2026-11-21"

// follower is somebody with the page before them.
type follower struct {
	t       *testing.T
	page    []string // its lines
	at      int      // the line that is read
	folder  string   // the site
	program string
	named   string // the file of the site that was named last
	did     map[string]int
}

func TestThePageForEditorsIsTrue(t *testing.T) {
	tool(t, "git")
	text, err := os.ReadFile("../../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	f := &follower{t: t, page: strings.Split(string(text), "\n"), folder: filepath.Join(t.TempDir(), "offer"), program: program, did: map[string]int{}}
	f.begin()
	for ; f.at < len(f.page); f.at++ {
		f.read(f.page[f.at])
	}
	if f.did["console"] < 11 || f.did["diff"] < 6 || f.did["yaml"] < 2 || f.did["linked"] < 10 {
		t.Errorf("little was followed: %v", f.did)
	}
}

// begin makes a copy of the demonstration, published once, that is shared with
// others.
func (f *follower) begin() {
	f.t.Helper()
	if err := os.CopyFS(f.folder, localoffer.Demonstration); err != nil {
		f.t.Fatal(err)
	}
	f.run("git init --quiet --bare --initial-branch main ../origin.git && git init --quiet --initial-branch main && git remote add origin ../origin.git && " +
		"git add --all && git commit --quiet --message Begin && git push --quiet origin main")
}

var (
	fileNamed = regexp.MustCompile("`((?:content/[a-z-]+/[a-z-]+(?:\\.[a-z-]+)?|content/[a-z-]+|config)\\.(?:md|txt|toml))`")
	pageLink  = regexp.MustCompile(`\]\(([a-z]*\.?m?d?)(?:#([a-z0-9-]+))?\)`)
)

// read takes in a line, and does what the block says that begins there.
func (f *follower) read(line string) {
	f.t.Helper()
	for _, m := range fileNamed.FindAllStringSubmatch(line, -1) {
		f.named = m[1]
	}
	for _, m := range pageLink.FindAllStringSubmatch(line, -1) {
		f.linked(m[1], m[2])
	}
	language, fenced := strings.CutPrefix(line, "```")
	if !fenced {
		return
	}
	block := f.block()
	f.did[language]++
	switch language {
	case "console":
		f.console(block)
	case "diff":
		f.change(block)
	case "yaml":
		f.write(strings.Join(block, "\n") + "\n")
	case "":
		f.write(f.text() + "\n" + strings.Join(block, "\n") + "\n")
	default:
		f.fail("nobody knows how to follow " + language)
	}
}

func (f *follower) block() []string {
	from := f.at + 1
	for f.at++; f.page[f.at] != "```"; f.at++ {
	}
	return f.page[from:f.at]
}

func (f *follower) fail(what string) {
	f.t.Helper()
	f.t.Fatalf("docs/editors.md:%d: %s", f.at+1, what)
}

func (f *follower) text() string {
	f.t.Helper()
	text, err := os.ReadFile(filepath.Join(f.folder, f.named))
	if err != nil {
		f.fail(err.Error())
	}
	return string(text)
}

func (f *follower) write(text string) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.folder, f.named), []byte(text), 0o644); err != nil {
		f.fail(err.Error())
	}
}

// change writes the lines with + in place of those with -. Lines with neither
// say where.
func (f *follower) change(block []string) {
	f.t.Helper()
	var was, now strings.Builder
	for _, line := range block {
		if line[0] != '+' {
			was.WriteString(line[1:] + "\n")
		}
		if line[0] != '-' {
			now.WriteString(line[1:] + "\n")
		}
	}
	text := f.text()
	if n := strings.Count(text, was.String()); n != 1 {
		f.fail(fmt.Sprintf("%q stands %d times in %s:\n%s", was.String(), n, f.named, text))
	}
	f.write(strings.Replace(text, was.String(), now.String(), 1))
}

// linked looks up a link to this page or to one beside it.
func (f *follower) linked(page, part string) {
	f.t.Helper()
	f.did["linked"]++
	lines := f.page
	if page != "" {
		text, err := os.ReadFile("../../docs/" + page)
		if err != nil {
			f.fail(err.Error())
		}
		lines = strings.Split(string(text), "\n")
	}
	heading := func(line string) bool {
		words := strings.ToLower(strings.TrimLeft(line, "# "))
		return strings.HasPrefix(line, "#") && strings.ReplaceAll(regexp.MustCompile("[^a-z0-9 -]").ReplaceAllString(words, ""), " ", "-") == part
	}
	if part != "" && !slices.ContainsFunc(lines, heading) {
		f.fail("there is no heading " + part + " in " + page)
	}
}

// console runs each command of a block, and compares what it says with what
// stands below it.
func (f *follower) console(block []string) {
	f.t.Helper()
	for i := 0; i < len(block); {
		command, found := strings.CutPrefix(block[i], "$ ")
		if !found {
			f.fail("a block begins with what a command says")
		}
		said := i + 1
		for i++; i < len(block) && !strings.HasPrefix(block[i], "$ "); i++ {
		}
		f.command(command, strings.Join(block[said:i], "\n"))
	}
}

func (f *follower) command(command, says string) {
	f.t.Helper()
	switch {
	case command == "localoffer new activity":
		f.answer(command)
	case command == "localoffer serve":
		f.serve(says)
	default:
		got := f.run(command)
		if says != "" && !likeness(says).MatchString(strings.TrimSpace(got)) {
			f.fail(command + " says\n" + got)
		}
	}
}

// likeness is what the page shows as an expression: … is anything.
func likeness(says string) *regexp.Regexp {
	text := regexp.QuoteMeta(strings.TrimSpace(says))
	return regexp.MustCompile(`^(?s:` + strings.ReplaceAll(text, "…", ".*") + `)$`)
}

// run runs a command as a shell does. A command that says that something is
// wrong has done its work.
func (f *follower) run(command string) string {
	f.t.Helper()
	if strings.HasPrefix(command, "localoffer ") && !strings.Contains(command, "localoffer search") {
		command += " --as-of " + pageDay
	}
	cmd := f.shell(command)
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState.ExitCode() != exitProblems {
		f.fail(command + ": " + err.Error() + "\n" + string(out))
	}
	return string(out)
}

func (f *follower) shell(command string) *exec.Cmd {
	cmd := exec.Command("sh", "-c", `localoffer() { "$PROGRAM" "$@"; }; `+command)
	cmd.Dir = f.folder
	cmd.Env = append(os.Environ(), "PROGRAM="+f.program, "GIT_CONFIG_NOSYSTEM=1", "HOME="+f.folder+"/..",
		"GIT_AUTHOR_NAME=Editor", "GIT_AUTHOR_EMAIL=editor@example.org", "GIT_COMMITTER_NAME=Editor", "GIT_COMMITTER_EMAIL=editor@example.org")
	return cmd
}

// answer gives the answers of the table that follows. The page has to name each
// question that is put, in its own words and its order.
func (f *follower) answer(command string) {
	f.t.Helper()
	var asked, answers []string
	row := regexp.MustCompile(`^\| (.+) \| (.+) \|$`)
	for _, line := range f.page[f.at:] {
		if strings.HasPrefix(line, "### ") {
			break
		}
		if m := row.FindStringSubmatch(line); m != nil && m[1] != "It asks" {
			asked, answers = append(asked, m[1]), append(answers, m[2])
		}
	}
	cmd := f.shell(command + " --as-of " + pageDay)
	cmd.Stdin = strings.NewReader(strings.Join(answers, "\n") + "\n")
	out, err := cmd.CombinedOutput()
	if err != nil {
		f.fail(err.Error() + "\n" + string(out))
	}
	var put []string
	var before string
	for line := range strings.Lines(string(out)) { // a question stands above its help
		if strings.HasPrefix(line, "  ") && !strings.HasPrefix(before, "  ") && strings.HasSuffix(before, "?\n") {
			put = append(put, strings.TrimSpace(before))
		}
		before = strings.TrimPrefix(line, "> ")
	}
	if !slices.Equal(put, asked) {
		f.fail(fmt.Sprintf("it asks\n%s\nand not\n%s", strings.Join(put, "\n"), strings.Join(asked, "\n")))
	}
}

// serve looks at the addresses of the preview that the page goes on to name.
func (f *follower) serve(says string) {
	f.t.Helper()
	cmd := exec.Command(f.program, "serve", "--addr", "127.0.0.1:0", "--as-of", pageDay)
	cmd.Dir = f.folder
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		f.fail(err.Error())
	}
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	line, _ := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://127\.0\.0\.1:[0-9]+`).FindString(line)
	if strings.Replace(strings.TrimSpace(line), address, "http://"+previewAddress, 1) != says {
		f.fail("it says " + line)
	}
	const shown = "http://" + previewAddress
	named := regexp.MustCompile("`"+regexp.QuoteMeta(shown)+"(/[^`]+)`").FindAllStringSubmatch(strings.Join(f.page[f.at:], "\n"), -1)
	if len(named) == 0 {
		f.fail("no address of the preview is named")
	}
	for _, m := range named {
		f.get(address + m[1])
	}
}

func (f *follower) get(address string) {
	f.t.Helper()
	response, err := http.Get(address)
	if err != nil {
		f.fail(err.Error())
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || bytes.Contains(body, []byte("Something to mend")) {
		f.fail(fmt.Sprint(address, response.Status, err))
	}
}
