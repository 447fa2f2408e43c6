package steps

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/driver"
)

// Do makes the agent act in the GAP and waits for the driver's answer. The first call creates the
// world and prepares the GAP. A refusal by the product is a result: see LastReply. A driver that
// cannot act makes the case non concluant; one that breaks the protocol or is late, an error.
func (s *Scene) Do(ctx context.Context, a pilote.Action, p *pilote.Parameters) error {
	if s.family == Obligation {
		return s.stop(reports.Erreur, reports.OriginSuite, "un Alors ne demande rien à la GAP: il a voulu %s", a)
	}
	if err := s.start(ctx); err != nil {
		return err
	}
	before, err := s.refresh(ctx)
	if err != nil {
		return err
	}
	s.mark, s.facts = len(before), nil
	reply, err := s.ask(ctx, pilote.Declencher, pilote.Demand{Action: a, Parameters: p})
	s.fresh = false
	if err != nil {
		return err
	}
	s.reply = reply
	switch reply.Status {
	case pilote.Fait, pilote.RefuseProduit:
		s.claimed = true
		return nil
	case pilote.EnCours:
		return s.stop(reports.NonConcluant, reports.OriginPilote,
			"le pilote dit que l'action %s est en cours, et ce banc n'attend que des actions achevées", a)
	}
	return s.stop(reports.NonConcluant, reports.OriginPilote,
		"le pilote n'a pas pu faire l'action %s (%s) : %s", a, reply.Status, said(reply))
}

// Advance moves the world's clock and tells the GAP. In an Étant donné before any stimulus, it
// sets the instant at which the case starts.
func (s *Scene) Advance(ctx context.Context, t time.Time) error {
	if !s.started && s.family == Etat {
		s.context.Now = t
		return nil
	}
	if err := s.start(ctx); err != nil {
		return err
	}
	if err := s.admin(ctx, "avancer l'horloge", func(ctx context.Context) error {
		return s.options.Simulator.SetClock(ctx, s.name, t)
	}); err != nil {
		return err
	}
	return s.Do(ctx, pilote.AvancerHorloge, &pilote.Parameters{Now: t})
}

// Force bends the answers of the payer from now on; before the first stimulus, from the start.
func (s *Scene) Force(ctx context.Context, f admin.Forcing) error {
	if !s.started {
		s.world.Forcings = append(s.world.Forcings, f)
		return nil
	}
	return s.admin(ctx, "forcer une réponse", func(ctx context.Context) error {
		return s.options.Simulator.Force(ctx, s.name, f)
	})
}

// Facts returns what the GAP shows now. They are read once between two stimuli.
func (s *Scene) Facts(ctx context.Context) (*pilote.Facts, error) {
	if s.facts != nil {
		return s.facts, nil
	}
	if err := s.start(ctx); err != nil {
		return nil, err
	}
	reply, err := s.ask(ctx, pilote.Collecter, pilote.Demand{})
	if err != nil {
		return nil, err
	}
	if reply.Status != pilote.Fait {
		return nil, s.stop(reports.NonConcluant, reports.OriginPilote,
			"le pilote n'a pas pu relire ce que montre la GAP (%s) : %s", reply.Status, said(reply))
	}
	s.facts = reply.Facts
	return s.facts, nil
}

// start creates the world and prepares the GAP, once.
func (s *Scene) start(ctx context.Context) error {
	if s.started {
		return nil
	}
	s.started = true
	s.world.Name = s.name
	s.world.Clock = admin.ClockSettings{Mode: "figee", Start: s.context.Now}
	s.context.BaseURL = s.options.Simulator.WorldURL(s.name)
	s.settled = s.snapshot()
	if err := s.admin(ctx, "créer le monde du cas", func(ctx context.Context) error {
		return s.options.Simulator.CreateWorld(ctx, *s.world)
	}); err != nil {
		return err
	}
	reply, err := s.ask(ctx, pilote.Preparer, pilote.Demand{Context: s.context})
	if err != nil {
		return err
	}
	if reply.Status != pilote.Fait {
		return s.stop(reports.NonConcluant, reports.OriginPilote,
			"le pilote n'a pas pu préparer le dossier du cas (%s) : %s", reply.Status, said(reply))
	}
	return nil
}

// snapshot writes world and context down, so that a change after the start is noticed.
func (s *Scene) snapshot() [2]string {
	world, err1 := json.Marshal(s.world)
	prepared, err2 := json.Marshal(s.context)
	if err := errors.Join(err1, err2); err != nil {
		s.suiteFault("le monde ou le contexte du cas ne s'écrit pas : %v", err)
	}
	return [2]string{string(world), string(prepared)}
}

// ask puts one demand to the driver within its budget.
func (s *Scene) ask(ctx context.Context, verb pilote.Verb, d pilote.Demand) (pilote.Reply, error) {
	d.Run, d.Case, d.Version, d.Attempt = s.options.RunID, s.played.Name(), s.played.Version, 1
	bounded, cancel := context.WithTimeout(ctx, s.options.Budgets.Driver)
	defer cancel()
	reply, err := s.options.Driver.Ask(bounded, verb, d)
	if err == nil {
		return reply, nil
	}
	if ctx.Err() != nil {
		return reply, s.expired(ctx, err)
	}
	var failed *driver.Error
	if !errors.As(err, &failed) {
		return reply, s.stop(reports.Erreur, reports.OriginBanc,
			"la demande « %s » n'a pas pu être posée : %v", verb, err)
	}
	switch failed.Kind {
	case driver.TooSlow:
		return reply, s.stop(reports.Erreur, reports.OriginPilote,
			"le pilote n'a pas répondu à « %s » dans le délai qui lui est accordé (%s)", verb, s.options.Budgets.Driver)
	case driver.Unreachable:
		return reply, s.stop(reports.Erreur, reports.OriginPilote,
			"le pilote est injoignable : « %s » : %s", verb, failed.Detail)
	}
	return reply, s.stop(reports.Erreur, reports.OriginPilote,
		"le pilote a rompu le protocole en répondant à « %s » : %s", verb, failed.Detail)
}

// said is what the driver gave as a reason.
func said(r pilote.Reply) string {
	switch {
	case r.Cause != "":
		return r.Cause
	case r.Message != "":
		return r.Message
	}
	return "sans explication"
}
