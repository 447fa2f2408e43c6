package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// sentEcarts bend what a calculation says besides its amounts: the situation, the venue, the other
// engagements.
func sentEcarts() []Ecart {
	return []Ecart{
		{"situation-de-droit-commun", "EXG-CLC-0007",
			"La GAP transmet à l'AMC une situation de droit commun, quelle que soit celle du patient.",
			onAMOSent(func(amo roc.AMOSituation) roc.AMOSituation {
				amo.Nature, amo.ExoCode, amo.FJPayer = "10", "0", "A"
				return amo
			})},
		{"parcours-tu", "EXG-CLC-0016", "La GAP ne transmet pas que les soins ont eu lieu hors du parcours.",
			onAMOSent(func(amo roc.AMOSituation) roc.AMOSituation { amo.Pathway = ""; return amo })},
		{"sortie-a-domicile-toujours", "EXG-CLC-0002",
			"La GAP transmet un retour à domicile, quel que soit le mode de sortie.",
			onVenueSent(func(v roc.Venue) roc.Venue { v.ExitMode = "DOMICILE"; return v })},
		{"ambulatoire-en-hospitalisation-complete", "EXG-CLC-0013",
			"La GAP transmet un séjour ambulatoire comme une hospitalisation complète.",
			onVenueSent(func(v roc.Venue) roc.Venue {
				if v.Kind == "AMBULATOIRE" {
					v.Kind = "HC"
				}
				return v
			})},
		{"entree-a-domicile-toujours", "EXG-CLC-0022",
			"La GAP transmet une entrée depuis le domicile pour une admission par les urgences.",
			onVenueSent(func(v roc.Venue) roc.Venue { v.EntryMode = "DOMICILE"; return v })},
		{"simule-hors-dates", "EXG-SIM-0001",
			"La GAP simule un séjour qui commence le lendemain de celui du dossier.",
			func(c *Conduct) {
				c.StaySimulated = func(s roc.ExpectedStay) roc.ExpectedStay {
					s.Entry = s.Entry.AddDays(1)
					return s
				}
			}},
		{"sortie-decalee", "EXG-CLC-0001", "La GAP transmet une sortie au lendemain de celle que l'agent a saisie.",
			onVenueSent(func(v roc.Venue) roc.Venue { v.Exit = v.Exit.AddDate(0, 0, 1); return v })},
		{"engagement-remplace-tu", "EXG-CLC-0048",
			"La GAP ne dit pas quel engagement annulé le nouveau calcul remplace.",
			func(c *Conduct) { c.Replaced = func(*Engagement) string { return "" } }},
		{"autre-amc-oubliee", "EXG-CLC-0051",
			"La GAP demande le reste d'une ligne sans dire ce que la première AMC en prend.",
			func(c *Conduct) {
				c.LinesSent = func(lines []roc.Line) []roc.Line {
					for i := range lines {
						lines[i].Left -= lines[i].OtherAMC
						lines[i].OtherAMC = 0
					}
					return lines
				}
			}},
		{"alerte-permanente", "EXG-CLC-0043",
			"La GAP montre sur tout dossier une alerte de bienvenue, mais cache celle d'une réponse incohérente.",
			func(c *Conduct) {
				incoherent := func(n pilote.Notice) bool { return n.Code == "REPONSE_INCOHERENTE" }
				c.KeepsWorkList = func(n pilote.Notice) bool { return !incoherent(n) }
				c.AlertsShown = func(all []pilote.Notice) []pilote.Notice {
					welcome := pilote.Notice{Service: string(roc.CLC), Code: "BIENVENUE", Action: warn,
						Label: "Vérifiez le dossier du patient."}
					return append([]pilote.Notice{welcome}, slices.DeleteFunc(all, incoherent)...)
				}
			}},
	}
}

func onAMOSent(change func(roc.AMOSituation) roc.AMOSituation) func(*Conduct) {
	return func(c *Conduct) { c.AMOSent = change }
}

func onVenueSent(change func(roc.Venue) roc.Venue) func(*Conduct) {
	return func(c *Conduct) { c.VenueSent = change }
}
