package tarif

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Table holds the dated rates, the matrix of exonerations and what is known of codes. It is read
// once (Load) and never changes; goroutines may share it.
type Table struct {
	amounts     map[string]series
	coefficient series // NGAP coefficient from which an act is costly
	daily       map[discipline]series
	stayRate    int // AMO rate of a stay in common law
	pathway     pathway
	rows        map[string]*row
	natures     map[string]*row // by code; nil for common law
	exos        map[string]*row
	payers      map[string]*row
	codes       map[string]*code

	maxScope MaxScope
	pas2026  roc.Date // day in force of the amount that Settings.PAS2026 moves
}

// A MaxScope says on which days of a stay the ticket modérateur and the forfaits journaliers are compared.
type MaxScope string

// The scopes. The sources are ambiguous on stays over thirty days.
const (
	Head  MaxScope = "head"  // the first thirty days; forfaits of the days after come besides
	Whole MaxScope = "whole" // the whole stay
)

// settingPAS2026 is how the data name the amount whose date is a setting.
const settingPAS2026 = "pas_2026"

// Settings are the points of law that the sources leave open. A zero field changes nothing.
type Settings struct {
	PAS2026  roc.Date // day on which the participation of 2026 comes into force
	MaxScope MaxScope
}

// With returns a table that follows settings; the receiver stays as it is.
func (t *Table) With(s Settings) (*Table, error) {
	other := *t
	switch s.MaxScope {
	case "":
	case Head, Whole:
		other.maxScope = s.MaxScope
	default:
		return nil, fmt.Errorf("périmètre de comparaison %q inconnu : head ou whole", s.MaxScope)
	}
	if s.PAS2026.IsZero() {
		return &other, nil
	}
	moved := append(series(nil), t.amounts["PAS"]...)
	for i := 1; i < len(moved); i++ {
		if moved[i].From != t.pas2026 {
			continue
		}
		if !s.PAS2026.After(moved[i-1].From) || i+1 < len(moved) && !s.PAS2026.Before(moved[i+1].From) {
			return nil, fmt.Errorf("la participation de 2026 ne peut entrer en vigueur le %s : ce n'est pas entre les "+
				"montants qui l'entourent", s.PAS2026.French())
		}
		moved[i].From, moved[i-1].Until = s.PAS2026, s.PAS2026.AddDays(-1)
		moved[i].Uncertainty = "date choisie par réglage : " + s.PAS2026.French()
		other.pas2026 = s.PAS2026
		other.amounts = map[string]series{}
		for code, rates := range t.amounts {
			other.amounts[code] = rates
		}
		other.amounts["PAS"] = moved
		return &other, nil
	}
	return nil, fmt.Errorf("aucun montant de la participation n'est marqué %q dans %s", settingPAS2026, fileAmounts)
}
