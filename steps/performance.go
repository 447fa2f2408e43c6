package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/steps/gherkin"
)

// A performance is the walk of one case through its sentences.
type performance struct {
	scene   *Scene
	lines   []line
	current int // sentence that the engine is at, -1 before the first
	halted  bool
}

// A line is one sentence: as read, as understood, and what became of it.
type line struct {
	gherkin.CaseStep
	definition *definition
	args       Args
	check      int // place in the checkbook, -1 where none
	run        reports.StepRun
	stopped    bool   // perform returned an error
	status     string // godog's word
}

// resolve understands every sentence and announces every check before anything is played.
func resolve(s *Scene) *performance {
	p := &performance{scene: s, current: -1}
	for _, step := range s.played.Steps {
		l := line{CaseStep: step, check: -1, run: reports.StepRun{
			Keyword: step.Keyword, Text: step.Text, Line: step.Line, State: reports.EtapeNonJouee,
		}}
		found := s.options.Registry.find(step.Text)
		switch {
		case len(found) != 1:
			s.suiteFault("ligne %d : %d étapes correspondent à « %s »", step.Line, len(found), step.Text)
		case found[0].Family != step.Family:
			s.suiteFault("ligne %d : « %s » s'emploie avec %s", step.Line, step.Text, found[0].Family)
		case found[0].Table != (len(step.Table) > 0):
			s.suiteFault("ligne %d : tableau absent ou de trop sous « %s »", step.Line, step.Text)
		default:
			p.understand(&l, found[0])
		}
		p.lines = append(p.lines, l)
	}
	return p
}

func (p *performance) understand(l *line, d *definition) {
	args, err := d.convert(l.Text, l.Table)
	if err != nil {
		p.scene.suiteFault("ligne %d : %v", l.Line, err)
		return
	}
	l.definition, l.args = d, args
	if d.Family == Obligation {
		l.check = p.scene.checks.announce(d.Check, l.Text, !recommends(l.Text))
	}
}

// arrive is told by godog that a sentence comes, played or not.
func (p *performance) arrive(text string) {
	p.current++
	if p.current >= len(p.lines) || p.lines[p.current].Text != text {
		_ = p.benchFault("godog lit « %s » à la place %d", text, p.current+1)
	}
}

// leave is told by godog what it thinks of the sentence at which it was.
func (p *performance) leave(status string) {
	if p.current < len(p.lines) {
		l := &p.lines[p.current]
		l.status = status
		if observer := p.scene.options.Observer; observer != nil {
			observer.StepEnds(p.scene.played, l.run)
		}
	}
}

// perform plays the sentence at which godog stands, found by godog to be of definition d.
func (p *performance) perform(ctx context.Context, d *definition) error {
	if p.current >= len(p.lines) || p.lines[p.current].definition != d {
		p.halted = true
		return p.benchFault("godog appelle l'étape %s à la place %d", d.ID, p.current+1)
	}
	l, s := &p.lines[p.current], p.scene
	bounded, cancel := context.WithTimeout(ctx, s.options.Budgets.Step)
	defer cancel()
	s.family, s.running, s.fresh = d.Family, l.check, false
	err := s.judging(bounded)
	if err == nil {
		err = call(bounded, s, l)
	}
	s.running = -1
	p.settle(l, err)
	if l.stopped {
		p.halted = true
		return err
	}
	return nil
}

// call runs a step; a panic inside it is a defect of the suite, not the end of the run.
func call(ctx context.Context, s *Scene, l *line) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = s.stop(reports.Erreur, reports.OriginSuite, "ligne %d : l'étape s'est effondrée : %v", l.Line, cause)
		}
	}()
	err = l.definition.Run(ctx, s, l.args)
	var known *stop
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case ctx.Err() != nil:
		return s.expired(ctx, err)
	}
	return s.stop(reports.Erreur, reports.OriginSuite, "ligne %d : l'étape a échoué : %v", l.Line, err)
}

// settle says what became of a sentence and draws the reasons from its check.
func (p *performance) settle(l *line, err error) {
	s := p.scene
	l.run.State = reports.EtapeFaite
	if err != nil {
		l.stopped = true
		l.run.State, l.run.Detail = reports.EtapeEchouee, err.Error()
		return
	}
	if l.check < 0 {
		return
	}
	switch check := s.checks.checks[l.check]; check.Outcome {
	case reports.NonEmise:
		l.run.State, l.run.Detail = reports.EtapeEchouee, "aucune vérification émise"
		s.suiteFault("ligne %d : l'étape « %s » n'a pas émis la vérification qu'elle annonce", l.Line, l.Text)
	case reports.Echouee:
		l.run.State, l.run.Detail = reports.EtapeEchouee, missed(check)
		s.blame(reports.NonConforme, reports.OriginGAP, "%s — %s", l.Text, missed(check))
	case reports.Reserve:
		l.run.Detail = "réserve : " + missed(check)
		s.Note("Réserve : " + l.Text + " — " + missed(check))
	}
}

func missed(c reports.Check) string {
	return fmt.Sprintf("attendu : %s ; observé : %s", c.Expected, c.Observed)
}

// crossCheck compares what godog says with what was done: the two must tell the same story.
func (p *performance) crossCheck(code int) {
	for i, l := range p.lines {
		want := "passed"
		switch {
		case l.stopped:
			want = "failed"
		case l.run.State == reports.EtapeNonJouee:
			want = "skipped"
		}
		if l.status != want {
			_ = p.benchFault("étape %d : godog dit %q, le banc dit %q", i+1, l.status, want)
		}
	}
	if (code == 0) == p.halted {
		_ = p.benchFault("godog sort avec le code %d", code)
	}
}

func (p *performance) benchFault(format string, args ...any) error {
	return p.scene.stop(reports.Erreur, reports.OriginBanc,
		"le moteur et le banc ne sont pas d'accord : "+format, args...)
}
