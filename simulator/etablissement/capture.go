package etablissement

import (
	"errors"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The ways in which an attestation comes in.
const (
	scanned = "DATAMATRIX"
	keyed   = "SAISIE"
	choice  = "CHOIX" // offered where the printed text contradicts the DataMatrix
)

// scan reads the attestation's DataMatrix. Nothing is kept of one that cannot be read, nor of one
// that contradicts the printed text until the agent scans it again, which chooses it.
func (s *session) scan(c pilote.Card) error {
	read, err := s.c.ReadDataMatrix(c.DataMatrix)
	if err != nil {
		s.c.CaptureFailed(s, err)
		return nil
	}
	printed := pilote.Card{AMCNumber: c.AMCNumber, ConventionType: c.ConventionType, CSR: c.CSR,
		MemberNumber: c.MemberNumber}
	blank := printed == pilote.Card{}
	same := cardKey(printed) == cardKey(read) && printed.MemberNumber == read.MemberNumber
	if !blank && !same && s.d.Capture.Offered != choice {
		s.d.Capture.Offered = choice
		s.alert(pilote.Notice{Service: "SAISIE", Code: "DATAMATRIX_DIFFERENT", Action: "RESAISIR_ATTESTATION",
			Label: "Le texte imprimé diffère du DataMatrix : relisez-le pour le retenir, ou saisissez-le."}, false)
		return nil
	}
	if s.d.Capture.Offered == choice {
		s.d.trace("L'agent retient le DataMatrix contre le texte imprimé.")
	}
	return s.keep(read, scanned)
}

// key takes the attestation as the agent typed it.
func (s *session) key(c pilote.Card) error {
	c.DataMatrix = ""
	if s.d.Capture.Offered == choice {
		s.d.trace("L'agent retient le texte imprimé contre le DataMatrix.")
	}
	return s.keep(c, keyed)
}

func (s *session) keep(c pilote.Card, mode string) error {
	if err := s.c.CheckCard(c); err != nil {
		return err
	}
	expired := c.ValidTo != "" && c.ValidTo < s.d.today().String()
	s.d.Capture = pilote.Capture{Mode: mode, Card: c, Expired: expired}
	if expired {
		s.alert(pilote.Notice{Service: "SAISIE", Code: "ATTESTATION_PERIMEE", Action: "ALERTER",
			Label: "La validité imprimée est passée : seule la réponse de l'AMC compte, l'appel est fait."}, false)
	}
	if len(s.d.Insurers) == 0 {
		s.d.Insurers = []*Insurer{{State: stateNone}}
	}
	ins := s.d.Insurers[0]
	if cardKey(ins.Card) != cardKey(c) {
		ins.Candidates, ins.AskedFor = nil, nil
	}
	ins.Card = c
	return nil
}

// captured makes sure that the attestation is in the dossier: an agent who has not captured it
// hands over the one of the context, unless a capture failed and awaits another.
func (s *session) captured() error {
	switch {
	case s.d.Capture.Mode != "":
		return nil
	case s.d.Capture.Offered != "":
		return block("L'attestation n'a pas pu être lue : saisissez-la.")
	case s.d.Context.Card.DataMatrix == "":
		return s.key(s.d.Context.Card)
	}
	if err := s.scan(s.d.Context.Card); err != nil {
		return err
	}
	if s.d.Capture.Mode == "" {
		return block("L'attestation n'a pas pu être lue : saisissez-la.")
	}
	return nil
}

// offerKeying tells the agent that the DataMatrix failed and that the attestation may be typed.
func offerKeying(s *session, cause error) {
	label := "Le DataMatrix est illisible."
	if e := new(pilote.DataMatrixError); errors.As(cause, &e) {
		label = e.Reason
	}
	s.d.Capture.Offered = keyed
	s.alert(pilote.Notice{Service: "SAISIE", Code: "DATAMATRIX_ILLISIBLE", Action: "RESAISIR_ATTESTATION",
		Label: label + " Saisissez l'attestation."}, false)
}

// checkCard asks for the AMC number only: blank zones of the attestation are legal.
func checkCard(c pilote.Card) error {
	if c.AMCNumber == "" {
		return block("Le numéro d'AMC est nécessaire.")
	}
	return nil
}

// cardSent writes the card as it was captured: zeros, blanks and letters are significant.
func cardSent(c pilote.Card) roc.Card {
	return roc.Card{AMCNumber: c.AMCNumber, ConventionType: c.ConventionType, CSR: c.CSR, MemberNumber: c.MemberNumber}
}

// checkPatient blocks what cannot be right whatever the AMC thinks: a NIR with a wrong key.
func checkPatient(p pilote.Patient) error {
	if !keyMatches(p.InsuredNIR, p.InsuredKey) {
		return block("La clé du NIR de l'assuré est fausse : vérifiez la saisie.")
	}
	if !keyMatches(p.NIR, p.Key) {
		return block("La clé du NIR du bénéficiaire est fausse : vérifiez la saisie.")
	}
	return nil
}

func keyMatches(nir, key string) bool {
	return nir == "" || roc.NIRKey(nir) != "" && roc.NIRKey(nir) == key
}
