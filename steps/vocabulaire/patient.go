package vocabulaire

import (
	"context"
	"slices"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// patientKey is where a case remembers the persona that plays its patient.
const patientKey = "patient"

// patient returns the case's patient as the AMCs know him or her.
func patient(s *steps.Scene) (*admin.Beneficiary, error) {
	id, ok := s.Memo(patientKey).(string)
	if !ok {
		id = basePatient
	}
	return beneficiary(s.World(), id)
}

func patientSteps() []steps.Step {
	return []steps.Step{{
		ID: "patient-couvert", Family: steps.Etat, Text: "le patient {texte} couvert par l'AMC {texte}",
		Doc: "Choisit le patient fictif du cas et son AMC ; l'attestation est celle de cette AMC, et un contrat " +
			"d'une autre AMC passe à elle.",
		Example: `le patient "P01" couvert par l'AMC "Mutuelle Alpha"`,
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			s.Remember(patientKey, a.Text(0))
			return cover(s.World(), s.Context(), a.Text(0), a.Text(1))
		},
	}, {
		ID: "patient-inconnu", Family: steps.Etat, Text: "un patient inconnu de l'AMC",
		Doc:     "Retire le patient des fichiers des AMC ; l'hôpital, lui, le connaît toujours.",
		Example: "un patient inconnu de l'AMC",
		Run: func(_ context.Context, s *steps.Scene, _ steps.Args) error {
			p, err := patient(s)
			if err != nil {
				return err
			}
			id, w := p.ID, s.World()
			w.Beneficiaries = slices.DeleteFunc(w.Beneficiaries, func(b admin.Beneficiary) bool { return b.ID == id })
			return nil
		},
	}, {
		ID: "patient-second-contrat", Family: steps.Etat,
		Text:    "un second contrat {texte} de rang {entier} auprès de la même AMC",
		Doc:     "Ajoute au patient un contrat de l'AMC de son attestation, avec les mêmes garanties et périodes.",
		Example: `un second contrat "C-P01-2" de rang 2 auprès de la même AMC`,
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			second := p.Covers[0]
			second.Contract, second.Rank, second.Level = a.Text(0), a.Int(1), "COMPLEMENTAIRE"
			p.Covers = append(p.Covers, second)
			return nil
		}),
	}, {
		ID: "patient-autre-amc", Family: steps.Etat,
		Text:    "un patient couvert aussi par l'AMC {texte} à partir du {date}",
		Doc:     "Donne au patient un contrat d'une autre AMC, qui commence ce jour-là.",
		Example: `un patient couvert aussi par l'AMC "Institution Gamma" à partir du 05/06/2025`,
		Run: onPatient(func(s *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			other, err := insurer(s.World(), a.Text(0))
			if err != nil {
				return err
			}
			p.Covers = append(p.Covers, admin.Cover{
				AMC: other.Number, CSR: other.CSR, Contract: "C-" + p.ID + "-B", Member: "B" + p.Covers[0].Member,
				Guarantee: p.Covers[0].Guarantee, Periods: []admin.Period{{From: a.Date(1)}},
			})
			return nil
		}),
	}}
}

func identitySteps() []steps.Step {
	return []steps.Step{{
		ID: "patient-autre-nom", Family: steps.Etat, Text: "un patient enregistré par l'AMC sous le nom {texte}",
		Doc:     "Change le nom du patient dans les fichiers de l'AMC, non dans ceux de l'hôpital.",
		Example: `un patient enregistré par l'AMC sous le nom "MARTINEAU"`,
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			p.LastName = a.Text(0)
			return nil
		}),
	}, {
		ID: "nir-cle-saisie", Family: steps.Etat, Text: "un NIR saisi avec la clé {texte}",
		Doc:     "Change la clé de NIR que l'hôpital a enregistrée.",
		Example: `un NIR saisi avec la clé "98"`,
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			p := &s.Context().Patient
			p.InsuredKey = a.Text(0)
			if p.NIR != "" {
				p.Key = a.Text(0)
			}
			return nil
		},
	}}
}

func rightsSteps() []steps.Step {
	return []steps.Step{{
		ID: "droits-ouverts", Family: steps.Etat, Text: "des droits ouverts du {date} au {date}",
		Doc:     "Remplace les périodes de droits du patient par celle-ci.",
		Example: "des droits ouverts du 01/01/2025 au 31/12/2025",
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			p.Covers[0].Periods = []admin.Period{period(a.Date(0), a.Date(1))}
			return nil
		}),
	}, {
		ID: "droits-seconde-periode", Family: steps.Etat, Text: "une seconde période de droits du {date} au {date}",
		Doc:     "Ajoute une période aux droits du patient.",
		Example: "une seconde période de droits du 05/06/2025 au 31/12/2025",
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			p.Covers[0].Periods = append(p.Covers[0].Periods, period(a.Date(0), a.Date(1)))
			return nil
		}),
	}, {
		ID: "droits-renouvellement", Family: steps.Etat, Text: "des droits à renouveler au bout de {entier} jours",
		Doc:     "Fixe pendant combien de jours la réponse de l'AMC sur ce contrat est fiable.",
		Example: "des droits à renouveler au bout de 30 jours",
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, a steps.Args) error {
			p.Covers[0].Renewal = &admin.Renewal{Mode: "jours", Days: a.Int(0)}
			return nil
		}),
	}, {
		ID: "droits-sans-tiers-payant", Family: steps.Etat, Text: "un contrat sans tiers payant hospitalier",
		Doc:     "Le contrat du patient est ouvert mais n'admet pas le tiers payant d'un séjour.",
		Example: "un contrat sans tiers payant hospitalier",
		Run: onPatient(func(_ *steps.Scene, p *admin.Beneficiary, _ steps.Args) error {
			p.Covers[0].NoTPSejour = true
			return nil
		}),
	}}
}

func period(from, to roc.Date) admin.Period { return admin.Period{From: from, To: to} }

// onPatient runs a state that changes the case's patient in the world.
func onPatient(change func(*steps.Scene, *admin.Beneficiary, steps.Args) error) run {
	return func(_ context.Context, s *steps.Scene, a steps.Args) error {
		p, err := patient(s)
		if err != nil {
			return err
		}
		return change(s, p, a)
	}
}

// A run is what a step does.
type run = func(context.Context, *steps.Scene, steps.Args) error
