package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// toRegularise is the code of a period whose engagement a later fact has made wrong.
const toRegularise = "REGULARISATION"

// proposeRegularisation tells the agent, once, which engaged periods no longer hold, and takes off the
// work list those that are put right. The agent cancels them in order, the last first, and calculates
// them again: the GAP never does so behind his back.
func proposeRegularisation(s *session) {
	if len(s.d.Periods) == 0 {
		return
	}
	known := s.d.WorkList
	s.d.WorkList = slices.DeleteFunc(slices.Clone(known), func(n pilote.Notice) bool { return n.Code == toRegularise })
	for _, e := range s.d.standing() {
		if e.Period.Index == 0 || !s.stale(e) {
			continue
		}
		n := pilote.Notice{Service: "CLC", Code: toRegularise, Group: "G", Action: regularise,
			Label: "Un fait postérieur change ce que doit la " + named(e.Period) +
				" : annulez les engagements de la dernière période à celle-ci, puis recalculez."}
		if slices.Contains(s.d.Alerts, n) {
			s.d.WorkList = append(s.d.WorkList, n)
			continue
		}
		s.alert(n, true)
	}
}

// mayWithdraw refuses to cancel a period while a later one stands: periods are cancelled from the last.
func mayWithdraw(d *Dossier, e *Engagement) error {
	for _, later := range d.Engagements {
		if later.Rank == e.Rank && later.Live() && later.Period.Index > e.Period.Index && e.Period.Index > 0 {
			return block("La %s est encore engagée : annulez-la avant la %s.", named(later.Period), named(e.Period))
		}
	}
	return nil
}
