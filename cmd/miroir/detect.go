package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement"
)

// detect runs the suite against the honest GAP, then against each deviation, and stores how many
// were caught in the campaign of the honest one. A survivor voids it: the suite passes a broken GAP.
func (b *bench) detect(ctx context.Context) (*reports.Campaign, error) {
	c, err := b.play(ctx, "", true)
	if err != nil {
		return nil, err
	}
	sound := soundIn(c)
	c.Detection = &reports.Detection{}
	for _, e := range etablissement.Ecarts() {
		bent, err := b.play(ctx, e.ID, false)
		if ctx.Err() != nil { // a deviation that was not tried to the end has not survived
			c.Interrupted = true
			break
		}
		if err != nil {
			return nil, fmt.Errorf("deviation %s: %w", e.ID, err)
		}
		d := deviation(e, bent, sound)
		c.Detection.Total++
		if d.Detected {
			c.Detection.Detected++
		} else {
			c.Integrity = append(c.Integrity,
				fmt.Sprintf("l'écart « %s » a survécu : la suite laisse passer une GAP fautive", e.ID))
		}
		c.Detection.Deviations = append(c.Detection.Deviations, d)
		fmt.Fprintln(b.out, describe(d))
	}
	reports.Judge(c)
	return c, nil
}

// soundIn lists the cases that a campaign found conforme, without a reserve.
func soundIn(c *reports.Campaign) map[string]bool {
	found := map[string]bool{}
	for _, r := range c.Results {
		found[r.Coordinate] = r.Verdict == reports.Conforme && !reserved(r)
	}
	return found
}

func reserved(r reports.Result) bool {
	return slices.ContainsFunc(r.Checks, func(k reports.Check) bool { return k.Outcome == reports.Reserve })
}

// deviation says what a run against a bent GAP showed. Only a case that the honest GAP passes can
// catch a deviation; the cases of the requirement that it violates come first. Where that is a
// recommendation, its cases catch it by a reserve: they have no other word.
func deviation(e etablissement.Ecart, c *reports.Campaign, sound map[string]bool) reports.Deviation {
	d := reports.Deviation{ID: e.ID, Requirement: e.Requirement, Summary: e.Summary}
	var others []string
	for _, r := range c.Results {
		failed := r.Verdict == reports.NonConforme
		switch {
		case !sound[r.Coordinate] || !failed && !reserved(r):
		case slices.Contains(r.Requirements, e.Requirement):
			d.By, d.Exact = append(d.By, r.Coordinate), true
		case failed:
			others = append(others, r.Coordinate)
		}
	}
	d.By = append(d.By, others...)
	d.Detected = len(d.By) > 0
	return d
}

func describe(d reports.Deviation) string {
	switch {
	case !d.Detected:
		return fmt.Sprintf("écart %-40s SURVIT (%s)", d.ID, d.Requirement)
	case !d.Exact:
		return fmt.Sprintf("écart %-40s détecté par %s, non par un cas de %s", d.ID, d.By[0], d.Requirement)
	}
	return fmt.Sprintf("écart %-40s détecté par %s (%s)", d.ID, d.By[0], d.Requirement)
}
