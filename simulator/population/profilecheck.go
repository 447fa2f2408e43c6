package population

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// The words that a profile may use.
var (
	natures  = []string{"10", "13", "30", "41", "90"}
	exoCodes = []string{"0", "1", "2", "3", "4", "5", "6", "7", "9", "C", "X"}
	payers   = []string{"A", "R", "L", "X"}
	outside  = []string{"ALD", "ALD_SANS_RAPPORT", "MATERNITE", "NOUVEAU_NE", "AT_MP", "RENTE_AT_INVALIDITE",
		"PENSION_MILITAIRE", "ALSACE_MOSELLE", "C2S", "AME", "ENFANT_HANDICAPE", "DONNEUR", "TERRORISME", "DETENU",
		"PREVENTION", "FSV"}
	sexes    = []string{male, female}
	exits    = []string{"DOMICILE", "TRANSFERT", "MUTATION", "DECES"}
	outcomes = []string{"RETOUR", "HOSPITALISE", "SANS_SOINS", "REORIENTE"}
	stays    = []string{fullStay, "AMBULATOIRE", "HDJ", "SEANCES"}
	visits   = []string{"ACE", "URGENCE", "URGENCE_GYNECO"}
	domains  = []string{"MCOO", "PSY"}
)

// A checker collects the faults of a profile whose fields could all be read.
type checker struct{ errs strictyaml.Errors }

func (c *checker) fail(field, format string, args ...any) {
	c.errs = append(c.errs, &strictyaml.Error{Field: field, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) oneOf(field, word string, valid []string) {
	if slices.Contains(valid, word) {
		return
	}
	if near := strictyaml.Nearest(word, valid); near != "" {
		c.fail(field, "%q is unknown: did you mean %q?", word, near)
		return
	}
	c.fail(field, "%q is unknown: want one of %v", word, valid)
}

func (c *checker) within(field string, n, low, high int) {
	if n < low || n > high {
		c.fail(field, "%d is out of range: want %d to %d", n, low, high)
	}
}

func (c *checker) perMille(field string, n int) { c.within(field, n, 0, 1000) }

func (c *checker) span(field string, from, to, low, high int) {
	c.within(field+".de", from, low, high)
	c.within(field+".a", to, low, high)
	if to < from {
		c.fail(field+".a", "%d is before the start, %d", to, from)
	}
}

// restriction checks that only some people are meant.
func (c *checker) restriction(field, sex string, ages *Ages) {
	if sex != "" {
		c.oneOf(field+".sexe", sex, sexes)
	}
	if ages != nil {
		c.span(field+".ages", ages.From, ages.To, 0, maxAge)
	}
}

// weights checks a list from which something must be drawn, whoever the person is.
func weights[T interface{ weight() int }](c *checker, field string, list []T, forAll func(T) bool) {
	sum := 0
	for i, e := range list {
		c.within(fmt.Sprintf("%s[%d].poids", field, i), e.weight(), 0, 1_000_000)
		if forAll == nil || forAll(e) {
			sum += e.weight()
		}
	}
	switch {
	case sum > 0:
	case forAll == nil:
		c.fail(field, "nothing can be drawn: want at least one element with a weight")
	default:
		c.fail(field, "nothing fits everybody: want at least one element with a weight, without sex nor ages")
	}
}

// maxAge is the greatest age of somebody drawn.
const maxAge = 120

func (p *Profile) check() strictyaml.Errors {
	c := new(checker)
	c.people(p)
	c.covers(p)
	c.care(&p.Care, p.Date)
	c.organisations(p)
	return c.errs
}

func (c *checker) people(p *Profile) {
	if p.Date.Before(roc.NewDate(2000, 1, 1)) {
		c.fail("date", "%s is out of range: want 2000-01-01 or later", p.Date)
	}
	weights(c, "ages", p.Ages, nil)
	for i, b := range p.Ages {
		c.span(fmt.Sprintf("ages[%d]", i), b.From, b.To, 0, maxAge)
	}
	c.perMille("identites.nes_en_corse", p.Identity.Corsica)
	c.perMille("identites.date_lunaire", p.Identity.Lunar)
	c.perMille("identites.jumeaux", p.Identity.Twins)
	c.perMille("identites.moins_de_16_sans_nir", p.Identity.NoNIR)
	weights(c, "situations", p.Situations, func(s Situation) bool { return s.Sex == "" && s.Ages == nil })
	for i, s := range p.Situations {
		at := fmt.Sprintf("situations[%d]", i)
		c.oneOf(at+".nature", s.Nature, natures)
		c.oneOf(at+".exo", s.ExoCode, exoCodes)
		c.oneOf(at+".payeur_fj", s.FJPayer, payers)
		c.restriction(at, s.Sex, s.Ages)
		for j, name := range s.Names {
			c.oneOf(fmt.Sprintf("%s.situations[%d]", at, j), name, outside)
		}
	}
}

func (c *checker) covers(p *Profile) {
	weights(c, "amc", p.Insurers, nil)
	weights(c, "garanties", p.Guarantees, nil)
	weights(c, "contrats", p.Contracts, nil)
	for i, n := range p.Contracts {
		c.within(fmt.Sprintf("contrats[%d].nombre", i), n.Count, 0, 9)
	}
	weights(c, "periodes", p.Periods, nil)
	for i, v := range p.Periods {
		c.oneOf(fmt.Sprintf("periodes[%d].forme", i), v.Shape, shapeNames())
	}
	c.within("etablissements_en_plus", p.Hospitals, 0, 10_000)
	if len(p.Establishments)+p.Hospitals == 0 {
		c.fail("etablissements", "no establishment: want one at least, or etablissements_en_plus")
	}
	c.within("praticiens.nombre", p.Practitioners.Count, 1, 100_000)
	c.perMille("praticiens.optam", p.Practitioners.OPTAM)
}
