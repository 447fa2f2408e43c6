package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// idbRightsRules refuse where no contract of the person is open on the dates asked.
func idbRightsRules() Book {
	return Book{
		{
			ID: "IDB-R13", Source: "dossier 2.2, period start / end [O]",
			Text: "La fin demandée précède le début.",
			When: func(c *Case) bool { return lastDay(c.IDB.Q).Before(c.IDB.Q.From) },
			Then: listNothing,
		},
		{
			ID: "IDB-R14", Source: "dossier 10.2, D05 [I]",
			Text: "Tous les contrats sont en délai de carence aux dates demandées.",
			When: func(c *Case) bool { return noneOpen(c) && slices.ContainsFunc(c.Rights, c.waits) },
			Then: refuseWaiting,
		},
		{
			ID: "IDB-R15", Source: "dossier 10.2, D02 [I]",
			Text: "Les droits s'ouvriront plus tard.",
			When: func(c *Case) bool { return noneOpen(c) && slices.ContainsFunc(c.Rights, c.opensLater) },
			Then: refuser("D02"),
		},
		{
			ID: "IDB-R16", Source: "dossier 10.2, D01 [I]",
			Text: "Aucun contrat n'est ouvert aux dates demandées.",
			When: noneOpen,
			Then: refuser("D01"),
		},
	}
}

// idbAnswerRules tell what the open contracts give, and end the answer.
func idbAnswerRules() Book {
	return Book{
		{
			ID: "IDB-R17", Source: "dossier 2.2, covers et renewalDate [O]",
			Text: "Les contrats ouverts sont listés par rang.",
			Then: listContracts,
		},
		{
			ID: "IDB-R18", Source: "dossier 2.2, nextAMC [I]",
			Text: "Une autre AMC est connue pour la suite.",
			When: func(c *Case) bool { return nextAMC(c) != "" },
			Then: func(c *Case) {
				c.IDB.A.NextAMC = nextAMC(c)
				c.sayf("L'AMC %s vient ensuite.", c.IDB.A.NextAMC)
			},
		},
		{
			ID: "IDB-R19", Source: "dossier 2.2, consignes [P12]",
			Text: "L'AMC donne une consigne à l'agent.",
			When: func(c *Case) bool { return len(c.Insurer.AMC.consignes(roc.IDB)) > 0 },
			Then: func(c *Case) { c.IDB.A.Consignes = c.Insurer.AMC.consignes(roc.IDB) },
		},
		{
			ID: "IDB-R20", Source: "dossier 10.2, D07 ; 5.10, E12 [I]",
			Text: "Le seul contrat ouvert relève de la complémentaire santé solidaire : hors ROC.",
			When: func(c *Case) bool { return everyRight(c, func(r Right) bool { return r.C2S }) },
			Then: func(c *Case) { c.answer(roc.OK, "D07") },
		},
		{
			ID: "IDB-R21", Source: "dossier 2.2, tpAllowed [I]",
			Text: "Les droits sont ouverts, mais aucun contrat n'a le tiers payant pour ce contexte.",
			When: func(c *Case) bool {
				return everyRight(c, func(r Right) bool { return !r.paysFor(c.IDB.Q.Context) })
			},
			Then: func(c *Case) { c.answer(roc.OK, "D03") },
		},
		{
			ID: "IDB-R22", Source: "dossier 2.2 [S1]",
			Text: "Les droits sont ouverts.",
			Then: func(c *Case) { c.answer(roc.OK, "") },
		},
	}
}

func listNothing(c *Case) {
	c.sayf("La fin demandée, %s, précède le début, %s : aucun droit n'est listé.",
		c.IDB.Q.To.French(), c.IDB.Q.From.French())
	c.IDB.A.Consignes = []roc.Consigne{{Text: "La date de fin précède la date de début : aucun droit n'est listé."}}
	c.answer(roc.OK, "")
}

func noneOpen(c *Case) bool {
	return !slices.ContainsFunc(c.Rights, func(k contract) bool { return len(k.open) > 0 })
}

// waits reports whether the contract would be open on the dates asked, but for its waiting period.
func (c *Case) waits(k contract) bool {
	return slices.ContainsFunc(k.known, func(p roc.Period) bool { return touches(p, c.IDB.Q.From, lastDay(c.IDB.Q)) })
}

func (c *Case) opensLater(k contract) bool {
	return slices.ContainsFunc(k.known, func(p roc.Period) bool { return p.From.After(lastDay(c.IDB.Q)) })
}

func refuseWaiting(c *Case) {
	for _, k := range c.Rights {
		if c.waits(k) {
			c.sayf("Contrat de rang %d, garantie %s : %d jours de carence.",
				k.cover.Rank, k.cover.Guarantee, k.guarantee.WaitingDays)
		}
	}
	c.answer(roc.Refuse, "D05")
}

func listContracts(c *Case) {
	i := c.saves.identification
	for _, k := range c.Rights {
		if len(k.open) == 0 {
			continue
		}
		c.IDB.A.Covers = append(c.IDB.A.Covers, k.wire())
		i.Rights = append(i.Rights, k.right())
		if renewal := k.open[0].Renewal; i.Renewal.IsZero() || renewal.Before(i.Renewal) {
			i.Renewal = renewal
		}
		for _, p := range k.open {
			c.sayf("Contrat de rang %d, garantie %s : droits ouverts %s, réponse sûre jusqu'au %s.",
				k.cover.Rank, k.cover.Guarantee, spell(p), p.Renewal.French())
		}
	}
}

func spell(p roc.Period) string {
	if p.To.IsZero() {
		return "depuis le " + p.From.French()
	}
	return "du " + p.From.French() + " au " + p.To.French()
}

func everyRight(c *Case, fits func(Right) bool) bool {
	return !slices.ContainsFunc(c.saves.identification.Rights, func(r Right) bool { return !fits(r) })
}

// key returns the two digits that end a NIR written with its key.
func key(nir string) string {
	if len(nir) < 15 {
		return ""
	}
	return nir[13:]
}
