package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func amcSteps() []steps.Step {
	return []steps.Step{{
		ID: "amc-validite", Family: steps.Etat, Text: "une AMC dont {reponse} valent {entier} jour(s)",
		Doc: "Fixe pendant combien de jours une réponse de l'annuaire sur cette AMC peut être réutilisée, ou pendant " +
			"combien de jours après la sortie un engagement de cette AMC garantit le paiement.",
		Example: "une AMC dont les réponses d'annuaire valent 1 jour",
		Run: onInsurer(func(x *admin.AMC, a steps.Args) {
			days := a.Int(1)
			if a.Text(0) == "les engagements" {
				x.GuaranteeDays = days
				return
			}
			x.DirectoryDays = &days
		}),
	}, {
		ID: "amc-consigne", Family: steps.Etat, Text: "une AMC qui joint [à l'|à la|au] {service} la consigne {texte}",
		Doc:     "Fait porter cette consigne aux réponses de l'AMC à ce service.",
		Example: `une AMC qui joint à l'identification des droits la consigne "Demander une copie de la carte."`,
		Run: onInsurer(func(x *admin.AMC, a steps.Args) {
			x.Consignes = append(x.Consignes, admin.Consigne{Services: []string{string(a.Service(0))}, Text: a.Text(1)})
		}),
	}, {
		ID: "amc-refus", Family: steps.Etat, Text: "une AMC qui refuse [l'|la|le] {service} par le code {code}",
		Doc:     "Impose à l'AMC de répondre toujours par ce refus à ce service.",
		Example: `une AMC qui refuse le calcul par le code "P05"`,
		Run: forced(func(a steps.Args) admin.Forcing {
			return admin.Forcing{Service: string(a.Service(0)), Code: a.Text(1)}
		}),
	}, {
		ID: "amc-refus-premier", Family: steps.Etat,
		Text:    "une AMC qui refuse une première fois [l'|la|le] {service} par le code {code}",
		Doc:     "Impose à l'AMC de refuser ce service la première fois ; ensuite elle répond normalement.",
		Example: `une AMC qui refuse une première fois le calcul par le code "G01"`,
		Run: forced(func(a steps.Args) admin.Forcing {
			return admin.Forcing{Service: string(a.Service(0)), Code: a.Text(1), Times: 1}
		}),
	}, {
		ID: "amc-refus-libelle", Family: steps.Etat,
		Text:    "une AMC qui refuse [l'|la|le] {service} par le code {code} de libellé {texte}",
		Doc:     "Impose à l'AMC un refus dont le code et le libellé peuvent n'être dans aucun catalogue.",
		Example: `une AMC qui refuse le calcul par le code "Z99" de libellé "Motif propre à cette AMC."`,
		Run: forced(func(a steps.Args) admin.Forcing {
			return admin.Forcing{Service: string(a.Service(0)), Code: a.Text(1), Label: a.Text(2)}
		}),
	}, {
		ID: "amc-incoherente", Family: steps.Etat, Text: "une AMC qui engage {incoherence}",
		Doc: "Fait répondre au calcul un montant d'AMC supérieur à celui que la GAP a demandé, un total qui n'est " +
			"pas la somme des lignes, ou une ligne que la demande ne portait pas.",
		Example: "une AMC qui engage plus que le montant demandé",
		Run: forced(func(a steps.Args) admin.Forcing {
			return admin.Forcing{Service: string(roc.CLC), Incoherence: incoherences[a.Text(0)]}
		}),
	}}
}

// incoherences are the words of a world's file for what a faulty AMC answers.
var incoherences = map[string]string{
	"plus que le montant demandé":                 "montant_superieur",
	"un total qui diffère de la somme des lignes": "somme_fausse",
	"une ligne que personne n'a demandée":         "ligne_inconnue",
}

// onInsurer runs a state that changes the manners of the insurer named by the attestation.
func onInsurer(change func(*admin.AMC, steps.Args)) run {
	return func(_ context.Context, s *steps.Scene, a steps.Args) error {
		w, number := s.World(), s.Context().Card.AMCNumber
		var known []string
		for i := range w.AMCs {
			if x := &w.AMCs[i]; x.Number == number {
				change(x, a)
				return nil
			}
			known = append(known, w.AMCs[i].Number)
		}
		return unknown("numéro d'AMC", number, known)
	}
}

func forced(forcing func(steps.Args) admin.Forcing) run {
	return func(ctx context.Context, s *steps.Scene, a steps.Args) error { return s.Force(ctx, forcing(a)) }
}
