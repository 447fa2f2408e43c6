package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// version is set by the release build: -ldflags "-X main.version=…".
var version = "0.1.0-dev"

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "miroir",
		Short: "A payer's simulator and conformance bench for ROC",
		Long: `miroir plays the payer's side of the French dispositif ROC (directory, insurers, operators), so that
hospital software can be developed against it, and judges that software with a conformance suite
written in French. Its message format is its own, not the official one.

Every flag can be given as an environment variable: --admin-listen is MIROIR_ADMIN_LISTEN.`,
		Version:           version,
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: readEnvironment,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fail(exitUsage, err) })
	root.AddCommand(newServe(), newGAP(), newRun(), newLint(), newSteps(), newNorme(), newWorld(), newTarif())
	return root
}

// readEnvironment gives each flag that the command line left alone the value of its variable.
func readEnvironment(cmd *cobra.Command, _ []string) error {
	var err error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		name := "MIROIR_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, given := os.LookupEnv(name)
		if f.Changed || !given || err != nil {
			return
		}
		if bad := cmd.Flags().Set(f.Name, value); bad != nil {
			err = fail(exitUsage, fmt.Errorf("variable %s: %w", name, bad))
		}
	})
	return err
}
