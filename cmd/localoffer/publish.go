package main

import (
	"context"
	"fmt"
	"io"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/publish"
	"github.com/localoffer/localoffer/internal/site"
)

// publishFlags say what is published, and how.
type publishFlags struct {
	out    string
	asOf   string
	dryRun bool
}

func publishCommand() *cobra.Command {
	var flags publishFlags
	cmd := &cobra.Command{
		Use:   "publish TO",
		Short: "Send the finished website to object storage or a folder",
		Long: `Publish sends the website that build made to where readers find it. Only what
changed is sent: first what pages ask for, then pages, then what leads to them;
what is no more is deleted last. Nobody who reads meanwhile meets a page whose
parts are missing.

    localoffer build
    localoffer publish s3://our-bucket?region=eu-west-2 --dry-run
    localoffer publish s3://our-bucket?region=eu-west-2

TO is a folder, or one of these, in quotation marks where a shell would read &
or $ for itself:

    s3://BUCKET?region=REGION                     Amazon S3
    s3://BUCKET?region=REGION&endpoint=ADDRESS    whatever speaks as S3 does
    azblob://CONTAINER                            Azure Blob Storage
    gs://BUCKET                                   Google Cloud Storage
    file:///srv/local-offer                       a folder

With ?prefix=local-offer/ the website stands in a folder of the bucket. The
credentials are those that the cloud's own tools would find.

A publish that was cut off is finished by running it again. A place that holds
what publish did not put there is refused.`,
		Args: written("/mnt/web/local-offer"),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.publish(cmd, args[0]) },
	}
	cmd.Flags().StringVar(&flags.out, "out", "public", "the folder that build wrote")
	cmd.Flags().StringVar(&flags.asOf, "as-of", "", "the day from which files that are kept for a while count, like 2026-10-03 (today)")
	cmd.Flags().BoolVar(&flags.dryRun, "dry-run", false, "say what would be sent and deleted, and do nothing")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

func (f *publishFlags) publish(cmd *cobra.Command, to string) error {
	today, err := dayOf(f.asOf)
	if err != nil {
		return err
	}
	if err := f.apart(to); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	made, err := site.OpenFinished(f.out)
	if err != nil {
		return machineError{fmt.Errorf("%w (localoffer build makes the website)", err)}
	}
	defer made.Close()
	return stoppedBy(ctx, f.send(ctx, cmd, to, made, today))
}

// stoppedBy tells of Ctrl and C in words of its own: each step names it in another way.
func stoppedBy(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errCutOff
	}
	return err
}

func (f *publishFlags) send(ctx context.Context, cmd *cobra.Command, to string, made *site.Finished, today offer.Date) error {
	place, err := publish.Open(ctx, to, f.dryRun)
	if err != nil {
		return machineError{fmt.Errorf("publish to %s: %w", to, err)}
	}
	defer place.Close()
	plan, err := publish.Prepare(ctx, publish.Website{FS: made.FS(), Files: made.Files}, place, today)
	if err != nil {
		return machineError{fmt.Errorf("publish to %s: %w", to, err)}
	}
	if f.dryRun {
		printPlan(cmd.OutOrStdout(), plan)
		return nil
	}
	return f.run(ctx, cmd, plan, to)
}

// apart refuses to publish a folder into itself.
func (f *publishFlags) apart(to string) error {
	folder, err := publish.Folder(to)
	if err != nil || folder == "" {
		return err
	}
	out, err := filepath.Abs(f.out)
	if err != nil {
		return machineError{err}
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return machineError{err}
	}
	if inside, err := filepath.Rel(out, folder); err == nil && inside != ".." && !strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return fmt.Errorf("%s is the folder that build wrote: publish to another", to)
	}
	return nil
}

func (f *publishFlags) run(ctx context.Context, cmd *cobra.Command, plan *publish.Plan, to string) error {
	bar := newProgress(cmd.ErrOrStderr(), len(plan.Send), plan.Bytes())
	err := plan.Run(ctx, bar.show)
	bar.clear()
	if err != nil {
		return machineError{fmt.Errorf("publish to %s: %w", to, err)}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s published: %s\n", to, summary(plan, "sent", "deleted"))
	return nil
}

func summary(plan *publish.Plan, sent, deleted string) string {
	text := fmt.Sprintf("%s %s (%s), %d %s", countFiles(len(plan.Send)), sent, megabytes(plan.Bytes()), len(plan.Delete), deleted)
	if n := len(plan.Keep); n > 0 {
		text += fmt.Sprintf(", %d kept for pages that are still open", n)
	}
	return text
}

// printPlan prints a line for each file, in the order of what would be done.
func printPlan(w io.Writer, plan *publish.Plan) {
	for i := range plan.Send {
		fmt.Fprintln(w, "send", plan.Send[i].Path)
	}
	for _, path := range plan.Delete {
		fmt.Fprintln(w, "delete", path)
	}
	for _, kept := range plan.Keep {
		fmt.Fprintln(w, "keep", kept.Path, "until", kept.Until)
	}
	fmt.Fprintln(w, summary(plan, "to send", "to delete"))
}

func countFiles(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

// megabytes is a size in words.
func megabytes(n int64) string {
	const kilo, mega = 1000, 1000 * 1000
	if n < mega {
		return fmt.Sprintf("%.1f KB", float64(n)/kilo)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/mega)
}
