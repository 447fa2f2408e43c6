package population

import (
	"fmt"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Person is a synthetic patient: what the AMCs know, and what the hospital knows besides.
type Person struct {
	amc.Beneficiary
	Sex      string   // M, F
	Insured  *Insured // who is insured, where it is somebody else
	AMO      AMO
	Insurers []*Insurer // one for each cover
	Card     *Card      // none: no insurer

	birth roc.Date // for ages: the first of the year or of the month where the date is not known
}

// An Insured is the parent under whose number somebody is known.
type Insured struct {
	LastName, FirstName string
}

// AMO is the situation with the compulsory insurance.
type AMO struct {
	Nature, ExoCode, FJPayer string
	Situations               []string
}

// A family is what twins share, and what one's birth decides.
type family struct {
	year, month, day int
	lastName         string
	parent           Insured
	parentNIR        string
	child            bool // under 16
}

// adult is the age from which one has a card, and so a NIR, of one's own.
const adult = 16

// Person returns the i-th person, counting from 0.
func (g *Generator) Person(i int) Person {
	shared, twin := i, g.twins(i)
	var p Person
	p.BirthRank = 1
	if twin {
		shared = i &^ 1
		p.BirthRank += i & 1
	}
	d, own := g.dice(forFamily, shared), g.dice(forPerson, i)
	f := g.family(d, shared, twin)
	p.ID = fmt.Sprintf("B%07d", i+1)
	p.Sex = one(own, sexes)
	p.FirstName = g.names.firstName(own, p.Sex, f.year)
	p.LastName = f.lastName
	p.birth = roc.NewDate(f.year, time.Month(f.month), f.day)
	p.BirthDate = fmt.Sprintf("%04d%02d%02d", f.year, f.month, f.day)
	g.number(own, &p, f, 2*i, twin)
	g.cover(d, &p)
	g.situation(own, &p)
	return p
}

// family draws a birth, a last name and a parent.
func (g *Generator) family(d dice, i int, twin bool) family {
	age := d.Number(0, adult-1)
	if !twin {
		band := pick(d, g.profile.Ages, nil)
		age = d.Number(band.From, band.To)
	}
	today := g.profile.Date.Time()
	f := family{month: g.slot(2 * i).month, lastName: strings.ToUpper(one(d, g.names.last)), child: age < adult}
	f.day = d.Number(1, 28)
	f.year = today.Year() - age
	if f.month > int(today.Month()) || f.month == int(today.Month()) && f.day > today.Day() {
		f.year--
	}
	year := f.year - d.Number(20, 40)
	sex := one(d, sexes)
	f.parent = Insured{f.lastName, g.names.firstName(d, sex, year)}
	f.parentNIR = nir(sex, year, elsewhere, g.slot(2*i+1))
	return f
}

// number gives a person numbers of insurance: one's own, or that of a parent. A child may have both.
func (g *Generator) number(d dice, p *Person, f family, n int, twin bool) {
	identity := g.profile.Identity
	place := elsewhere
	switch {
	case d.perMille(identity.Corsica):
		place = corseDuSud + origin(d.Number(0, 1))
	case !f.child && d.perMille(identity.Lunar):
		place = unknownMonth
		p.lunar(d, f.year)
	}
	if !f.child || !twin && !d.perMille(identity.NoNIR) {
		p.NIR = nir(p.Sex, f.year, place, g.slot(n))
		p.InsuredNIR = p.NIR
	}
	if f.child {
		p.InsuredNIR, p.Insured = f.parentNIR, &f.parent
	}
}

// lunar replaces a birth date by one that no calendar has: no day, no month, or a thirteenth to
// twentieth month. Its age is counted from the first of January.
func (p *Person) lunar(d dice, year int) {
	month, day := 0, 0
	if d.Number(0, 1) == 1 {
		month, day = d.Number(13, 20), d.Number(0, 31)
	}
	p.birth = roc.NewDate(year, 1, 1)
	p.BirthDate = fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// situation draws what the compulsory insurance says of a person.
func (g *Generator) situation(d dice, p *Person) {
	age := p.age(g.profile.Date)
	s := pick(d, g.profile.Situations, func(s Situation) bool {
		return s.Ages.hold(age) && (s.Sex == "" || s.Sex == p.Sex)
	})
	p.AMO.Nature, p.AMO.ExoCode, p.AMO.FJPayer = s.Nature, s.ExoCode, s.FJPayer
	p.AMO.Situations = append(p.AMO.Situations, s.Names...)
}

// age counts the full years on a day.
func (p *Person) age(on roc.Date) int {
	from, to := p.birth.Time(), on.Time()
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || to.Month() == from.Month() && to.Day() < from.Day() {
		years--
	}
	return years
}
