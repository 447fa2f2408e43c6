package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// emergencyEcarts bend the forfait patient urgences.
func emergencyEcarts() []Ecart {
	return []Ecart{
		{"fpu-double", "EXG-CLC-0019", "La GAP demande deux fois le forfait patient urgences d'un passage.",
			onLines(func(_ *Dossier, lines []tarif.Line) []tarif.Line {
				i := slices.IndexFunc(lines, ofCode("FPU"))
				if i < 0 {
					return lines
				}
				return append(lines, lines[i])
			})},
		{"fpu-et-tm", "EXG-CLC-0019",
			"La GAP ajoute au forfait patient urgences le ticket modérateur des actes du passage.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				if !slices.ContainsFunc(lines, ofCode("FPU")) {
					return lines
				}
				return asKeyed(d, lines)
			})},
		{"cfu-envoye", "EXG-CLC-0020",
			"La GAP demande à l'AMC le complément du forfait réduit, que paie l'AMO.",
			onLine(ofCode("CFU"), charged)},
		{"fpu-en-maternite", "EXG-CLC-0021",
			"La GAP demande le forfait patient urgences d'une patiente en maternité.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				if d.Context.Venue.Kind != "URGENCE" || d.AMO.Nature != "30" {
					return lines
				}
				return append(lines, fullForfait(d))
			})},
		{"fpu-hospitalise", "EXG-CLC-0022",
			"La GAP demande le forfait patient urgences d'un patient que les urgences ont fait hospitaliser.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				admitted := d.emergency() && d.Exit != nil && d.Exit.Mode == "HOSPITALISATION"
				if !admitted && !d.Context.Venue.ViaEmergency {
					return lines
				}
				return append(lines, fullForfait(d))
			})},
		{"fpu-sans-soins", "EXG-CLC-0023",
			"La GAP demande le forfait patient urgences d'un patient parti avant les soins.",
			func(c *Conduct) {
				honest := c.VisitOf
				c.VisitOf = func(d *Dossier) tarif.Visit {
					v := honest(d)
					if v.Outcome == "SANS_SOINS" {
						v.Outcome = "RETOUR"
					}
					return v
				}
			}},
	}
}

// fullForfait is the forfait patient urgences of 2022 to 2025, due or not.
func fullForfait(d *Dossier) tarif.Line {
	const amount roc.Cents = 1961
	return forfait(dayOf(d.Context.Venue.Entry), "FPU", tarif.Emergency, amount)
}
