package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

func periodCancelled() Rule {
	return Rule{
		ID: "DEL-R08", Source: "dossier 6.2, facturation intermédiaire [I]",
		Text: "La réponse rappelle la période de l'engagement.",
		When: func(c *Case) bool { return c.Target.Reply.Period.Index > 0 },
		Then: func(c *Case) { c.DEL.A.Period = c.Target.Reply.Period },
	}
}

// cancellationRules keep the living periods of a stay without a gap: the last one goes first.
func cancellationRules() []Rule {
	return []Rule{
		{
			ID: "DEL-R09", Source: "dossier 6.2 ; 9.5, DEL-08 [I]",
			Text: "Une période suivante est engagée : elle s'annule d'abord.",
			When: func(c *Case) bool { return len(c.Chain.after) > 0 && !cascades(c) },
			Then: func(c *Case) {
				last := c.Chain.after[len(c.Chain.after)-1]
				c.sayf("La période %d est engagée sous le numéro %s : elle s'annule d'abord.",
					last.Reply.Period.Index, last.ClcID)
				c.answer(roc.Refuse, "G08")
			},
		},
		{
			ID: "DEL-R10", Source: "dossier 6.2 ; 9.5, DEL-08 [I]",
			Text: "Les périodes suivantes sont annulées d'abord, la dernière la première.",
			When: func(c *Case) bool { return len(c.Chain.after) > 0 },
			Then: func(c *Case) {
				for _, e := range slices.Backward(c.Chain.after) {
					c.sayf("La période %d, engagée sous le numéro %s, est annulée.", e.Reply.Period.Index, e.ClcID)
					c.end(e, Annule)
				}
			},
		},
	}
}

// cascades reports whether the AMC cancels the periods that follow by itself; none of them invoiced.
func cascades(c *Case) bool {
	return c.Insurer.AMC.Cascade &&
		!slices.ContainsFunc(c.Chain.after, func(e *Engagement) bool { return e.State == Facture })
}
