package population

import (
	"fmt"

	"github.com/goccy/go-yaml"

	"github.com/roc-miroir/miroir/simulator/amc"
)

// MaxWorld bounds the persons of a world: a payer keeps all of them in memory.
const MaxWorld = 5_000

// World returns a world with the first count persons, the organisations of the profile and the
// practitioners who signed the OPTAM, as a YAML file that the payer accepts.
func (g *Generator) World(count int) ([]byte, error) {
	if count > MaxWorld {
		return nil, fmt.Errorf("%d persons are too many for a world: at most %d", count, MaxWorld)
	}
	w := g.profile.organisations()
	w.Seed = int64(g.seed)
	w.Doc = fmt.Sprintf("Monde engendré : profil %s, graine %d, %d personnes fictives.", g.profile.Name, g.seed, count)
	w.Establishments = g.establishments()
	for i := range g.profile.Practitioners.Count {
		if g.dice(forPractitioner, i).perMille(g.profile.Practitioners.OPTAM) {
			w.OPTAM = append(w.OPTAM, rpps(i))
		}
	}
	for i := range count {
		w.Beneficiaries = append(w.Beneficiaries, g.Person(i).Beneficiary)
	}
	return parse(w)
}

// organisations returns a world that holds those of the profile and nobody.
func (p *Profile) organisations() *amc.World {
	w := &amc.World{Name: p.Name, Clock: amc.ClockSettings{Mode: "figee", Start: p.Date.Time()},
		Establishments: p.Establishments, Operators: p.Operators, Beneficiaries: []amc.Beneficiary{}}
	if w.Establishments == nil {
		w.Establishments = []amc.Establishment{}
	}
	for _, a := range p.Insurers {
		w.AMCs = append(w.AMCs, a.AMC)
	}
	return w
}

// parse writes a world and has the payer check it.
func parse(w *amc.World) ([]byte, error) {
	text, err := yaml.Marshal(w)
	if err != nil {
		return nil, err
	}
	_, err = amc.ParseWorld(w.Name+".yaml", text)
	return text, err
}

// towns name the hospitals that are drawn.
var towns = []string{"Belle-Rive", "Clairval", "Grandchêne", "La Fontanelle", "Les Aulnes", "Montfleur", "Pierrefitte",
	"Rochebrune", "Saint-Aubéry", "Valombreuse"}

// establishments are those of the profile, and as many as it wants besides.
func (g *Generator) establishments() []amc.Establishment {
	list := append([]amc.Establishment{}, g.profile.Establishments...)
	for i := range g.profile.Hospitals {
		list = append(list, g.hospital(i))
	}
	return list
}

// hospital returns the i-th establishment that is drawn. Its numbers are far from those which a
// profile writes out.
func (g *Generator) hospital(i int) amc.Establishment {
	return amc.Establishment{FinessEJ: finess(999, 50_000+i), FinessEG: finess(990, 50_000+i),
		Name: "Centre hospitalier de " + one(g.dice(forHospital, i), towns)}
}
