package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// arithmeticRules refuse what does not add up, before anything is shared.
func arithmeticRules() Book {
	return Book{
		{
			ID: "GAR-R01", Source: "dossier 10.2, M02 [I]",
			Text: "Un montant est négatif.",
			When: func(c *Case) bool {
				return negativeTotals(c.Sharing.Totals) || slices.ContainsFunc(c.Sharing.Lines, negative)
			},
			Then: refuser("M02"),
		},
		{
			ID: "GAR-R02", Source: "dossier 10.2, M03 ; 2.4, invariants [I]",
			Text: "Les parts d'une ligne dépassent ce qu'elle facture.",
			When: func(c *Case) bool { return slices.ContainsFunc(c.Sharing.Lines, exceeds) },
			Then: refuseExcess,
		},
		{
			ID: "GAR-R03", Source: "dossier 10.2, M01 ; 2.4, invariants [I]",
			Text: "Les totaux ne sont pas la somme des lignes.",
			When: func(c *Case) bool { return *c.Sharing.Totals != c.Sharing.sums() },
			Then: func(c *Case) {
				said, found := c.Sharing.Totals, c.Sharing.sums()
				c.sayf("Totaux annoncés : facturé %s, AMO %s, demandé %s ; somme des lignes : %s, %s, %s.",
					said.Billed.French(), said.AMO.French(), said.Requested.French(),
					found.Billed.French(), found.AMO.French(), found.Requested.French())
				c.answer(roc.Refuse, "M01")
			},
		},
	}
}

func negativeTotals(t *roc.Totals) bool { return min(t.Billed, t.AMO, t.Requested, t.PatientPaid) < 0 }

func negative(l roc.Line) bool {
	return min(l.UnitPrice, l.Total, l.Base, l.AMO, l.Left, l.OtherAMC, l.Overrun) < 0
}

// exceeds reports whether the parts of a line are more than the line. Less is allowed: what the
// hospital does not ask stays with the patient.
func exceeds(l roc.Line) bool {
	return l.AMO+l.Left > l.Total || l.OtherAMC > l.Left || l.Overrun > l.Left
}

func refuseExcess(c *Case) {
	for i := range c.Sharing.Lines {
		if l := &c.Sharing.Lines[i]; exceeds(*l) {
			c.sayf("Ligne %d (%s) : facturé %s, part AMO %s, reste %s, autre AMC %s, dépassement %s.", l.ID, l.Code,
				l.Total.French(), l.AMO.French(), l.Left.French(), l.OtherAMC.French(), l.Overrun.French())
		}
	}
	c.answer(roc.Refuse, "M03")
}

// sums adds up the lines; what the patient has paid is no sum.
func (s *sharing) sums() roc.Totals {
	sums := roc.Totals{PatientPaid: s.Totals.PatientPaid}
	for i := range s.Lines {
		l := &s.Lines[i]
		sums.Billed += l.Total
		sums.AMO += l.AMO
		sums.Requested += l.Requested()
	}
	return sums
}

// sortingRules say to which guarantee each line belongs, and set aside those that belong to none.
func sortingRules() Book {
	return Book{
		{
			ID: "GAR-R10", Source: "dossier 5.6 [K]",
			Text: "Chaque ligne va à la garantie de son code ; les contrats utilisables sont pris par rang.",
			Then: sortLines,
		},
		{
			ID: "GAR-R11", Source: "dossier 10.2, P01 [I]",
			Text: "Un code de prestation est inconnu.",
			When: has(kindUnknown),
			Then: func(c *Case) { c.setAside(kindUnknown, "P01", 0, "code de prestation inconnu") },
		},
		{
			ID: "GAR-R12", Source: "dossier 5.6 [G1] ; 2.10 [I]",
			Text: "Une prestation n'est jamais à la charge d'une AMC.",
			When: has(KindExcluded),
			Then: func(c *Case) { c.setAside(KindExcluded, "P02", 0, "prestation jamais à la charge d'une AMC") },
		},
		{
			ID: "GAR-R15", Source: "dossier 5.12 et 5.13 [K]",
			Text: "La participation de 2 €, les franchises et la majoration hors parcours restent à l'assuré.",
			When: has(KindPatient),
			Then: func(c *Case) { c.setAside(KindPatient, "P02", 0, "somme que la loi laisse à l'assuré") },
		},
		{
			ID: "GAR-R19", Source: "dossier 5.8 ; 10.2, P05 [I]",
			Text: "Une ligne dite participation forfaitaire porte un code qui ne peut pas l'être.",
			When: has(kindFlagged),
			Then: func(c *Case) {
				c.setAside(kindFlagged, "P05", 0, "code qui ne peut pas porter la participation forfaitaire")
			},
		},
		contradiction("GAR-R28", "dossier 10.2, P03 [I]", "Une ligne porte des dates hors de la venue.",
			"P03", "dates hors de la venue", outsideVenue),
		contradiction("GAR-R29", "dossier 10.2, P05 ; annexe, norme V1, ligne [I]",
			"Le total d'une ligne n'est pas sa quantité multipliée par son prix et son coefficient.",
			"P05", "total différent de la quantité multipliée par le prix unitaire et le coefficient", mispriced),
		contradiction("GAR-R30", "dossier 10.2, P05 ; 5.10, arrondis [I]",
			"Les parts d'une ligne ne sont pas celles que donnent sa base et son taux.",
			"P05", "parts différentes de celles que donnent la base et le taux", misshared),
		contradiction("GAR-R31", "dossier 10.2, P04 ; 5.11 [I]",
			"Une ligne demande ce dont la situation du patient l'exonère.",
			"P04", "somme dont la nature d'assurance ou le payeur du forfait journalier exonère", exempted),
		{
			ID: "GAR-R13", Source: "dossier 5.8 [P34]",
			Text: "La participation forfaitaire n'est due qu'une fois par séjour.",
			When: func(c *Case) bool { return c.Sharing.Context == roc.Sejour && c.Sharing.count(KindPAS) > 1 },
			Then: func(c *Case) { c.setAside(KindPAS, "P06", 1, "participation due une seule fois par séjour") },
		},
		{
			ID: "GAR-R14", Source: "dossier 5.7 [G1]",
			Text: "Une facture ne porte qu'un forfait patient urgences.",
			When: func(c *Case) bool { return c.Sharing.count(KindFPU) > 1 },
			Then: func(c *Case) { c.setAside(KindFPU, "P06", 1, "un seul forfait patient urgences par facture") },
		},
	}
}

// kindOf returns the family of prestations that a line belongs to. An act may carry the participation;
// what is neither an act nor the participation cannot.
func (w *World) kindOf(l *roc.Line) Kind {
	switch k := w.index.kinds[l.Code]; {
	case k == "":
		return kindUnknown
	case !l.PAS || k == KindPAS:
		return k
	case k == KindTM:
		return KindPAS
	}
	return kindFlagged
}

func sortLines(c *Case) {
	for i := range c.Sharing.Lines {
		c.Sharing.shares[i].kind = c.World.kindOf(&c.Sharing.Lines[i])
	}
	for i := range c.Identification.Rights {
		r := &c.Identification.Rights[i]
		if g := c.World.index.guarantees[r.Guarantee]; g != nil && r.paysFor(c.Sharing.Context) {
			c.Sharing.uses = append(c.Sharing.uses, use{right: r, guarantee: g})
		}
	}
}

func (s *sharing) count(kind Kind) int {
	n := 0
	for i := range s.shares {
		if s.shares[i].kind == kind {
			n++
		}
	}
	return n
}

// setAside refuses the lines of a kind, but for the first ones kept.
func (c *Case) setAside(kind Kind, code string, kept int, because string) {
	for i := range c.Sharing.shares {
		if c.Sharing.shares[i].kind != kind {
			continue
		}
		if kept--; kept < 0 {
			c.refuseLine(i, code, because)
		}
	}
}
