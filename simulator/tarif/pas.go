package tarif

import (
	"fmt"
	"slices"
)

// Costly reports whether an act is dear enough on its day to replace the ticket modérateur by the
// flat participation.
func (t *Table) Costly(p Prestation) (bool, error) {
	if p.Base == 0 || slices.Contains(t.WithoutPAS, p.Code) {
		return false, nil
	}
	threshold, err := t.Rate("SEUIL_PAS", p.From)
	return err == nil && p.Base >= threshold.Amount, err
}

// pas returns the participation of the earliest costly act, at the amount of its day; nil where no
// act is costly. There is one for a stay or a visit, however many acts.
func (t *Table) pas(acts []Prestation) (*Line, error) {
	var first *Prestation
	for i, a := range acts {
		costly, err := t.Costly(a)
		if err != nil {
			return nil, err
		}
		if costly && (first == nil || a.From.Before(first.From)) {
			first = &acts[i]
		}
	}
	if first == nil {
		return nil, nil
	}
	r, err := t.Rate("PAS", first.From)
	if err != nil {
		return nil, err
	}
	l := Line{Code: "PAS", ActCode: first.ActCode, From: first.From, To: first.From, Quantity: 1, UnitPrice: r.Amount,
		Nature: PAS, Rule: "TAR-PAS", Source: sourcePAS,
		Why: fmt.Sprintf("acte de base %s : participation forfaitaire de %s à la place du ticket modérateur",
			first.Base.French(), r.Amount.French())}.share(0, 0)
	return &l, nil
}
