package etablissement

import (
	"errors"
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The reasons of a cancellation.
const (
	forIdentity    = "IDENTITE"
	forPrestations = "PRESTATIONS"
	forAMO         = "AMO"
	forOther       = "AUTRE"

	forRegularisation = "REGULARISATION"
)

// errWithdrawing says that a cancellation was not confirmed: no calculation may be sent before.
var errWithdrawing = block("L'annulation n'est pas confirmée : aucun nouveau calcul avant sa réponse.")

// cancel withdraws the live engagement of an insurer on the agent's order, that of a period or the one
// of a number; without either, the last one, whatever became of it: the AMC knows.
func (s *session) cancel(rank, period int, clcID, reason string) error {
	rank = max(1, rank)
	if _, err := s.insurer(rank); err != nil {
		return err
	}
	if clcID != "" {
		return s.cancelNumber(rank, clcID, reason)
	}
	if all := s.d.periods(); period == 0 && len(all) > 0 {
		period = all[len(all)-1]
		for _, e := range s.d.standing() { // the last that stands
			if e.Rank == rank {
				period = e.Period.Index
			}
		}
	}
	target := s.d.live(rank, period)
	for _, e := range s.d.Engagements {
		if target == nil || !target.Live() {
			if e.Rank == rank && e.Period.Index == period && e.Reply != nil && e.Reply.ClcID != "" {
				target = e
			}
		}
	}
	if target == nil {
		return block("Le dossier n'a pas d'engagement à annuler.")
	}
	return s.cancelOne(target, reason)
}

// cancelOne withdraws an engagement of the dossier, for the reason given or, without one, because a
// later fact made its period wrong.
func (s *session) cancelOne(e *Engagement, reason string) error {
	if err := s.c.MayWithdraw(s.d, e); err != nil {
		return err
	}
	if reason == "" {
		reason = forOther
		if e.Period.Index > 0 && e.Live() && s.stale(e) {
			reason = forRegularisation
		}
	}
	return told(s.withdraw(e, reason))
}

// cancelNumber withdraws an engagement by its number, ours or one that the dossier never held.
func (s *session) cancelNumber(rank int, clcID, reason string) error {
	for _, e := range s.d.Engagements {
		if e.Reply != nil && e.Reply.ClcID == clcID {
			return s.cancelOne(e, reason)
		}
	}
	if reason == "" {
		reason = forOther
	}
	foreign := &Engagement{Rank: rank, Request: &roc.CLCRequest{IdbID: s.d.Insurers[rank-1].idbID()},
		Reply: &roc.CLCReply{ClcID: clcID}}
	return told(s.withdraw(foreign, reason))
}

// told drops the error of a cancellation that the agent asked for and of which an alert already speaks.
func told(err error) error {
	if errors.Is(err, errWithdrawing) {
		return nil
	}
	return err
}

// withdraw sends a DEL, again while its fate is unknown, and takes the answer. The reason stays on
// the engagement until the AMC has answered.
func (s *session) withdraw(e *Engagement, reason string) error {
	ins := s.d.Insurers[e.Rank-1]
	e.Withdraw = reason
	for round := 0; ; round++ {
		to, err := s.c.Route(s, ins, roc.DEL)
		if err != nil {
			return err
		}
		req := &roc.DELRequest{Header: s.header(ins), ClcID: e.Reply.ClcID, IdbID: e.Request.IdbID, Reason: reason,
			Date: s.d.today()}
		reply, err := s.ask(to, req)
		if code(reply, err) == notServed && round == 0 {
			s.moved(ins)
			continue
		}
		if uncertain(reply, err) {
			s.technicalAlert(roc.DEL, reply, err)
			return errWithdrawing
		}
		e.Withdraw = ""
		if err != nil {
			s.technicalAlert(roc.DEL, nil, err)
			return errWithdrawing
		}
		s.c.TakeCancellation(s, e, reply.(*roc.DELReply))
		if e.State == cancelled {
			return nil
		}
		return errWithdrawing
	}
}

// fate is what became of the engagement: an AMC says it by its result, or by the code of a refusal.
func fate(st roc.Status) roc.Result {
	if st.Result != roc.Refuse {
		return st.Result
	}
	switch st.Code {
	case "G03":
		return roc.Inconnu
	case "G04":
		return roc.DejaAnnule
	case "G06":
		return roc.TropTard
	}
	return roc.Refuse
}

// takeCancellation records the answer to a DEL: cancelled now or before is the same to us.
func takeCancellation(s *session, e *Engagement, r *roc.DELReply) {
	switch fate(r.Status) {
	case roc.OK, roc.DejaAnnule:
		e.State = cancelled
		s.d.DebitAgreed = false
		s.settle(roc.DEL, roc.CLC)
		s.d.trace("Engagement " + e.Reply.ClcID + " annulé : le dossier est à calculer.")
	case roc.TropTard:
		n := s.c.NoticeOf(roc.DEL, coded(r.Status, "G06"))
		n.Label += " L'annulation se fait en comptabilité : titre d'annulation puis nouvelle facture."
		s.alert(n, true)
	case roc.Inconnu:
		s.alert(s.c.NoticeOf(roc.DEL, coded(r.Status, "G03")), true)
	default:
		s.alert(s.c.NoticeOf(roc.DEL, r.Status), true)
	}
}

// withdrawStale cancels an engagement that the dossier no longer matches.
func (s *session) withdrawStale(e *Engagement) error {
	ins := s.d.Insurers[e.Rank-1]
	reason := forPrestations
	switch {
	case e.Identity != s.d.identityOf(ins):
		reason = forIdentity
	case e.AMO != fingerprint(s.d.AMO):
		reason = forAMO
	}
	if e.Period.Index > 0 && reason == forPrestations {
		reason = forRegularisation
	}
	if !s.c.Withdraws(reason) {
		return nil
	}
	if err := s.c.MayWithdraw(s.d, e); err != nil {
		return err
	}
	if err := s.withdraw(e, reason); err != nil {
		return err
	}
	if reason == forIdentity { // the wrong person's answers are worth nothing: the whole chain again
		ins.Rights, ins.Stale = nil, true
	}
	return nil
}

// withdrawForeign cancels the engagement that the AMC says it holds for this dossier, and that the
// dossier does not hold: its amounts are unknown here, so that it cannot be billed.
func (s *session) withdrawForeign(e *Engagement) error {
	s.d.trace("L'AMC détient déjà un engagement " + e.Reply.ClcID + " : il est annulé, puis le calcul est refait.")
	foreign := &Engagement{Rank: e.Rank, State: engaged, Request: e.Request, Reply: e.Reply, Identity: e.Identity,
		AMO: e.AMO}
	s.d.Engagements = append(s.d.Engagements, foreign)
	return s.withdraw(foreign, forOther)
}

// replaceIdentity cancels the engagements made for the wrong person before anything else is asked.
func (s *session) replaceIdentity(ins *Insurer) error {
	for _, e := range slices.Backward(s.d.standing()) { // the last period first
		if e.Rank != s.rankOf(ins) || e.Identity == s.d.identityOf(ins) {
			continue
		}
		if err := s.withdrawStale(e); err != nil {
			return err
		}
	}
	return nil
}
