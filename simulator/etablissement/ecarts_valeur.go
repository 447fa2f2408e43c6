package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// valueEcarts bend what is asked of the AMC for a stay.
func valueEcarts() []Ecart {
	return []Ecart{
		{"facture-tm-et-fj", "EXG-CLC-0001", "La GAP ajoute le forfait journalier de chaque nuit au ticket modérateur.",
			func(c *Conduct) {
				c.Valued = func(_ *Dossier, lines []tarif.Line) []tarif.Line {
					for _, l := range lines {
						if l.Nature == tarif.TM && l.Code == "PJ" && hasExitDay(lines) {
							lines = append(lines, nightlyForfait(l))
						}
					}
					return lines
				}
			}},
		{"facture-fj-sortie-transfert", "EXG-CLC-0002",
			"La GAP demande le forfait du jour de sortie d'un patient transféré.",
			onStay(homeAfter("TRANSFERT"))},
		{"facture-fj-sortie-deces", "EXG-CLC-0003",
			"La GAP demande le forfait du jour de sortie d'un patient décédé.",
			onStay(homeAfter("DECES"))},
		{"facture-patient-decede", "EXG-CLC-0003",
			"La GAP adresse la part patient d'un patient décédé à son nom, non à la succession.",
			func(c *Conduct) { c.AddresseeOf = func(string) string { return toPatient } }},
		{"tm-malgre-acte-couteux", "EXG-CLC-0004",
			"La GAP demande le ticket modérateur au lieu de la participation forfaitaire d'un acte coûteux.",
			onStay(func(s tarif.Stay) tarif.Stay { s.Acts = nil; return s })},
		{"tm-malgre-ald", "EXG-CLC-0007", "La GAP demande le ticket modérateur d'un patient exonéré pour ALD.",
			onStay(func(s tarif.Stay) tarif.Stay {
				if s.ExoCode == "4" {
					s.ExoCode = "0"
				}
				return s
			})},
		{"fj-en-ambulatoire", "EXG-CLC-0013", "La GAP demande un forfait journalier pour un séjour ambulatoire.",
			func(c *Conduct) {
				c.Valued = func(d *Dossier, lines []tarif.Line) []tarif.Line {
					if d.Context.Venue.Kind != "AMBULATOIRE" || len(lines) == 0 {
						return lines
					}
					return append(lines, nightlyForfait(lines[0]))
				}
			}},
		{"clc-a-zero", "EXG-CLC-0027", "La GAP demande un calcul alors que rien n'est à la charge de l'AMC.",
			func(c *Conduct) { c.WorthAsking = func([]roc.Line) bool { return true } }},
	}
}

func onStay(change func(tarif.Stay) tarif.Stay) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.StayOf
		c.StayOf = func(d *Dossier) tarif.Stay { return change(honest(d)) }
	}
}

// homeAfter values an exit as if the patient had gone home.
func homeAfter(mode string) func(tarif.Stay) tarif.Stay {
	return func(s tarif.Stay) tarif.Stay {
		if s.ExitMode == mode {
			s.ExitMode = "DOMICILE"
		}
		return s
	}
}

// hasExitDay tells a stay of which the exit day alone owes a forfait.
func hasExitDay(lines []tarif.Line) bool {
	for _, l := range lines {
		if l.Nature == tarif.FJExit {
			return true
		}
	}
	return false
}

// nightlyForfait is a forfait of 20 € for each day of a line, due or not.
func nightlyForfait(l tarif.Line) tarif.Line {
	const unit = roc.Cents(2000)
	l.Code, l.Nature, l.UnitPrice, l.Base, l.Rate, l.AMO = "FJ", tarif.FJ, unit, 0, 0, 0
	l.Total = unit * roc.Cents(l.Quantity)
	l.Left = l.Total
	return l
}
