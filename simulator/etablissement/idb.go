package etablissement

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// ensureRights makes sure that the insurer's answer still holds, asking again where it does not.
func (s *session) ensureRights(ins *Insurer) error {
	if _, err := s.c.Route(s, ins, roc.IDB); err != nil {
		return err
	}
	why := s.c.StaleRights(s, ins)
	if why == "" {
		return nil
	}
	s.d.trace("Identification des droits : " + why)
	return s.identify(ins)
}

// staleRights says why the rights must be asked (again) before they are relied on.
func staleRights(s *session, ins *Insurer) string {
	r, today := ins.Rights, s.d.today()
	switch route := ins.route(); {
	case r == nil:
		return "pas de réponse en cours."
	case r.Identity != s.d.identityOf(ins):
		return "l'identité ou l'attestation a changé."
	case route != nil && route.OperatorID != r.Operator:
		return "l'opérateur de l'AMC a changé."
	case r.AskedOn.Before(dayOf(s.d.Context.Venue.Entry)) && !today.Before(dayOf(s.d.Context.Venue.Entry)):
		return "la précédente datait de la préadmission."
	case r.expired(today):
		return "la date de renouvellement est passée."
	case s.endsBeforeExit(ins) && s.d.Exit != nil && r.AskedOn.Before(dayOf(s.d.Exit.At)):
		return "les droits s'arrêtent avant la sortie."
	}
	return ""
}

// expired reports whether the answer may no longer be relied on: the renewal date is the last day.
func (r *Rights) expired(today roc.Date) bool {
	for _, c := range r.Covers {
		for _, p := range c.Periods {
			if !p.Renewal.IsZero() && today.After(p.Renewal) {
				return true
			}
		}
	}
	return false
}

// endsBeforeExit reports whether rights that are open stop before the exit.
func (s *session) endsBeforeExit(ins *Insurer) bool {
	exit := s.lastDay(ins)
	if exit.IsZero() || ins.Rights == nil || ins.State != stateOpen {
		return false
	}
	for _, c := range ins.Rights.Covers {
		for _, p := range c.Periods {
			if p.To.IsZero() || !p.To.Before(exit) {
				return false
			}
		}
	}
	return true
}

// identify sends an IDB, to the address that the directory gives, and takes the answer.
func (s *session) identify(ins *Insurer) error {
	if err := s.c.CheckPatient(s.d.Patient); err != nil {
		return err
	}
	if from, to := s.firstDay(ins), s.lastDay(ins); !to.IsZero() && to.Before(from) {
		return block("La date de fin (%s) précède la date de début (%s).", to.French(), from.French())
	}
	for round := 0; ; round++ {
		to, err := s.c.Route(s, ins, roc.IDB)
		if err != nil {
			return err
		}
		req := s.idbRequest(ins, perimeterOf(to.Version))
		reply, err := s.ask(to, req)
		if code(reply, err) == notServed && round == 0 {
			s.moved(ins)
			continue
		}
		if err != nil || uncertain(reply, nil) {
			s.technicalAlert(roc.IDB, reply, err)
			return errNoAnswer
		}
		s.takeRights(ins, reply.(*roc.IDBReply))
		return nil
	}
}

// moved forgets an address that does not answer for the AMC any more.
func (s *session) moved(ins *Insurer) {
	ins.Stale = true
	s.d.trace("AMC non desservie à cette adresse : l'annuaire est consulté de nouveau.")
}

func (s *session) idbRequest(ins *Insurer, carried perimeter) *roc.IDBRequest {
	mode := s.d.Capture.Mode
	if s.rankOf(ins) > 1 {
		mode = keyed
	}
	funding := ""
	if carried.profile {
		funding = s.c.ModeSent(s.d.Context.Establishment.Mode)
	}
	return &roc.IDBRequest{
		Header:      s.header(ins),
		Card:        s.c.CardSent(ins.Card),
		Beneficiary: s.c.BeneficiarySent(s.d.Patient),
		AMO:         roc.AMOAffiliation{Regime: s.d.AMO.Regime, Caisse: s.d.AMO.Caisse, Centre: s.d.AMO.Centre},
		From:        s.firstDay(ins),
		To:          s.lastDay(ins),
		Domain:      s.d.Context.Venue.Domain,
		Context:     roc.Context(s.d.Context.Venue.Context),
		CaptureMode: s.c.CaptureMode(mode),
		Nature:      s.d.AMO.Nature,
		Mode:        funding,
	}
}

// beneficiarySent writes the patient as on the card: birth date untouched, rank always present.
func beneficiarySent(p pilote.Patient) roc.Beneficiary {
	return roc.Beneficiary{InsuredNIR: p.InsuredNIR, InsuredKey: p.InsuredKey, NIR: p.NIR, Key: p.Key,
		BirthDate: p.BirthDate, BirthRank: max(1, p.BirthRank),
		LastName: p.LastName, FirstName: p.FirstName, BirthName: p.BirthName}
}

// takeRights records an IDB answer and what it means for the dossier.
func (s *session) takeRights(ins *Insurer, r *roc.IDBReply) {
	ins.Rights, ins.AskedFor, ins.RefusedGroup, ins.Counters = nil, nil, "", r.Counters
	s.c.TakeConsignes(s.d, roc.IDB, r.Consignes)
	s.c.TakeContacts(s.d, r.Contacts)
	s.settle(roc.IDB)
	if r.Status.Result != roc.OK {
		s.rightsRefused(ins, r)
		return
	}
	rights := &Rights{IdbID: r.IdbID, Covers: slices.Clone(r.Covers), AskedOn: s.d.today(),
		Identity: s.d.identityOf(ins)}
	slices.SortStableFunc(rights.Covers, func(a, b roc.Cover) int { return a.Rank - b.Rank })
	if route := ins.route(); route != nil {
		rights.Operator = route.OperatorID
	}
	ins.Rights, ins.Debtor = rights, s.c.DebtorOf(ins, r.Debtor)
	shown := ins.Differences
	ins.Differences = s.c.Differences(s.d.Patient, r.Beneficiary)
	ins.Confirmed = ins.Confirmed && slices.Equal(shown, ins.Differences)
	s.c.TakeIdentity(s.d, r.Beneficiary)
	if r.NextAMC != "" {
		s.d.trace("L'AMC signale un autre payeur : " + r.NextAMC + ".")
	}
	s.openRights(ins)
}

// noThirdParty is why a dossier leaves ROC for the patient.
const noThirdParty = "Droits ouverts sans tiers payant hospitalier : le patient règle et se fait rembourser."

// openRights works out what the covers allow.
func (s *session) openRights(ins *Insurer) {
	ins.State = stateClosed
	for _, c := range ins.Rights.Covers {
		if s.overlaps(ins, c.Periods) {
			ins.State = stateOpen
		}
	}
	if len(ins.Rights.Covers) > 1 {
		s.d.trace(fmt.Sprintf("%d contrats, appelés dans l'ordre de leur rang.", len(ins.Rights.Covers)))
	}
	switch {
	case ins.State == stateClosed:
		ins.RefusedGroup = string(roc.GroupRights)
		s.alert(pilote.Notice{Service: "IDB", Code: "DROITS_FERMES", Group: "D", Action: billPatient,
			Label: "Aucun droit ouvert aux dates de soins : patient payeur, ou autre AMC à demander."}, true)
	case !s.domainOpen(ins):
		s.domainClosed(ins, roc.Status{Result: roc.Refuse, Code: domainNotOpen, Group: domainNotOpen[:1],
			Label: roc.LabelOf(domainNotOpen)})
	case s.allC2S(ins):
		s.leaveROC(circuitC2S, "Contrat de complémentaire santé solidaire : circuit C2S, hors ROC.")
	case !s.thirdParty(ins):
		ins.RefusedGroup = string(roc.GroupRights)
		s.leaveROC(circuitNone, noThirdParty)
		s.alert(pilote.Notice{Service: "IDB", Code: "SANS_TIERS_PAYANT", Group: "D", Action: billPatient,
			Label: s.d.CircuitWhy}, true)
	default:
		s.rejoinROC(circuitPEC)
		s.rejoinROC(circuitC2S)
		s.rejoinROC(circuitNone)
		s.c.WarnOfEnd(s, ins)
	}
}

// warnOfEnd tells the agent that the rights stop before the planned exit.
func warnOfEnd(s *session, ins *Insurer) {
	if s.endsBeforeExit(ins) {
		s.alert(pilote.Notice{Service: "IDB", Code: "FIN_DE_DROITS", Action: askOtherAMC,
			Label: "Les droits s'arrêtent avant la sortie : ils seront redemandés, une autre AMC peut suivre."}, true)
	}
}

// rightsRefused records a refusal and what the agent can do about it.
func (s *session) rightsRefused(ins *Insurer, r *roc.IDBReply) {
	ins.State, ins.RefusedGroup = stateUnknown, r.Status.Group
	switch r.Status.Code {
	case "D03":
		ins.State = stateOpen
		s.leaveROC(circuitNone, noThirdParty)
	case "D07":
		s.leaveROC(circuitC2S, "Complémentaire santé solidaire : circuit C2S, hors ROC.")
	case domainNotOpen:
		s.domainClosed(ins, r.Status)
		return
	default:
		if roc.Group(r.Status.Group) == roc.GroupRights {
			ins.State = stateClosed
		}
	}
	ins.AskedFor = s.c.Missing(r.Status.Code)
	s.alert(s.c.NoticeOf(roc.IDB, r.Status), true)
}

// missing says what the agent is asked for after a refusal.
func missing(code string) []string {
	switch code {
	case "B02", "B03":
		return []string{"adherent"}
	case "B04":
		return []string{"naissance", "rang"}
	case "B05":
		return []string{"nir"}
	}
	return nil
}
