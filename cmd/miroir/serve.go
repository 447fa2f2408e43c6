package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/scenarios"
	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func newServe() *cobra.Command {
	var listenAt, adminListen, db string
	var worlds []string
	var withParent bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the payer's simulator: directory, insurers, operators",
		Long: `serve answers the five services over SOAP and JSON, for as many worlds as wanted, and its control API
on a second port. When it is ready it prints one line of JSON with its two addresses.

The world "defaut" answers where the address names none; more worlds come from --monde or from the
control API (POST /api/worlds).`,
		Args: cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&listenAt, "listen", "127.0.0.1:8080", "address of the services")
	f.StringVar(&adminListen, "admin-listen", "127.0.0.1:8081", "address of the control API; keep it on this machine")
	f.StringVar(&db, "db", "", "SQLite file of engagements and journal; in memory by default")
	f.StringSliceVar(&worlds, "monde", nil, "YAML file of a world to create; may be repeated")
	f.BoolVar(&withParent, "with-parent", false, "exit when standard input ends")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		parsed, err := readWorlds(worlds)
		if err != nil {
			return fail(exitUsage, err)
		}
		return serve(cmd, listenAt, adminListen, withParent, simulator.Options{
			DB: db, Clock: roc.System(), Worlds: parsed, Log: slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)),
		})
	}
	return cmd
}

func serve(cmd *cobra.Command, address, adminAddress string, withParent bool, o simulator.Options) (err error) {
	tune()
	sim, err := simulator.New(o)
	if err != nil {
		return fail(exitUsage, err)
	}
	defer func() { err = errors.Join(err, sim.Close()) }()
	services, err := listen(address, sim.Handler())
	if err != nil {
		return fail(exitUsage, err)
	}
	control, err := listen(adminAddress, sim.AdminHandler())
	if err != nil {
		return fail(exitUsage, errors.Join(err, services.Close()))
	}
	if err := announce(cmd.OutOrStdout(), announcement{Listen: services.url(), Admin: control.url()}); err != nil {
		return fail(exitBench, err)
	}
	ctx := cmd.Context()
	if withParent {
		var cancel func()
		ctx, cancel = untilEnd(ctx, cmd.InOrStdin())
		defer cancel()
	}
	return serveAll(ctx, services, control)
}

// tune trades some memory for fewer collections, and keeps both cores busy while the store waits
// for its disk: a blocking system call holds its share of the scheduler for some time. Measured on
// two cores, the first is worth a fifth of the requests served, the second a tenth. The
// environment's GOGC and GOMAXPROCS win.
func tune() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(runtime.NumCPU() + 2)
	}
}

// readWorlds reads the built-in world, unless a file gives one of its name, and the files; every
// fault of every file is told.
func readWorlds(files []string) ([]*amc.World, error) {
	var worlds []*amc.World
	var faults []error
	named := map[string]bool{}
	add := func(name string, data []byte, err error) {
		if err == nil {
			var w *amc.World
			if w, err = amc.ParseWorld(name, data); err == nil {
				worlds, named[w.Name] = append(worlds, w), true
			}
		}
		faults = append(faults, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		add(name, data, err)
	}
	if !named[simulator.DefaultWorld] {
		data, err := scenarios.World(simulator.DefaultWorld)
		add(fmt.Sprintf("built-in world %q", simulator.DefaultWorld), data, err)
	}
	return worlds, errors.Join(faults...)
}
