package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/steps"
	"github.com/roc-miroir/miroir/steps/gherkin"
	"github.com/roc-miroir/miroir/steps/suite"
)

// everyEcart is the value of --ecart that runs the suite against each deviation in turn.
const everyEcart = "tous"

// everyVersion is the value of --version that plays them all.
const everyVersion = "all"

// A runSettings holds the flags of `miroir run`.
type runSettings struct {
	out, binding, ecart, pilote, features, lang, runID string
	listen, adminListen                                string
	versions, cases, services, requirements            []string
	tags                                               string
	parallel                                           int
	seed                                               int64
}

func newRun() *cobra.Command {
	var s runSettings
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Run the conformance suite against a GAP and write the reports",
		Long: `Run starts a simulator, plays the cases of the suite in a GAP through its driver, judges what the
simulator saw, and writes the reports.

Without --pilote the GAP is the reference one, started as a process of its own for each version of
the norme. A case that holds in both versions gives a result for each: ROC-IDB-001@v1, ROC-IDB-001@v2.

` + exitCodes,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&s.out, "out", "out", "folder of the reports")
	f.StringVar(&s.binding, "binding", "soap", "how the reference GAP talks: soap, soap12 or json")
	f.StringVar(&s.ecart, "ecart", "",
		"deviation of the reference GAP (listed by miroir gap --list-ecarts), or \"tous\" for each in turn")
	f.StringVar(&s.pilote, "pilote", "", "base URL of the driver of the GAP under test, such as http://127.0.0.1:9000")
	f.StringVar(&s.features, "features", "", "folder of feature files; the suite of this binary by default")
	f.StringSliceVar(&s.versions, "version", []string{"v1"}, "versions of the norme: v1, v2 or all")
	f.StringSliceVar(&s.cases, "cas", nil, "only these cases: ROC-IDB-007 or ROC-IDB-007@v1/premier")
	f.StringSliceVar(&s.services, "service", nil, "only these services: ANN, IDB, SIM, CLC, DEL")
	f.StringSliceVar(&s.requirements, "exigence", nil, "only the cases of these requirements: EXG-IDB-0007")
	f.StringVar(&s.tags, "tags", "", "only the cases that a tag expression chooses: \"@erreur and not @limite\"")
	f.StringVar(&s.lang, "lang", "fr", "language of the reports: fr or en")
	f.StringVar(&s.listen, "listen", "127.0.0.1:0", "address of the simulator that the GAP calls")
	f.StringVar(&s.adminListen, "admin-listen", "127.0.0.1:0", "address of the simulator's control port")
	f.StringVar(&s.runID, "run-id", "",
		"name of the run: letters, digits and dashes; made of the date and hour by default")
	f.IntVar(&s.parallel, "parallel", 4, "cases played at once; a driver may ask for fewer")
	f.Int64Var(&s.seed, "seed", 1, "seed of the reference GAP's identifiers")
	return cmd
}

func (s *runSettings) run(cmd *cobra.Command) error {
	if err := s.check(); err != nil {
		return fail(exitUsage, err)
	}
	loaded, err := suite.Load(s.features)
	if err != nil {
		return fail(exitUsage, err)
	}
	for _, f := range loaded.Findings {
		fmt.Fprintln(cmd.ErrOrStderr(), f)
	}
	if gherkin.Blocking(loaded.Findings) {
		return fail(exitUsage, errors.New("a feature file has errors: nothing ran"))
	}
	selected, err := gherkin.Select(loaded.Cases, gherkin.Filter{
		Tags: s.tags, IDs: s.cases, Services: s.services, Versions: s.chosen(), Requirements: s.requirements,
	})
	switch {
	case errors.Is(err, gherkin.ErrNothingSelected):
		return fail(exitEmpty, err)
	case err != nil:
		return fail(exitUsage, err)
	}
	b := &bench{settings: s, suite: loaded, selected: selected, out: cmd.OutOrStdout(), logs: cmd.ErrOrStderr()}
	return b.conclude(b.campaign(cmd.Context()))
}

// check refuses wrong values before anything starts, all at once.
func (s *runSettings) check() error {
	var faults []error
	oneOf := func(flag, value string, valid ...string) {
		for _, v := range valid {
			if v == value {
				return
			}
		}
		faults = append(faults, fmt.Errorf("--%s %q: want %s", flag, value, strings.Join(valid, " or ")))
	}
	for _, v := range s.versions {
		oneOf("version", v, "v1", "v2", everyVersion)
	}
	oneOf("binding", s.binding, "soap", "soap12", "json")
	oneOf("lang", s.lang, "fr", "en")
	if s.parallel < 1 {
		faults = append(faults, fmt.Errorf("--parallel %d: want at least 1", s.parallel))
	}
	if s.pilote != "" {
		faults = append(faults, checkBase("pilote", s.pilote))
	}
	if s.ecart != "" && s.pilote != "" {
		faults = append(faults, errors.New("--ecart bends the reference GAP; it does not go with --pilote"))
	}
	if s.ecart != "" && s.ecart != everyEcart {
		_, err := etablissement.EcartByID(s.ecart)
		faults = append(faults, err)
	}
	return errors.Join(faults...)
}

// chosen lists the versions to play, once each, in their order.
func (s *runSettings) chosen() []string {
	if slices.Contains(s.versions, everyVersion) {
		return []string{"v1", "v2"}
	}
	return slices.Compact(slices.Sorted(slices.Values(s.versions)))
}

// conclude prints the summary and turns the claim into an exit code.
func (b *bench) conclude(c *reports.Campaign, err error) error {
	var unready *steps.Unready
	switch {
	case errors.As(err, &unready):
		fmt.Fprintln(b.logs, "Aucun verdict : la vérification préalable a échoué.")
		return fail(exitBench, err)
	case err != nil:
		return fail(exitBench, err)
	}
	paths, err := reports.Write(b.settings.out, c, reports.Options{Lang: b.settings.lang})
	if err != nil {
		return fail(exitBench, err)
	}
	if err := reports.Summary(b.out, c, b.settings.lang, paths...); err != nil {
		return fail(exitBench, err)
	}
	if c.Footer.ExitCode != 0 {
		return fail(c.Footer.ExitCode, nil)
	}
	return nil
}

// campaign runs what the settings ask for.
func (b *bench) campaign(ctx context.Context) (*reports.Campaign, error) {
	if err := b.start(ctx); err != nil {
		return nil, errors.Join(err, b.stop())
	}
	c, err := b.judged(ctx)
	return c, errors.Join(err, b.stop())
}

func (b *bench) judged(ctx context.Context) (*reports.Campaign, error) {
	if b.settings.ecart == everyEcart {
		return b.detect(ctx)
	}
	return b.play(ctx, b.settings.ecart, true, b.settings.chosen()...)
}
