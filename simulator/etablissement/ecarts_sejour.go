package etablissement

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// stayEcarts bend the dates, the exonerations and the rounding of a stay.
func stayEcarts() []Ecart {
	return []Ecart{
		{"pas-ancien-montant", "EXG-CLC-0005",
			"La GAP demande la participation forfaitaire au montant d'avant son relèvement.",
			onLine(of(tarif.PAS), func(l tarif.Line) tarif.Line {
				l.UnitPrice = formerPAS
				return resized(l, l, l.Quantity)
			})},
		{"fj-non-coupe", "EXG-CLC-0006",
			"La GAP garde le même forfait journalier des deux côtés d'un changement de tarif.",
			onLines(func(_ *Dossier, lines []tarif.Line) []tarif.Line { return merged(lines, tarif.FJ) })},
		{"fj-en-maternite", "EXG-CLC-0008", "La GAP demande le forfait journalier d'un séjour de maternité.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				if !d.inStay() || d.AMO.Nature != "30" || len(lines) == 0 {
					return lines
				}
				return append(lines, nightlyForfait(d.nights()))
			})},
		{"tm-en-at-mp", "EXG-CLC-0009", "La GAP demande le ticket modérateur d'un accident du travail.",
			onStay(payingTicket("41"))},
		{"tm-alsace-moselle", "EXG-CLC-0010",
			"La GAP demande à l'AMC le ticket modérateur que paie le régime local d'Alsace-Moselle.",
			onStay(payingTicket("13"))},
		{"tm-au-dela-de-trente-jours", "EXG-CLC-0011",
			"La GAP demande le ticket modérateur des nuits au-delà de la trentième.",
			onLines(ticketOfEveryNight)},
		{"tm-plus-fj-faible", "EXG-CLC-0012",
			"La GAP ajoute le ticket modérateur au forfait journalier qui le dépasse.",
			onLines(func(d *Dossier, lines []tarif.Line) []tarif.Line {
				ghs, err := ghsOf(d.Context.Venue)
				if err != nil || ghs == 0 || !replaced(lines) {
					return lines
				}
				l := d.nights()
				l.Code, l.Nature, l.Quantity, l.UnitPrice, l.Base, l.Rate = "GHS", tarif.TM, 1, ghs, ghs, 80
				return append(lines, resized(l, l, 1))
			})},
		{"fj-24h-un-jour", "EXG-CLC-0014",
			"La GAP ne compte qu'un forfait journalier pour une présence de moins de 24 heures sur deux jours.",
			onLines(oneDayUnder24Hours)},
		{"arrondi-sur-total", "EXG-CLC-0028",
			"La GAP arrondit la part AMO sur le total des lignes, non ligne par ligne.",
			onLines(roundedTogether)},
	}
}

// formerPAS is the flat participation on costly acts before April 2026.
const formerPAS roc.Cents = 2400

// roundedTogether makes the AMO part of the lines of one rate that of their sum; the last line bears the
// difference.
func roundedTogether(_ *Dossier, lines []tarif.Line) []tarif.Line {
	base, amo, last := map[int]roc.Cents{}, map[int]roc.Cents{}, map[int]int{}
	for i, l := range lines {
		base[l.Rate] += l.Base
		amo[l.Rate] += l.AMO
		last[l.Rate] = i
	}
	for rate, i := range last {
		cents := base[rate].Percent(rate) - amo[rate]
		lines[i].AMO += cents
		lines[i].Left -= cents
	}
	return lines
}

// payingTicket values a nature d'assurance as common law, but for the forfait journalier.
func payingTicket(nature string) func(tarif.Stay) tarif.Stay {
	return func(s tarif.Stay) tarif.Stay {
		if s.Nature == nature {
			s.Situation = tarif.Situation{Nature: "10", ExoCode: "0", FJPayer: "R"}
		}
		return s
	}
}

// ticketOfEveryNight forgets that the ticket modérateur stops.
func ticketOfEveryNight(d *Dossier, lines []tarif.Line) []tarif.Line {
	last, counted := -1, 0
	for i, l := range lines {
		if l.Nature == tarif.TM && l.Code == "PJ" {
			last, counted = i, counted+l.Quantity
		}
	}
	if nights := d.nights().Quantity; last >= 0 && nights > counted {
		l := lines[last]
		l.To = l.To.AddDays(nights - counted)
		lines[last] = resized(l, l, l.Quantity+nights-counted)
	}
	return lines
}

// replaced tells a bill whose forfaits journaliers took the place of the ticket modérateur.
func replaced(lines []tarif.Line) bool {
	forfait := false
	for _, l := range lines {
		switch l.Nature {
		case tarif.TM, tarif.PAS:
			return false
		case tarif.FJ:
			forfait = true
		}
	}
	return forfait
}

// oneDayUnder24Hours counts hours where the rule counts midnights.
func oneDayUnder24Hours(d *Dossier, lines []tarif.Line) []tarif.Line {
	if !d.inStay() || d.Exit == nil {
		return lines
	}
	in, err1 := time.Parse(instantForm, d.Context.Venue.Entry)
	out, err2 := time.Parse(instantForm, d.Exit.At)
	if err1 != nil || err2 != nil || out.Sub(in) >= 24*time.Hour {
		return lines
	}
	var kept []tarif.Line
	for _, l := range lines {
		switch l.Nature {
		case tarif.FJExit:
			continue
		case tarif.FJ:
			l.To = l.From
			l = resized(l, l, 1)
		}
		kept = append(kept, l)
	}
	return kept
}
