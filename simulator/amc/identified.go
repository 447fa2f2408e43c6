package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// identifiedRules are shared by SIM and CLC: both stand on an identification of rights.
func identifiedRules() Book { return slices.Concat(citedRules(), datesRules()) }

// citedRules look at the identification that the request cites.
func citedRules() Book {
	return Book{
		{
			ID: "DRO-R01", Source: "dossier 2.6, D2 [P19, I]",
			Text: "L'identification citée est inconnue de cette AMC pour cet établissement.",
			When: func(c *Case) bool { return c.Identification == nil || c.Person == nil || c.Insurer.AMC == nil },
			Then: refuser("G01"),
		},
		{
			ID: "DRO-R02", Source: "dossier 2.6, D2 ; 2.2, debtor [P12, I]",
			Text: "L'identification citée est celle d'une autre AMC.",
			When: func(c *Case) bool { return !addressed(c) },
			Then: refuser("G01"),
		},
		{
			ID: "DRO-R03", Source: "dossier 2.6, D2 [P19, I]",
			Text: "L'identification citée n'a montré aucun droit ouvert.",
			When: func(c *Case) bool { return len(c.Identification.Rights) == 0 },
			Then: refuser("G01"),
		},
		{
			ID: "DRO-R04", Source: "dossier 2.2, renewalDate ; 2.6, D2 [O, I]",
			Text: "La date de renouvellement de l'identification est passée.",
			When: func(c *Case) bool { return c.Today.After(c.Identification.Renewal) },
			Then: func(c *Case) {
				c.sayf("L'identification valait jusqu'au %s ; nous sommes le %s.",
					c.Identification.Renewal.French(), c.Today.French())
				c.answer(roc.Refuse, "G01")
			},
		},
	}
}

// datesRules look at what its rights give to the dates and to the context of the care.
func datesRules() Book {
	return Book{
		{
			ID: "DRO-R08", Source: "dossier 10.2, D05 ; 2.10 [I]",
			Text: "Les dates de soins tombent dans le délai de carence.",
			When: func(c *Case) bool { return outsideRights(c) && !waitsUntil(c).IsZero() },
			Then: func(c *Case) {
				c.sayf("La venue, du %s au %s, tombe dans le délai de carence, qui court jusqu'au %s.",
					c.Sharing.From.French(), c.Sharing.To.French(), waitsUntil(c).French())
				c.answer(roc.Refuse, "D05")
			},
		},
		{
			ID: "DRO-R05", Source: "dossier 2.6, D2 [P19, I]",
			Text: "Aucune période de droits de l'identification ne touche les dates de soins.",
			When: outsideRights,
			Then: func(c *Case) {
				c.sayf("Aucune période de droits de l'identification ne touche la venue, du %s au %s.",
					c.Sharing.From.French(), c.Sharing.To.French())
				c.answer(roc.Refuse, "G01")
			},
		},
		{
			ID: "DRO-R06", Source: "dossier 10.2, D07 ; 5.10, E12 [I]",
			Text: "Le contrat relève de la complémentaire santé solidaire : hors ROC.",
			When: func(c *Case) bool { return allRights(c, func(r *Right) bool { return r.C2S }) },
			Then: refuser("D07"),
		},
		{
			ID: "DRO-R07", Source: "dossier 2.2, tpAllowed ; 10.2, D03 [I]",
			Text: "Aucun contrat n'a le tiers payant pour ce contexte.",
			When: func(c *Case) bool {
				return allRights(c, func(r *Right) bool { return !r.paysFor(c.Sharing.Context) })
			},
			Then: refuser("D03"),
		},
	}
}

// addressed reports whether the message names the insurer, or who pays in its place.
func addressed(c *Case) bool {
	number := c.Request.RequestHeader().Receiver.AMCNumber
	return number == c.Insurer.AMC.Number || number == c.Insurer.AMC.Debtor.Number
}

func outsideRights(c *Case) bool {
	for _, r := range c.Identification.Rights {
		if slices.ContainsFunc(r.Periods, func(p roc.Period) bool { return touches(p, c.Sharing.From, c.Sharing.To) }) {
			return false
		}
	}
	return true
}

// waitsUntil returns the last day of the waiting period that the dates of care touch, none where they
// touch none.
func waitsUntil(c *Case) roc.Date {
	for _, r := range c.Identification.Rights {
		g := c.World.index.guarantees[r.Guarantee]
		for _, p := range r.Periods {
			waiting := roc.Period{From: p.From.AddDays(-g.WaitingDays), To: p.From.AddDays(-1)}
			if touches(waiting, c.Sharing.From, c.Sharing.To) {
				return waiting.To
			}
		}
	}
	return roc.Date{}
}

func allRights(c *Case, fits func(*Right) bool) bool {
	for i := range c.Identification.Rights {
		if !fits(&c.Identification.Rights[i]) {
			return false
		}
	}
	return true
}
