package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// NoExchange is the tag of the cases that are proven without any request of the GAP, such as a
// local block: they need another sign of life.
const NoExchange = "@sans-echange"

// judging marks the moment at which obligations start to be judged: what the GAP sends later
// arrives too late to have been seen.
func (s *Scene) judging(ctx context.Context) error {
	if s.family != Obligation || s.judged >= 0 || !s.started {
		return nil
	}
	seen, err := s.refresh(ctx)
	s.judged = len(seen)
	return err
}

// conclude closes the case with the driver and applies the rules that no step can apply: a case
// is conforme only if it has seen the GAP act and has checked all that it announced.
func (s *Scene) conclude(ctx context.Context, halted bool) {
	if s.started && !s.lost() {
		finished := s.close(ctx)
		if s.judged >= 0 && s.claimed && !s.lost() {
			s.checkLife(ctx, finished)
		}
	}
	if len(s.reasons) == 0 && !s.claimed {
		s.suiteFault("le cas n'a rien demandé à la GAP: il ne prouve rien")
	}
	if s.started && s.settled != s.snapshot() {
		s.suiteFault("une étape a changé le monde ou le contexte après le premier stimulus")
	}
	if missing := s.checks.missing(); len(missing) > 0 && !halted && len(s.reasons) == 0 {
		s.suiteFault("vérifications annoncées et jamais émises : %s", strings.Join(missing, ", "))
	}
	all, mandatory := s.checks.emitted()
	optional := s.played.Level == reports.Recommande || s.played.Level == reports.Information
	if len(s.reasons) == 0 && (all == 0 || mandatory == 0 && !optional) {
		s.suiteFault("le cas n'a émis aucune vérification qui oblige la GAP")
	}
}

// lost reports whether there is nobody left to ask: the driver or the simulator broke, or the run
// was interrupted.
func (s *Scene) lost() bool {
	for _, r := range s.reasons {
		if r.verdict == reports.NonExecute ||
			r.verdict == reports.Erreur && (r.origin == reports.OriginPilote || r.origin == reports.OriginSimulateur) {
			return true
		}
	}
	return false
}

// close tells the driver that the case is over and takes a last look at the journal.
func (s *Scene) close(ctx context.Context) (finished bool) {
	reply, err := s.ask(ctx, pilote.Terminer, pilote.Demand{})
	if err != nil {
		return false
	}
	if _, err := s.refresh(ctx); err != nil {
		return false
	}
	return reply.Status == pilote.Fait
}

// checkLife looks for the GAP behind the verdict: exchanges where the case awaits some, another
// sign of life where it awaits none, and silence once judging has begun.
func (s *Scene) checkLife(ctx context.Context, finished bool) {
	silent := s.played.Has(NoExchange)
	late := len(s.exchanges) - s.judged
	switch {
	case late > 0 && silent:
		s.fail("silence", "la GAP ne doit plus rien envoyer", "aucun échange après l'action",
			fmt.Sprintf("%d échange(s) après l'action, dont %s", late, s.exchanges[s.judged].Service))
	case late > 0:
		s.blame(reports.NonConcluant, reports.OriginPilote,
			"la GAP envoyait encore alors que le pilote disait l'action achevée : %d échange(s) trop tard", late)
	case !silent && len(s.exchanges) == 0:
		s.orphaned = true
		s.fail("echange-observe", "la GAP doit appeler le service", "au moins un échange de la GAP",
			"aucune requête n'est arrivée alors que le pilote a répondu « "+string(s.reply.Status)+" »")
	case silent && s.reply.Status != pilote.RefuseProduit:
		s.checkDossier(ctx, finished)
	}
	if s.orphaned {
		s.orphans = s.unclaimed(ctx)
	}
}

// checkDossier wants a GAP that sends nothing to show at least that it holds the case's dossier.
func (s *Scene) checkDossier(ctx context.Context, finished bool) {
	if !finished {
		s.blame(reports.NonConcluant, reports.OriginPilote,
			"le pilote n'a pas confirmé que la GAP n'enverra plus rien : son silence ne prouve rien")
		return
	}
	facts, err := s.Facts(ctx)
	if err == nil && facts.NDA != s.context.Patient.NDA {
		s.blame(reports.NonConcluant, reports.OriginPilote,
			"la GAP ne montre pas le dossier du cas (NDA %q attendu, %q lu) : son silence ne prouve rien",
			s.context.Patient.NDA, facts.NDA)
	}
}

// fail records a failure that the engine found by itself, with the check that shows it.
func (s *Scene) fail(slug, text, expected, observed string) {
	i := s.checks.announce(slug, text, true)
	s.checks.emit(i, false, expected, observed, "journal des échanges du cas")
	s.blame(reports.NonConforme, reports.OriginGAP, "%s — %s", text, missed(s.checks.checks[i]))
}
