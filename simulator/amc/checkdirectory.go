package amc

import (
	"fmt"
	"regexp"

	"github.com/roc-miroir/miroir/simulator/roc"
)

var (
	convention   = regexp.MustCompile(`^[0-9A-Z]*$`)
	telephone    = regexp.MustCompile(`^[0-9+ .()-]*$`)
	versionNames = []string{"V1", "V2"}
	domainNames  = []string{"MCOO", "SMR", "PSY", "HAD"}
	modeNames    = []string{"EX_DG", "EX_OQN"}
)

// directory checks establishments, operators and insurers.
func (c *checker) directory() {
	seen := set{}
	for i, e := range c.world.Establishments {
		at := fmt.Sprintf("etablissements[%d]", i)
		c.finess(at+".finess_ej", e.FinessEJ)
		c.finess(at+".finess_eg", e.FinessEG)
		c.oneOf(at+".etat", e.State, []string{stateActive, stateSuspended})
		seen.add(c, at+".finess_eg", e.FinessEG)
	}
	ids := set{}
	for i, o := range c.world.Operators {
		at := fmt.Sprintf("operateurs[%d].id", i)
		if !identifier.MatchString(o.ID) {
			c.fail(at, "%q is no operator: want 1 to 20 letters, digits, dashes", o.ID)
		}
		c.text(fmt.Sprintf("operateurs[%d].nom", i), o.Name, 1, 100, nil)
		ids.add(c, at, o.ID)
	}
	lines := set{}
	for i := range c.world.AMCs {
		a := &c.world.AMCs[i]
		at := fmt.Sprintf("amc[%d]", i)
		c.insurer(at, a)
		lines.add(c, at+".csr", a.Number+" "+a.CSR)
	}
}

func (c *checker) finess(at, value string) {
	if !roc.ValidFINESS(value) {
		c.fail(at, "%q is no FINESS number: want 9 characters, the last a Luhn key", value)
	}
}

func (c *checker) number(at, value string) {
	if !amcNumber.MatchString(value) {
		c.fail(at, "%q is no AMC number: want 8 to 10 digits or capitals, leading zeros kept", value)
	}
}

func (c *checker) insurer(at string, a *AMC) {
	c.number(at+".numero", a.Number)
	c.text(at+".nom", a.Name, 1, 100, nil)
	c.text(at+".convention", a.Convention, 0, 2, convention)
	c.text(at+".csr", a.CSR, 0, 10, printable)
	c.text(at+".adresse_facturation", a.BillingAddress, 0, 500, visible)
	if a.Debtor.Number != a.Number {
		c.number(at+".debiteur.numero", a.Debtor.Number)
		c.text(at+".debiteur.nom", a.Debtor.Name, 1, 100, nil)
	}
	for i, v := range a.Versions {
		c.oneOf(fmt.Sprintf("%s.versions[%d]", at, i), v, versionNames)
	}
	for i, d := range a.Domains {
		c.oneOf(fmt.Sprintf("%s.domaines[%d]", at, i), d, domainNames)
	}
	c.openings(at, a)
	for i, o := range a.Operators {
		field := fmt.Sprintf("%s.operateurs[%d]", at, i)
		reference(c, field+".operateur", o.Operator, c.world.index.operators)
		if i > 0 && !o.From.After(a.Operators[i-1].From) {
			c.fail(field+".du", "%s is not after the date of the operator before", o.From)
		}
	}
	for i, contact := range a.Contacts {
		field := fmt.Sprintf("%s.contacts[%d]", at, i)
		c.text(field+".nom", contact.Name, 1, 100, nil)
		c.text(field+".telephone", contact.Phone, 0, 20, telephone)
		c.text(field+".courriel", contact.Email, 0, 100, visible)
		c.text(field+".horaires", contact.Hours, 0, 255, nil)
	}
	for i, consigne := range a.Consignes {
		field := fmt.Sprintf("%s.consignes[%d]", at, i)
		c.text(field+".code", consigne.Code, 0, 20, visible)
		c.text(field+".texte", consigne.Text, 1, 1000, nil)
		for j, s := range consigne.Services {
			c.oneOf(fmt.Sprintf("%s.services[%d]", field, j), s, serviceNames())
		}
	}
	c.within(at+".validite_annuaire_jours", *a.DirectoryDays, 0, 3660)
	c.within(at+".garantie_jours", a.GuaranteeDays, 1, 3660)
}
