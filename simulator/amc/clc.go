package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// clcRules is the book of the calculation, which commits the AMC.
func clcRules() Book {
	return slices.Concat(registryRules(), clcSenderRules(), routingRules(), clcReplayRules(), identifiedRules(),
		clcDossierRules(), guaranteeRules(), clcCommitRules())
}

func clcSenderRules() Book {
	return Book{{
		ID: "CLC-R01", Source: "dossier 4.5 [K]",
		Text: "L'établissement à facturer n'est pas celui qui appelle.",
		When: func(c *Case) bool {
			e, s := &c.CLC.Q.Establishment, &c.CLC.Q.Header.Sender
			return e.FinessEJ != s.FinessEJ || e.FinessEG != s.FinessEG
		},
		Then: func(c *Case) { c.deny(roc.Forbidden, "S04") },
	}}
}

// clcReplayRules give a calculation already answered its first answer, for ever.
func clcReplayRules() Book {
	return Book{
		{
			ID: "CLC-R02", Source: "dossier 2.9 [I]",
			Text: "L'identifiant de calcul a déjà servi pour une autre demande.",
			When: func(c *Case) bool { return c.Same != nil && c.Same.Fingerprint != c.keys.fingerprint },
			Then: func(c *Case) {
				c.replayed = true
				c.answer(roc.Refuse, "G07")
			},
		},
		{
			ID: "CLC-R03", Source: "dossier 2.9 [I]",
			Text: "Ce calcul a déjà reçu sa réponse : la même est rendue.",
			When: func(c *Case) bool { return c.Same != nil },
			Then: func(c *Case) {
				*c.CLC.A = c.Same.Reply
				c.replayed, c.done = true, true
				c.say(c.rule.Text)
				c.trace[len(c.trace)-1].Forced = c.Same.Forced
			},
		},
	}
}

// clcDossierRules look at what the AMC already knows of the dossier.
func clcDossierRules() Book {
	return Book{
		{
			ID: "CLC-R04", Source: "dossier 2.6, D2 ; 9.6, DEL-07 [I]",
			Text: "Le patient du calcul n'est pas le bénéficiaire identifié.",
			When: func(c *Case) bool {
				b := &c.CLC.Q.Patient.Beneficiary
				return !c.Person.sameNIR(b) && b.InsuredNIR+b.NIR != "" || !c.Person.sameBirth(b)
			},
			Then: refuser("G01"),
		},
		{
			ID: "CLC-R05", Source: "dossier 2.7, LAPSED [I]",
			Text: "L'engagement qui tenait ce dossier est échu : il ne tient plus rien.",
			When: func(c *Case) bool { return c.Live != nil && c.Live.lapsed(c.Today) },
			Then: func(c *Case) {
				c.sayf("L'engagement %s était garanti jusqu'au %s : il est échu.",
					c.Live.ClcID, c.Live.GuaranteedUntil.French())
				c.end(c.Live, Echu)
				c.Live = nil
			},
		},
		{
			ID: "CLC-R06", Source: "dossier 2.6, D9 ; 2.9 [I]",
			Text: "Un engagement tient déjà ce dossier pour cette AMC et cette période.",
			When: func(c *Case) bool { return c.Live != nil },
			Then: func(c *Case) {
				c.CLC.A.ClcID = c.Live.ClcID
				c.sayf("L'engagement %s tient déjà ce dossier.", c.Live.ClcID)
				c.answer(roc.Refuse, "G02")
			},
		},
		{
			ID: "CLC-R07", Source: "dossier 2.6, D4 [I]",
			Text: "L'engagement à remplacer est inconnu.",
			When: func(c *Case) bool {
				q := c.CLC.Q
				return q.PreviousClcID != "" && (c.Previous == nil || c.Previous.FinessEG != q.Header.Sender.FinessEG)
			},
			Then: refuser("G03"),
		},
		{
			ID: "CLC-R08", Source: "dossier 2.6, D4 [I]",
			Text: "L'engagement à remplacer n'a pas été annulé d'abord.",
			When: func(c *Case) bool {
				return c.Previous != nil && c.Previous.LiveKey != "" && !c.Previous.lapsed(c.Today)
			},
			Then: func(c *Case) {
				c.CLC.A.ClcID = c.Previous.ClcID
				c.answer(roc.Refuse, "G02")
			},
		},
		{
			ID: "CLC-R20", Source: "dossier 2.7, LAPSED [I]",
			Text: "L'engagement à remplacer est échu : il ne tient plus rien.",
			When: func(c *Case) bool {
				return c.Previous != nil && c.Previous.LiveKey != "" && c.Previous.LiveKey != c.keys.live
			},
			Then: func(c *Case) {
				c.say(c.rule.Text)
				c.end(c.Previous, Echu)
			},
		},
	}
}

// clcCommitRules turn the shares into an engagement, or into a refusal.
func clcCommitRules() Book {
	return Book{
		{
			ID: "CLC-R09", Source: "dossier 2.6, D5 [P8]",
			Text: "Les lignes sont partagées entre l'AMC et le patient.",
			Then: func(c *Case) {
				a := c.CLC.A
				a.Lines, a.Totals = c.replies()
				a.Debtor, a.Contacts = c.Insurer.AMC.debtor(), c.Insurer.AMC.contacts()
				c.sayf("AMC %s sur %s demandés, patient %s.", a.Totals.AMC.French(),
					c.Sharing.Totals.Requested.French(), a.Totals.Patient.French())
			},
		},
		{
			ID: "CLC-R10", Source: "dossier 2.6, D5 [P8]",
			Text: "Rien n'est à la charge de l'AMC : aucun engagement n'est pris.",
			When: func(c *Case) bool { return c.CLC.A.Totals.AMC == 0 },
			Then: func(c *Case) {
				code := c.Sharing.reason()
				if code == "" {
					code = "P02"
				}
				c.answer(roc.Refuse, code)
			},
		},
		{
			ID: "CLC-R11", Source: "dossier 2.4 [P5, P8] ; 2.8 [?]",
			Text: "L'AMC s'engage.",
			Then: commit,
		},
		{
			ID: "CLC-R12", Source: "dossier 2.2, consignes [P12]",
			Text: "L'AMC donne une consigne à l'agent.",
			When: func(c *Case) bool { return len(c.Insurer.AMC.consignes(roc.CLC)) > 0 },
			Then: func(c *Case) { c.CLC.A.Consignes = c.Insurer.AMC.consignes(roc.CLC) },
		},
	}
}

// later is the day from which the invoice is waited for: an engagement taken long after the exit must
// not be born lapsed.
func later(exit, today roc.Date) roc.Date {
	if exit.Before(today) {
		return today
	}
	return exit
}

func commit(c *Case) {
	q, a, insurer := c.CLC.Q, c.CLC.A, c.Insurer.AMC
	a.ClcID = c.World.number("ENG-"+insurer.Number+"-", q.Header.Sender.FinessEG, q.ClcRequestID)
	a.GuaranteedUntil = later(c.Sharing.To, c.Today).AddDays(insurer.GuaranteeDays)
	a.BillingAddress = insurer.BillingAddress
	result := roc.Accepte
	if a.Totals.AMC < c.Sharing.Totals.Requested {
		result = roc.Partiel
	}
	c.outcome(result, c.Sharing.reason())
	c.sayf("L'AMC s'engage sur %s sous le numéro %s ; la facture doit arriver au plus tard le %s.",
		a.Totals.AMC.French(), a.ClcID, a.GuaranteedUntil.French())
}
