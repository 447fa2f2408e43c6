// Package faux holds drivers and GAPs that are broken as a whole, by which a bench proves that it
// is not fooled. A single wrong decision of an otherwise honest GAP is an etablissement.Ecart.
package faux

import (
	"fmt"
	"io"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/etablissement"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Faux is one of them. New returns its driver, and what closes it.
type Faux struct {
	ID      string
	Summary string // French sentence
	New     func(etablissement.Options) (http.Handler, io.Closer, error)
}

// All lists them.
func All() []Faux {
	return []Faux{
		{"mute", "Se décrit, prépare les cas, puis ne sait rien faire.", newMute},
		{"complaisant", "Répond « fait » à tout sans jamais rien envoyer.", newComplaisant},
		{"mauvaise-url", "Appelle une autre adresse que celle du cas.", newMauvaiseURL},
		{"bavard", "Envoie chaque demande deux fois, avec de nouveaux identifiants.", newBavard},
		{"menteur", "Montre toujours un dossier nominal, quoi qu'il se soit passé.", newMenteur},
	}
}

// ByID returns one; the error names the nearest.
func ByID(id string) (Faux, error) {
	var known []string
	for _, f := range All() {
		if f.ID == id {
			return f, nil
		}
		known = append(known, f.ID)
	}
	if near := strictyaml.Nearest(id, known); near != "" {
		return Faux{}, fmt.Errorf("unknown faux %q: did you mean %q?", id, near)
	}
	return Faux{}, fmt.Errorf("unknown faux %q: want one of %q", id, known)
}
