package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/tarif"
)

// comfortEcarts bend what is asked of the AMC for comfort.
func comfortEcarts() []Ecart {
	return []Ecart{
		{"chambre-oubliee", "EXG-CLC-0025",
			"La GAP oublie la chambre particulière d'un patient qui a aussi la télévision.",
			onLines(func(_ *Dossier, lines []tarif.Line) []tarif.Line {
				if !slices.ContainsFunc(lines, ofCode("TV")) {
					return lines
				}
				return slices.DeleteFunc(lines, ofCode("CHP"))
			})},
		{"accompagnant-fusionne", "EXG-CLC-0026",
			"La GAP demande le lit et les repas de l'accompagnant en une seule ligne.",
			onLines(companionMerged)},
	}
}

// companionMerged makes one lump of what a companion consumed.
func companionMerged(_ *Dossier, lines []tarif.Line) []tarif.Line {
	companion := []string{"LIT", "ACC", "REP"}
	first := -1
	var kept []tarif.Line
	for _, l := range lines {
		switch {
		case !slices.Contains(companion, l.Code):
			kept = append(kept, l)
		case first < 0:
			first = len(kept)
			l.UnitPrice, l.Quantity = l.Total, 1
			kept = append(kept, l)
		default:
			one := kept[first]
			one.UnitPrice += l.Total
			kept[first] = resized(one, one, 1)
		}
	}
	return kept
}
