package vocabulaire

import (
	"context"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

// truncated is how much of a DataMatrix a damaged print leaves.
const truncated = 20

func attestationSteps() []steps.Step {
	return []steps.Step{{
		ID: "datamatrix-lisible", Family: steps.Etat, Text: "une attestation portant un DataMatrix lisible",
		Doc:     "Imprime sur l'attestation le DataMatrix de ses zones, à côté du texte.",
		Example: "une attestation portant un DataMatrix lisible",
		Run: onCard(func(c *pilote.Card, _ steps.Args) error {
			code, err := pilote.EncodeDataMatrix(*c)
			c.DataMatrix = code
			return err
		}),
	}, {
		ID: "datamatrix-tronque", Family: steps.Etat, Text: "une attestation portant un DataMatrix tronqué",
		Doc:     "Imprime sur l'attestation le début seulement de son DataMatrix ; le texte imprimé est entier.",
		Example: "une attestation portant un DataMatrix tronqué",
		Run: onCard(func(c *pilote.Card, _ steps.Args) error {
			code, err := pilote.EncodeDataMatrix(*c)
			if err == nil && len(code) <= truncated {
				err = fmt.Errorf("le DataMatrix %q est trop court pour être tronqué", code)
			}
			c.DataMatrix = code[:min(truncated, len(code))]
			return err
		}),
	}, {
		ID: "attestation-sans-zone", Family: steps.Etat, Text: "une attestation sans {zone}",
		Doc: "Laisse blanche la zone du type de convention, du critère secondaire de routage (CSR) ou du numéro " +
			"d'adhérent.",
		Example: "une attestation sans type de convention",
		Run:     onCard(func(c *pilote.Card, a steps.Args) error { *zones(c)[a.Text(0)] = ""; return nil }),
	}, {
		ID: "attestation-numero-amc", Family: steps.Etat, Text: "une attestation portant le numéro d'AMC {code}",
		Doc:     "Change le numéro d'AMC imprimé, non celui que l'annuaire connaît.",
		Example: `une attestation portant le numéro d'AMC "99009999"`,
		Run:     onCard(func(c *pilote.Card, a steps.Args) error { c.AMCNumber = a.Text(0); return nil }),
	}, {
		ID: "attestation-adherent", Family: steps.Etat, Text: "une attestation portant le numéro d'adhérent {texte}",
		Doc:     "Change le numéro d'adhérent, sur l'attestation et dans le contrat.",
		Example: `une attestation portant le numéro d'adhérent "00012340"`,
		Run: func(_ context.Context, s *steps.Scene, a steps.Args) error {
			p, err := patient(s)
			if err != nil {
				return err
			}
			s.Context().Card.MemberNumber, p.Covers[0].Member = a.Text(0), a.Text(0)
			return nil
		},
	}, {
		ID: "attestation-valable", Family: steps.Etat, Text: "une attestation valable jusqu'au {date}",
		Doc:     "Change la fin de la période imprimée ; les droits, eux, ne changent pas.",
		Example: "une attestation valable jusqu'au 31/12/2024",
		Run: onCard(func(c *pilote.Card, a steps.Args) error {
			c.ValidFrom, c.ValidTo = "2024-01-01", a.Date(0).String()
			return nil
		}),
	}}
}

// zones gives the items of an attestation that may be blank.
func zones(c *pilote.Card) map[string]*string {
	return map[string]*string{
		"type de convention": &c.ConventionType, "critère secondaire de routage": &c.CSR,
		"numéro d'adhérent": &c.MemberNumber,
	}
}

// onCard runs a state that changes the attestation in the patient's hand.
func onCard(change func(*pilote.Card, steps.Args) error) run {
	return func(_ context.Context, s *steps.Scene, a steps.Args) error { return change(&s.Context().Card, a) }
}
