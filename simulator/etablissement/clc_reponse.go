package etablissement

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// takeAnswer believes an AMC only after checking what it says.
func (s *session) takeAnswer(e *Engagement) {
	r := e.Reply
	s.c.TakeConsignes(s.d, roc.CLC, r.Consignes)
	s.c.TakeContacts(s.d, r.Contacts)
	if r.Debtor != nil {
		e.Debtor = s.c.DebtorOf(s.d.Insurers[e.Rank-1], r.Debtor)
	}
	s.settle(roc.CLC)
	if r.Status.Result == roc.Refuse {
		s.c.TakeRefusal(s, e, r.Status)
		return
	}
	s.d.DebitAgreed = false
	e.State = engaged
	if r.Status.Result == roc.Partiel {
		e.State = partial
	}
	var faults []string
	for _, check := range []func(*roc.CLCRequest, *roc.CLCReply) []string{s.c.CheckLines, s.c.CheckAmounts,
		s.c.CheckSums, checkPeriod} {
		faults = append(faults, check(e.Request, r)...)
	}
	if len(faults) > 0 {
		e.State = anomaly
		s.alert(pilote.Notice{Service: "CLC", Code: "REPONSE_INCOHERENTE", Action: callAMC,
			Label: "La réponse de l'AMC est incohérente : " + strings.Join(faults, " ; ") + "."}, true)
	}
	s.c.WatchOPTAM(s, e)
	s.c.WarnOfLapse(s)
}

// checkPeriod holds an answer that names a period to the one that was asked.
func checkPeriod(req *roc.CLCRequest, r *roc.CLCReply) []string {
	if r.Period.Index != 0 && r.Period != req.Period {
		return []string{"la période n'est pas celle qui a été demandée"}
	}
	return nil
}

// takeRefusal keeps a refusal for what it is: nothing is engaged, and the agent is told unless the
// GAP can mend it by itself.
func takeRefusal(s *session, e *Engagement, st roc.Status) {
	e.State, e.Refused = refused, st.Group
	if !s.mendable(e) {
		s.alert(s.c.NoticeOf(roc.CLC, st), true)
	}
}

// mendable reports whether the GAP can do something by itself about a refusal.
func (s *session) mendable(e *Engagement) bool {
	c := e.Reply.Status.Code
	return c == notServed || s.c.RenewsRights(c) || s.c.CancelsOther(c) && e.Reply.ClcID != ""
}

// lapseNotice is how many days before the end of a guarantee the agent is warned.
const lapseNotice = 15

// warnOfLapse tells the agent, once, that an engagement will soon stop being guaranteed.
func warnOfLapse(s *session) {
	for _, e := range s.d.Engagements {
		if !e.Live() || e.Warned || e.Reply.GuaranteedUntil.IsZero() ||
			s.d.today().Before(e.Reply.GuaranteedUntil.AddDays(-lapseNotice)) {
			continue
		}
		e.Warned = true
		s.alert(pilote.Notice{Service: "CLC", Code: "GARANTIE_A_ECHEANCE", Action: warn,
			Label: "L'engagement " + e.Reply.ClcID + " est garanti jusqu'au " + e.Reply.GuaranteedUntil.French() +
				" : facturez avant cette date."}, true)
	}
}

// lapsed reports whether the guarantee of an engagement is over.
func (e *Engagement) lapsed(today roc.Date) bool {
	until := e.Reply.GuaranteedUntil
	return !until.IsZero() && today.After(until)
}
