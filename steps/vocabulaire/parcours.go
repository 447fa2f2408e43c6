package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// clinic is the geographic entity of the group that is paid as an ex-OQN establishment.
var clinic = pilote.Establishment{FinessEJ: "999000011", FinessEG: "990000200", Statut: "EPL", Mode: "EX_OQN"}

// courseSteps say where a stay takes place, what it follows, and by which version it travels.
func courseSteps() []steps.Step {
	return []steps.Step{
		{
			ID: "venue-entite", Family: steps.Etat, Text: "une prise en charge à {entite} du groupe",
			Doc: "Choisit l'entité géographique qui soigne : l'hôpital, ex-DG, ou la clinique, ex-OQN, d'un même " +
				"groupe.",
			Example: "une prise en charge à la clinique du groupe",
			Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
				if a.Text(0) == "la clinique" {
					s.Context().Establishment = clinic
				}
				return nil
			},
		},
		{
			ID: "venue-anterieure", Family: steps.Etat, Text: "un séjour antérieur du {date} au {date} dans {lieu}",
			Doc: "Le patient sort d'un séjour de médecine : du même groupe, l'hôpital le sait ; d'un autre groupe, " +
				"l'AMC seule le sait, pour s'y être engagée.",
			Example: "un séjour antérieur du 02/06/2025 au 12/06/2025 dans le même groupe",
			Run: func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				if a.Text(2) == "un autre groupe" {
					return engagedElsewhere(ctx, s, a.Date(0), a.Date(1))
				}
				e := pilote.EarlierStay{Entry: a.Date(0).String(), Exit: a.Date(1).String()}
				s.Context().Venue.Before = append(s.Context().Venue.Before, e)
				return nil
			},
		},
		past("permission", "une permission du {date} au {date}",
			"L'agent a enregistré des journées entières hors d'un séjour de réadaptation ou de psychiatrie.",
			"une permission du 07/06/2025 au 08/06/2025",
			func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				return act(ctx, s, pilote.SaisirPermission, pilote.Parameters{
					Leave: &pilote.Leave{From: a.Date(0).String(), To: a.Date(1).String()}})
			}),
		obligation("norme-employee", "norme-employee",
			"la GAP doit adresser [l'|le] {service} dans la norme {code}",
			"Lit la version de la norme de la dernière demande : celle de son adresse et celle de son en-tête.",
			`la GAP doit adresser le calcul dans la norme "V1"`,
			onServices(map[roc.Service]run{roc.IDB: speaks(roc.IDB), roc.CLC: speaks(roc.CLC)})),
		obligation("mode-transmis", "mode-transmis", "la GAP devrait transmettre [à l'|au] {service} le mode {code}",
			"Lit le mode de financement de la dernière identification des droits ou du dernier calcul.",
			`la GAP devrait transmettre à l'identification des droits le mode "EX_OQN"`,
			onServices(map[roc.Service]run{
				roc.IDB: sends(roc.IDB, "modeFinancement"), roc.CLC: sends(roc.CLC, "etablissement.mode")})),
	}
}

// speaks wants the last request of a service to be of a version of the norme.
func speaks(svc roc.Service) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		s.Verify(x.Version == a.Text(1), quoted(a.Text(1)), quoted(x.Version), wire(x, "adresse appelée"))
		stated := request(x).text("entete.versionNorme")
		s.Verify(stated == a.Text(1), quoted(a.Text(1)), quoted(stated), wire(x, "entete.versionNorme"))
		return nil
	})
}
