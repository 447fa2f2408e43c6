package etablissement

import (
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
	if err := s.followCircuit(); err != nil {
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
	for round := 0; ; round++ {
		url, err := s.c.Route(s, ins, roc.SIM)
		if err != nil {
			return err
		}
		req, err := s.simRequest(ins)
		if err != nil {
			return err
		}
		reply, err := s.ask(url, req)
		if why := code(reply, err); round == 0 && (why == notServed || s.c.RenewsRights(why)) {
			if err := s.renew(ins, why); err != nil {
				return err
			}
			continue
		}
		s.takeEstimate(req, reply, err)
		return nil
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

func (s *session) simRequest(ins *Insurer) (*roc.SIMRequest, error) {
	valued, err := s.value()
	if err != nil {
		return nil, err
	}
	v := s.d.Context.Venue
	stay := s.c.StayOf(s.d)
	costly := false
	for _, a := range stay.Acts {
		dear, err := s.rates.Costly(a)
		if err != nil {
			return nil, block("Valorisation impossible : %s.", err)
		}
		costly = costly || dear
	}
	lines := wireLines(s.parts(valued, s.rankOf(ins)))
	return &roc.SIMRequest{
		Header: s.header(ins),
		IdbID:  ins.idbID(),
		NDA:    s.d.Patient.NDA,
		Stay: roc.ExpectedStay{Entry: dayOf(v.Entry), Exit: s.d.exitDay(), Domain: v.Domain, Mode: v.Kind, DMT: v.DMT,
			Unit: v.Unit, Nature: s.d.AMO.Nature, ExoCode: s.d.AMO.ExoCode, CostlyAct: costly},
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

func (s *session) takeEstimate(req *roc.SIMRequest, reply roc.Reply, err error) {
	if err != nil || uncertain(reply, nil) {
		s.technicalAlert(roc.SIM, reply, err)
		s.c.EstimateFailed(s.d)
		return
	}
	r := reply.(*roc.SIMReply)
	s.c.TakeConsignes(s.d, roc.SIM, r.Consignes)
	if r.Status.Result != roc.OK {
		s.alert(s.c.NoticeOf(roc.SIM, r.Status), false)
		s.c.EstimateFailed(s.d)
		return
	}
	s.d.Estimates = append(s.d.Estimates, s.c.EstimateOf(r, s.shares(req.Lines, r.Lines)))
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
				share.Code = l.Code
			}
		}
		list = append(list, share)
	}
	return list
}
