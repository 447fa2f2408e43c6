package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// routingEcarts bend the choice of the version, and what the identification says of the establishment.
func routingEcarts() []Ecart {
	return []Ecart{
		{"domaine-sans-place-en-v1", "EXG-ANN-0014",
			"La GAP garde dans ROC un dossier dont l'AMC n'offre qu'une version qui ne porte pas le domaine.",
			func(c *Conduct) { c.Carries = func(string, *Dossier) bool { return true } }},
		{"version-ancienne-preferee", "EXG-ANN-0015",
			"La GAP s'adresse en V1 à une AMC qui offre la V2.",
			func(c *Conduct) {
				c.Preferred = func(spoken []string) []string {
					versions := slices.Clone(spoken)
					slices.Reverse(versions)
					return versions
				}
			}},
		{"domaine-non-ouvert-tu", "EXG-IDB-0026",
			"La GAP ne dit pas à l'agent que le contrat n'ouvre pas le domaine.",
			onNotice(domainNotOpen, func(n pilote.Notice) pilote.Notice {
				n.Code, n.Label = "", "Erreur."
				return n
			})},
		{"mode-ex-dg-partout", "EXG-IDB-0122",
			"La GAP déclare ex-DG toutes les entités géographiques de son groupe.",
			func(c *Conduct) { c.ModeSent = func(string) string { return "EX_DG" } }},
	}
}

// domainEcarts bend the valuation of SMR, PSY and HAD, and what a stay takes from those before it.
func domainEcarts() []Ecart {
	return []Ecart{
		{"sejour-anterieur-oublie", "EXG-CLC-0108",
			"La GAP recommence le compte des trente jours à l'entrée en SMR après un séjour qu'elle connaît.",
			func(c *Conduct) { c.EarlierStays = func(*Dossier) []tarif.Earlier { return nil } }},
		{"compteurs-de-l-amc-ignores", "EXG-CLC-0109",
			"La GAP ignore les jours que l'AMC a comptés dans un autre établissement.",
			func(c *Conduct) { c.CountedByAMC = func(*Dossier) *roc.Counters { return nil } }},
		{"permissions-facturees", "EXG-CLC-0110", "La GAP facture les jours de permission d'un séjour de SMR.",
			onStay(func(s tarif.Stay) tarif.Stay { s.Leaves = nil; return s })},
		{"forfait-general-en-psy", "EXG-CLC-0111",
			"La GAP demande en psychiatrie le forfait journalier des autres disciplines.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				for i, l := range lines {
					if d.Context.Venue.Domain == "PSY" && l.Code == "FJ" {
						l.UnitPrice += l.UnitPrice / 3
						lines[i] = resized(l, l, l.Quantity)
					}
				}
				return lines
			})},
		{"forfait-en-hdj-de-psy", "EXG-CLC-0112",
			"La GAP demande le forfait journalier d'une hospitalisation de jour en psychiatrie.",
			forfaitAdded(func(v pilote.Venue) bool { return v.Domain == "PSY" && v.Kind == "HDJ" })},
		{"forfait-en-had", "EXG-CLC-0113", "La GAP demande le forfait journalier d'une hospitalisation à domicile.",
			forfaitAdded(func(v pilote.Venue) bool { return v.Domain == "HAD" })},
		{"had-le-jour-de-l-hospitalisation", "EXG-CLC-0114",
			"La GAP facture l'HAD le jour où le patient est hospitalisé.",
			onLines(dayOfAdmission)},
		{"ticket-du-ghs-par-nuit", "EXG-CLC-0120",
			"La GAP compte le ticket modérateur du GHS autant de fois qu'il y a de nuits.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				for i, l := range lines {
					if d.Context.Establishment.Mode == "EX_OQN" && l.Code == "GHS" {
						l.Base, l.Total = l.Base*roc.Cents(d.nights().Quantity), l.Total*roc.Cents(d.nights().Quantity)
						l.UnitPrice, l.AMO = l.Total, l.Base.Percent(l.Rate)
						l.Left = l.Total - l.AMO
						lines[i] = l
					}
				}
				return lines
			})},
	}
}

// forfaitAdded adds a forfait journalier for each day of the first line, in the venues of which none is due.
func forfaitAdded(where func(pilote.Venue) bool) func(*Conduct) {
	return onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
		if !where(d.Context.Venue) || len(lines) == 0 {
			return lines
		}
		return append(lines, nightlyForfait(lines[0]))
	})
}

// dayOfAdmission adds the day on which the patient leaves HAD for a hospital to the days of HAD.
func dayOfAdmission(d *Dossier, lines []tarif.Line) []tarif.Line {
	if d.Context.Venue.Domain != "HAD" || d.Exit == nil || d.Exit.Mode == "DOMICILE" {
		return lines
	}
	for i, l := range slices.Backward(lines) {
		if l.Nature == tarif.TM && l.Quantity == l.To.DaysSince(l.From)+1 && l.To.AddDays(1) == dayOf(d.Exit.At) {
			l.To = l.To.AddDays(1)
			lines[i] = resized(l, l, l.Quantity+1)
			break
		}
	}
	return lines
}
