package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// play runs one case in its own world and returns what is known of the GAP after it.
func (r *Runner) play(ctx context.Context, c gherkin.Case) (result reports.Result) {
	begun := r.options.Clock()
	s := r.scene(c)
	p := resolve(s)
	defer func() {
		if cause := recover(); cause != nil {
			s.blame(reports.Erreur, reports.OriginBanc, "le banc s'est effondré : %v", cause)
			result = s.result(p, nil)
		}
		result.DurationMS = r.options.Clock().Sub(begun).Milliseconds()
	}()
	if !r.offers(c.Version) {
		s.blame(reports.NonConcluant, reports.OriginPilote,
			"le pilote ne déclare pas la version %s parmi celles de la GAP", c.Version)
	}
	if len(s.reasons) > 0 {
		return s.result(p, nil)
	}
	p.crossCheck(execute(ctx, p))
	s.conclude(ctx, p.halted)
	exchanges := s.evidence(ctx)
	s.forget(ctx)
	return s.result(p, exchanges)
}

// scene sets the stage of a case: its own copies of the base world and context.
func (r *Runner) scene(c gherkin.Case) *Scene {
	s := &Scene{
		options: &r.options, played: c, name: worldName(r.options.RunID, c),
		running: -1, judged: -1, checks: checkbook{caseID: c.ID}, memo: map[string]any{},
	}
	var err error
	if s.world, s.context, err = r.copyBase(); err != nil {
		s.suiteFault("le monde ou le contexte de base ne se lit pas : %v", err)
	} else {
		s.context.Version = strings.ToUpper(c.Version)
	}
	return s
}

// worldName names the world of a case: <run>-<version>-<case>, in lower case.
func worldName(run string, c gherkin.Case) string {
	return strings.ToLower(run + "-" + c.Version + "-" + strings.ReplaceAll(c.Name(), "/", "-"))
}

// evidence reads the exchanges again, masked, as the report will show them.
func (s *Scene) evidence(ctx context.Context) []admin.Exchange {
	if !s.started || s.lost() {
		return nil
	}
	var masked []admin.Exchange
	_ = s.admin(ctx, "relire le journal du cas", func(ctx context.Context) (err error) { // Noted by admin.
		masked, err = s.options.Simulator.MaskedExchanges(ctx, s.name)
		return err
	})
	return masked
}

// forget lets the GAP drop the dossier. The world stays, for whoever investigates.
func (s *Scene) forget(ctx context.Context) {
	if s.started && !s.lost() {
		_, _ = s.ask(ctx, pilote.Reinitialiser, pilote.Demand{}) // Noted by ask.
	}
}

// result writes down what is known.
func (s *Scene) result(p *performance, exchanges []admin.Exchange) reports.Result {
	c := s.played
	r := reports.Result{
		Coordinate: c.Coordinate(), Case: c.ID, Version: c.Version, Example: c.Example, Title: c.Title,
		Service: c.Service, Requirements: c.Requirements, Level: c.Level, File: c.File, Line: c.Line,
		Verdict: reports.Conforme, Checks: s.checks.checks, Orphans: s.orphans, NoExchange: c.Has(NoExchange),
	}
	for _, l := range p.lines {
		r.Steps = append(r.Steps, l.run)
	}
	decides, others := s.reasons.judge()
	if decides != nil {
		r.Verdict, r.Origin, r.Reason = decides.verdict, decides.origin, decides.reason
	}
	r.Complements, r.NextAction = append(others, s.notes...), nextAction(decides)
	for _, x := range exchanges {
		r.Exchanges = append(r.Exchanges, exchange(x))
	}
	return r
}

// exchange turns a journal entry into what the report shows.
func exchange(x admin.Exchange) reports.Exchange {
	e := reports.Exchange{
		ID: x.ID, At: x.At, Service: x.Service, Path: x.Path, Binding: x.Binding, HTTP: x.HTTP,
		Outcome: strings.TrimSpace(x.Result + " " + x.Code), Request: string(x.Request), Reply: string(x.Reply),
	}
	why := admin.Explain(x)
	for _, rule := range why.Rules {
		e.Trace = append(e.Trace, ruleText(rule))
	}
	e.Lines, e.Forced, e.Contradictions = shares(why), why.Forced, why.Faults
	if len(x.Faults) > 0 {
		var faults []string
		for _, f := range x.Faults {
			faults = append(faults, fmt.Sprintf("%s %s: %s", f.Code, f.Path, f.Label))
		}
		e.Outcome = strings.TrimSpace(e.Outcome + " " + strings.Join(faults, " ; "))
	}
	return e
}
