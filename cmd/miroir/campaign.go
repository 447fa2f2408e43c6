package main

import (
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// identity is the campaign before its first result.
func (b *bench) identity(
	product pilote.Capabilities, cases []gherkin.Case, ecart string, at time.Time,
) *reports.Campaign {
	s := b.settings
	c := &reports.Campaign{
		Schema: reports.Schema, Run: b.runID, Started: at,
		Suite: reports.Suite{
			Version: b.suite.Ledger.Suite, Digest: b.suite.Digest,
			Simulator: version, Godog: dependency("github.com/cucumber/godog"),
		},
		Product: reports.Product{Editor: product.Editor, Name: product.Product, Version: product.Version, Ecart: ecart},
		Settings: reports.Settings{
			Binding: s.binding, Versions: s.chosen(), Pilote: "http", Filter: s.filter(),
			Seed: s.seed, Parallel: s.parallel, Masked: true,
		},
	}
	for _, played := range cases {
		c.Selected = append(c.Selected, played.Coordinate())
	}
	c.Requirements = b.requirements(cases)
	return c
}

// requirements lists the catalogue rows that these cases touch.
func (b *bench) requirements(cases []gherkin.Case) []reports.Requirement {
	var rows []reports.Requirement
	for _, r := range b.suite.Catalogue.Requirements {
		row := reports.Requirement{ID: r.ID, Summary: r.Summary, Level: r.Level, Service: strings.ToUpper(r.Service)}
		for _, c := range cases {
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
