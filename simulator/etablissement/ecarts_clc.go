package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// clcEcarts bend what is made of the answer to a calculation.
func clcEcarts() []Ecart {
	return []Ecart{
		{"efface-reste-patient", "EXG-CLC-0040", "La GAP ne facture pas au patient ce que l'AMC laisse.",
			func(c *Conduct) { c.PatientShare = func(roc.Cents, roc.Cents) roc.Cents { return 0 } }},
		{"perd-motif-partiel", "EXG-CLC-0040",
			"La GAP ne garde pas le motif pour lequel l'AMC prend moins que demandé.",
			func(c *Conduct) { c.Reason = func(roc.LineReply) string { return "" } }},
		{"facture-patient-sur-rejet", "EXG-CLC-0041",
			"La GAP facture le patient alors que le rejet demande une correction.",
			func(c *Conduct) {
				honest := c.BillsAfter
				c.BillsAfter = func(d *Dossier, group string) bool {
					return roc.Group(group) != roc.GroupRights || honest(d, group)
				}
			}},
		{"oublie-liste-de-travail", "EXG-CLC-0041",
			"La GAP n'inscrit pas le rejet d'un calcul dans la liste de travail.",
			func(c *Conduct) {
				c.KeepsWorkList = func(n pilote.Notice) bool { return n.Service != string(roc.CLC) }
			}},
		{"n-attend-pas-validation", "EXG-CLC-0042",
			"La GAP facture le patient débiteur sans attendre la validation de l'agent.",
			func(c *Conduct) {
				honest := c.BillsAfter
				c.BillsAfter = func(d *Dossier, group string) bool {
					return roc.Group(group) == roc.GroupRights || honest(d, group)
				}
			}},
		{"accepte-montant-superieur", "EXG-CLC-0043", "La GAP accepte de l'AMC plus qu'elle n'a demandé.",
			func(c *Conduct) { c.CheckAmounts = accept }},
		{"accepte-somme-fausse", "EXG-CLC-0044", "La GAP accepte un total qui n'est pas la somme des lignes.",
			func(c *Conduct) { c.CheckSums = accept }},
		{"accepte-ligne-inconnue", "EXG-CLC-0045", "La GAP accepte une ligne qu'elle n'a pas demandée.",
			func(c *Conduct) { c.CheckLines = accept }},
		{"rejoue-clc-avec-nouvel-id", "EXG-CLC-0046", "La GAP rejoue un calcul en doute avec un nouvel identifiant.",
			func(c *Conduct) {
				c.ReplayID = func(s *session, _ *Engagement) string { return s.newID("calcul") }
			}},
		{"deja-engage-ignore", "EXG-CLC-0047",
			"La GAP laisse sans suite l'engagement que l'AMC dit détenir déjà.",
			func(c *Conduct) { c.CancelsOther = func(string) bool { return false } }},
		{"recalcule-sans-annuler", "EXG-CLC-0048",
			"La GAP recalcule un dossier modifié sans annuler l'engagement en cours.",
			func(c *Conduct) {
				c.Withdraws = func(reason string) bool { return reason != forPrestations }
			}},
		{"revalorisation-sans-annulation", "EXG-CLC-0049",
			"La GAP recalcule après une décision de l'AMO sans annuler l'engagement en cours.",
			func(c *Conduct) { c.Withdraws = func(reason string) bool { return reason != forAMO } }},
		{"droits-fermes-factures", "EXG-CLC-0050",
			"La GAP tient pour engagé un calcul que l'AMC refuse parce que les droits se sont fermés.",
			func(c *Conduct) {
				honest := c.TakeRefusal
				c.TakeRefusal = func(s *session, e *Engagement, st roc.Status) {
					if roc.Group(st.Group) == roc.GroupRights {
						e.State = engaged
						return
					}
					honest(s, e, st)
				}
			}},
		{"seconde-amc-sur-le-tout", "EXG-CLC-0051", "La GAP demande à la seconde AMC ce que la première a déjà pris.",
			func(c *Conduct) { c.Remainder = func(roc.Cents, roc.Cents) roc.Cents { return 0 } }},
		{"garantie-sans-alerte", "EXG-CLC-0053",
			"La GAP laisse passer l'échéance de la garantie sans alerter l'agent.",
			func(c *Conduct) { c.WarnOfLapse = func(*session) {} }},
		{"contact-cache", "EXG-CLC-0054", "La GAP n'affiche pas le contact que donne l'AMC.",
			func(c *Conduct) { c.TakeContacts = func(*Dossier, []roc.Contact) {} }},
		{"ne-refait-pas-idb", "EXG-CLC-0055",
			"La GAP ne refait pas l'identification des droits que l'AMC ne reconnaît plus.",
			func(c *Conduct) { c.RenewsRights = func(string) bool { return false } }},
	}
}

// accept finds nothing wrong in an answer.
func accept(*roc.CLCRequest, *roc.CLCReply) []string { return nil }
