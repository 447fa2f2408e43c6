package main

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A stage is a GAP that speaks one version, and the cases of that version.
type stage struct {
	runner *steps.Runner
	cases  []gherkin.Case
}

// play runs the selected cases of these versions, each against a GAP that speaks it, and judges the
// campaign. Every GAP is met before the first case is played. Only a shown run keeps a journal and
// prints its progress.
func (b *bench) play(
	ctx context.Context, ecart string, shown bool, versions ...string,
) (c *reports.Campaign, err error) {
	liner, err := reports.NewLiner(b.settings.lang)
	if err != nil {
		return nil, err
	}
	played := casesOf(b.selected, versions...)
	watch := &observer{out: b.out, liner: liner, total: len(played), clock: b.clock}
	var stages []stage
	for _, version := range versions {
		cases := casesOf(played, version)
		if len(cases) == 0 {
			continue
		}
		pilote, stop, failed := b.gap(ctx, version, ecart)
		if failed != nil {
			return nil, failed
		}
		defer func() { err = errors.Join(err, stop()) }()
		options := b.options(pilote, version, ecart)
		if shown {
			options.Observer = watch
		}
		runner, err := steps.Open(ctx, options)
		if err != nil {
			return nil, err
		}
		stages = append(stages, stage{runner, cases})
	}
	c = b.identity(stages[0].runner.Product(), played, ecart, b.clock())
	if !shown {
		return c, b.record(ctx, stages, c)
	}
	if watch.journal, err = reports.CreateJournal(b.settings.out, c, c.Started); err != nil {
		return nil, err
	}
	err = b.record(ctx, stages, c)
	return c, errors.Join(err, watch.fault(), watch.journal.Close(c))
}

// gap is the driver of the GAP under test, or of a reference one that is started for this version.
func (b *bench) gap(ctx context.Context, version, ecart string) (pilote string, stop func() error, err error) {
	if b.settings.pilote != "" {
		return b.settings.pilote, func() error { return nil }, nil
	}
	gap, err := start(ctx, b.trace, "gap", "--listen", "127.0.0.1:0", "--binding", b.settings.binding,
		"--seed", strconv.FormatInt(b.settings.seed, 10), "--version", version, "--ecart", ecart)
	if err != nil {
		return "", nil, err
	}
	return gap.Listen, gap.stop, nil
}

// record plays the cases and fills the campaign.
func (b *bench) record(ctx context.Context, stages []stage, c *reports.Campaign) error {
	for _, s := range stages {
		results, err := s.runner.Run(ctx, s.cases)
		if err != nil {
			return err
		}
		c.Results = append(c.Results, results...)
	}
	c.Ended = b.clock()
	c.Interrupted = ctx.Err() != nil
	reports.Judge(c)
	return nil
}

// casesOf keeps the cases of some versions, in their order.
func casesOf(cases []gherkin.Case, versions ...string) []gherkin.Case {
	var kept []gherkin.Case
	for _, c := range cases {
		if slices.Contains(versions, c.Version) {
			kept = append(kept, c)
		}
	}
	return kept
}
