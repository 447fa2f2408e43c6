package tarif

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A grid is one edition of the national daily tariffs: each is superseded on the next 1 March, so
// that it says the last day for which it holds.
type grid struct {
	From        roc.Date `yaml:"du"`
	Until       roc.Date `yaml:"jusqu_au"`
	Source      string   `yaml:"source"`
	Uncertainty string   `yaml:"incertitude,omitempty"`
	Carried     roc.Date `yaml:"reconduit,omitempty"` // first day of the edition whose prices it repeats
	Prices      []price  `yaml:"tarifs,omitempty"`
}

type price struct {
	DMT    string    `yaml:"dmt"`
	Tariff string    `yaml:"code_tarif"`
	Amount roc.Cents `yaml:"montant"`
	Label  string    `yaml:"libelle"`
}

func (t *Table) readGrids(r *reader, data []byte) {
	var f struct {
		Grids []grid `yaml:"grilles"`
	}
	if !r.decode(data, &f) {
		return
	}
	here := map[discipline]bool{}
	for i, g := range f.Grids {
		field := fmt.Sprintf("grilles[%d]", i)
		prices := g.Prices
		if !g.Carried.IsZero() {
			if len(prices) > 0 {
				r.fail(field, "une grille reconduite n'a pas de tarifs à elle")
			}
			prices = pricesOf(f.Grids[:i], g.Carried)
		}
		if len(prices) == 0 {
			r.fail(field, "aucun tarif : donnez tarifs, ou reconduit avec la date d'une grille qui précède")
		}
		for _, p := range prices {
			d := discipline{p.DMT, p.Tariff}
			here[d] = true
			t.daily[d] = append(t.daily[d], Rate{Code: d.String(), Label: p.Label, From: g.From, Until: g.Until,
				Amount: p.Amount, Source: g.Source, Uncertainty: g.Uncertainty})
		}
	}
	for d := range here {
		t.daily[d] = r.series(d.String(), t.daily[d])
	}
}

// pricesOf returns the prices of the edition that starts on a day; none where there is no such one.
func pricesOf(grids []grid, from roc.Date) []price {
	for _, g := range grids {
		if g.From == from {
			return g.Prices
		}
	}
	return nil
}
