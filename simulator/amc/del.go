package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// delRules is the book of the cancellation of one calculation.
func delRules() Book {
	return slices.Concat(registryRules(), Book{{
		ID: "DEL-R01", Source: "dossier 2.5 [I]",
		Text: "La réponse rappelle l'engagement visé.",
		Then: func(c *Case) {
			c.DEL.A.ClcID = c.DEL.Q.ClcID
			c.sayf("Annulation de l'engagement %s demandée.", c.DEL.Q.ClcID)
		},
	}}, routingRules(), Book{
		{
			ID: "DEL-R02", Source: "dossier 2.5 [S1, I]",
			Text: "L'engagement est inconnu de cette AMC.",
			When: func(c *Case) bool { return c.Target == nil || c.Insurer.AMC == nil || !addressed(c) },
			Then: func(c *Case) { c.answer(roc.Inconnu, "G03") },
		},
		{
			ID: "DEL-R03", Source: "dossier 2.5 [I]",
			Text: "Seul l'établissement qui a obtenu l'engagement peut l'annuler ; pour un autre, il est inconnu.",
			When: func(c *Case) bool { return c.Target.FinessEG != c.DEL.Q.Header.Sender.FinessEG },
			Then: func(c *Case) { c.answer(roc.Inconnu, "G03") },
		},
		{
			ID: "DEL-R04", Source: "dossier 2.5 [I]",
			Text: "L'engagement est déjà annulé : l'annulation peut être répétée sans effet.",
			When: func(c *Case) bool { return c.Target.State == Annule },
			Then: func(c *Case) { c.answer(roc.DejaAnnule, "") },
		},
		{
			ID: "DEL-R05", Source: "dossier 2.5 [I]",
			Text: "L'engagement est facturé : il ne s'annule plus que par une correction comptable.",
			When: func(c *Case) bool { return c.Target.State == Facture },
			Then: func(c *Case) { c.answer(roc.TropTard, "G06") },
		},
		{
			ID: "DEL-R06", Source: "dossier 2.7, LAPSED [I]",
			Text: "L'engagement est échu.",
			When: func(c *Case) bool { return c.Target.lapsed(c.Today) },
			Then: func(c *Case) {
				c.sayf("L'engagement était garanti jusqu'au %s : il est échu.", c.Target.GuaranteedUntil.French())
				c.end(c.Target, Echu)
				c.answer(roc.Refuse, "G05")
			},
		},
		{
			ID: "DEL-R07", Source: "dossier 2.5 [S1, P12]",
			Text: "L'engagement est annulé : le dossier peut recevoir un nouveau calcul.",
			Then: func(c *Case) {
				c.say(c.rule.Text)
				c.end(c.Target, Annule)
				c.answer(roc.OK, "")
			},
		},
	})
}
