package amc

import (
	"fmt"
	"maps"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// openings checks what an AMC opens in each version.
func (c *checker) openings(at string, a *AMC) {
	for _, version := range slices.Sorted(maps.Keys(a.Openings)) {
		field := at + ".ouvertures." + version
		if !a.offers(version) {
			c.fail(field, "the AMC does not offer %s: add it to versions, or leave its opening out", version)
		}
		open := a.Openings[version]
		for i, s := range open.Services {
			c.oneOf(fmt.Sprintf("%s.services[%d]", field, i), s, []string{"IDB", "SIM", "CLC", "DEL"})
		}
		for i, d := range open.Domains {
			c.oneOf(fmt.Sprintf("%s.domaines[%d]", field, i), d, a.Domains)
		}
	}
	for i, m := range a.Modes {
		c.oneOf(fmt.Sprintf("%s.modes[%d]", at, i), m, modeNames)
	}
	c.text(at+".contrat_technique", a.TechnicalContract, 0, 35, visible)
}

// practitioners checks what the AMCs know of them: adhesions to the OPTAM, comptes mandataires.
func (c *checker) practitioners() {
	for i, rpps := range c.world.OPTAM {
		c.rpps(fmt.Sprintf("praticiens_optam[%d]", i), rpps)
	}
	for i, a := range c.world.Adhesions {
		at := fmt.Sprintf("adhesions_optam[%d]", i)
		c.rpps(at+".rpps", a.RPPS)
		c.oneOf(at+".option", a.Option, []string{memberOPTAM, memberOPTAMCO})
		if !a.To.IsZero() && a.To.Before(a.From) {
			c.fail(at+".au", "%s is before %s", a.To, a.From)
		}
	}
	seen := set{}
	for i, a := range c.world.Accounts {
		at := fmt.Sprintf("comptes_mandataires[%d]", i)
		reference(c, at+".finess_eg", a.FinessEG, c.world.index.establishments)
		seen.add(c, at+".finess_eg", a.FinessEG)
		for j, rpps := range a.Practitioners {
			c.rpps(fmt.Sprintf("%s.praticiens[%d]", at, j), rpps)
		}
	}
}

func (c *checker) rpps(at, value string) {
	if !roc.ValidRPPS(value) {
		c.fail(at, "%q is no RPPS number: want 11 digits, the last a Luhn key", value)
	}
}
