package vocabulaire

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// Hours of the day at which things happen, where a case does not say.
const (
	admission = 9 * time.Hour
	departure = 17 * time.Hour
	office    = 18 * time.Hour // the agent acts after the departures
)

// A tariff names a hospital stay in the national grid: medico-tariff discipline and tariff code; then the
// kind of stay and the domain. Source: domain notes, billing, base of the ticket modérateur.
type tariff struct{ dmt, code, kind, domain string }

var (
	medicine   = tariff{"216", "11", "HC", "MCOO"}
	surgery    = tariff{"234", "12", "HC", "MCOO"}
	ambulatory = tariff{"239", "90", "AMBULATOIRE", "MCOO"}

	disciplines = map[string]tariff{
		"médecine": medicine, "chirurgie": surgery,
		"soins médicaux et de réadaptation":      {"908", "11", "HC", "SMR"},
		"psychiatrie":                            {"921", "02", "HC", "PSY"},
		"hospitalisation de jour en psychiatrie": {"923", "02", "HDJ", "PSY"},
		"hospitalisation à domicile":             {"950", "01", "HAD", "HAD"},
	}
)

// stay is a stay as planned.
func stay(entry, exit time.Time, t tariff) pilote.Venue {
	return pilote.Venue{
		Context: string(roc.Sejour), Kind: t.kind, Domain: t.domain, DMT: t.dmt, Tariff: t.code,
		Entry: clock(at(entry, admission)), PlannedExit: clock(at(exit, departure)),
	}
}

// at is a moment of the day on which t falls.
func at(t time.Time, moment time.Duration) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location()).Add(moment)
}

// onDay is a moment of a day, in the zone of the case.
func onDay(s *steps.Scene, d roc.Date, moment time.Duration) time.Time {
	y, m, day := d.Time().Date()
	return at(time.Date(y, m, day, 0, 0, 0, 0, s.Context().Now.Location()), moment)
}

func venueSteps() []steps.Step {
	return []steps.Step{{
		ID: "venue-sejour", Family: steps.Etat, Text: "un séjour en {discipline} du {date} au {date}",
		Doc: "Prévoit une hospitalisation complète en médecine (DMT 216, tarif 11) ou en chirurgie (DMT 234, " +
			"tarif 12), un séjour de réadaptation (polyvalent), de psychiatrie (groupe 2) ou d'hospitalisation à " +
			"domicile ; la sortie est à la seconde date.",
		Example: "un séjour en médecine du 02/06/2025 au 07/06/2025",
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Context().Venue = stay(onDay(s, a.Date(1), 0), onDay(s, a.Date(2), 0), disciplines[a.Text(0)])
			return nil
		},
	}, {
		ID: "venue-sejour-heures", Family: steps.Etat,
		Text:    "un séjour en {discipline} du {date} à {heure} au {date} à {heure}",
		Doc:     "Prévoit une hospitalisation complète en médecine ou en chirurgie, et l'heure de ses deux bouts.",
		Example: "un séjour en médecine du 02/06/2025 à 22 h au 03/06/2025 à 10 h",
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			v := stay(onDay(s, a.Date(1), 0), onDay(s, a.Date(3), 0), disciplines[a.Text(0)])
			v.Entry, v.PlannedExit = clock(onDay(s, a.Date(1), a.Hour(2))), clock(onDay(s, a.Date(3), a.Hour(4)))
			s.Context().Venue = v
			return nil
		},
	}, {
		ID: "venue-jour", Family: steps.Etat, Text: "une {venue} le {date}",
		Doc: "Prévoit une consultation externe (ACE), dans le parcours de soins ou hors de lui, une chirurgie " +
			"ambulatoire (DMT 239, tarif 90), ou un passage aux urgences, générales ou gynécologiques.",
		Example: "une consultation externe le 02/06/2025",
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Context().Venue = dayVenue(a.Text(0), onDay(s, a.Date(1), 0))
			return nil
		},
	}, {
		ID: "venue-par-urgences", Family: steps.Etat, Text: "une admission par les urgences",
		Doc:     "Le séjour prévu a commencé par un passage aux urgences, le jour de l'entrée.",
		Example: "une admission par les urgences",
		Run: func(_ context.Context, s *steps.Scene, _ steps.Args) error {
			s.Context().Venue.ViaEmergency = true
			return nil
		},
	}, {
		ID: "venue-ghs", Family: steps.Etat, Text: "un ticket modérateur calculé sur un GHS de {montant}",
		Doc:     "Donne au séjour prévu un tarif de GHS, sur lequel se calcule le ticket modérateur.",
		Example: "un ticket modérateur calculé sur un GHS de 700,00 €",
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Context().Venue.GHS = a.Amount(0).String()
			return nil
		},
	}, {
		ID: "hopital-sans-demande", Family: steps.Etat, Text: "un hôpital qui ne demande pas de {nature} aux AMC",
		Doc: "L'hôpital a paramétré sa GAP pour laisser au patient ces prestations de confort : la chambre " +
			"particulière, le lit ou le repas d'accompagnant, ou la télévision ; aucune autre nature.",
		Example: "un hôpital qui ne demande pas de télévision aux AMC",
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			n := nature(a.Text(0))
			if !slices.Contains(comfortNatures, n) {
				return fmt.Errorf("« %s » n'est pas du confort, que l'hôpital peut laisser au patient : une chambre "+
					"particulière, un lit ou un repas d'accompagnant, une télévision", n)
			}
			e := &s.Context().Establishment
			e.NotAsked = append(e.NotAsked, natures[n]...)
			return nil
		},
	}}
}

// dayVenue is a venue that ends on the day on which it starts.
func dayVenue(word string, day time.Time) pilote.Venue {
	v := pilote.Venue{Context: string(roc.ACE), Kind: "ACE", Domain: "MCOO", Entry: clock(at(day, admission))}
	switch word {
	case "consultation externe hors parcours de soins":
		v.Pathway = "HORS"
	case "venue aux urgences":
		v.Kind = "URGENCE"
	case "venue aux urgences gynécologiques":
		v.Kind = "URGENCE_GYNECO"
	case "chirurgie ambulatoire":
		v = stay(day, day, ambulatory)
	}
	return v
}
