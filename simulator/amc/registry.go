package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// Rules that open every book: who calls.
func registryRules() Book {
	return Book{
		{
			ID: "TRV-R01", Source: "dossier 10.2, S04 [I]",
			Text: "L'établissement appelant n'est pas inscrit au registre.",
			When: func(c *Case) bool { return c.Establishment == nil },
			Then: func(c *Case) { c.deny(roc.Forbidden, "S04") },
		},
		{
			ID: "TRV-R02", Source: "dossier 4.5 [K]",
			Text: "Les FINESS juridique et géographique du message ne vont pas ensemble dans le registre.",
			When: func(c *Case) bool { return c.Establishment.FinessEJ != c.Request.RequestHeader().Sender.FinessEJ },
			Then: func(c *Case) { c.deny(roc.Forbidden, "S04") },
		},
		{
			ID: "TRV-R03", Source: "dossier 10.2, S05 [I]",
			Text: "L'établissement appelant est suspendu.",
			When: func(c *Case) bool { return c.Establishment.State == stateSuspended },
			Then: func(c *Case) { c.deny(roc.Forbidden, "S05") },
		},
	}
}

// routingRules follow in the books of the AMC's own services: whether the call came to the right door.
func routingRules() Book {
	return Book{
		{
			ID: "TRV-R04", Source: "dossier 2.1, UNKNOWN [I]",
			Text: "Aucune AMC ne porte le numéro demandé.",
			When: func(c *Case) bool { return len(c.Insurer.Candidates) == 0 },
			Then: refuser("A01"),
		},
		{
			ID: "TRV-R05", Source: "dossier 2.1, NOT_CONNECTED [I]",
			Text: "L'AMC n'est pas raccordée à ROC dans cette version.",
			When: notOpen,
			Then: refuser("A02"),
		},
		{
			ID: "TRV-R06", Source: "dossier 2.1, changement d'opérateur [I]",
			Text: "L'opérateur appelé ne répond pas pour cette AMC aujourd'hui.",
			When: func(c *Case) bool { return c.Insurer.AMC != nil && !c.Insurer.answersAt(c.Operator) },
			Then: wrongDoor,
		},
	}
}

func notConnected(c *Case) bool {
	a := c.Insurer.AMC
	return a != nil && (!*a.Connected || !a.offers(c.Version))
}

// notOpen reports besides whether the service called is closed in this version.
func notOpen(c *Case) bool {
	a := c.Insurer.AMC
	return notConnected(c) || a != nil && !a.opens(c.Version, c.Request.Service())
}

func wrongDoor(c *Case) {
	current := c.Insurer.Operator
	if current == "" {
		current = "l'AMC elle-même"
	}
	c.sayf("L'opérateur appelé, %s, ne répond pas pour l'AMC %s le %s : c'est %s.",
		c.Operator, c.Insurer.AMC.Number, c.Today.French(), current)
	c.answer(roc.Refuse, "A04")
}
