package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/driver"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/suite"
	"github.com/roc-miroir/miroir/steps/vocabulaire"
)

// A bench is a simulator that runs and the suite to play on it.
type bench struct {
	settings  *runSettings
	suite     *suite.Suite
	selected  []gherkin.Case
	out, logs io.Writer
	trace     *os.File // what the processes log
	simulator *process
	clock     roc.Clock
	runID     string
}

// start starts the simulator. What the processes log goes to a file beside the reports.
func (b *bench) start(ctx context.Context) error {
	b.clock = roc.System()
	if b.runID = b.settings.runID; b.runID == "" {
		b.runID = b.clock().UTC().Format("20060102-150405")
	}
	if err := os.MkdirAll(b.settings.out, 0o755); err != nil {
		return err
	}
	var err error
	if b.trace, err = os.Create(filepath.Join(b.settings.out, "processus.log")); err != nil {
		return err
	}
	b.simulator, err = start(ctx, b.trace,
		"serve", "--listen", b.settings.listen, "--admin-listen", b.settings.adminListen)
	return err
}

func (b *bench) stop() error {
	var err error
	if b.simulator != nil {
		err = b.simulator.stop()
	}
	if b.trace != nil {
		err = errors.Join(err, b.trace.Close())
	}
	return err
}

// play runs the selected cases against one GAP and judges the campaign. Only a shown run keeps a
// journal and prints its progress.
func (b *bench) play(ctx context.Context, ecart string, shown bool) (c *reports.Campaign, err error) {
	liner, err := reports.NewLiner(b.settings.lang)
	if err != nil {
		return nil, err
	}
	pilote := b.settings.pilote
	if pilote == "" {
		gap, err := start(ctx, b.trace, "gap", "--listen", "127.0.0.1:0", "--binding", b.settings.binding,
			"--seed", strconv.FormatInt(b.settings.seed, 10), "--ecart", ecart)
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, gap.stop()) }()
		pilote = gap.Listen
	}
	options := b.options(pilote, ecart)
	watch := &observer{out: b.out, liner: liner, total: len(b.selected), clock: b.clock}
	if shown {
		options.Observer = watch
	}
	runner, err := steps.Open(ctx, options)
	if err != nil {
		return nil, err
	}
	c = b.identity(runner, ecart, b.clock())
	if !shown {
		return c, b.record(ctx, runner, c)
	}
	if watch.journal, err = reports.CreateJournal(b.settings.out, c, c.Started); err != nil {
		return nil, err
	}
	err = b.record(ctx, runner, c)
	return c, errors.Join(err, watch.fault(), watch.journal.Close(c))
}

func (b *bench) options(pilote, ecart string) steps.Options {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 2 * b.settings.parallel // one call to the driver, one to the simulator, a case
	client := &http.Client{Timeout: time.Minute, Transport: transport}
	runID := b.runID
	if ecart != "" {
		runID += "-" + ecart
	}
	control := &admin.Client{Base: b.simulator.Admin, HTTP: client}
	return steps.Options{
		RunID:     runID,
		Registry:  b.suite.Registry,
		Simulator: &steps.Simulator{Client: control, Service: b.simulator.Listen},
		Driver:    &driver.Client{Base: pilote, HTTP: client},
		Data:      vocabulaire.Data(),
		Budgets:   steps.DefaultBudgets(),
		Parallel:  b.settings.parallel,
		Clock:     b.clock,
	}
}

// record plays the cases and fills the campaign.
func (b *bench) record(ctx context.Context, runner *steps.Runner, c *reports.Campaign) error {
	var err error
	if c.Results, err = runner.Run(ctx, b.selected); err != nil {
		return err
	}
	c.Ended = b.clock()
	c.Interrupted = ctx.Err() != nil
	reports.Judge(c)
	return nil
}

// identity is the campaign before its first result.
func (b *bench) identity(runner *steps.Runner, ecart string, at time.Time) *reports.Campaign {
	s, product := b.settings, runner.Product()
	c := &reports.Campaign{
		Schema: reports.Schema, Run: b.runID, Started: at,
		Suite: reports.Suite{
			Version: b.suite.Ledger.Suite, Digest: b.suite.Digest,
			Simulator: version, Godog: dependency("github.com/cucumber/godog"),
		},
		Product: reports.Product{Editor: product.Editor, Name: product.Product, Version: product.Version, Ecart: ecart},
		Settings: reports.Settings{
			Binding: s.binding, Versions: s.versions, Pilote: "http", Filter: s.filter(),
			Seed: s.seed, Parallel: s.parallel, Masked: true,
		},
	}
	for _, played := range b.selected {
		c.Selected = append(c.Selected, played.Coordinate())
	}
	c.Requirements = b.requirements()
	return c
}

// requirements lists the catalogue rows that the selection touches.
func (b *bench) requirements() []reports.Requirement {
	var rows []reports.Requirement
	for _, r := range b.suite.Catalogue.Requirements {
		row := reports.Requirement{ID: r.ID, Summary: r.Summary, Level: r.Level, Service: strings.ToUpper(r.Service)}
		for _, c := range b.selected {
			if slices.Contains(c.Requirements, r.ID) {
				row.Cases = append(row.Cases, c.Coordinate())
			}
		}
		if len(row.Cases) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// filter says in words what narrowed the selection; empty for the whole suite.
func (s *runSettings) filter() string {
	var given []string
	for _, item := range []struct {
		flag   string
		values []string
	}{
		{"--cas", s.cases}, {"--service", s.services}, {"--exigence", s.requirements}, {"--tags", []string{s.tags}},
	} {
		if value := strings.Join(item.values, ","); value != "" {
			given = append(given, item.flag+" "+value)
		}
	}
	return strings.Join(given, " ")
}

// dependency returns the version of a module that this binary was built with.
func dependency(path string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	return "inconnue"
}
