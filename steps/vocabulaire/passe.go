package vocabulaire

import (
	"context"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps"
)

// past is a state in which the dossier is because the agent did something before the case's
// stimulus. It promises the gesture, not its success: the obligations judge what came of it.
func past(id, text, doc, example string, r run) steps.Step {
	return steps.Step{ID: id, Family: steps.Etat, Text: text, Doc: doc, Example: example, Run: r}
}

func pastCaptureSteps() []steps.Step {
	return []steps.Step{
		past("attestation-lue", "une attestation lue par son DataMatrix",
			"L'agent a passé l'attestation au lecteur.", "une attestation lue par son DataMatrix",
			watching(marking(readKey, doing(pilote.LireDataMatrix)))),
		past("attestation-saisie", "une attestation saisie par l'agent",
			"L'agent a recopié les zones imprimées de l'attestation.", "une attestation saisie par l'agent",
			func(ctx context.Context, s *steps.Scene, _ steps.Args) error {
				return act(ctx, s, pilote.SaisirAttestation, pilote.Parameters{Card: printed(s)})
			}),
		past("adherent-complete", "le numéro d'adhérent {texte} complété par l'agent",
			"L'agent a recopié l'attestation avec le numéro d'adhérent que le patient lui a donné.",
			`le numéro d'adhérent "Z00132345" complété par l'agent`,
			func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				c := printed(s)
				c.MemberNumber = a.Text(0)
				return act(ctx, s, pilote.SaisirAttestation, pilote.Parameters{Card: c})
			}),
		past("csr-choisi", "le critère secondaire de routage {code} choisi par l'agent",
			"L'agent a répondu à la question de la GAP sur une AMC ambiguë.",
			`le critère secondaire de routage "C02" choisi par l'agent`,
			func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				return act(ctx, s, pilote.ChoisirCSR, pilote.Parameters{Card: &pilote.Card{CSR: a.Text(0)}})
			}),
		past("cle-corrigee", "une clé de NIR corrigée en {texte}",
			"L'agent a remplacé la clé de NIR enregistrée.", `une clé de NIR corrigée en "89"`,
			func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				p := pilote.Patient{InsuredKey: a.Text(0), Key: a.Text(0)}
				return act(ctx, s, pilote.CorrigerPatient, pilote.Parameters{Patient: &p})
			}),
		past("identite-corrigee", "un dossier corrigé pour l'identité de {texte}",
			"L'agent a remplacé l'identité du dossier par celle d'un autre patient fictif ; le dossier reste le même.",
			`un dossier corrigé pour l'identité de "P04"`, correctIdentity),
		past("amc-changee", "un changement d'AMC pour {texte} à partir du {date}",
			"L'agent a enregistré l'attestation d'une autre AMC, qui remplace la première à partir de ce jour.",
			`un changement d'AMC pour "Institution Gamma" à partir du 05/06/2025`, changeInsurer),
		past("seconde-amc", "une seconde AMC {texte} ajoutée par l'agent",
			"L'agent a enregistré l'attestation d'une AMC qui intervient après la première.",
			`une seconde AMC "Mutuelle Delta" ajoutée par l'agent`,
			func(ctx context.Context, s *steps.Scene, a steps.Args) error {
				c, err := cardOf(s, a.Text(0))
				if err != nil {
					return err
				}
				return act(ctx, s, pilote.AjouterAMC, pilote.Parameters{Card: c})
			}),
	}
}

// printed is the card as text: what an agent can copy.
func printed(s *steps.Scene) *pilote.Card {
	c := s.Context().Card
	c.DataMatrix = ""
	return &c
}

func changeInsurer(ctx context.Context, s *steps.Scene, a steps.Args) error {
	c, err := cardOf(s, a.Text(0))
	if err != nil {
		return err
	}
	return act(ctx, s, pilote.ChangerAMC, pilote.Parameters{Card: c, From: a.Date(1).String()})
}

func correctIdentity(ctx context.Context, s *steps.Scene, a steps.Args) error {
	b, err := beneficiary(s.World(), a.Text(0))
	if err != nil {
		return err
	}
	p := pilote.Patient{
		LastName: b.LastName, FirstName: b.FirstName, BirthDate: b.BirthDate, BirthRank: max(1, b.BirthRank),
		InsuredNIR: b.InsuredNIR[:13], InsuredKey: b.InsuredNIR[13:],
	}
	if b.NIR != "" {
		p.NIR, p.Key = b.NIR[:13], b.NIR[13:]
	}
	return act(ctx, s, pilote.CorrigerPatient, pilote.Parameters{Patient: &p})
}
