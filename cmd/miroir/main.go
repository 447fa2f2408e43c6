// Command miroir plays the payer's side of ROC, runs the reference hospital, and judges a GAP with
// a conformance suite written in French.
//
// Each file is one subcommand and wires packages together; nothing is decided here. Flags are in
// kebab-case and every one can also be given as an environment variable: --admin-listen is
// MIROIR_ADMIN_LISTEN. Exit codes are those of a conformance run: see exitCodes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && err.Error() != "" {
		fmt.Fprintln(stderr, "miroir:", err)
	}
	return codeOf(err)
}
