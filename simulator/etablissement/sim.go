package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// estimateMention is printed beside every estimate.
const estimateMention = "Estimation non contractuelle : elle n'engage ni l'AMC ni l'établissement."

// simulate asks for an estimate of the patient's charge. It creates nothing but the estimate.
func (s *session) simulate() error {
	if err := s.c.MaySimulate(s.d); err != nil {
		return err
	}
	if err := s.followCircuit(roc.BillingPeriod{}); err != nil {
		return err
	}
	if err := s.c.MaySimulate(s.d); err != nil { // the situation may have led out of ROC
		return err
	}
	ins, err := s.insurer(0)
	if err != nil {
		return err
	}
	if err := s.c.CheckPatient(s.d.Patient); err != nil {
		return err
	}
	if err := s.c.RightsForSIM(s, ins); err != nil {
		return err
	}
	var done []pilote.Estimate
	for _, hypothesis := range s.hypotheses() {
		estimate, err := s.estimate(ins, hypothesis)
		if err != nil || estimate == nil {
			return err
		}
		done = append(done, *estimate)
	}
	s.d.Estimates = append(s.d.Estimates, done...)
	return nil
}

// hypotheses are the OPTAM statuses under which a stay is estimated: one estimate where they are known,
// two where the overrun of a fee depends on a status that nobody knows yet.
func (s *session) hypotheses() []string {
	for _, p := range s.d.Prestations {
		if s.d.isFee(p) && p.Overrun != "" && p.OPTAM == "" {
			return []string{"OPTAM", "AUCUN"}
		}
	}
	return []string{""}
}

// supposing fills in the status of the fees whose status is unknown.
func supposing(hypothesis string, lines []roc.Line) []roc.Line {
	for i := range lines {
		if who := lines[i].Executor; who != nil && who.OPTAM == "" {
			who.OPTAM = hypothesis
		}
	}
	return lines
}

// estimate asks for one estimate; nil where the AMC gives none.
func (s *session) estimate(ins *Insurer, hypothesis string) (*pilote.Estimate, error) {
	for round := 0; ; round++ {
		to, err := s.c.Route(s, ins, roc.SIM)
		if err != nil {
			return nil, err
		}
		req, err := s.simRequest(ins, hypothesis)
		if err != nil {
			return nil, err
		}
		reply, err := s.ask(to, req)
		if why := code(reply, err); round == 0 && (why == notServed || s.c.RenewsRights(why)) {
			if err := s.renew(ins, why); err != nil {
				return nil, err
			}
			continue
		}
		estimate := s.takeEstimate(req, reply, err)
		if estimate != nil {
			estimate.Hypothesis = hypothesis
		}
		return estimate, nil
	}
}

// maySimulate blocks what has no meaning: simulations are for stays whose end is known.
func maySimulate(d *Dossier) error {
	switch {
	case d.Context.Venue.Context != string(roc.Sejour):
		return block("La simulation ne concerne que les séjours.")
	case d.exitDay().IsZero():
		return block("Saisissez la sortie prévue avant de simuler.")
	case d.Circuit != circuitROC:
		return block("%s", d.CircuitWhy)
	}
	return nil
}

func (s *session) simRequest(ins *Insurer, hypothesis string) (*roc.SIMRequest, error) {
	valued, err := s.value()
	if err != nil {
		return nil, err
	}
	v := s.d.Context.Venue
	stay := s.stay()
	costly := false
	acts := slices.Clone(stay.Acts)
	for _, f := range stay.Fees {
		acts = append(acts, f.Prestation)
	}
	for _, a := range acts {
		dear, err := s.rates.Costly(a)
		if err != nil {
			return nil, block("Valorisation impossible : %s.", err)
		}
		costly = costly || dear
	}
	lines := s.c.LinesSimulated(supposing(hypothesis, wireLines(s.parts(valued, s.rankOf(ins), 0))))
	return &roc.SIMRequest{
		Header: s.header(ins),
		IdbID:  ins.idbID(),
		NDA:    s.d.Patient.NDA,
		Stay: s.c.StaySimulated(roc.ExpectedStay{
			Entry: dayOf(v.Entry), Exit: s.d.exitDay(), Domain: v.Domain, Mode: wireKind(v.Kind),
			DMT: v.DMT, Unit: v.Unit, Nature: s.d.AMO.Nature, ExoCode: s.d.AMO.ExoCode, CostlyAct: costly}),
		Lines:  lines,
		Totals: totals(lines),
	}, nil
}

func (ins *Insurer) idbID() string {
	if ins.Rights == nil {
		return ""
	}
	return ins.Rights.IdbID
}

func (s *session) takeEstimate(req *roc.SIMRequest, reply roc.Reply, err error) *pilote.Estimate {
	if err != nil || uncertain(reply, nil) {
		s.technicalAlert(roc.SIM, reply, err)
		s.c.EstimateFailed(s.d)
		return nil
	}
	r := reply.(*roc.SIMReply)
	s.c.TakeConsignes(s.d, roc.SIM, r.Consignes)
	if r.Status.Result != roc.OK {
		s.alert(s.c.NoticeOf(roc.SIM, r.Status), false)
		s.c.EstimateFailed(s.d)
		return nil
	}
	e := s.c.EstimateOf(r, s.shares(req.Lines, r.Lines))
	return &e
}

// estimateOf labels the answer as what it is: an estimate, of which nobody makes a receivable.
func estimateOf(r *roc.SIMReply, shares []pilote.Share) pilote.Estimate {
	e := pilote.Estimate{SimID: r.SimID, Mention: estimateMention, Lines: shares}
	if r.Totals != nil {
		e.AMC, e.Patient = r.Totals.AMC.String(), r.Totals.Patient.String()
	}
	return e
}

// shares show how an answer splits the lines that were asked, with the reasons.
func (s *session) shares(sent []roc.Line, answered []roc.LineReply) []pilote.Share {
	list := []pilote.Share{}
	for _, a := range answered {
		share := pilote.Share{Line: a.ID, AMC: a.AMC.String(), Patient: a.Patient.String(), Reason: s.c.Reason(a)}
		for _, l := range sent {
			if l.ID == a.ID {
				share.Code, share.RPPS, share.OPTAM = l.Code, rppsOf(l), a.OPTAM
			}
		}
		list = append(list, share)
	}
	return list
}
