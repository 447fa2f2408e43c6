package etablissement

import (
	"fmt"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// The codes of the family G that call for more than showing them.
const (
	rightsExpired  = "G01"
	alreadyEngaged = "G02"
)

// rounds bounds how often one calculation is prepared anew: rights, directory, earlier engagement.
const rounds = 4

// calculate asks the insurers for their engagement on a period, or on the whole, in the order of their
// rank, up to the one of the rank given; 0 means all of them.
func (s *session) calculate(rank int, p roc.BillingPeriod) (string, error) {
	if err := s.readyToCalculate(p); err != nil {
		return "", err
	}
	if rank == 0 {
		rank = len(s.d.Insurers)
	}
	var done []string
	for r := 1; r <= rank; r++ {
		if _, err := s.insurer(r); err != nil {
			return "", err
		}
		said, err := s.calculateFor(r, p)
		if err != nil {
			return strings.Join(append(done, said), " "), err
		}
		done = append(done, said)
		if e := s.d.last(r, p.Index); e != nil && (e.State == inDoubt || e.State == anomaly || e.Withdraw != "") {
			break
		}
	}
	return strings.Join(done, " "), nil
}

func (s *session) readyToCalculate(p roc.BillingPeriod) error {
	if s.d.staying() && (p.Index == 0 || p.Final) {
		return block("Saisissez la sortie avant le calcul.")
	}
	if err := s.admit(p); err != nil {
		return err
	}
	if err := s.c.CheckPatient(s.d.Patient); err != nil {
		return err
	}
	if err := s.followCircuit(p); err != nil {
		return err
	}
	s.d.keep(p)
	return nil
}

// calculateFor brings the insurer of a rank to a settled state: an engagement in doubt is replayed,
// one that no longer holds is cancelled, then a new one is asked where there is something to ask.
func (s *session) calculateFor(rank int, p roc.BillingPeriod) (string, error) {
	if waits, err := s.resumeBefore(rank, p); waits != "" || err != nil {
		return waits, err
	}
	if e := s.d.last(rank, p.Index); e != nil && e.State == inDoubt {
		if again, err := s.resume(e); err != nil || !again {
			return "", err
		}
	}
	if e := s.d.last(rank, p.Index); e != nil && e.Withdraw != "" {
		if err := s.withdraw(e, e.Withdraw); err != nil {
			return "Annulation en doute : aucun calcul avant sa réponse.", err
		}
	}
	if e := s.d.live(rank, p.Index); e != nil {
		if e.Content == s.contentOf(rank, p) {
			return "L'engagement en cours correspond au dossier.", nil
		}
		if err := s.withdrawStale(e); err != nil {
			return "", err
		}
	}
	for range rounds {
		again, err := s.request(rank, p)
		if err != nil || !again {
			return "", err
		}
	}
	return "", nil
}

// resumeBefore replays the earlier periods in doubt: the AMC takes them in their order. It says which
// one the period given still waits for.
func (s *session) resumeBefore(rank int, p roc.BillingPeriod) (waits string, err error) {
	for _, e := range s.d.lasts(rank) {
		if e.State != inDoubt || e.Period.Index >= p.Index {
			continue
		}
		if _, err := s.resume(e); err != nil || e.State == inDoubt {
			return "La " + named(e.Period) + " reste en doute : la suivante attend sa réponse.", err
		}
	}
	return "", nil
}

// resume replays a calculation in doubt. It returns true where another one may follow.
func (s *session) resume(e *Engagement) (again bool, err error) {
	if err := s.commit(e); err != nil {
		return false, err
	}
	if e.State == refused {
		return s.mend(s.d.Insurers[e.Rank-1], e)
	}
	return e.Live(), nil
}

// request prepares and sends one calculation. It returns true where the refusal can be mended
// without the agent: rights to ask again, address to look up again, earlier engagement to cancel.
func (s *session) request(rank int, p roc.BillingPeriod) (again bool, err error) {
	ins := s.d.Insurers[rank-1]
	if s.d.Circuit == circuitROC { // elsewhere no service is called, not even the directory
		if err := s.ensureRights(ins); err != nil {
			return false, err
		}
	}
	if err := s.c.MayCalculate(s.d, ins); err != nil {
		return false, err
	}
	if err := s.periodsCarried(ins, p); err != nil {
		return false, err
	}
	req, err := s.clcRequest(rank, p)
	if err != nil {
		return false, err
	}
	if !s.c.WorthAsking(req.Lines) {
		s.d.trace(fmt.Sprintf("Rien à demander à l'AMC de rang %d : pas de calcul.", rank))
		return false, nil
	}
	e := &Engagement{Rank: rank, Period: p, State: asked, Request: req, Content: s.contentOf(rank, p),
		Identity: s.d.identityOf(ins), AMO: fingerprint(s.d.AMO), Debtor: ins.Debtor}
	s.d.Engagements = append(s.d.Engagements, e)
	if err := s.commit(e); err != nil || e.State != refused {
		return false, err
	}
	return s.mend(ins, e)
}

// periodsCarried refuses an interim billing to an insurer that only speaks a version without periods.
func (s *session) periodsCarried(ins *Insurer, p roc.BillingPeriod) error {
	if p.Index == 0 {
		return nil
	}
	to, err := s.c.Route(s, ins, roc.CLC)
	if err != nil || perimeterOf(to.Version).periods {
		return err
	}
	return block("L'AMC n'offre que la %s de ROC, qui facture un séjour en une fois : attendez la sortie.", to.Version)
}

// mayCalculate says why no engagement may be asked of an insurer; nil where it may.
func mayCalculate(d *Dossier, ins *Insurer) error {
	switch {
	case d.Circuit != circuitROC:
		return block("Pas de calcul : %s", d.CircuitWhy)
	case ins.State == stateUnknown:
		return block("Pas de calcul : le bénéficiaire n'est pas identifié par l'AMC.")
	case ins.State == stateClosed:
		return block("Pas de calcul : les droits sont fermés aux dates de soins.")
	case ins.Rights == nil:
		return block("Pas de calcul : l'AMC n'a pas répondu sur les droits.")
	case len(ins.Differences) > 0 && !ins.Confirmed:
		return block("Confirmez l'identité avant le calcul : l'AMC connaît d'autres valeurs pour %s.",
			strings.Join(ins.Differences, ", "))
	}
	return nil
}

// commit sends a calculation, and sends it again with the same identifier while its fate is unknown.
func (s *session) commit(e *Engagement) error {
	ins := s.d.Insurers[e.Rank-1]
	var reply roc.Reply
	var err error
	for range 1 + retries {
		to, routeErr := s.c.Route(s, ins, roc.CLC)
		if routeErr != nil {
			if e.First == "" { // nothing was sent: there is no calculation
				s.d.Engagements = s.d.Engagements[:len(s.d.Engagements)-1]
			}
			return routeErr
		}
		if e.First != "" {
			e.Request.ClcRequestID = s.c.ReplayID(s, e)
		}
		if id := s.stamp(e.Request, e.First); e.First == "" {
			e.First = id
		}
		reply, err = s.send(to, e.Request)
		if !uncertain(reply, err) {
			break
		}
		e.State = inDoubt
	}
	s.settleCommit(e, reply, err)
	return nil
}

// settleCommit records what became of a calculation.
func (s *session) settleCommit(e *Engagement, reply roc.Reply, err error) {
	switch {
	case uncertain(reply, err):
		s.technicalAlert(roc.CLC, reply, err)
	case err != nil:
		e.State = refused
		e.Refused = string(roc.GroupTechnical)
		if c := code(nil, err); c == notServed {
			e.Refused = string(roc.GroupDirectory)
		}
		s.technicalAlert(roc.CLC, nil, err)
	default:
		e.Reply = reply.(*roc.CLCReply)
		s.takeAnswer(e)
	}
}

// mend prepares another calculation after a refusal that the GAP can resolve, with a new identifier
// since its content changes. Each cause is mended once: a second time, the agent is told.
func (s *session) mend(ins *Insurer, e *Engagement) (again bool, err error) {
	why := ""
	if e.Reply != nil {
		why = e.Reply.Status.Code
	} else if e.Refused == string(roc.GroupDirectory) {
		why = notServed
	}
	for _, other := range s.d.Engagements {
		sameCause := other.Reply != nil && other.Reply.Status.Code == why
		if other != e && other.Rank == e.Rank && other.Content == e.Content && sameCause {
			s.alert(s.c.NoticeOf(roc.CLC, e.Reply.Status), true)
			return false, nil
		}
	}
	switch {
	case s.c.CancelsOther(why) && e.Reply.ClcID != "":
		return true, s.withdrawForeign(e)
	case why == notServed || s.c.RenewsRights(why):
		return true, s.renew(ins, why)
	}
	return false, nil
}

// renew asks the directory, or the rights, again after an answer that says that they are outdated.
func (s *session) renew(ins *Insurer, why string) error {
	if why == notServed {
		s.moved(ins)
		return nil
	}
	s.d.trace("L'AMC ne reconnaît pas l'identification des droits : elle est refaite.")
	return s.identify(ins)
}
