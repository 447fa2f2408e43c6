package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// idbRules is the book of the identification of rights.
func idbRules() Book {
	return slices.Concat(registryRules(), Book{{
		ID: "IDB-R01", Source: "dossier 2.2, idbId [I]",
		Text: "La réponse reçoit un numéro, que SIM, CLC et DEL rappelleront.",
		Then: openIdentification,
	}}, routingRules(), idbAddressRules(), idbPersonRules(), idbRightsRules(), idbAnswerRules())
}

// idbAddressRules settle which insurer answers, and for what.
func idbAddressRules() Book {
	return Book{
		{
			ID: "IDB-R02", Source: "dossier 2.1, AMBIGUOUS [I]",
			Text: "Plusieurs AMC portent le numéro demandé, et le CSR ne les départage pas.",
			When: func(c *Case) bool { return c.Insurer.AMC == nil },
			Then: refuser("A03"),
		},
		{
			ID: "IDB-R03", Source: "dossier 2.1, routage [I]",
			Text: "Le destinataire du message n'est pas l'AMC de l'attestation.",
			When: func(c *Case) bool { return c.IDB.Q.Header.Receiver.AMCNumber != c.IDB.Q.Card.AMCNumber },
			Then: refuser("A04"),
		},
		{
			ID: "IDB-R04", Source: "dossier 2.2, debtor et contacts [P12]",
			Text: "Le débiteur est l'AMC de l'attestation.",
			Then: debtorAndContacts,
		},
		{
			ID: "IDB-R05", Source: "dossier 2.2, domain [I]",
			Text: "Le domaine demandé n'est pas ouvert chez cette AMC.",
			When: func(c *Case) bool {
				return c.IDB.Q.Domain != "" && !slices.Contains(c.Insurer.AMC.domainsIn(c.Version), c.IDB.Q.Domain)
			},
			Then: refuser("C02"),
		},
	}
}

// idbPersonRules recognise the beneficiary.
func idbPersonRules() Book {
	return Book{
		{
			ID: "IDB-R06", Source: "dossier 2.2, memberNumber [O]",
			Text: "Cette AMC n'identifie personne sans numéro d'adhérent.",
			When: func(c *Case) bool { return c.Insurer.AMC.MemberRequired && c.IDB.Q.Card.MemberNumber == "" },
			Then: refuser("B03"),
		},
		{
			ID: "IDB-R07", Source: "dossier 10.2, B01 [I]",
			Text: "Ni le NIR ni le numéro d'adhérent ne mènent à un bénéficiaire de cette AMC.",
			When: func(c *Case) bool { return len(c.Match.ByNumber) == 0 },
			Then: refuser("B01"),
		},
		{
			ID: "IDB-R08", Source: "dossier 10.2, B05 [I]",
			Text: "Un NIR du message contredit celui que l'AMC connaît.",
			When: func(c *Case) bool { return len(c.Match.ByNIR) == 0 },
			Then: refuser("B05"),
		},
		{
			ID: "IDB-R09", Source: "dossier 2.2, birthDate et birthRank [O], 4.3 [G1]",
			Text: "Le NIR est connu, mais la date de naissance, comparée telle quelle, ou le rang ne correspond pas.",
			When: func(c *Case) bool { return len(c.Match.ByBirth) == 0 },
			Then: refuser("B04"),
		},
		{
			ID: "IDB-R10", Source: "dossier 2.2, règle des bénéficiaires multiples [I]",
			Text: "Plusieurs bénéficiaires restent possibles après le rang.",
			When: func(c *Case) bool { return c.Person == nil },
			Then: func(c *Case) {
				c.sayf("%d bénéficiaires restent possibles après le rang, le numéro d'adhérent et les noms.",
					len(c.Match.ByBirth))
				c.answer(roc.Refuse, "B02")
			},
		},
		{
			ID: "IDB-R11", Source: "dossier 2.2, memberNumber [O]",
			Text: "Cette AMC exige le numéro d'adhérent, et celui du message n'est pas celui du bénéficiaire.",
			When: func(c *Case) bool {
				return c.Insurer.AMC.MemberRequired && !c.Person.hasMember(c.Insurer.AMC, c.IDB.Q.Card.MemberNumber)
			},
			Then: refuser("B01"),
		},
		{
			ID: "IDB-R12", Source: "dossier 2.2, beneficiary as known by the AMC [I]",
			Text: "Le bénéficiaire est reconnu.",
			Then: recognise,
		},
	}
}

func openIdentification(c *Case) {
	q := c.IDB.Q
	c.IDB.A.IdbID = c.World.number("IDB-", q.Header.Sender.FinessEG, q.Header.MessageID, q.Card.AMCNumber,
		q.Beneficiary.InsuredNIR, q.Beneficiary.NIR, q.Beneficiary.BirthDate, q.From.String(), q.To.String())
	c.saves.identification = &Identification{
		ID:         c.IDB.A.IdbID,
		FinessEG:   q.Header.Sender.FinessEG,
		AMC:        q.Card.AMCNumber,
		Context:    q.Context,
		AnsweredAt: c.Now,
	}
}

func debtorAndContacts(c *Case) {
	a := c.Insurer.AMC
	c.saves.identification.CSR = a.CSR
	c.IDB.A.Debtor = a.debtor()
	c.IDB.A.Contacts = a.contacts()
	if a.Debtor.Number != a.Number {
		c.sayf("Le débiteur, %s, n'est pas l'AMC de l'attestation, %s.", a.Debtor.Number, a.Number)
	}
}

func recognise(c *Case) {
	p := c.Person
	c.saves.identification.Person = p.ID
	c.IDB.A.Beneficiary = &roc.Beneficiary{
		InsuredNIR: body(p.InsuredNIR),
		InsuredKey: key(p.InsuredNIR),
		NIR:        body(p.NIR),
		Key:        key(p.NIR),
		BirthDate:  p.BirthDate,
		BirthRank:  p.BirthRank,
		LastName:   p.LastName,
		FirstName:  p.FirstName,
	}
	c.sayf("Le bénéficiaire %s est reconnu, rang %d.", p.ID, p.BirthRank)
}

// nextAMC finds the payer that follows this AMC among those which the person has on these dates.
func nextAMC(c *Case) string {
	mine, number, rank := c.Rights[0].cover, "", 0
	for i := range c.Person.Covers {
		v := &c.Person.Covers[i]
		if v.AMC != mine.AMC && v.Rank > mine.Rank && (rank == 0 || v.Rank < rank) && v.openOn(c.IDB.Q) {
			number, rank = v.AMC, v.Rank
		}
	}
	return number
}

// openOn reports whether the cover has a day in common with the dates asked.
func (v *Cover) openOn(q *roc.IDBRequest) bool {
	return slices.ContainsFunc(v.Periods, func(p Period) bool {
		return touches(roc.Period{From: p.From, To: p.To}, q.From, lastDay(q))
	})
}
