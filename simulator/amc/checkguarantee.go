package amc

import (
	"maps"
	"slices"
)

// guarantees checks the world's own guarantee tables.
func (c *checker) guarantees(t *tables) {
	for _, name := range slices.Sorted(maps.Keys(c.world.Guarantees)) {
		g := c.world.Guarantees[name]
		at := "garanties." + name
		if _, taken := t.Profiles[name]; taken {
			c.fail(at, "%q is a built-in profile: choose another name", name)
		}
		c.guarantee(at, &g)
	}
}

func (c *checker) guarantee(at string, g *Guarantee) {
	for _, k := range coverable {
		if f := g.family(k); f != nil {
			c.within(at+"."+string(k)+".taux", f.Rate, 1, 100)
			c.limits(at+"."+string(k), g, &f.Limits)
		}
	}
	if o := g.Overrun; o != nil {
		c.within(at+".depassement.optam", o.OPTAM, 100, 1000)
		c.within(at+".depassement.hors_optam", o.Other, 100, 1000)
		c.limits(at+".depassement", g, &o.Limits)
	}
	c.within(at+".carence_jours", g.WaitingDays, 0, 3660)
	c.renewal(at+".renouvellement", &g.Renewal)
	if g.Responsible {
		c.responsible(at, g)
	}
}

// limits reports those that can never bind: whoever wrote them meant something else.
func (c *checker) limits(at string, g *Guarantee, l *Limits) {
	if l.WaitingDays > 0 && int(l.WaitingDays) <= g.WaitingDays {
		c.fail(at+".carence_jours", "%d never counts: the whole contract waits %d days already",
			l.WaitingDays, g.WaitingDays)
	}
	if l.YearDays > 366 {
		c.fail(at+".jours_par_an", "%d is out of range: want 1 to 366", l.YearDays)
	}
}

// responsible holds the guarantee to what the law asks of a responsible contract (dossier 5.12).
// What such a contract must leave (participation of 2 €, franchises, majoration out of the pathway)
// no guarantee takes: see [KindPatient].
func (c *checker) responsible(at string, g *Guarantee) {
	for _, k := range []Kind{KindTM, KindFJ, KindPAS, KindFPU} {
		field, f := at+"."+string(k), g.family(k)
		if f == nil {
			c.fail(field, "missing: a responsible contract takes this family whole, as {taux: 100}")
			continue
		}
		if f.Rate < 100 {
			c.fail(field+".taux", "a responsible contract takes this family whole: want 100, found %d", f.Rate)
		}
		for _, l := range f.binding() {
			c.fail(field+"."+l, "a responsible contract sets no limit on this family: leave it out")
		}
	}
	o := g.Overrun
	if o == nil || o.Other <= 100 {
		return
	}
	if o.Other > 200 {
		c.fail(at+".depassement.hors_optam",
			"a responsible contract adds 100 %% of the base at most: want 200 or less, found %d", o.Other)
	}
	if o.Other > o.OPTAM-20 {
		c.fail(at+".depassement.hors_optam",
			"a responsible contract stays 20 points below optam (%d): want %d or less, found %d",
			o.OPTAM, o.OPTAM-20, o.Other)
	}
}

// binding names the ceilings and the numbers of days that are set.
func (l *Limits) binding() []string {
	var names []string
	for _, limit := range []struct {
		name string
		set  bool
	}{
		{"par_jour", l.PerDay > 0}, {"par_sejour", l.PerStay > 0}, {"par_an", l.PerYear > 0},
		{"jours_par_sejour", l.StayDays > 0}, {"jours_par_an", l.YearDays > 0},
	} {
		if limit.set {
			names = append(names, limit.name)
		}
	}
	return names
}
