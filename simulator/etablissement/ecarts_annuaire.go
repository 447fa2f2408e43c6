package etablissement

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// annuaireEcarts bend the capture of the attestation and the use of the directory.
func annuaireEcarts() []Ecart {
	return []Ecart{
		{"inverse-convention-et-csr", "EXG-ANN-0001",
			"La GAP range le type de convention lu dans le CSR, et l'inverse.",
			func(c *Conduct) {
				honest := c.ReadDataMatrix
				c.ReadDataMatrix = func(text string) (pilote.Card, error) {
					card, err := honest(text)
					card.ConventionType, card.CSR = card.CSR, card.ConventionType
					return card, err
				}
			}},
		{"appelle-idb-sans-annuaire", "EXG-ANN-0001",
			"La GAP compose elle-même l'adresse de l'AMC au lieu de la demander à l'annuaire.",
			func(c *Conduct) {
				c.Route = func(s *session, _ *Insurer, svc roc.Service) (roc.Endpoint, error) {
					return s.composed(svc), nil
				}
				stale := c.StaleRights
				c.StaleRights = func(s *session, ins *Insurer) string {
					ins.DirectoryState = directoryOK
					return stale(s, ins)
				}
			}},
		{"annonce-datamatrix-en-saisie", "EXG-ANN-0002",
			"La GAP déclare une lecture de DataMatrix pour une saisie au clavier.",
			func(c *Conduct) { c.CaptureMode = func(string) string { return scanned } }},
		{"refuse-csr-vide", "EXG-ANN-0003", "La GAP refuse une attestation dont le CSR et la convention sont vides.",
			func(c *Conduct) {
				c.CheckCard = func(card pilote.Card) error {
					if card.CSR == "" && card.ConventionType == "" {
						return block("Le type de convention et le CSR sont obligatoires.")
					}
					return nil
				}
			}},
		{"remplit-zones-vides", "EXG-ANN-0003", "La GAP remplace les zones vides de l'attestation par « 00 ».",
			onCardSent(func(card roc.Card) roc.Card {
				if card.ConventionType == "" {
					card.ConventionType = "00"
				}
				if card.CSR == "" {
					card.CSR = "00"
				}
				return card
			})},
		{"perd-zeros-amc", "EXG-ANN-0004", "La GAP ôte les zéros de tête du numéro d'AMC.",
			onCardSent(func(card roc.Card) roc.Card {
				card.AMCNumber = strings.TrimLeft(card.AMCNumber, "0")
				return card
			})},
		{"perd-zeros-adherent", "EXG-ANN-0004", "La GAP ôte les zéros de tête du numéro d'adhérent.",
			onCardSent(func(card roc.Card) roc.Card {
				card.MemberNumber = strings.TrimLeft(card.MemberNumber, "0")
				return card
			})},
		{"tait-datamatrix-illisible", "EXG-ANN-0005",
			"La GAP ne dit rien d'un DataMatrix illisible et ne propose pas la saisie.",
			func(c *Conduct) { c.CaptureFailed = func(*session, error) {} }},
		{"garde-datamatrix-tronque", "EXG-ANN-0005", "La GAP enregistre ce qu'elle a pu lire d'un DataMatrix tronqué.",
			func(c *Conduct) { c.ReadDataMatrix = readWhatever }},
		{"appelle-amc-inconnue", "EXG-ANN-0007", "La GAP appelle l'AMC que l'annuaire ne connaît pas.",
			func(c *Conduct) {
				honest := c.Route
				c.Route = func(s *session, ins *Insurer, svc roc.Service) (roc.Endpoint, error) {
					to, err := honest(s, ins, svc)
					if ins.DirectoryState == directoryUnknown {
						return s.composed(svc), nil
					}
					return to, err
				}
			}},
		{"tait-amc-inconnue", "EXG-ANN-0007", "La GAP ne signale pas que l'AMC est inconnue de l'annuaire.",
			onDirectory(roc.Inconnu, func(s *session, ins *Insurer,
				_ *roc.ANNReply) {
				ins.DirectoryState = directoryUnknown
			})},
		{"ignore-non-raccordee", "EXG-ANN-0008",
			"La GAP laisse dans le circuit ROC le dossier d'une AMC non raccordée.",
			onDirectory(roc.NonRaccorde, func(s *session, ins *Insurer,
				_ *roc.ANNReply) {
				ins.DirectoryState = directoryOutside
			})},
		{"choisit-csr-au-hasard", "EXG-ANN-0009", "La GAP retient le premier CSR proposé sans le demander à l'agent.",
			onDirectory(roc.Ambigu, func(s *session, ins *Insurer, r *roc.ANNReply) {
				if len(r.Candidates) > 0 {
					_ = s.chooseCSR(ins, r.Candidates[0].CSR)
				}
			})},
		{"garde-annuaire-perime", "EXG-ANN-0011",
			"La GAP se sert d'une réponse d'annuaire dont la validité est passée.",
			func(c *Conduct) { c.DirectoryUsable = func(Directory, roc.Date) bool { return true } }},
		{"garde-ancien-operateur", "EXG-ANN-0012",
			"La GAP continue d'appeler l'adresse de l'opérateur que l'AMC a quitté.",
			func(c *Conduct) {
				honest := c.Route
				c.Route = func(s *session, ins *Insurer, svc roc.Service) (roc.Endpoint, error) {
					to, err := honest(s, ins, svc)
					for _, d := range ins.Routes {
						if first := d.endpoint(svc, to.Version, s.d.today()); err == nil && first != "" {
							to.URL = first
							break
						}
					}
					return to, err
				}
			}},
	}
}

// onCardSent bends the card as it is written on the wire.
func onCardSent(change func(roc.Card) roc.Card) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.CardSent
		c.CardSent = func(card pilote.Card) roc.Card { return change(honest(card)) }
	}
}

// onDirectory replaces what is done with one outcome of the directory.
func onDirectory(outcome roc.Result, do func(*session, *Insurer, *roc.ANNReply)) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.TakeDirectory
		c.TakeDirectory = func(s *session, ins *Insurer, r *roc.ANNReply) {
			if r.Status.Result == outcome {
				do(s, ins, r)
				return
			}
			honest(s, ins, r)
		}
	}
}

// composed guesses the address of a service, as no honest GAP does.
func (s *session) composed(svc roc.Service) roc.Endpoint {
	to := roc.Endpoint{Service: svc, URL: s.root() + "amc", Version: s.spoken[0]}
	if folder, isJSON := strings.CutSuffix(s.binding.DirectoryPath, "json/annuaire"); isJSON {
		to.URL = s.root() + folder + "json/" + strings.ToLower(string(svc))
	}
	return to
}

// readWhatever keeps the items that a broken DataMatrix still shows.
func readWhatever(text string) (pilote.Card, error) {
	if card, err := pilote.DecodeDataMatrix(text); err == nil {
		return card, nil
	}
	items := append(strings.Split(text, "|"), "", "", "", "", "")
	return pilote.Card{AMCNumber: items[1], ConventionType: items[2], CSR: items[3], MemberNumber: items[4],
		DataMatrix: text}, nil
}
