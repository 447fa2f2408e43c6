package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func delSteps() []steps.Step {
	return []steps.Step{
		obligation("del-n-fois", "del-nombre", "la GAP doit annuler {entier} fois",
			"Compte les annulations reçues pendant le cas.", "la GAP doit annuler 1 fois", times(roc.DEL)),
		obligation("del-cible", "del-cible", "la GAP doit viser l'engagement obtenu",
			"Vérifie que chaque annulation porte le numéro que l'AMC a donné au premier calcul.",
			"la GAP doit viser l'engagement obtenu", targetsFirst),
		obligation("del-cible-numero", "del-cible-numero", "la GAP doit viser l'engagement {texte}",
			"Lit le numéro d'engagement de la dernière annulation.",
			`la GAP doit viser l'engagement "ENG-99000001-INCONNU"`, sends(roc.DEL, "idCLC")),
	}
}

func targetsFirst(ctx context.Context, s *steps.Scene, _ steps.Args) error {
	clc, ok, err := nth(ctx, s, roc.CLC, 0)
	if err != nil {
		return err
	}
	cancellations, err := of(ctx, s, roc.DEL)
	if err != nil {
		return err
	}
	if !ok || len(cancellations) == 0 {
		s.Unseen("une annulation de l'engagement obtenu")
		return nil
	}
	want := reply(clc).text("idCLC")
	for _, x := range cancellations {
		got := request(x).text("idCLC")
		s.Verify(got == want && want != "", quoted(want), quoted(got), wire(x, "idCLC"))
	}
	return nil
}

// recommendedSteps are the obligations whose miss is a reserve.
func recommendedSteps() []steps.Step {
	return []steps.Step{
		obligation("annuaire-n-fois-devrait", "annuaire-nombre", "la GAP devrait interroger l'annuaire {entier} fois",
			"Compte les consultations de l'annuaire reçues pendant le cas.",
			"la GAP devrait interroger l'annuaire 1 fois", times(roc.ANN)),
		obligation("idb-n-fois-devrait", "idb-nombre", "la GAP devrait identifier les droits {entier} fois",
			"Compte les identifications des droits reçues pendant le cas.",
			"la GAP devrait identifier les droits 2 fois", times(roc.IDB)),
		obligation("clc-n-fois-devrait", "clc-nombre", "la GAP devrait calculer {entier} fois",
			"Compte les calculs reçus pendant le cas.", "la GAP devrait calculer 1 fois", times(roc.CLC)),
		obligation("sim-absente-devrait", "sim-absente", "la GAP ne devrait pas simuler",
			"Vérifie qu'aucune simulation n'est arrivée, d'une GAP qui a envoyé autre chose.",
			"la GAP ne devrait pas simuler", never(roc.SIM)),
		obligation("attestation-depassee", "attestation-depassee", "la GAP devrait signaler une attestation dépassée",
			"Regarde si le dossier signale que la période imprimée est passée.",
			"la GAP devrait signaler une attestation dépassée", expiredCard),
	}
}
