package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// periodEcarts bend the interim billing of a stay.
func periodEcarts() []Ecart {
	return []Ecart{
		{"forfait-de-sortie-chaque-periode", "EXG-CLC-0101",
			"La GAP demande le forfait du jour de sortie à la fin d'une période qui n'est pas la dernière.",
			onPeriod(func(bill tarif.Bill, stay tarif.Stay, p tarif.Period) tarif.Bill {
				if p.Final || stay.Kind != "HC" || stay.Domain == "PSY" {
					return bill
				}
				forfait := nightlyForfait(tarif.Line{From: p.To, To: p.To, Quantity: 1})
				forfait.Nature = tarif.FJExit
				bill.Lines = append(slices.Clone(bill.Lines), forfait)
				return bill
			})},
		{"forfait-de-sortie-oublie", "EXG-CLC-0102",
			"La GAP oublie le forfait du jour de sortie dans la période finale.",
			onPeriod(func(bill tarif.Bill, _ tarif.Stay, p tarif.Period) tarif.Bill {
				if p.Final {
					bill.Lines = slices.DeleteFunc(slices.Clone(bill.Lines), of(tarif.FJExit))
				}
				return bill
			})},
		{"periodes-qui-se-recouvrent", "EXG-CLC-0103",
			"La GAP calcule une période qui recouvre une période déjà engagée.",
			func(c *Conduct) { c.CheckOverlap = func(*Dossier, roc.BillingPeriod) error { return nil } }},
		{"trou-entre-periodes-tu", "EXG-CLC-0104",
			"La GAP ne signale pas les jours qu'aucune période ne facture, même quand l'AMC les refuse.",
			func(c *Conduct) {
				c.CheckGap = func(*session, roc.BillingPeriod) error { return nil }
				honest := c.TakeRefusal
				c.TakeRefusal = func(s *session, e *Engagement, st roc.Status) {
					if st.Code == "G10" {
						e.State, e.Refused = refused, st.Group
						return
					}
					honest(s, e, st)
				}
			}},
		{"trente-jours-par-periode", "EXG-CLC-0105",
			"La GAP recommence à chaque période le compte des trente jours de ticket modérateur.",
			func(c *Conduct) {
				honest := c.PeriodBill
				c.PeriodBill = func(s *session, stay tarif.Stay, p tarif.Period) (tarif.Bill, error) {
					if p.Index > 1 && len(stay.Acts) == 0 {
						stay.Entry, stay.Chain, stay.DaysBefore, stay.Leaves, p.Index = p.From, nil, 0, nil, 1
					}
					return honest(s, stay, p)
				}
			}},
		{"regularisation-oubliee", "EXG-CLC-0106",
			"La GAP ne propose pas de régulariser une période qu'un acte postérieur rend fausse.",
			func(c *Conduct) { c.Regularise = func(*session) {} }},
		{"jours-sans-droits-dans-la-periode", "EXG-CLC-0107",
			"La GAP demande à l'AMC les jours d'une période qui suivent la fin des droits.",
			func(c *Conduct) {
				honest := c.Covered
				c.Covered = func(d *Dossier, ins *Insurer, day roc.Date) bool {
					return honest(d, ins, day) || len(d.Periods) > 0 && ins.Rights != nil
				}
			}},
		{"periode-annulee-dans-le-desordre", "EXG-DEL-0008",
			"La GAP annule une période alors que la suivante est encore engagée.",
			func(c *Conduct) { c.MayWithdraw = func(*Dossier, *Engagement) error { return nil } }},
	}
}

// onPeriod bends the bill of a period once the oracle has made it.
func onPeriod(change func(tarif.Bill, tarif.Stay, tarif.Period) tarif.Bill) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.PeriodBill
		c.PeriodBill = func(s *session, stay tarif.Stay, p tarif.Period) (tarif.Bill, error) {
			bill, err := honest(s, stay, p)
			if err != nil {
				return bill, err
			}
			return change(bill, stay, p), nil
		}
	}
}
