package amc

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The ways in which an AMC computes a renewal date.
const (
	renewDays     = "jours"
	renewMonth    = "debut_de_mois"
	renewMidMonth = "milieu_de_mois"
	renewMonthEnd = "fin_de_mois"
)

var renewalModes = []string{renewDays, renewMonth, renewMidMonth, renewMonthEnd}

func (c *checker) renewal(at string, r *Renewal) {
	c.oneOf(at+".mode", r.Mode, renewalModes)
	if r.Mode != renewDays && r.Days != 0 {
		c.fail(at+".jours", "only the mode %q counts days", renewDays)
	}
	c.within(at+".jours", r.Days, 0, 3660)
}

// people checks beneficiaries and their covers.
func (c *checker) people() {
	ids := set{}
	for i := range c.world.Beneficiaries {
		b := &c.world.Beneficiaries[i]
		at := fmt.Sprintf("beneficiaires[%d]", i)
		if !identifier.MatchString(b.ID) {
			c.fail(at+".id", "%q is no persona: want 1 to 20 letters, digits, dashes", b.ID)
		}
		ids.add(c, at+".id", b.ID)
		c.nir(at+".nir_assure", b.InsuredNIR)
		if b.NIR != "" {
			c.nir(at+".nir", b.NIR)
		}
		if !birthDate.MatchString(b.BirthDate) {
			c.fail(at+".naissance", "want 8 digits AAAAMMJJ, as on the card")
		}
		c.within(at+".rang", b.BirthRank, 1, 9)
		c.text(at+".nom", b.LastName, 1, 80, nil)
		c.text(at+".prenom", b.FirstName, 1, 80, nil)
		for j := range b.Covers {
			c.cover(fmt.Sprintf("%s.couvertures[%d]", at, j), &b.Covers[j])
		}
	}
}

// nir never repeats the number: messages end up in logs.
func (c *checker) nir(at, value string) {
	switch {
	case len(value) != 15 || !roc.ValidNIR(value[:13]):
		c.fail(at, "is no NIR: want 13 characters and the 2 digits of the key")
	case roc.NIRKey(value[:13]) != value[13:]:
		c.fail(at, "has key %s, want %s", value[13:], roc.NIRKey(value[:13]))
	}
}

func (c *checker) cover(at string, v *Cover) {
	reference(c, at+".amc", v.AMC, c.world.index.insurers)
	if entries := c.world.index.insurers[v.AMC]; v.CSR != "" && len(entries) > 0 {
		known := map[string]bool{}
		for _, a := range entries {
			known[a.CSR] = true
		}
		reference(c, at+".csr", v.CSR, known)
	}
	reference(c, at+".garantie", v.Guarantee, c.world.index.guarantees)
	c.oneOf(at+".type", v.Kind, []string{"INDIVIDUEL", "COLLECTIF"})
	c.oneOf(at+".niveau", v.Level, []string{"BASE", "COMPLEMENTAIRE", "SURCOMPLEMENTAIRE"})
	c.within(at+".rang", v.Rank, 1, 9)
	c.text(at+".contrat", v.Contract, 1, 64, visible)
	c.text(at+".adherent", v.Member, 0, 16, printable)
	for i, d := range v.Domains {
		c.oneOf(fmt.Sprintf("%s.domaines[%d]", at, i), d, domainNames)
	}
	if v.Renewal != nil {
		c.renewal(at+".renouvellement", v.Renewal)
	}
	for i, p := range v.Periods {
		field := fmt.Sprintf("%s.periodes[%d]", at, i)
		if !p.To.IsZero() && p.To.Before(p.From) {
			c.fail(field+".au", "%s is before the start, %s", p.To, p.From)
		}
		if i > 0 && (v.Periods[i-1].To.IsZero() || !p.From.After(v.Periods[i-1].To)) {
			c.fail(field+".du", "%s is not after the end of the period before", p.From)
		}
	}
}
