package population

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

const (
	fullStay   = "HC"
	death      = "DECES"
	leftBefore = "SANS_SOINS" // nothing was done

	longBefore = 25 // days of the stay that another follows, at most
)

// A Stay is a stay or a visit: what the oracle needs, and who it is about.
type Stay struct {
	ID           string // S0000001
	Person       string // B0000001
	FinessEG     string
	Practitioner string // RPPS
	Name         string // of the kind, in the profile
	Visit        *tarif.Visit
	Stay         *tarif.Stay
}

// part is the number of days in which each stay of a person has to fit.
func (c *Care) part() int { return (c.To.DaysSince(c.From) + 1) / max(1, c.Each) }

// Stay returns the i-th stay or visit, counting from 0. Each person has as many as the profile says,
// one after the other; nobody comes back from the dead.
func (g *Generator) Stay(i int) Stay {
	care := &g.profile.Care
	p, nth := g.Person(i/care.Each), i%care.Each
	d := g.dice(forStay, i)
	from := care.From.AddDays(nth * care.part())
	if p.birth.After(from) {
		from = p.birth
	}
	kind := pick(d, care.Kinds, func(k Kind) bool {
		return k.Ages.hold(p.age(from)) && (k.Sex == "" || k.Sex == p.Sex)
	})
	s := Stay{ID: fmt.Sprintf("S%07d", i+1), Person: p.ID, Name: kind.Name,
		FinessEG: g.establishment(d), Practitioner: rpps(d.Number(0, g.profile.Practitioners.Count-1))}
	nights := pick(d, kind.Nights, nil)
	length := d.Number(nights.From, nights.To)
	last := care.From.AddDays((nth+1)*care.part() - 1 - length)
	entry := from.AddDays(d.Number(0, max(0, last.DaysSince(from))))
	situation := tarif.Situation{Nature: p.AMO.Nature, ExoCode: p.AMO.ExoCode, FJPayer: p.AMO.FJPayer,
		Names: p.AMO.Situations, Birth: p.birth}
	acts, others := deliveries(d, kind.Items, entry, length)
	if slices.Contains(visits, kind.Kind) {
		s.Visit = &tarif.Visit{Situation: situation, Kind: kind.Kind, Date: entry, Acts: append(acts, others...),
			Outcome: pick(d, kind.Outcomes, nil).Mode}
		if s.Visit.Outcome == leftBefore {
			s.Visit.Acts = nil
		}
		if d.perMille(kind.Outside) {
			s.Visit.Pathway = "HORS"
		}
		return s
	}
	exit := pick(d, care.Exits, func(e Exit) bool { return e.Mode != death || nth == care.Each-1 })
	s.Stay = &tarif.Stay{Situation: situation, Entry: entry, Exit: entry.AddDays(length), ExitMode: exit.Mode,
		Kind: kind.Kind, Domain: kind.Domain, DMT: kind.DMT, Tariff: kind.Tariff, Acts: acts, Supplement: others}
	if d.perMille(kind.Before) {
		s.Stay.DaysBefore = d.Number(1, longBefore)
	}
	return s
}

func (g *Generator) establishment(d dice) string {
	own := len(g.profile.Establishments)
	n := d.Number(0, own+g.profile.Hospitals-1)
	if n < own {
		return g.profile.Establishments[n].FinessEG
	}
	return g.hospital(n - own).FinessEG
}

// deliveries draws what is delivered: the acts on the first day, the rest each night.
func deliveries(d dice, items []Delivery, entry roc.Date, nights int) (acts, others []tarif.Prestation) {
	for _, item := range items {
		if !d.perMille(item.PerMille) || item.EachNight && nights == 0 {
			continue
		}
		p := tarif.Prestation{Code: item.Code, ActCode: item.ActCode, From: entry, Quantity: 1, UnitPrice: item.Price,
			Base: item.Base, Rate: item.Rate, Specialty: item.Specialty, Invasive: item.Invasive}
		if item.EachNight {
			p.To, p.Quantity = entry.AddDays(nights-1), nights
		}
		if item.ActCode != "" {
			acts = append(acts, p)
		} else {
			others = append(others, p)
		}
	}
	return acts, others
}
