package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// simEcarts bend the use of estimates.
func simEcarts() []Ecart {
	return []Ecart{
		{"estimation-sans-mention", "EXG-SIM-0001", "La GAP présente une estimation sans dire que c'en est une.",
			onEstimate(func(e pilote.Estimate) pilote.Estimate { e.Mention = ""; return e })},
		{"creance-sur-estimation", "EXG-SIM-0001", "La GAP crée une créance à partir d'une estimation.",
			onEstimate(func(e pilote.Estimate) pilote.Estimate { e.Receivable = true; return e })},
		{"simule-sans-idb", "EXG-SIM-0003", "La GAP demande une simulation sans avoir identifié les droits.",
			func(c *Conduct) {
				c.RightsForSIM = func(_ *session, ins *Insurer) error {
					if ins.Rights == nil {
						ins.Rights = &Rights{IdbID: "SANS-IDB"}
					}
					return nil
				}
				c.RenewsRights = func(string) bool { return false }
			}},
		{"facture-sur-estimation", "EXG-SIM-0005",
			"La GAP facture au patient le montant estimé au lieu du montant calculé.",
			func(c *Conduct) { c.EstimateIsDebt = func(d *Dossier) bool { return true } }},
		{"abandonne-roc-sans-estimation", "EXG-SIM-0006",
			"La GAP sort le dossier de ROC quand la simulation n'aboutit pas.",
			func(c *Conduct) {
				c.EstimateFailed = func(d *Dossier) { d.Circuit, d.CircuitWhy = circuitNone, "Simulation refusée." }
			}},
	}
}

func onEstimate(change func(pilote.Estimate) pilote.Estimate) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.EstimateOf
		c.EstimateOf = func(r *roc.SIMReply, shares []pilote.Share) pilote.Estimate { return change(honest(r, shares)) }
	}
}
