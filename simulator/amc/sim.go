package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// simRules is the book of the simulation: the sharing of CLC, without what commits.
func simRules() Book {
	return slices.Concat(registryRules(), routingRules(), identifiedRules(), Book{
		{
			ID: "SIM-R01", Source: "dossier 2.3 [P19]",
			Text: "La simulation ne vaut que pour un séjour ; l'identification citée est celle de soins externes.",
			When: func(c *Case) bool { return c.Identification.Context == roc.ACE },
			Then: refuser("C03"),
		},
	}, guaranteeRules(), Book{
		{
			ID: "SIM-R02", Source: "dossier 2.3 [K, I]",
			Text: "L'estimation n'engage personne et ne réserve aucun plafond.",
			Then: estimate,
		},
		{
			ID: "SIM-R03", Source: "dossier 2.2, consignes [P12]",
			Text: "L'AMC donne une consigne à l'agent.",
			When: func(c *Case) bool { return len(c.Insurer.AMC.consignes(roc.SIM)) > 0 },
			Then: func(c *Case) { c.SIM.A.Consignes = c.Insurer.AMC.consignes(roc.SIM) },
		},
	})
}

func estimate(c *Case) {
	q, a := c.SIM.Q, c.SIM.A
	a.SimID = c.World.number("SIM-", q.Header.Sender.FinessEG, q.Header.MessageID, q.IdbID)
	a.ValidUntil = c.Identification.Renewal
	a.Lines, a.Totals = c.replies()
	c.outcome(roc.OK, c.Sharing.reason())
	c.sayf("Estimation : AMC %s, patient %s, valable jusqu'au %s ; elle n'engage personne.",
		a.Totals.AMC.French(), a.Totals.Patient.French(), a.ValidUntil.French())
}
