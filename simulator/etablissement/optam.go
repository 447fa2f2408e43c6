package etablissement

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Divergence is a line that the AMC valued by another OPTAM status than the dossier's.
type Divergence struct {
	ClcID  string
	RPPS   string
	Ours   string
	Theirs string
}

// divergent is the reason of a line whose OPTAM status the AMC knows otherwise.
const divergent = "R05"

// watchOPTAM tells the agent of each line that the AMC valued by another status, and waits for a choice.
func watchOPTAM(s *session, e *Engagement) {
	s.d.Divergences = slices.DeleteFunc(s.d.Divergences, func(v Divergence) bool {
		return !slices.ContainsFunc(s.d.standing(), func(o *Engagement) bool {
			return o != e && o.Reply.ClcID == v.ClcID
		})
	})
	for _, answered := range e.Reply.Lines {
		i := slices.IndexFunc(e.Request.Lines, func(l roc.Line) bool { return l.ID == answered.ID })
		if i < 0 || e.Request.Lines[i].Executor == nil {
			continue
		}
		who := e.Request.Lines[i].Executor
		if answered.Reason != divergent && (answered.OPTAM == "" || answered.OPTAM == who.OPTAM) {
			continue
		}
		s.d.Divergences = append(s.d.Divergences,
			Divergence{ClcID: e.Reply.ClcID, RPPS: who.RPPS, Ours: who.OPTAM, Theirs: answered.OPTAM})
		label := answered.ReasonLabel
		if label == "" {
			label = roc.LabelOf(divergent)
		}
		s.alert(pilote.Notice{Service: "CLC", Code: divergent, Group: "R", Action: chooseStatus,
			Label: fmt.Sprintf("%s Praticien %s : « %s » au dossier, « %s » selon l'AMC.", label, who.RPPS, who.OPTAM,
				answered.OPTAM)}, true)
	}
}

// chooseOPTAM is the agent's answer to a divergence.
func (s *session) chooseOPTAM(choice string) error {
	if len(s.d.Divergences) == 0 {
		return block("Aucun statut OPTAM divergent.")
	}
	switch choice {
	case pilote.AcceptOPTAM:
		s.d.trace("L'agent accepte le statut OPTAM que connaît l'AMC : son montant tient.")
	case pilote.CorrectOPTAM:
		for _, v := range s.d.Divergences {
			s.correctOPTAM(v)
		}
		s.d.trace("L'agent corrige le statut OPTAM du praticien : le calcul est à refaire.")
	case pilote.ProveOPTAM:
		s.d.trace("L'agent demande un justificatif du statut OPTAM : le patient attend.")
		return nil
	default:
		return block("Choix « %s » inconnu : %s, %s ou %s.", choice, pilote.AcceptOPTAM, pilote.CorrectOPTAM,
			pilote.ProveOPTAM)
	}
	s.d.Divergences = nil
	s.d.WorkList = slices.DeleteFunc(s.d.WorkList, func(n pilote.Notice) bool { return n.Code == divergent })
	return nil
}

func (s *session) correctOPTAM(v Divergence) {
	for i := range s.d.Prestations {
		if p := &s.d.Prestations[i]; p.RPPS == v.RPPS && p.OPTAM == v.Ours {
			p.OPTAM = v.Theirs
		}
	}
}
