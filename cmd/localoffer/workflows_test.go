//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
	"go.yaml.in/yaml/v3"
)

// step is one step of any of the CIs, so far as it runs a script.
type step struct {
	Name        string            `yaml:"name"`
	DisplayName string            `yaml:"displayName"`
	Run         string            `yaml:"run"`
	Bash        string            `yaml:"bash"`
	Env         map[string]string `yaml:"env"`
}

func readYAML(t *testing.T, r *runner, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(r.folder, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// expression is what GitHub and Azure put values in place of.
var expression = regexp.MustCompile(`\$\{\{ *(.*?) *\}\}|\$\(([A-Z][A-Za-z.]*|localoffer)\)`)

// surroundings are the variables of a step. Only they may hold expressions: in a
// script one could be made to run.
func surroundings(t *testing.T, s step, values map[string]string) []string {
	t.Helper()
	if strings.Contains(s.Run+s.Bash, "${{") {
		t.Fatalf("an expression stands in a script:\n%s", s.Run+s.Bash)
	}
	var env []string
	for name, text := range s.Env {
		env = append(env, name+"="+expression.ReplaceAllStringFunc(text, func(e string) string {
			parts := expression.FindStringSubmatch(e)
			value, known := values[parts[1]+parts[2]]
			if !known {
				t.Fatalf("nothing is known of %s", e)
			}
			return value
		}))
	}
	return env
}

func TestTheGitHubWorkflowsAreLinted(t *testing.T) {
	r := newRunner(t, "github")
	var said bytes.Buffer
	linter, err := actionlint.NewLinter(&said, &actionlint.LinterOptions{WorkingDir: r.folder})
	if err != nil {
		t.Fatal(err)
	}
	found, err := linter.LintRepository(r.folder)
	if err != nil || len(found) > 0 {
		t.Error(err, said.String())
	}
}

func TestTheReleaseWorkflowIsLintedAndMayDoNoMoreThanItNeeds(t *testing.T) {
	const name = "../../.github/workflows/release.yml"
	var said bytes.Buffer
	linter, err := actionlint.NewLinter(&said, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if found, err := linter.LintFile(name, nil); err != nil || len(found) > 0 {
		t.Error(err, said.String())
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]struct {
			Permissions map[string]string
			Steps       []step
		}
	}
	if err := yaml.Unmarshal(text, &workflow); err != nil {
		t.Fatal(err)
	}
	if got := workflow.Permissions; len(got) != 1 || got["contents"] != "read" {
		t.Error("every job has these rights:", got)
	}
	for job, does := range workflow.Jobs {
		if got := does.Permissions; len(got) != 1 || got["contents"] != "write" {
			t.Error(job, "has these rights:", got)
		}
		for _, s := range does.Steps {
			if strings.Contains(s.Run, "${{") {
				t.Error("an expression stands in a script:", s.Run)
			}
		}
	}
}

// On GitHub a step is named by its file and its name.
func gitHubSteps(t *testing.T, r *runner) map[string]step {
	t.Helper()
	steps := map[string]step{}
	for _, name := range []string{"check", "publish", "links"} {
		var workflow struct {
			Permissions map[string]string
			Jobs        map[string]struct{ Steps []step }
		}
		readYAML(t, r, ".github/workflows/"+name+".yml", &workflow)
		if workflow.Permissions == nil || workflow.Permissions["contents"] == "write" {
			t.Errorf("%s: every job has the right to write", name)
		}
		for _, job := range workflow.Jobs {
			for _, s := range job.Steps {
				if s.Run != "" {
					steps[name+": "+s.Name] = s
				}
			}
		}
	}
	return steps
}

func TestTheStepsOnGitHubRunAsWritten(t *testing.T) {
	r := newRunner(t, "github")
	steps := gitHubSteps(t, r)
	output, summary := filepath.Join(r.home, "output"), filepath.Join(r.home, "summary")
	r.env = append(r.env, "GITHUB_OUTPUT="+output, "GITHUB_STEP_SUMMARY="+summary)
	values := map[string]string{"inputs.version": "latest", "steps.pages.outputs.base_url": "https://council.example.org/local-offer"}
	take := func(name string) step {
		s, found := steps[name]
		if !found {
			t.Fatalf("there is no step %q", name)
		}
		delete(steps, name)
		return s
	}
	do := func(s step) (string, int) { return r.run(t, s.Run, surroundings(t, s, values)...) }
	must := func(s step) { r.must(t, s.Run, surroundings(t, s, values)...) }

	var action struct{ Runs struct{ Steps []step } }
	readYAML(t, r, ".github/actions/localoffer/action.yml", &action)
	for _, s := range action.Runs.Steps {
		must(s)
	}
	check := take("check: Check every entry and every page")
	must(check)
	plant(t, filepath.Join(r.folder, "content/activities/example-stay-and-play.md"), mistake{was: "title: Example", typed: "title: Seaside"})
	r.must(t, "git commit --quiet --all --message Rename && git push --quiet origin main")
	must(take("check: Say what changes for families"))
	if said, _ := os.ReadFile(summary); !strings.Contains(string(said), "Seaside Stay and Play") {
		t.Errorf("the summary does not say what changes: %s", said)
	}
	build := take("publish: Build, and read every page back")
	must(build)
	if text, _ := os.ReadFile(filepath.Join(r.folder, "public/index.html")); !strings.Contains(string(text), `href="/local-offer/style.css`) {
		t.Error("the website was not built for the path at which GitHub publishes it")
	}
	timetable := take("publish: Ask the timetable")
	for _, night := range nights {
		values["steps.pages.outputs.base_url"] = publishedSite(t, night.made, night.next)
		_ = os.Remove(output)
		must(timetable)
		if said, _ := os.ReadFile(output); strings.Contains(string(said), "due=yes") != night.build || len(said) == 0 {
			t.Errorf("where it was made for %q and changes next on %q: %s", night.made, night.next, said)
		}
	}
	record := take("publish: Record the addresses")
	keepsOnce(t, r, "content/addresses.txt", "/guides/example-guide/", func() { must(record) })
	must(take("links: Ask the other websites"))
	keep := take("links: Keep what they answered")
	keepsOnce(t, r, "content/links.txt", "/club\tcould-not-tell\t", func() { must(keep) })
	if len(steps) > 0 {
		t.Errorf("these were not run: %v", steps)
	}

	r.write(t, "content/terms/respite.md", brokenEntry)
	if said, code := do(check); code != exitProblems || !strings.Contains(said, "::error file=content/terms/respite.md,line=3,col=1::") {
		t.Errorf("an entry with a problem: %d\n%s", code, said)
	}
	if said, code := do(build); code != exitProblems || !r.has("public/index.html") {
		t.Errorf("a build with a problem: %d, and the old website gone\n%s", code, said)
	}
}

// keepsOnce does what commits a list, twice: the list is pushed, and where
// nothing is new, nothing is.
func keepsOnce(t *testing.T, r *runner, list, line string, keep func()) {
	t.Helper()
	keep()
	if got := r.pushed(t, list); !strings.Contains(got, line) {
		t.Errorf("%s was not pushed: %s", list, got)
	}
	before := r.commits(t)
	keep()
	if after := r.commits(t); after != before {
		t.Errorf("%s: %s commits, then %s", list, before, after)
	}
}
