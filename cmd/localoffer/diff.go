package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/compare"
	"github.com/localoffer/localoffer/internal/site"
)

func diffCommand() *cobra.Command {
	var flags siteFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what a change does, in families' words",
		Long: `Diff compares two states of the content and says what families gain and lose:
what is new, what is gone and was the only one of its kind, what each page says
now that it did not say before. It prints Markdown, for a comment on a change.

OLD and NEW are each a folder of content, the folder of a whole site, or a
revision that Git knows in the folder of the site. The settings are those of the
site, unless a folder has its own.

They can also both be websites that were built, such as the one that is published
and a new one. Then it says what their pages say, and no more than that.

    localoffer diff main .
    localoffer diff before/content after/content --site .
    localoffer diff published public`,
		Args: written("main ."),
		RunE: func(cmd *cobra.Command, args []string) error { return diff(cmd, &flags, args) },
	}
	flags.add(cmd)
	return cmd
}

func diff(cmd *cobra.Command, flags *siteFlags, args []string) error {
	if built := [2]fs.FS{builtFolder(args[0]), builtFolder(args[1])}; built[0] != nil || built[1] != nil {
		return diffBuilt(cmd, args, built)
	}
	own, options, err := flags.open()
	if err != nil {
		return err
	}
	var states [2]*site.Site
	for i, arg := range args {
		folder, err := state(own, flags.folder, arg)
		if err != nil {
			return err
		}
		if states[i], err = asWhole(cmd, folder, options); err != nil {
			return err
		}
	}
	report := compare.Sites(states[0].Catalogue, states[1].Catalogue)
	fmt.Fprint(cmd.OutOrStdout(), report.Markdown())
	return nil
}

// state is a site as a folder or a revision has it, with the settings of the
// site itself where it has none.
func state(own fs.FS, folder, arg string) (fs.FS, error) {
	files, err := openSite(arg)
	if err != nil {
		return revision(own, folder, arg)
	}
	if _, err := fs.Stat(files, site.ConfigName); err == nil {
		return files, nil
	}
	if _, err := fs.Stat(files, "content"); err == nil {
		return over{own, files, ""}, nil
	}
	return over{own, files, "content"}, nil
}

// over is a site whose content lies elsewhere.
type over struct {
	site, content fs.FS
	at            string // where the content stands within the site; "" where it has a folder of that name
}

// Open gives content from its own place, and all else from the site.
func (o over) Open(name string) (fs.File, error) {
	if name != "content" && !strings.HasPrefix(name, "content/") {
		return o.site.Open(name)
	}
	if o.at != "" {
		if name = strings.TrimPrefix(strings.TrimPrefix(name, o.at), "/"); name == "" {
			name = "."
		}
	}
	return o.content.Open(name)
}

// revision is the site as Git has it: nothing is checked out.
func revision(own fs.FS, folder, name string) (fs.FS, error) {
	if strings.HasPrefix(name, "-") {
		return nil, fmt.Errorf("%s is neither a folder nor a revision", name)
	}
	git := exec.Command("git", "-C", folder, "archive", "--format=zip", name, "--", "content") //nolint:gosec // a revision is never an option
	var said bytes.Buffer
	git.Stderr = &said
	packed, err := git.Output()
	if err != nil {
		return nil, fmt.Errorf("%s is no folder, and Git does not know it: %s", name, strings.TrimSpace(said.String()))
	}
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, machineError{err}
	}
	return over{own, files, ""}, nil
}
