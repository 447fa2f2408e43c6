package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func delSteps() []steps.Step {
	return []steps.Step{
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
