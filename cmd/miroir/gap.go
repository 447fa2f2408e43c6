package main

import (
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

func newGAP() *cobra.Command {
	var listenAt, db, binding, ecart, version string
	var seed int64
	var list, withParent bool
	cmd := &cobra.Command{
		Use:   "gap",
		Short: "Run the reference hospital software, driven over HTTP",
		Long: `gap runs a small, honest GAP that is driven by POST /pilote/v1/{verb}. When it is ready it prints one
line of JSON with its address. With --db its dossiers survive: it can be killed in the middle of a
chain and started again.`,
		Args: cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&listenAt, "listen", "127.0.0.1:9000", "address of the driver")
	f.StringVar(&db, "db", "", "SQLite file of the dossiers; in memory by default")
	f.StringVar(&binding, "binding", "soap", "how messages travel: soap, soap12 or json")
	f.StringVar(&version, "version", "v1", "version of the norme: v1, or v2 which speaks both")
	f.StringVar(&ecart, "ecart", "", "deliberate deviation: the GAP breaks one requirement")
	f.Int64Var(&seed, "seed", 1, "seed of the identifiers")
	f.BoolVar(&list, "list-ecarts", false, "print the deviations, one id a line, and exit")
	f.BoolVar(&withParent, "with-parent", false, "exit when standard input ends")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if list {
			for _, e := range etablissement.Ecarts() {
				fmt.Fprintln(cmd.OutOrStdout(), e.ID)
			}
			return nil
		}
		versions, err := etablissement.SpeaksUpTo(version)
		if err != nil {
			return fail(exitUsage, err)
		}
		talk, err := etablissement.BindingByName(binding, nil)
		if err != nil {
			return fail(exitUsage, err)
		}
		rates, err := tarif.Load(scenarios.Tarifs())
		if err != nil {
			return fail(exitBench, err)
		}
		options := etablissement.Options{
			DB: db, Binding: talk, Versions: versions, Conduct: etablissement.Honest(), Rates: rates, Seed: seed,
			Logger: slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)),
		}
		if ecart != "" {
			e, err := etablissement.EcartByID(ecart)
			if err != nil {
				return fail(exitUsage, err)
			}
			e.Bend(&options.Conduct)
		}
		return serveGAP(cmd, listenAt, withParent, options)
	}
	return cmd
}

func serveGAP(cmd *cobra.Command, address string, withParent bool, o etablissement.Options) (err error) {
	gap, err := etablissement.New(o)
	if err != nil {
		return fail(exitUsage, err)
	}
	defer func() {
		if closed := gap.Close(); err == nil {
			err = closed
		}
	}()
	l, err := listen(address, gap.Handler())
	if err != nil {
		return fail(exitUsage, err)
	}
	if err := announce(cmd.OutOrStdout(), announcement{Listen: l.url()}); err != nil {
		return fail(exitBench, err)
	}
	ctx := cmd.Context()
	if withParent {
		var cancel func()
		ctx, cancel = untilEnd(ctx, cmd.InOrStdin())
		defer cancel()
	}
	return serveAll(ctx, l)
}
