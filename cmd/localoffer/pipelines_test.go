//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gitLabJob is a job with what it extends.
type gitLabJob struct {
	Before []string `yaml:"before_script"`
	Script []string `yaml:"script"`
	After  []string `yaml:"after_script"`
}

func TestTheJobsOnGitLabRunAsWritten(t *testing.T) {
	r := newRunner(t, "gitlab", "-e", "-o", "pipefail")
	var file struct {
		Shared gitLabJob `yaml:".localoffer"`
		Check  gitLabJob `yaml:"check"`
		Pages  gitLabJob `yaml:"pages"`
		Record gitLabJob `yaml:"record"`
		Links  gitLabJob `yaml:"links"`
	}
	readYAML(t, r, ".gitlab-ci.yml", &file)
	const address = "https://gitlab-ci-token:secret@gitlab.example.org/council/offer.git"
	r.env = append(r.env, "CI_PROJECT_DIR="+r.folder, "GOPATH="+r.folder+"/.cache/go", "LOCALOFFER=latest", "CI_PIPELINE_SOURCE=push",
		"CI_PAGES_URL=https://council.example.org/local-offer", "CI_JOB_TOKEN=secret", "CI_SERVER_HOST=gitlab.example.org", "CI_PROJECT_PATH=council/offer",
		"CI_DEFAULT_BRANCH=main", "GITLAB_USER_NAME=Editor", "GITLAB_USER_EMAIL=editor@example.org",
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url."+r.origin+".insteadOf", "GIT_CONFIG_VALUE_0="+address)
	script := func(job gitLabJob) string { return strings.Join(append(file.Shared.Before, job.Script...), "\n") }

	r.must(t, script(file.Check))
	r.must(t, script(file.Pages))
	if !r.has("public/index.html") {
		t.Error("there is no website in public/, where GitLab looks for it")
	}
	for _, night := range nights {
		said, code := r.run(t, script(file.Pages), "CI_PIPELINE_SOURCE=schedule", "CI_PAGES_URL="+publishedSite(t, night.made, night.next))
		if want := map[bool]int{true: 0, false: 75}[night.build]; code != want {
			t.Errorf("where it was made for %q and changes next on %q: %d\n%s", night.made, night.next, code, said)
		}
	}
	keepsOnce(t, r, "content/addresses.txt", "/guides/example-guide/", func() { r.must(t, script(file.Record)) })
	keepsOnce(t, r, "content/links.txt", "/club\tcould-not-tell\t", func() { r.must(t, script(file.Links)) })

	r.write(t, "content/terms/respite.md", brokenEntry)
	if said, code := r.run(t, script(file.Check)); code != exitProblems {
		t.Errorf("an entry with a problem: %d\n%s", code, said)
	}
	r.must(t, strings.Join(file.Check.After, "\n"))
	if report, _ := os.ReadFile(filepath.Join(r.folder, "problems.json")); !strings.Contains(string(report), `"path": "content/terms/respite.md"`) {
		t.Errorf("no note for the merge request: %s", report)
	}
}

// Where two that publish ran at once, the older website could arrive last.
func TestNoTwoPublishAtOnce(t *testing.T) {
	for ci, name := range map[string]string{"github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml", "azure": "azure-pipelines.yml"} {
		folder := filepath.Join(t.TempDir(), "offer")
		do(t, "new", "site", folder, "--ci", ci)
		var file struct {
			Concurrency struct {
				Group  string
				Cancel bool `yaml:"cancel-in-progress"`
			}
			Pages struct {
				ResourceGroup string `yaml:"resource_group"`
				Interruptible bool
			}
			Trigger struct{ Batch bool }
		}
		readYAML(t, &runner{folder: folder}, name, &file)
		if file.Concurrency.Cancel || file.Pages.Interruptible || file.Concurrency.Group+file.Pages.ResourceGroup == "" && !file.Trigger.Batch {
			t.Errorf("%s: %+v", ci, file)
		}
	}
}

func TestTheStepsOnAzureRunAsWritten(t *testing.T) {
	r := newRunner(t, "azure", "+e")
	var file struct{ Steps []step }
	readYAML(t, r, "azure-pipelines.yml", &file)
	values := map[string]string{"Pipeline.Workspace": r.home + "/work", "localoffer": "latest"}
	r.env = append(r.env, "PATH="+r.home+"/work/bin:"+r.home+"/bin:/usr/bin:/bin")
	steps := map[string]func() (string, int){}
	for _, s := range file.Steps {
		if s.Bash != "" {
			steps[s.DisplayName] = func() (string, int) { return r.run(t, s.Bash, surroundings(t, s, values)...) }
		}
	}
	must := func(name string) string {
		t.Helper()
		said, code := steps[name]()
		if code != 0 {
			t.Fatalf("%s: %d\n%s", name, code, said)
		}
		return said
	}
	if said := must("Get localoffer"); !strings.Contains(said, "##vso[task.prependpath]"+r.home+"/work/bin") {
		t.Errorf("the program is not on the path of later steps: %s", said)
	}
	must("Check every entry and every page")
	must("Build, and read every page back")
	must("Record the addresses")
	keepsOnce(t, r, "content/addresses.txt", "/guides/example-guide/", func() { must("Keep both lists") })
	must("Ask the other websites")
	keepsOnce(t, r, "content/links.txt", "/club\tcould-not-tell\t", func() { must("Keep both lists") })

	settings, _ := os.ReadFile(filepath.Join(r.folder, "config.toml"))
	for _, night := range nights {
		r.write(t, "config.toml", strings.Replace(string(settings), "https://localoffer.example.org/", publishedSite(t, night.made, night.next)+"/", 1))
		if said := must("Ask the timetable"); strings.Contains(said, "variable=due]no") == night.build {
			t.Errorf("where it was made for %q and changes next on %q: %s", night.made, night.next, said)
		}
	}
	r.write(t, "content/terms/respite.md", brokenEntry)
	if said, code := steps["Check every entry and every page"](); code != exitProblems || !strings.Contains(said, "##vso[task.logissue type=error;sourcepath=content/terms/respite.md;linenumber=3;columnnumber=1;]") {
		t.Errorf("an entry with a problem: %d\n%s", code, said)
	}
}
