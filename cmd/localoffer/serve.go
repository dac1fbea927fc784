package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/preview"
)

// previewAddress is where the preview is, unless somebody wants it elsewhere.
const previewAddress = "127.0.0.1:1313"

func serveCommand() *cobra.Command {
	var flags siteFlags
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the website on this computer while you edit it",
		Long: `Serve shows the website at an address on this computer. Edit a file and save
it: the page that is open loads itself again, and stays where it was scrolled
to. A page whose file has a problem shows the problem, with its line and what to
do, and leads to the page as it was before.

    localoffer serve
    localoffer serve --addr 127.0.0.1:8080

A bar below each page counts the problems of the whole website and lists them.
It also shows the website as of another day: what will be out of date by then,
what will have begun, and what will be over. A built website has no such bar.

Nobody else can see the preview, unless you give an address that others can
reach. To look at it on a phone in the same network, listen on all addresses of
this computer, and open the one it prints:

    localoffer serve --addr 0.0.0.0:1313`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd, &flags, addr) },
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&addr, "addr", previewAddress, "the address and port to listen on")
	return cmd
}

func serve(cmd *cobra.Command, flags *siteFlags, addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return machineError{fmt.Errorf("listen on %s: %w (choose another with --addr)", addr, err)}
	}
	defer listener.Close()
	server, end, err := openPreview(cmd, flags, preview.IsPrivate(listener.Addr()))
	if err != nil {
		return err
	}
	defer end()
	printProblems(cmd.ErrOrStderr(), server.Problems())
	printAddresses(cmd.OutOrStdout(), listener.Addr())
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	h := &http.Server{Handler: server, ReadHeaderTimeout: 10 * time.Second}
	defer context.AfterFunc(ctx, func() { _ = h.Close() })()
	if err := h.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return machineError{err}
	}
	return nil
}

// openPreview begins to watch the site's folder. What it needs to be sure of
// what it is told is a folder of its own, which end takes away again.
func openPreview(cmd *cobra.Command, flags *siteFlags, private bool) (server *preview.Server, end func(), err error) {
	folder, options, err := flags.open()
	if err != nil {
		return nil, nil, err
	}
	watched, err := filepath.Abs(flags.folder)
	if err != nil {
		return nil, nil, machineError{err}
	}
	marks, err := os.MkdirTemp("", "localoffer-")
	if err != nil {
		return nil, nil, machineError{fmt.Errorf("make a folder for the preview: %w", err)}
	}
	server = preview.New(preview.Config{
		Folder: folder, Options: options, Now: time.Now, Watched: watched, Marks: marks, Private: private,
		Say: func(what string) { fmt.Fprintln(cmd.ErrOrStderr(), what) },
	})
	return server, func() {
		_ = server.Close() // whatever is left open, the end of the program closes
		_ = os.RemoveAll(marks)
	}, nil
}

// printAddresses says where the website is. Where others may reach it, that is
// every address of this computer.
func printAddresses(out io.Writer, listening net.Addr) {
	fmt.Fprintf(out, "The website is at http://%s/ (stop with Ctrl+C)\n", listening)
	tcp, ok := listening.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return
	}
	own, _ := net.InterfaceAddrs() // without them, one has to look elsewhere
	for _, address := range own {
		if ip, ok := address.(*net.IPNet); ok && ip.IP.To4() != nil && !ip.IP.IsLoopback() {
			fmt.Fprintf(out, "From a phone in the same network: http://%s:%d/\n", ip.IP, tcp.Port)
		}
	}
}
