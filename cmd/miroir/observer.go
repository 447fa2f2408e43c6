package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// An observer shows the progress of a run and keeps its journal.
type observer struct {
	out     io.Writer
	liner   *reports.Liner
	total   int
	clock   roc.Clock
	journal *reports.Journal // set once the GAP is known, before the first case

	mu   sync.Mutex
	done int
	err  error
}

// fault is the first failure to keep the journal: evidence is missing, so the run must say so.
func (o *observer) fault() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.err
}

// CaseBegins implements steps.Observer.
func (o *observer) CaseBegins(c gherkin.Case) {
	err := o.journal.Begin(c.Coordinate(), o.clock())
	o.mu.Lock()
	defer o.mu.Unlock()
	o.err = errors.Join(o.err, err)
}

// StepEnds implements steps.Observer; the result of the case holds its steps.
func (o *observer) StepEnds(gherkin.Case, reports.StepRun) {}

// CaseEnds implements steps.Observer.
func (o *observer) CaseEnds(r reports.Result) {
	err := o.journal.End(&r, o.clock())
	o.mu.Lock()
	defer o.mu.Unlock()
	o.err = errors.Join(o.err, err)
	o.done++
	fmt.Fprintf(o.out, "[%*d/%d] %s\n", len(strconv.Itoa(o.total)), o.done, o.total, o.liner.Line(&r))
}
