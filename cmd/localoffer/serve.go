package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/localoffer/localoffer/internal/preview"
)

func serveCommand() *cobra.Command {
	var flags siteFlags
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the website on this computer while you edit it",
		Long: `Serve shows the website at an address on this computer. Edit a file, save it,
and load the page again: it shows what you wrote. A page whose file has a
problem shows the problem, with its line and what to do.

    localoffer serve
    localoffer serve --addr 127.0.0.1:8080

Nobody else can see it, unless you give an address that others can reach.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd, &flags, addr) },
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", "the address and port to listen on")
	return cmd
}

func serve(cmd *cobra.Command, flags *siteFlags, addr string) error {
	folder, options, err := flags.open()
	if err != nil {
		return err
	}
	server := preview.New(folder, options)
	problems := server.Problems()
	printProblems(cmd.ErrOrStderr(), problems)
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return machineError{fmt.Errorf("listen on %s: %w (choose another with --addr)", addr, err)}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "The website is at http://%s/ (stop with Ctrl+C)\n", listener.Addr())
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	h := &http.Server{Handler: server, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = h.Close()
	}()
	if err := h.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return machineError{err}
	}
	return nil
}
