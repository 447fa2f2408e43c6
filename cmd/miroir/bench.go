package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

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

// options are those of a run against the driver of a GAP that speaks a version.
func (b *bench) options(pilote, version, ecart string) steps.Options {
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
		Version:   version,
		Registry:  b.suite.Registry,
		Simulator: &steps.Simulator{Client: control, Service: b.simulator.Listen},
		Driver:    &driver.Client{Base: pilote, HTTP: client},
		Data:      vocabulaire.Data(),
		Budgets:   steps.DefaultBudgets(),
		Parallel:  b.settings.parallel,
		Clock:     b.clock,
	}
}
