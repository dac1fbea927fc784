package localoffer_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// recipe is what is promised of releases, so far as .goreleaser.yaml says it.
type recipe struct {
	Version int
	Builds  []struct {
		Goos, Goarch, Flags, Ldflags, Tags, Env []string
		Time                                    string `yaml:"mod_timestamp"`
	}
	Archives []struct {
		Builds struct{ Mtime string } `yaml:"builds_info"`
		Files  []struct {
			Src  string
			Info struct{ Mtime string }
		}
	}
	Checksum struct {
		Name string `yaml:"name_template"`
	}
	Sboms []struct {
		Artifacts string
		Args      []string
	}
}

func TestAReleaseIsWhatIsPromised(t *testing.T) {
	var r recipe
	if err := yaml.Unmarshal([]byte(document(t, ".goreleaser.yaml")), &r); err != nil {
		t.Fatal(err)
	}
	if r.Version != 2 || len(r.Builds) != 1 || len(r.Archives) != 1 || len(r.Sboms) != 1 || r.Checksum.Name == "" {
		t.Fatalf("one program, one archive for each system, their sums and lists of modules: %+v", r)
	}
	b, a := r.Builds[0], r.Archives[0]
	if !slices.Equal(b.Goos, []string{"linux", "darwin", "windows"}) || !slices.Equal(b.Goarch, []string{"amd64", "arm64"}) {
		t.Error("systems:", b.Goos, b.Goarch)
	}
	if !slices.Contains(b.Flags, "-trimpath") || !slices.Contains(b.Env, "CGO_ENABLED=0") || !strings.Contains(b.Time, "Commit") {
		t.Error("the bytes depend on the machine:", b.Flags, b.Env, b.Time)
	}
	for _, of := range append([]string{a.Builds.Mtime}, a.Files[0].Info.Mtime) {
		if !strings.Contains(of, "Commit") {
			t.Error("an archive depends on when it was made:", of)
		}
	}
	if strings.Contains(strings.Join(b.Ldflags, " "), "-X") || !slices.Contains(b.Flags, "-buildvcs=true") {
		t.Error("the version has two sources:", b.Ldflags, b.Flags)
	}
	if !strings.Contains(a.Files[0].Src, "LICENSE") {
		t.Error("the licence is left out")
	}
}

// The image holds the same program, and nothing that could be a shell.
func TestTheImageIsTheProgramAlone(t *testing.T) {
	text := document(t, "Containerfile")
	bases := regexp.MustCompile(`(?m)^FROM (\S+)`).FindAllStringSubmatch(text, -1)
	if len(bases) != 2 || bases[1][1] != "scratch" {
		t.Fatal("it is made of", bases)
	}
	toolchain := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(document(t, "go.mod"))
	if bases[0][1] != "golang:"+toolchain[1] {
		t.Errorf("it is built with %s, and go.mod asks for %s", bases[0][1], toolchain[1])
	}
	if !regexp.MustCompile(`(?m)^USER [1-9]\d*:[1-9]\d*$`).MatchString(text) {
		t.Error("it runs as root, or as a name that nothing there knows")
	}
	release := document(t, ".goreleaser.yaml")
	for _, flag := range []string{"CGO_ENABLED=0", "-trimpath", "-s -w", "allclouds", "disable_grpc_modules"} {
		if !strings.Contains(text, flag) || !strings.Contains(release, flag) {
			t.Errorf("%s is not among the flags of both", flag)
		}
	}
}
