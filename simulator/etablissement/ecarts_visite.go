package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// visitEcarts bend what is asked of the AMC for outpatient care.
func visitEcarts() []Ecart {
	return []Ecart{
		{"participation-envoyee", "EXG-CLC-0015", "La GAP demande à l'AMC la participation de 2 euros du patient.",
			onLine(of(tarif.Participation), asAct)},
		{"majoration-envoyee", "EXG-CLC-0016",
			"La GAP demande à l'AMC la majoration des soins hors parcours.",
			onLine(of(tarif.Majoration), asAct)},
		{"tm-ace-acte-couteux", "EXG-CLC-0017",
			"La GAP demande le ticket modérateur d'un acte externe coûteux au lieu de la participation forfaitaire.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				if d.Context.Venue.Kind != "ACE" || !slices.ContainsFunc(lines, of(tarif.PAS)) {
					return lines
				}
				return asKeyed(d, slices.DeleteFunc(lines, of(tarif.PAS)))
			})},
		{"pas-avec-dentaire", "EXG-CLC-0018",
			"La GAP demande la participation forfaitaire malgré un acte dentaire.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				if act, dear := dearAct(d); dear && !slices.ContainsFunc(lines, of(tarif.PAS)) {
					return append(lines, forfait(act.From, "PAS", tarif.PAS, formerPAS))
				}
				return lines
			})},
		{"atu-oublie", "EXG-CLC-0024", "La GAP oublie le forfait d'accueil d'une urgence gynécologique.",
			onLines(func(_ *Dossier, lines []tarif.Line) []tarif.Line {
				return slices.DeleteFunc(lines, ofCode("ATU"))
			})},
	}
}

// asAct takes a line of the patient alone for an act, which an AMC may be asked for.
func asAct(l tarif.Line) tarif.Line {
	l.Nature = tarif.Act
	return l
}

// commonActRate is the AMO rate of most acts, percent.
const commonActRate = 70

// asKeyed gives acts the AMO rate that the agent keyed, exonerated or not.
func asKeyed(d *Dossier, lines []tarif.Line) []tarif.Line {
	for i, l := range lines {
		for _, p := range d.Prestations {
			keyed := p.Rate
			if keyed == 0 {
				keyed = commonActRate
			}
			if l.Nature == tarif.Act && p.Code == l.Code && p.ActCode == l.ActCode && keyed < l.Rate {
				l.Rate = keyed
				lines[i] = resized(l, l, l.Quantity)
			}
		}
	}
	return lines
}

// dearAct returns the act of a common-law visit whose price alone would call for the participation.
func dearAct(d *Dossier) (tarif.Prestation, bool) {
	const threshold roc.Cents = 12000
	commonLaw := d.AMO.Nature == "10" && d.AMO.ExoCode == "0" && len(d.AMO.Situations) == 0
	for _, p := range prestations(d.Prestations) {
		if commonLaw && d.Context.Venue.Kind == "ACE" && p.Base >= threshold {
			return p, true
		}
	}
	return tarif.Prestation{}, false
}

// forfait is one amount, all of it left after the AMO.
func forfait(day roc.Date, code string, n tarif.Nature, amount roc.Cents) tarif.Line {
	return tarif.Line{Code: code, From: day, To: day, Quantity: 1, UnitPrice: amount, Total: amount, Left: amount,
		Nature: n}
}
