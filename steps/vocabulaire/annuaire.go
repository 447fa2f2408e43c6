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

func annuaireSteps() []steps.Step {
	return []steps.Step{
		obligation("annuaire-n-fois", "annuaire-nombre", "la GAP doit interroger l'annuaire {entier} fois",
			"Compte les consultations de l'annuaire reçues pendant le cas.",
			"la GAP doit interroger l'annuaire 2 fois", times(roc.ANN)),
		obligation("annuaire-amc", "annuaire-amc-transmise",
			"la GAP doit transmettre à l'annuaire le numéro d'AMC {code}",
			"Lit le numéro d'AMC de la dernière consultation de l'annuaire.",
			`la GAP doit transmettre à l'annuaire le numéro d'AMC "99000001"`, sends(roc.ANN, "numeroAMC")),
		obligation("annuaire-convention", "annuaire-convention-transmise",
			"la GAP doit transmettre à l'annuaire le type de convention {texte}",
			"Lit le type de convention de la dernière consultation de l'annuaire ; le texte peut être vide.",
			`la GAP doit transmettre à l'annuaire le type de convention "XA"`, sends(roc.ANN, "typeConvention")),
		obligation("csr-transmis", "csr-transmis",
			"la GAP doit transmettre [à l'|à la] {service} le critère secondaire de routage {texte}",
			"Lit le critère de la dernière demande à l'annuaire ou à l'identification des droits ; il peut être vide.",
			`la GAP doit transmettre à l'annuaire le critère secondaire de routage "C02"`,
			onServices(map[roc.Service]run{roc.ANN: sends(roc.ANN, "csr"), roc.IDB: sends(roc.IDB, "carte.csr")})),
		obligation("annuaire-jour-calcul", "annuaire-renouvele", "la GAP doit interroger l'annuaire le jour du calcul",
			"Cherche une consultation de l'annuaire le jour du dernier calcul, et avant lui.",
			"la GAP doit interroger l'annuaire le jour du calcul", sameDayAsCalculation(roc.ANN)),
		obligation("operateur-identification", "operateur-idb",
			"la GAP doit adresser la première identification des droits à l'opérateur {texte}",
			"Regarde à quelle adresse est arrivée la première identification des droits.",
			`la GAP doit adresser la première identification des droits à l'opérateur "OPA"`, reaches(roc.IDB,
				firstOf)),
		obligation("operateur-calcul", "operateur-clc", "la GAP doit adresser le calcul à l'opérateur {texte}",
			"Regarde à quelle adresse est arrivé le dernier calcul.",
			`la GAP doit adresser le calcul à l'opérateur "OPB"`, reaches(roc.CLC, lastOf)),
	}
}

// reaches wants a request of a service to have come to the address of an operator.
func reaches(svc roc.Service, choose func([]admin.Exchange) admin.Exchange) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error {
		list, err := of(ctx, s, svc)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			s.Unseen(named(svc))
			return nil
		}
		x := choose(list)
		s.Verify(x.Operator == a.Text(0), quoted(a.Text(0)), quoted(x.Operator), wire(x, "adresse appelée"))
		return nil
	}
}

// sameDayAsCalculation wants a request of a service on the day of the last calculation, before it.
func sameDayAsCalculation(svc roc.Service) run {
	return func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
		clc, ok, err := s.Last(ctx, string(roc.CLC))
		if err != nil {
			return err
		}
		if !ok {
			s.Unseen(named(roc.CLC) + ", précédé le même jour de " + named(svc))
			return nil
		}
		list, err := of(ctx, s, svc)
		if err != nil {
			return err
		}
		day, observed := roc.DateOf(clc.At), "aucune ce jour-là"
		ok = slices.ContainsFunc(list,
			func(x admin.Exchange) bool { return x.Seq < clc.Seq && roc.DateOf(x.At) == day })
		if ok {
			observed = "une au moins"
		}
		s.Verify(ok, fmt.Sprintf("%s le %s, avant l'échange %d", named(svc), day.French(), clc.Seq), observed, journal)
		return nil
	}
}

func displaySteps() []steps.Step {
	return []steps.Step{
		obligation("amc-affichee", "amc-affichee", "la GAP doit afficher l'AMC {texte}",
			"Lit le nom de l'AMC que montre le dossier.", `la GAP doit afficher l'AMC "Mutuelle Alpha"`,
			onCover(func(c pilote.CoverFacts) string { return c.AMCLabel })),
		obligation("operateur-affiche", "operateur-affiche", "la GAP doit afficher l'opérateur {texte}",
			"Lit le nom de l'opérateur que montre le dossier.", `la GAP doit afficher l'opérateur "Opérateur A"`,
			onCover(func(c pilote.CoverFacts) string { return c.OperatorLabel })),
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
		obligation("circuit", "circuit", "la GAP doit orienter le dossier vers le circuit {code}",
			"Lit le circuit du dossier : ROC, PEC (antérieur), C2S, AUCUN.",
			`la GAP doit orienter le dossier vers le circuit "PEC"`,
			shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
				s.Verify(f.Circuit == a.Text(0), quoted(a.Text(0)), quoted(f.Circuit), dossier)
			})),
		obligation("csr-propose", "csr-propose",
			"la GAP doit proposer à l'agent le critère secondaire de routage {code}",
			"Cherche le critère parmi ceux que la GAP a proposés.",
			`la GAP doit proposer à l'agent le critère secondaire de routage "C02"`,
			func(_ context.Context, s *steps.Scene, a steps.Args) error {
				var offered []string
				for _, f := range shown(s) {
					for _, c := range f.Covers {
						offered = append(offered, c.Candidates...)
					}
				}
				s.Verify(slices.Contains(offered, a.Text(0)), quoted(a.Text(0)), fmt.Sprintf("%q", offered), dossier)
				return nil
			}),
	}
}

// onCover compares what the dossier shows of its first insurer with the sentence's text.
func onCover(value func(pilote.CoverFacts) string) run {
	return shows(func(s *steps.Scene, f *pilote.Facts, a steps.Args) {
		got := ""
		if len(f.Covers) > 0 {
			got = value(f.Covers[0])
		}
		s.Verify(got == a.Text(0), quoted(a.Text(0)), quoted(got), dossier)
	})
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

func yesNo(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

func expiredCard(ctx context.Context, s *steps.Scene, a steps.Args) error {
	return shows(func(s *steps.Scene, f *pilote.Facts, _ steps.Args) {
		s.Verify(f.Capture.Expired, "attestation signalée dépassée",
			yesNo(f.Capture.Expired, "signalée dépassée", "rien de signalé"), dossier)
	})(ctx, s, a)
}
