package amc

import "slices"

// guaranteeRules share the lines between contracts and patient. SIM and CLC both follow them, so
// that an estimate and a commitment cannot drift apart.
func guaranteeRules() Book {
	return slices.Concat(arithmeticRules(), sortingRules(), houseRules(), takingRules())
}

// takingRules say what a contract takes of each family of prestations.
func takingRules() Book {
	return Book{
		{
			ID: "GAR-R20", Source: "dossier 5.2 [G2] et 5.12 [K]",
			Text: "Le ticket modérateur est pris selon la garantie.",
			When: has(KindTM),
			Then: func(c *Case) { c.share(KindTM, KindTM, copayment) },
		},
		{
			ID: "GAR-R21", Source: "dossier 5.12 [K] ; annexe B [I]",
			Text: "Le dépassement est pris jusqu'au plafond de la garantie, que le praticien soit à l'OPTAM ou non.",
			When: hasOverrun,
			Then: func(c *Case) {
				c.share(KindTM, kindOverrun, overrun)
				c.share(KindPAS, kindOverrun, overrun)
			},
		},
		{
			ID: "GAR-R22", Source: "dossier 5.2 [G2] et 5.12 [K]",
			Text: "Le forfait journalier est pris selon la garantie et son nombre de jours.",
			When: has(KindFJ),
			Then: shareWhole(KindFJ),
		},
		{
			ID: "GAR-R23", Source: "dossier 5.12 [K] ; 5.10, E30",
			Text: "La participation forfaitaire est prise ou laissée selon la garantie.",
			When: has(KindPAS),
			Then: func(c *Case) { c.share(KindPAS, KindPAS, copayment) },
		},
		{
			ID: "GAR-R24", Source: "dossier 5.12 [K]",
			Text: "Le forfait patient urgences est pris ou laissé selon la garantie.",
			When: has(KindFPU),
			Then: shareWhole(KindFPU),
		},
		{
			ID: "GAR-R25", Source: "dossier 2.10 ; 5.10, E7 et E28 [I]",
			Text: "La chambre particulière est prise jusqu'au plafond par jour et au nombre de jours.",
			When: has(KindRoom),
			Then: shareWhole(KindRoom),
		},
		{
			ID: "GAR-R26", Source: "dossier 2.10 ; annexe B [I]",
			Text: "Lit et repas de l'accompagnant sont pris jusqu'à leur plafond commun par jour.",
			When: has(KindCompanion),
			Then: shareWhole(KindCompanion),
		},
	}
}

// shareWhole is the effect of a rule whose lines call on one family only.
func shareWhole(kind Kind) func(*Case) { return func(c *Case) { c.share(kind, kind, whole) } }

func has(kind Kind) func(*Case) bool {
	return func(c *Case) bool {
		for i := range c.Sharing.shares {
			if c.Sharing.shares[i].kind == kind {
				return true
			}
		}
		return false
	}
}

// overruns reports whether a line has a part above its base, which the overruns' family answers for.
func (s *sharing) overruns(i int) bool {
	k := s.shares[i].kind
	return (k == KindTM || k == KindPAS) && overrunOf(&s.Lines[i]) > 0
}

func hasOverrun(c *Case) bool {
	for i := range c.Sharing.Lines {
		if c.Sharing.overruns(i) {
			return true
		}
	}
	return false
}
