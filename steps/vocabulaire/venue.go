package vocabulaire

import (
	"context"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// Hours of the day at which things happen; no case depends on them.
const (
	admission = 9 * time.Hour
	departure = 17 * time.Hour
	office    = 18 * time.Hour // the agent acts after the departures
)

// A tariff names a hospital stay in the national grid: medico-tariff discipline and tariff code.
// Source: domain notes, billing, base of the ticket modérateur.
type tariff struct{ dmt, code string }

var (
	medicine   = tariff{"216", "11"}
	surgery    = tariff{"234", "12"}
	ambulatory = tariff{"239", "90"}
)

// stay is a full hospitalisation as planned.
func stay(entry, exit time.Time, t tariff) pilote.Venue {
	return pilote.Venue{
		Context: string(roc.Sejour), Kind: "HC", Domain: "MCOO", DMT: t.dmt, Tariff: t.code,
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
	return []steps.Step{
		stayStep("venue-medecine", "un séjour en médecine du {date} au {date}",
			"Prévoit une hospitalisation complète en médecine (DMT 216, tarif 11) ; la sortie est à la seconde date.",
			"un séjour en médecine du 02/06/2025 au 07/06/2025", medicine),
		stayStep("venue-chirurgie", "un séjour en chirurgie du {date} au {date}",
			"Prévoit une hospitalisation complète en chirurgie (DMT 234, tarif 12) ; la sortie est à la seconde date.",
			"un séjour en chirurgie du 02/06/2025 au 05/06/2025", surgery),
		{
			ID: "venue-ambulatoire", Family: steps.Etat, Text: "une chirurgie ambulatoire le {date}",
			Doc:     "Prévoit une chirurgie ambulatoire (DMT 239, tarif 90) : entrée et sortie le même jour.",
			Example: "une chirurgie ambulatoire le 02/06/2025",
			Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
				day := onDay(s, a.Date(0), 0)
				v := stay(day, day, ambulatory)
				v.Kind = "AMBULATOIRE"
				s.Context().Venue = v
				return nil
			},
		}, {
			ID: "venue-consultation", Family: steps.Etat, Text: "une consultation externe le {date}",
			Doc:     "Prévoit une consultation externe (ACE).",
			Example: "une consultation externe le 02/06/2025",
			Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
				s.Context().Venue = pilote.Venue{
					Context: string(roc.ACE), Kind: "ACE", Domain: "MCOO", Entry: clock(onDay(s, a.Date(0), admission)),
				}
				return nil
			},
		},
	}
}

func stayStep(id, text, doc, example string, t tariff) steps.Step {
	return steps.Step{
		ID: id, Family: steps.Etat, Text: text, Doc: doc, Example: example,
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Context().Venue = stay(onDay(s, a.Date(0), 0), onDay(s, a.Date(1), 0), t)
			return nil
		},
	}
}
