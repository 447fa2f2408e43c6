package attestation

import "github.com/roc-miroir/miroir/simulator/etablissement/pilote"

// A Codec writes a card as the text of a DataMatrix and reads it back.
type Codec interface {
	Encode(pilote.Card) (string, error)
	Decode(string) (pilote.Card, error)
}

// Placeholder is our own coding, until the real one is published: see package pilote.
type Placeholder struct{}

// Encode writes a card. It refuses what the coding cannot hold.
func (Placeholder) Encode(c pilote.Card) (string, error) { return pilote.EncodeDataMatrix(c) }

// Decode reads a card. The error is a *pilote.DataMatrixError.
func (Placeholder) Decode(text string) (pilote.Card, error) { return pilote.DecodeDataMatrix(text) }
