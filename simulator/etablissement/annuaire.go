package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The states of the directory's answer, as shown.
const (
	directoryOK        = "OK"
	directoryUnknown   = "INCONNU"
	directoryOutside   = "NON_RACCORDE"
	directoryAmbiguous = "AMBIGU"
)

// route returns the directory answer that may still be relied on for the card as it is; nil where
// it must be asked.
func (ins *Insurer) route() *Directory {
	if n := len(ins.Routes); n > 0 && ins.Routes[n-1].CardKey == cardKey(ins.Card) &&
		ins.DirectoryState == directoryOK {
		return &ins.Routes[n-1]
	}
	return nil
}

// consult makes sure that the directory's answer for the insurer is usable, asking where it is not.
func (s *session) consult(ins *Insurer) error {
	if known := ins.route(); known != nil && !ins.Stale && s.c.DirectoryUsable(*known, s.d.today()) {
		return nil
	}
	card := s.c.CardSent(ins.Card)
	req := &roc.ANNRequest{Header: s.header(nil), AMCNumber: card.AMCNumber, ConventionType: card.ConventionType,
		CSR: card.CSR, Context: roc.Context(s.d.Context.Venue.Context), ReferenceDate: s.firstDay(ins)}
	reply, err := s.ask(s.directory(), req)
	if err != nil || uncertain(reply, nil) {
		return s.directoryDown(ins, reply, err)
	}
	s.c.TakeDirectory(s, ins, reply.(*roc.ANNReply))
	return nil
}

// directoryDown falls back on the last answer where it is not past its term.
func (s *session) directoryDown(ins *Insurer, reply roc.Reply, err error) error {
	s.technicalAlert(roc.ANN, reply, err)
	if known := ins.route(); known != nil && !ins.Stale {
		s.d.trace("Annuaire indisponible : la dernière réponse connue est employée.")
		return nil
	}
	return errNoAnswer
}

func directoryUsable(route Directory, today roc.Date) bool {
	return !today.Before(route.ValidFrom) && (route.ValidTo.IsZero() || !today.After(route.ValidTo))
}

// takeDirectory records the answer and, where there is no route, tells the agent what to do.
func takeDirectory(s *session, ins *Insurer, r *roc.ANNReply) {
	ins.Stale, ins.Candidates = false, nil
	ins.AskedFor = nil
	switch r.Status.Result {
	case roc.OK:
		s.takeRoute(ins, r)
	case roc.NonRaccorde:
		ins.DirectoryState = directoryOutside
		s.leaveROC(circuitPEC, "AMC non raccordée à ROC : demande de prise en charge classique.")
		s.alert(s.c.NoticeOf(roc.ANN, coded(r.Status, "A02")), false)
	case roc.Ambigu:
		ins.DirectoryState = directoryAmbiguous
		for _, c := range r.Candidates {
			ins.Candidates = append(ins.Candidates, c.CSR)
		}
		ins.AskedFor = []string{"csr"}
		s.alert(s.c.NoticeOf(roc.ANN, coded(r.Status, "A03")), false)
	default:
		ins.DirectoryState = directoryUnknown
		s.alert(s.c.NoticeOf(roc.ANN, coded(r.Status, "A01")), true)
	}
	if r.AMC != nil && r.Status.Result != roc.OK {
		ins.Routes = append(ins.Routes, Directory{CardKey: cardKey(ins.Card), AMCLabel: r.AMC.Label})
	}
}

func (s *session) takeRoute(ins *Insurer, r *roc.ANNReply) {
	d := Directory{CardKey: cardKey(ins.Card), Endpoints: r.Endpoints, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo}
	if r.AMC != nil {
		d.AMCLabel = r.AMC.Label
	}
	if r.Operator != nil {
		d.OperatorID, d.OperatorLabel = r.Operator.ID, r.Operator.Label
	}
	ins.DirectoryState = directoryOK
	ins.Routes = append(ins.Routes, d)
	if ins.State == stateNone || ins.State == "" {
		ins.State = stateRouted
	}
	s.settle(roc.ANN)
	if why := s.notCarried(d); why != "" {
		s.leaveROC(circuitPEC, why)
		s.alert(pilote.Notice{Service: string(roc.ANN), Code: "VERSION_SANS_DOMAINE", Group: "C", Action: warn,
			Label: why}, false)
		return
	}
	s.rejoinROC(circuitPEC)
}

// coded completes a status whose code the directory left out.
func coded(st roc.Status, code string) roc.Status {
	if st.Code == "" {
		st.Code, st.Label, st.Group = code, roc.LabelOf(code), code[:1]
	}
	return st
}

// route returns the address of one of the insurer's services: the directory's, never one that the
// GAP would compose, in the best version that both speak and that carries the dossier.
func route(s *session, ins *Insurer, svc roc.Service) (roc.Endpoint, error) {
	none := roc.Endpoint{}
	if err := s.consult(ins); err != nil {
		return none, err
	}
	switch ins.DirectoryState {
	case directoryUnknown:
		return none, block("AMC inconnue de l'annuaire : vérifiez le numéro de l'attestation.")
	case directoryOutside:
		return none, block("AMC non raccordée à ROC : le dossier suit le circuit classique.")
	case directoryAmbiguous:
		return none, block("Plusieurs AMC possibles : choisissez le critère secondaire de routage (CSR).")
	}
	current := ins.Routes[len(ins.Routes)-1]
	for _, version := range s.versions() {
		if url := current.endpoint(svc, version, s.d.today()); url != "" {
			return roc.Endpoint{Service: svc, URL: url, Version: version}, nil
		}
	}
	if why := s.notCarried(current); why != "" {
		return none, block("%s", why)
	}
	s.alert(pilote.Notice{Service: string(svc), Code: "SERVICE_NON_OUVERT", Action: "CONTACTER_AMC",
		Label: "L'annuaire ne donne pas d'adresse pour ce service à cette date."}, true)
	return none, block("L'annuaire ne donne pas d'adresse pour le service %s à cette date.", svc)
}

func (d Directory) endpoint(svc roc.Service, version string, today roc.Date) string {
	for _, e := range d.Endpoints {
		open := (e.OpenFrom.IsZero() || !today.Before(e.OpenFrom)) && (e.OpenTo.IsZero() || !today.After(e.OpenTo))
		if e.Service == svc && e.Version == version && open {
			return e.URL
		}
	}
	return ""
}

// chooseCSR answers the question that an ambiguous directory raised, and asks it again.
func (s *session) chooseCSR(ins *Insurer, csr string) error {
	ins.Card.CSR = csr
	s.d.trace("L'agent choisit le CSR « " + csr + " ».")
	if ins == s.d.Insurers[0] {
		s.d.Capture.Card.CSR = csr
	}
	return s.consult(ins)
}
