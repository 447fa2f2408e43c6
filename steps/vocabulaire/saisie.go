package vocabulaire

import (
	"context"
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

// captureSteps look at the attestation as the GAP took it.
func captureSteps() []steps.Step {
	return []steps.Step{
		obligation("amc-retenue", "amc-retenue", "la GAP doit retenir le numéro d'AMC {code}",
			"Lit le numéro d'AMC de l'attestation enregistrée.", `la GAP doit retenir le numéro d'AMC "0099000002"`,
			onCapture(func(c pilote.Capture) string { return c.Card.AMCNumber })),
		obligation("adherent-retenu", "adherent-retenu", "la GAP doit retenir le numéro d'adhérent {texte}",
			"Lit le numéro d'adhérent de l'attestation enregistrée.",
			`la GAP doit retenir le numéro d'adhérent "00012340"`,
			onCapture(func(c pilote.Capture) string { return c.Card.MemberNumber })),
		obligation("saisie-proposee", "saisie-proposee", "la GAP doit proposer la saisie de l'attestation",
			"Cherche la proposition de saisie dans ce que la GAP a montré.",
			"la GAP doit proposer la saisie de l'attestation",
			func(_ context.Context, s *steps.Scene, _ steps.Args) error {
				ok := slices.ContainsFunc(shown(s), func(f *pilote.Facts) bool { return f.Capture.Offered == "SAISIE" })
				s.Verify(ok, "la saisie proposée", yesNo(ok, "proposée", "jamais proposée"), dossier)
				return nil
			}),
		obligation("lecture-sans-reste", "rien-de-partiel",
			"la GAP ne doit pas enregistrer d'attestation à la lecture du DataMatrix",
			"Regarde l'attestation enregistrée aussitôt après la lecture.",
			"la GAP ne doit pas enregistrer d'attestation à la lecture du DataMatrix", nothingCaptured),
		obligation("attestation-depassee", "attestation-depassee", "la GAP devrait signaler une attestation dépassée",
			"Regarde si le dossier signale que la période imprimée est passée.",
			"la GAP devrait signaler une attestation dépassée",
			shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
				s.Verify(f.Capture.Expired, "attestation signalée dépassée",
					yesNo(f.Capture.Expired, "signalée dépassée", "rien de signalé"), dossier)
			})),
		obligation("lecture-choix", "choix-propose",
			"la GAP devrait faire choisir l'agent entre le DataMatrix et le texte imprimé",
			"Regarde, aussitôt après la lecture, si rien n'est enregistré et si la GAP propose une suite à l'agent.",
			"la GAP devrait faire choisir l'agent entre le DataMatrix et le texte imprimé", choiceOffered),
		obligation("lecture-choix-trace", "choix-trace", "la GAP devrait garder trace du choix de l'agent",
			"Compare la trace du dossier après la lecture avec celle qui suit le geste suivant de l'agent.",
			"la GAP devrait garder trace du choix de l'agent", choiceTraced),
	}
}

func onCapture(value func(pilote.Capture) string) run {
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		got := value(f.Capture)
		s.Verify(got == a.Text(0), quoted(a.Text(0)), quoted(got), dossier)
	})
}

func nothingCaptured(_ context.Context, s *steps.Scene, _ steps.Args) error {
	place, ok := s.Memo(readKey).(int)
	if !ok || place >= len(shown(s)) {
		s.Unseen("le dossier tel que la GAP le montre après la lecture")
		return nil
	}
	c := shown(s)[place].Capture
	s.Verify(c.Mode == "" && c.Card == (pilote.Card{}), "aucune attestation enregistrée",
		yesNo(c.Mode == "" && c.Card == (pilote.Card{}), "aucune", "une attestation, de mode "+quoted(c.Mode)), dossier)
	return nil
}

// choiceOffered wants nothing to be saved by the reading itself, and something to be proposed.
func choiceOffered(_ context.Context, s *steps.Scene, _ steps.Args) error {
	place, ok := s.Memo(readKey).(int)
	if !ok || place >= len(shown(s)) {
		s.Unseen("le dossier tel que la GAP le montre après la lecture")
		return nil
	}
	c := shown(s)[place].Capture
	s.Verify(c.Mode == "" && c.Offered != "", "rien d'enregistré, et une proposition",
		"mode "+quoted(c.Mode)+", proposition "+quoted(c.Offered), dossier)
	return nil
}

func choiceTraced(_ context.Context, s *steps.Scene, _ steps.Args) error {
	place, read := s.Memo(readKey).(int)
	if !read { // the choice is the last gesture
		place = len(shown(s)) - 2
	}
	if place < 0 || place+1 >= len(shown(s)) {
		s.Unseen("le dossier tel que la GAP le montre après le choix de l'agent")
		return nil
	}
	before, after := len(shown(s)[place].Audit), len(shown(s)[place+1].Audit)
	s.Verify(after > before, "une ligne de plus dans la trace", fmt.Sprintf("%d ligne(s), puis %d", before, after),
		dossier)
	return nil
}
