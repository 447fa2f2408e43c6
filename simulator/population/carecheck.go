package population

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// care checks the kinds of stay and visit. Those born on the day of the profile must have the time
// for a stay.
func (c *checker) care(v *Care, date roc.Date) {
	longest := 0
	for _, k := range v.Kinds {
		for _, n := range k.Nights {
			longest = max(longest, n.To)
		}
	}
	if room := v.part(); v.From.AddDays(room-1-longest).Before(date) && longest < room {
		c.fail("venues.du", "the first stays, of %d nights at most, must fit between %s and %s", longest, date,
			v.From.AddDays(room-1))
	}
	if v.To.Before(v.From) {
		c.fail("venues.au", "%s is before the start, %s", v.To, v.From)
	}
	c.within("venues.par_personne", v.Each, 1, 100)
	weights(c, "venues.sorties", v.Exits, func(e Exit) bool { return e.Mode != death })
	for i, e := range v.Exits {
		c.oneOf(fmt.Sprintf("venues.sorties[%d].mode", i), e.Mode, exits)
	}
	weights(c, "venues.types", v.Kinds, func(k Kind) bool { return k.Sex == "" && k.Ages == nil })
	for i := range v.Kinds {
		c.kind(fmt.Sprintf("venues.types[%d]", i), v, &v.Kinds[i])
	}
}

func (c *checker) kind(at string, v *Care, k *Kind) {
	c.oneOf(at+".type", k.Kind, slices.Concat(stays, visits))
	c.restriction(at, k.Sex, k.Ages)
	c.perMille(at+".suite_de_sejour", k.Before)
	c.perMille(at+".hors_parcours", k.Outside)
	if slices.Contains(stays, k.Kind) {
		c.oneOf(at+".domaine", k.Domain, domains)
	}
	if k.Kind == fullStay {
		weights(c, at+".nuits", k.Nights, nil)
		for i, n := range k.Nights {
			field := fmt.Sprintf("%s.nuits[%d]", at, i)
			c.span(field, n.From, n.To, 0, 3660)
			if room := v.part(); n.To >= room {
				c.fail(field+".a", "%d nights do not fit in the %d days that each stay of a person has", n.To, room)
			}
		}
	}
	if strings.HasPrefix(k.Kind, "URGENCE") {
		weights(c, at+".issues", k.Outcomes, nil)
		for i, o := range k.Outcomes {
			c.oneOf(fmt.Sprintf("%s.issues[%d].mode", at, i), o.Mode, outcomes)
		}
	}
	for i, d := range k.Items {
		field := fmt.Sprintf("%s.prestations[%d]", at, i)
		c.perMille(field+".pour_mille", d.PerMille)
		c.within(field+".taux", d.Rate, 0, 100)
		if d.Price < 0 || d.Base < 0 || d.Base > d.Price {
			c.fail(field, "want 0 <= base <= prix")
		}
	}
}

// organisations has the payer check the directory and the guarantees, in a world where each
// guarantee and each insurer covers one person. Its fields have the same names as here, but for the
// covers.
func (c *checker) organisations(p *Profile) {
	if len(p.Guarantees) == 0 || len(p.Insurers) == 0 {
		return // said already
	}
	w := p.organisations()
	number := nir(female, 1980, elsewhere, slot{firstPlace, 1, 1})
	somebody := func(v amc.Cover) {
		v.Contract = "C"
		w.Beneficiaries = append(w.Beneficiaries, amc.Beneficiary{ID: fmt.Sprintf("B%d", len(w.Beneficiaries)),
			InsuredNIR: number, BirthDate: "19800101", LastName: "A", FirstName: "A", Covers: []amc.Cover{v}})
	}
	for _, level := range p.Guarantees {
		somebody(amc.Cover{AMC: p.Insurers[0].Number, Guarantee: level.Name})
	}
	for _, a := range p.Insurers {
		member := strings.ReplaceAll(a.Member, "#", "0")
		somebody(amc.Cover{AMC: a.Number, Member: member, Guarantee: p.Guarantees[0].Name})
	}
	for i := range p.Periods {
		somebody(amc.Cover{AMC: p.Insurers[0].Number, Guarantee: p.Guarantees[0].Name, Renewal: p.Periods[i].Renewal})
	}
	_, err := parse(w)
	var faults strictyaml.Errors
	if err != nil && !errors.As(err, &faults) {
		c.fail("", "%v", err)
	}
	seen := map[strictyaml.Error]bool{}
	for _, e := range faults {
		said := strictyaml.Error{Field: p.fieldOf(e.Field), Message: e.Message}
		if !seen[said] {
			c.errs = append(c.errs, &said)
		}
		seen[said] = true
	}
}

// fieldOf says where the profile wrote what a field of the world of [checker.organisations] holds.
func (p *Profile) fieldOf(field string) string {
	var i int
	if _, err := fmt.Sscanf(field, "beneficiaires[%d].", &i); err != nil {
		return field
	}
	switch part := field[strings.LastIndexByte(field, '.')+1:]; {
	case part == "amc":
		return "amc[0].numero"
	case part == "garantie" && i < len(p.Guarantees):
		return fmt.Sprintf("garanties[%d].nom", i)
	case part == "garantie":
		return "garanties[0].nom"
	case part == "adherent":
		return fmt.Sprintf("amc[%d].adherent", i-len(p.Guarantees))
	default:
		i -= len(p.Guarantees) + len(p.Insurers)
		return fmt.Sprintf("periodes[%d]%s", i, field[strings.Index(field, ".renouvellement"):])
	}
}
