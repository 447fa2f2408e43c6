package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// feeEcarts bend the fees of practitioners.
func feeEcarts() []Ecart {
	return []Ecart{
		{"depassement-en-secteur-1", "EXG-CLC-0115",
			"La GAP demande un dépassement pour un praticien de secteur 1.",
			onFees(func(l *roc.Line) {
				if l.Executor.Sector == "1" {
					const overrun = 1000
					l.Overrun += overrun
					l.UnitPrice += overrun
					l.Total += overrun
					l.Left += overrun
				}
			})},
		{"depassement-fondu-dans-la-base", "EXG-CLC-0116",
			"La GAP ne distingue pas le dépassement d'un praticien de la base de son acte.",
			onFees(func(l *roc.Line) { l.Overrun = 0 })},
		{"divergence-optam-tue", "EXG-CLC-0117",
			"La GAP ne signale pas que l'AMC connaît un autre statut OPTAM du praticien.",
			func(c *Conduct) { c.WatchOPTAM = func(*session, *Engagement) {} }},
		{"honoraires-hors-compte-mandataire", "EXG-CLC-0118",
			"La GAP demande les honoraires d'un praticien qui les facture lui-même.",
			func(c *Conduct) { c.AskedByUs = func(tarif.Line) bool { return true } }},
		{"honoraires-au-nom-d-un-seul", "EXG-CLC-0119",
			"La GAP porte les honoraires de tous les praticiens au nom du premier.",
			func(c *Conduct) {
				c.LinesSent = func(lines []roc.Line) []roc.Line {
					var first *roc.Executor
					for i := range lines {
						if lines[i].Executor == nil {
							continue
						}
						if first == nil {
							first = lines[i].Executor
						}
						one := *first
						lines[i].Executor = &one
					}
					return lines
				}
			}},
		{"estimation-sans-statut-optam", "EXG-SIM-0007",
			"La GAP demande l'estimation des honoraires sans le statut OPTAM du praticien.",
			func(c *Conduct) {
				c.LinesSimulated = func(lines []roc.Line) []roc.Line {
					return eachFee(lines, func(l *roc.Line) { l.Executor.OPTAM = "" })
				}
			}},
	}
}

// onFees bends the lines of fees of a calculation as they are written on the wire.
func onFees(change func(*roc.Line)) func(*Conduct) {
	return func(c *Conduct) {
		c.LinesSent = func(lines []roc.Line) []roc.Line { return eachFee(lines, change) }
	}
}

func eachFee(lines []roc.Line, change func(*roc.Line)) []roc.Line {
	for i := range lines {
		if lines[i].Executor != nil {
			change(&lines[i])
		}
	}
	return lines
}
