package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement"
)

// detect runs the suite against the honest GAP, then against each deviation in the versions where it
// means something, and stores how many were caught in the campaign of the honest one. A survivor voids
// it: the suite passes a broken GAP.
func (b *bench) detect(ctx context.Context) (*reports.Campaign, error) {
	c, err := b.play(ctx, "", true, b.settings.chosen()...)
	if err != nil {
		return nil, err
	}
	sound := soundIn(c)
	c.Detection = &reports.Detection{}
	for _, e := range etablissement.Ecarts() {
		for _, version := range b.versionsOf(e) {
			if err := b.try(ctx, c, e, version, sound); err != nil {
				return nil, err
			}
			if c.Interrupted {
				reports.Judge(c)
				return c, nil
			}
		}
	}
	reports.Judge(c)
	return c, nil
}

// versionsOf lists the versions played in which a deviation means something: those in which the
// requirement that it violates holds.
func (b *bench) versionsOf(e etablissement.Ecart) []string {
	requirement := b.suite.Catalogue.ByID(e.Requirement)
	return slices.DeleteFunc(b.settings.chosen(), func(version string) bool {
		return requirement == nil || !requirement.Applies(version) || len(casesOf(b.selected, version)) == 0
	})
}

// try runs the suite against a bent GAP that speaks a version and adds what that showed. A deviation
// that was not tried to the end has not survived.
func (b *bench) try(
	ctx context.Context, c *reports.Campaign, e etablissement.Ecart, version string, sound map[string]bool,
) error {
	bent, err := b.play(ctx, e.ID, false, version)
	if ctx.Err() != nil {
		c.Interrupted = true
		return nil
	}
	if err != nil {
		return fmt.Errorf("deviation %s in %s: %w", e.ID, version, err)
	}
	d := deviation(e, bent, sound)
	d.Version = version
	c.Detection.Total++
	if d.Detected {
		c.Detection.Detected++
	} else {
		c.Integrity = append(c.Integrity,
			fmt.Sprintf("l'écart « %s » a survécu en %s : la suite laisse passer une GAP fautive", e.ID, d.Norme()))
	}
	c.Detection.Deviations = append(c.Detection.Deviations, d)
	fmt.Fprintln(b.out, describe(d))
	return nil
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
	name := fmt.Sprintf("écart %-40s %s", d.ID, d.Norme())
	switch {
	case !d.Detected:
		return fmt.Sprintf("%s SURVIT (%s)", name, d.Requirement)
	case !d.Exact:
		return fmt.Sprintf("%s détecté par %s, non par un cas de %s", name, d.By[0], d.Requirement)
	}
	return fmt.Sprintf("%s détecté par %s (%s)", name, d.By[0], d.Requirement)
}
