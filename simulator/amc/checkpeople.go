package amc

import (
	"fmt"
	"maps"
	"slices"

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

// guarantees checks the world's own guarantee tables.
func (c *checker) guarantees(t *tables) {
	for _, name := range slices.Sorted(maps.Keys(c.world.Guarantees)) {
		g := c.world.Guarantees[name]
		at := "garanties." + name
		if _, taken := t.Profiles[name]; taken {
			c.fail(at, "%q is a built-in profile: choose another name", name)
		}
		c.within(at+".tm", g.TM, 0, 100)
		c.within(at+".fj", g.FJ, 0, 100)
		c.within(at+".fj_jours", g.FJDays, 0, 3660)
		c.within(at+".chambre_jours", g.RoomDays, 0, 3660)
		c.within(at+".carence_jours", g.WaitingDays, 0, 3660)
		c.within(at+".depassement_optam", g.OverrunOPTAM, 0, 1000)
		c.within(at+".depassement_hors_optam", g.OverrunOther, 0, 1000)
		if g.Room < 0 || g.Companion < 0 {
			c.fail(at, "a daily ceiling is negative")
		}
		c.renewal(at+".renouvellement", &g.Renewal)
	}
}

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
