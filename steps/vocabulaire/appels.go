package vocabulaire

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// callSteps count the requests that the GAP sent, whatever they hold.
func callSteps() []steps.Step {
	const services = "interroger l'annuaire, identifier les droits, simuler, calculer, annuler."
	const counts = "Compte les demandes reçues pendant le cas, refusées comprises : " + services
	const none = "Vérifie qu'aucune demande n'est arrivée, d'une GAP qui a envoyé autre chose, ni de calcul au " +
		"dossier : " + services
	return []steps.Step{
		obligation("appel-n-fois", "appel-nombre", "la GAP [doit|devrait] {appel} {entier} fois", counts,
			"la GAP doit interroger l'annuaire 2 fois", times),
		obligation("appel-recu", "appel-recu", "la GAP doit {appel} au moins une fois",
			"Cherche une demande parmi les échanges du cas : "+services,
			"la GAP doit identifier les droits au moins une fois", atLeastOnce),
		obligation("appel-absent", "appel-absent", "la GAP ne [doit|devrait] pas {appel}", none,
			"la GAP ne doit pas calculer", never),
		obligation("appel-jour-calcul", "appel-jour-calcul", "la GAP doit {appel} le jour du calcul",
			"Cherche une demande le jour du dernier calcul, et avant lui : "+services,
			"la GAP doit interroger l'annuaire le jour du calcul", onTheDayOfCalculation),
	}
}

// times wants the sentence's number of requests of its service.
func times(ctx context.Context, s *steps.Scene, a steps.Args) error {
	list, err := of(ctx, s, a.Service(0))
	if err != nil {
		return err
	}
	if len(list) == 0 {
		s.Unseen(named(a.Service(0)))
		return nil
	}
	n := a.Int(1)
	s.Verify(len(list) == n, fmt.Sprintf("%d demande(s)", n), fmt.Sprintf("%d demande(s)", len(list)), journal)
	return nil
}

// atLeastOnce wants a request of the sentence's service.
func atLeastOnce(ctx context.Context, s *steps.Scene, a steps.Args) error {
	list, err := of(ctx, s, a.Service(0))
	switch {
	case err != nil:
		return err
	case len(list) == 0:
		s.Unseen(named(a.Service(0)))
	default:
		s.Verify(true, "au moins une demande", fmt.Sprintf("%d demande(s)", len(list)), journal)
	}
	return nil
}

// never wants no request of the sentence's service, from a GAP that sent something else; nor, where
// that service is the calculation, one that the GAP prepared and could not send.
func never(ctx context.Context, s *steps.Scene, a steps.Args) error {
	all, err := s.Exchanges(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		s.Unseen("un signe de vie de la GAP : au moins un échange, sans " + named(a.Service(0)))
		return nil
	}
	list, err := of(ctx, s, a.Service(0))
	if err != nil {
		return err
	}
	s.Verify(len(list) == 0, "aucune demande", fmt.Sprintf("%d demande(s)", len(list)), journal)
	if a.Service(0) != roc.CLC {
		return nil
	}
	return shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
		n := len(f.Engagements)
		s.Verify(n == 0, "aucun calcul au dossier", fmt.Sprintf("%d calcul(s) au dossier", n), dossier)
	})(ctx, s, a)
}

// onTheDayOfCalculation wants a request of the sentence's service on the day of the last
// calculation, before it.
func onTheDayOfCalculation(ctx context.Context, s *steps.Scene, a steps.Args) error {
	clc, ok, err := s.Last(ctx, string(roc.CLC))
	if err != nil {
		return err
	}
	if !ok {
		s.Unseen(named(roc.CLC) + ", précédé le même jour de " + named(a.Service(0)))
		return nil
	}
	list, err := of(ctx, s, a.Service(0))
	if err != nil {
		return err
	}
	day, observed := roc.DateOf(clc.At), "aucune ce jour-là"
	ok = slices.ContainsFunc(list,
		func(x admin.Exchange) bool { return x.Seq < clc.Seq && roc.DateOf(x.At) == day })
	if ok {
		observed = "une au moins"
	}
	s.Verify(ok, fmt.Sprintf("%s le %s, avant l'échange %d", named(a.Service(0)), day.French(), clc.Seq), observed,
		journal)
	return nil
}
