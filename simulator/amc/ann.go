package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// annRules is the book of the directory.
func annRules() Book {
	return append(registryRules(), Book{
		{
			ID: "ANN-R01", Source: "dossier 2.1, UNKNOWN [I]",
			Text: "Aucune AMC de l'annuaire ne porte le numéro demandé.",
			When: func(c *Case) bool { return len(c.Insurer.Candidates) == 0 },
			Then: func(c *Case) { c.answer(roc.Inconnu, "A01") },
		},
		{
			ID: "ANN-R02", Source: "dossier 2.1, AMBIGUOUS [I]",
			Text: "Plusieurs AMC portent le numéro demandé, et le CSR ne les départage pas.",
			When: func(c *Case) bool { return c.Insurer.AMC == nil },
			Then: ambiguous,
		},
		{
			ID: "ANN-R03", Source: "dossier 2.1, NOT_CONNECTED [I]",
			Text: "L'AMC est connue, mais n'est pas raccordée à ROC dans cette version.",
			When: notConnected,
			Then: func(c *Case) {
				c.ANN.A.AMC = c.Insurer.AMC.line()
				c.answer(roc.NonRaccorde, "A02")
			},
		},
		{
			ID: "ANN-R04", Source: "dossier 2.1, operator [P25]",
			Text: "L'AMC répond elle-même.",
			Then: operatorOfTheDay,
		},
		{
			ID: "ANN-R05", Source: "dossier 2.1, services, billing, domains [I]",
			Text: "L'annuaire donne les adresses des services, les domaines et l'adresse de facturation.",
			Then: endpoints,
		},
		{
			ID: "ANN-R06", Source: "dossier 2.1, validity [I]",
			Text: "La réponse peut être gardée le temps que l'AMC a fixé.",
			Then: func(c *Case) {
				days := *c.Insurer.AMC.DirectoryDays
				c.ANN.A.ValidFrom, c.ANN.A.ValidTo = c.Today, c.Today.AddDays(days)
				c.sayf("La réponse vaut %d jours, jusqu'au %s compris.", days, c.ANN.A.ValidTo.French())
				c.answer(roc.OK, "")
			},
		},
	}...)
}

func (a *AMC) line() *roc.DirectoryAMC {
	return &roc.DirectoryAMC{Number: a.Number, Label: a.Name, DebtorNumber: a.Debtor.Number}
}

func ambiguous(c *Case) {
	for _, a := range c.Insurer.Candidates {
		c.ANN.A.Candidates = append(c.ANN.A.Candidates, roc.Candidate{CSR: a.CSR, Label: a.Name})
	}
	c.sayf("%d AMC portent le numéro %s ; le CSR « %s » ne les départage pas.",
		len(c.Insurer.Candidates), c.ANN.Q.AMCNumber, c.ANN.Q.CSR)
	c.answer(roc.Ambigu, "A03")
}

func operatorOfTheDay(c *Case) {
	c.ANN.A.AMC = c.Insurer.AMC.line()
	id := c.Insurer.Operator
	if id == "" {
		return
	}
	c.ANN.A.Operator = &roc.Operator{ID: id, Label: c.World.index.operators[id].Name}
	c.sayf("L'opérateur %s répond pour l'AMC %s le %s.", id, c.Insurer.AMC.Number, c.Today.French())
}

// endpoints lists the services in the version asked; a change of operator to come is not
// announced, so that an answer kept too long leads to the wrong door.
func endpoints(c *Case) {
	a := c.Insurer.AMC
	c.listEndpoints(c.Version, c.URL)
	c.ANN.A.Domains = a.domainsIn(c.Version)
	if a.BillingAddress != "" {
		c.ANN.A.Billing = &roc.BillingAddress{Address: a.BillingAddress}
	}
}

// listEndpoints adds the services that are open in a version.
func (c *Case) listEndpoints(version string, url func(operator string, s roc.Service) string) {
	for _, s := range []roc.Service{roc.IDB, roc.SIM, roc.CLC, roc.DEL} {
		if !c.Insurer.AMC.opens(version, s) {
			continue
		}
		c.ANN.A.Endpoints = append(c.ANN.A.Endpoints, roc.Endpoint{
			Service:  s,
			URL:      url(c.Insurer.Operator, s),
			Version:  version,
			OpenFrom: c.Insurer.Since,
		})
	}
}
