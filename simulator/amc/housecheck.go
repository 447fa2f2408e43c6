package amc

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

var (
	houseID = regexp.MustCompile(`^[A-Z][A-Z0-9-]{0,39}$`)
	payerID = regexp.MustCompile(`^[A-Z]{3}-R[0-9]+$`)
)

// rules checks the world's own rules; their conditions are compiled already.
func (c *checker) rules() {
	seen := set{}
	for i := range c.world.Rules {
		r, at := &c.world.Rules[i], fmt.Sprintf("regles[%d]", i)
		c.houseID(at+".id", r.ID)
		seen.add(c, at+".id", r.ID)
		c.text(at+".texte", r.Text, 1, 255, nil)
		for j, s := range r.Services {
			c.oneOf(fmt.Sprintf("%s.services[%d]", at, j), s, serviceNames())
		}
		c.condition(at+".si", r)
		c.effects(at+".alors", r)
		if r.Times < 0 {
			c.fail(at+".fois", "%d is negative: want the number of answers that the rule changes, 0 for all", r.Times)
		}
	}
}

func (c *checker) houseID(at, id string) {
	switch {
	case !houseID.MatchString(id):
		c.fail(at, "%q is no name of a rule: want capitals, digits and dashes, at most 40, such as MAISON-01", id)
	case payerID.MatchString(id) || id == "FORCAGE":
		c.fail(at, "%q looks like a rule of the payer: choose another name, such as MAISON-01", id)
	}
}

// condition reports the names that a service of the rule does not know: there they would always be
// empty.
func (c *checker) condition(at string, r *regle.Rule) {
	for _, s := range roc.Services() {
		if !r.Serves(s) {
			continue
		}
		for _, n := range r.If.Unknown(s) {
			c.fail(at, "%s does not know %q: want a name that it knows, or the rule for %v only", s, n.Path, n.Services)
		}
	}
}

// An effect is one that a rule has, and the services whose answers can show it.
type effect struct {
	name     string
	services []roc.Service
}

func effectsOf(e *regle.Effects) []effect {
	var list []effect
	for _, x := range []struct {
		there bool
		effect
	}{
		{e.Refuse != "", effect{"refuser", roc.Services()}},
		{e.Ceiling != nil, effect{"plafonner", []roc.Service{roc.SIM, roc.CLC}}},
		{e.Consigne != "", effect{"consigne", []roc.Service{roc.IDB, roc.SIM, roc.CLC}}},
		{e.Debtor != nil, effect{"debiteur", []roc.Service{roc.IDB, roc.CLC}}},
		{e.Contradict != "", effect{"contredire", []roc.Service{roc.CLC}}},
	} {
		if x.there {
			list = append(list, x.effect)
		}
	}
	return list
}

func (c *checker) effects(at string, r *regle.Rule) {
	e := &r.Then
	list := effectsOf(e)
	if len(list) == 0 {
		c.fail(at, "does nothing: want refuser, plafonner, consigne, debiteur or contredire")
	}
	for _, x := range list {
		if e.Refuse != "" && x.name != "refuser" && x.name != "consigne" {
			c.fail(at+"."+x.name, "a refusal goes with a consigne only: write two rules")
		}
		for _, s := range roc.Services() {
			if r.Serves(s) && !slices.Contains(x.services, s) {
				c.fail(at+"."+x.name, "the answer of %s has no place for it: want services among %v", s, x.services)
			}
		}
	}
	c.details(at, e)
}

func (c *checker) details(at string, e *regle.Effects) {
	if e.Refuse != "" {
		c.oneOf(at+".refuser", e.Refuse, codeNames())
		if (roc.Code{ID: e.Refuse}).Group() == roc.GroupInformation {
			c.fail(at+".refuser", "%q informs and refuses nothing: want a code of another group", e.Refuse)
		}
	} else if e.Label != "" {
		c.fail(at+".libelle", "is that of a refusal: want refuser with it")
	}
	c.text(at+".libelle", e.Label, 0, 255, nil)
	c.text(at+".consigne", e.Consigne, 0, 1000, nil)
	if e.Ceiling != nil {
		c.houseCeiling(at+".plafonner", e.Ceiling)
	}
	if e.Debtor != nil {
		c.number(at+".debiteur.numero", e.Debtor.Number)
		c.text(at+".debiteur.nom", e.Debtor.Name, 1, 100, nil)
	}
	if e.Contradict != "" {
		c.oneOf(at+".contredire", e.Contradict, incoherences)
	}
}

func (c *checker) houseCeiling(at string, l *regle.Ceiling) {
	if l.Family != "" {
		c.oneOf(at+".famille", l.Family, familyNames())
	}
	var given []string
	for _, x := range []struct {
		name   string
		amount *roc.Cents
	}{{"par_jour", l.PerDay}, {"par_ligne", l.PerLine}, {"au_total", l.Total}} {
		if x.amount == nil {
			continue
		}
		given = append(given, x.name)
		if *x.amount < 0 {
			c.fail(at+"."+x.name, "%s is negative: want an amount, 0.00 to take nothing", x.amount)
		}
	}
	if len(given) != 1 {
		c.fail(at, "want one of par_jour, par_ligne and au_total, found [%s]", strings.Join(given, " "))
	}
}

// familyNames are the families that a ceiling may aim at: what guarantees take.
func familyNames() []string {
	var names []string
	for _, k := range coverable {
		names = append(names, string(k))
	}
	return append(names, string(kindOverrun))
}

func codeNames() []string {
	var names []string
	for _, code := range roc.Codes() {
		names = append(names, code.ID)
	}
	return names
}
