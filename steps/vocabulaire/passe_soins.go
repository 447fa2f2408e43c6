package vocabulaire

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// pastCareSteps are what the agent recorded of the care, and of what the AMO says of it.
func pastCareSteps() []steps.Step {
	return []steps.Step{
		past("service-demande", "[une|un|une consultation de l'] {service} demandé(e) par l'agent",
			"L'agent a demandé à la GAP de consulter l'annuaire, d'identifier les droits, de simuler le séjour, de "+
				"calculer la part AMC ou d'annuler l'engagement en cours.",
			"une consultation de l'annuaire demandée par l'agent", onServices(map[roc.Service]run{
				roc.ANN: doing(pilote.ConsulterAnnuaire), roc.IDB: doing(pilote.IdentifierDroits),
				roc.SIM: doing(pilote.Simuler), roc.CLC: doing(pilote.Calculer), roc.DEL: doing(pilote.Annuler),
			})),
		past("confort", "{confort} à {montant} par jour pendant {entier} jours",
			"L'agent a enregistré, à partir de l'entrée, une chambre particulière, un lit ou un repas d'accompagnant, "+
				"ou une télévision.",
			"une chambre particulière à 60,00 € par jour pendant 5 jours", comfort),
		past("soin", "{soin} {code} de {montant} réalisé(e) le {date}",
			"L'agent a enregistré un acte technique médical (CCAM), un acte dentaire, une consultation ou un forfait, "+
				"et son tarif, qui est aussi la base de remboursement ; un séjour l'inclut. Taux de l'AMO : 70 % pour "+
				"une consultation et pour un acte en consultation externe, 60 % pour un acte dentaire, 80 % pour un "+
				"acte en séjour ou aux urgences, et pour un forfait.",
			`un acte "HHFA016" de 205,00 € réalisé le 03/06/2025`, care),
		past("jour", "une GAP arrivée au {date}",
			"Les jours ont passé jusqu'à celui-là, pour la GAP comme pour les AMC.",
			"une GAP arrivée au 22/06/2025", func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				return advance(ctx, s, onDay(s, a.Date(0), admission-time.Hour))
			}),
		past("sortie", "un patient {issue} le {date}",
			"Le jour venu, l'agent a enregistré le retour du patient à domicile, son transfert vers un autre "+
				"établissement, son décès, ou son départ des urgences avant les soins.",
			"un patient sorti à domicile le 07/06/2025", marking(exitKey, leave)),
		past("amo-ald", "une ALD reconnue par l'AMO",
			"L'agent a enregistré que l'AMO prend en charge ces soins au titre d'une affection de longue durée.",
			"une ALD reconnue par l'AMO", func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
				return act(ctx, s, pilote.ModifierAMO, pilote.Parameters{AMO: &pilote.AMO{ExoCode: "4"}})
			}),
	}
}

// comforts are the prestation codes of what a stay may add; the AMO pays nothing of it.
var comforts = map[string]string{
	"une chambre particulière": "CHP", "un lit d'accompagnant": "LIT", "un repas d'accompagnant": "REP",
	"une télévision": "TV",
}

func comfort(ctx context.Context, s *steps.Scene, a steps.Args) error {
	entry, err := entryDay(s)
	if err != nil {
		return err
	}
	return act(ctx, s, pilote.AjouterPrestation, pilote.Parameters{Prestation: &pilote.Prestation{
		Code: comforts[a.Text(0)], From: entry.String(), To: entry.AddDays(a.Int(2) - 1).String(),
		Quantity: a.Int(2), UnitPrice: a.Amount(1).String(),
	}})
}

// care records something that the AMO pays in part. Acts are named by their CCAM code, the rest by
// the code of the prestation.
func care(ctx context.Context, s *steps.Scene, a steps.Args) error {
	p := pilote.Prestation{
		Code: a.Text(1), From: a.Date(3).String(), To: a.Date(3).String(), Quantity: 1,
		UnitPrice: a.Amount(2).String(), Base: a.Amount(2).String(), Rate: 80,
	}
	switch a.Text(0) {
	case "un acte":
		p.Code, p.ActCode = "ADC", a.Text(1)
		if s.Context().Venue.Kind == "ACE" {
			p.Rate = 70
		}
	case "un acte dentaire":
		p.Code, p.ActCode, p.Rate = "SDE", a.Text(1), 60
	case "une consultation":
		p.Rate = 70
	}
	return act(ctx, s, pilote.AjouterPrestation, pilote.Parameters{Prestation: &p})
}

var exitModes = map[string]string{
	"sorti à domicile": "DOMICILE", "transféré": "TRANSFERT", "décédé": "DECES", "parti avant les soins": "SANS_SOINS",
}

// leave lets time go to the day of the exit, then has the agent record it, at the hour that was
// planned for that day where there is one.
func leave(ctx context.Context, s *steps.Scene, a steps.Args) error {
	if err := advance(ctx, s, onDay(s, a.Date(1), office)); err != nil {
		return err
	}
	exit := pilote.Exit{At: clock(onDay(s, a.Date(1), departure)), Mode: exitModes[a.Text(0)]}
	if planned := s.Context().Venue.PlannedExit; strings.HasPrefix(planned, a.Date(1).String()) {
		exit.At = planned
	}
	if err := act(ctx, s, pilote.SaisirSortie, pilote.Parameters{Exit: &exit}); err != nil {
		return err
	}
	s.Remember(exitRefusedKey, s.LastReply().Status == pilote.RefuseProduit)
	return nil
}

// entryDay is the first day of the venue.
func entryDay(s *steps.Scene) (roc.Date, error) {
	day, _, _ := strings.Cut(s.Context().Venue.Entry, "T")
	entry, err := roc.ParseDate(day)
	if err != nil {
		return roc.Date{}, fmt.Errorf("le cas n'a pas de date d'entrée : %w", err)
	}
	return entry, nil
}
