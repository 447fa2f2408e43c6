package amc

import (
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// What an AMC opens in V2: versions side by side, domains, modes of funding, one technical contract.

func connectedInNoVersion() Rule {
	return Rule{
		ID: "ANN-R07", Source: "dossier 2.1, NOT_CONNECTED [I]",
		Text: "L'AMC est connue, mais n'est raccordée à ROC dans aucune version.",
		When: func(c *Case) bool { return !*c.Insurer.AMC.Connected },
		Then: func(c *Case) {
			c.ANN.A.AMC = c.Insurer.AMC.line()
			c.answer(roc.NonRaccorde, "A02")
		},
	}
}

// endpointsOf lists the services in each of the versions that callers of this one speak, best first,
// so that they can fall back.
func endpointsOf(versions ...string) Rule {
	return Rule{
		ID: "ANN-R08", Source: "dossier 2.1, services, billing, domains ; 9.1, ANN-14 et ANN-15 [I]",
		Text: "L'annuaire donne les adresses des services dans chaque version que l'AMC sert.",
		Then: func(c *Case) {
			a := c.Insurer.AMC
			var served, domains []string
			for _, v := range versions {
				if !a.offers(v) {
					continue
				}
				served, domains = append(served, v), append(domains, a.domainsIn(v)...)
				c.listEndpoints(v, func(o string, s roc.Service) string { return c.URLIn(v, o, s) })
			}
			slices.Sort(domains)
			c.ANN.A.Domains = slices.Compact(domains)
			if a.BillingAddress != "" {
				c.ANN.A.Billing = &roc.BillingAddress{Address: a.BillingAddress}
			}
			if a.offers(c.Version) {
				c.ANN.A.TechnicalContract, c.ANN.A.Modes = a.contract(), a.modes()
			}
			c.sayf("L'AMC %s sert %s ; domaines : %s.", a.Number, strings.Join(served, " et "),
				strings.Join(c.ANN.A.Domains, ", "))
		},
	}
}

func singleContract() Rule {
	return Rule{
		ID: "IDB-R23", Source: "dossier 6.1, contrat technique unique [S0]",
		Text: "Le contrat technique est le même quel que soit l'établissement.",
		Then: func(c *Case) { c.IDB.A.TechnicalContract = c.Insurer.AMC.contract() },
	}
}

func modeOfIdentification() Rule {
	return Rule{
		ID: "IDB-R24", Source: "dossier 6.1, établissements [S0] ; 9.9, V2-22 [I]",
		Text: "Les établissements de ce mode de financement ne sont pas servis par cette AMC.",
		When: func(c *Case) bool { return c.IDB.Q.Mode != "" && !c.Insurer.AMC.serves(c.IDB.Q.Mode) },
		Then: refuser("C04"),
	}
}

func modeOfCalculation() Rule {
	return Rule{
		ID: "CLC-R13", Source: "dossier 6.1, établissements [S0] ; 9.9, V2-22 [I]",
		Text: "Les établissements de ce mode de financement ne sont pas servis par cette AMC.",
		When: func(c *Case) bool {
			mode := c.CLC.Q.Establishment.Mode
			return mode != "" && !c.Insurer.AMC.serves(mode)
		},
		Then: refuser("C04"),
	}
}

// domainOfNoContract shows the contracts with the domains that they open, and refuses the one asked.
func domainOfNoContract() Rule {
	return Rule{
		ID: "IDB-R25", Source: "dossier 9.2, IDB-26 [I]",
		Text: "Aucun contrat n'ouvre au tiers payant le domaine demandé ; les autres domaines restent ouverts.",
		When: func(c *Case) bool {
			return everyRight(c, func(r Right) bool { return !r.opens(c.IDB.Q.Domain) })
		},
		Then: refuser("C02"),
	}
}

// domainOfStay keeps the contracts that open the domain of the care.
func domainOfStay() Rule {
	return Rule{
		ID: "DRO-R09", Source: "dossier 9.2, IDB-26 [I]",
		Text: "Un contrat, ou l'AMC, n'ouvre pas au tiers payant le domaine du séjour.",
		When: func(c *Case) bool { return !c.servesDomain() || !allRights(c, c.opensDomain) },
		Then: func(c *Case) {
			kept := *c.Identification
			kept.Rights = nil
			for _, r := range c.Identification.Rights {
				if c.opensDomain(&r) {
					kept.Rights = append(kept.Rights, r)
				} else {
					c.sayf("Le contrat de rang %d n'ouvre pas le domaine %s au tiers payant.", r.Rank, c.domain())
				}
			}
			c.Identification = &kept
			if len(kept.Rights) == 0 || !c.servesDomain() {
				c.sayf("Le domaine %s n'est pas ouvert au tiers payant.", c.domain())
				c.answer(roc.Refuse, "C02")
			}
		},
	}
}

func (c *Case) servesDomain() bool {
	return c.domain() == "" || slices.Contains(c.Insurer.AMC.domainsIn(c.Version), c.domain())
}

func (c *Case) opensDomain(r *Right) bool { return r.opens(c.domain()) }

// opens reports whether a domain can be used under the right; one not named can.
func (r *Right) opens(domain string) bool {
	return domain == "" || len(r.Domains) == 0 || slices.Contains(r.Domains, domain)
}

// domain is that of the stay estimated or calculated.
func (c *Case) domain() string {
	if c.SIM.Q != nil {
		return c.SIM.Q.Stay.Domain
	}
	return c.CLC.Q.Venue.Domain
}
