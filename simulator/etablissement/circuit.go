package etablissement

import (
	"errors"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The states of a cover.
const (
	stateNone    = "AUCUN"
	stateRouted  = "ROUTE"
	stateOpen    = "OUVERT"
	stateClosed  = "FERME"
	stateUnknown = "INCONNU"
	stateExpired = "PERIME" // shown once the renewal date is passed; never stored
)

// errNoAnswer says that a service did not answer; the agent has been told already.
var errNoAnswer = errors.New("no answer from the service")

// leaveROC sends the dossier to another circuit, with the reason that the agent reads.
func (s *session) leaveROC(circuit, why string) {
	s.d.Circuit, s.d.CircuitWhy = circuit, why
	s.d.trace(why)
}

// rejoinROC undoes leaveROC where a new answer shows that its cause is over.
func (s *session) rejoinROC(from string) {
	if s.d.Circuit == from {
		s.d.Circuit, s.d.CircuitWhy = circuitROC, ""
	}
}

// followCircuit leaves ROC where the patient's situation sends one invoice to whoever manages both
// parts, and comes back where that is over.
func (s *session) followCircuit(p roc.BillingPeriod) error {
	bill, err := s.billOf(p)
	if err != nil {
		return err
	}
	switch bill.Circuit {
	case s.d.Circuit:
	case circuitC2S:
		s.leaveROC(circuitC2S, "Complémentaire santé solidaire : facture unique, hors ROC.")
	case circuitAME:
		s.leaveROC(circuitAME, "Aide médicale de l'État : facture unique, hors ROC.")
	default:
		s.rejoinROC(circuitAME)
	}
	return nil
}

// settle takes off the work list what a good answer of a service resolves.
func (s *session) settle(services ...roc.Service) {
	var rest []pilote.Notice
	for _, n := range s.d.WorkList {
		settled := false
		for _, svc := range services {
			settled = settled || n.Service == string(svc)
		}
		if !settled {
			rest = append(rest, n)
		}
	}
	s.d.WorkList = rest
}

// firstDay is the first day of care that an insurer may be asked for.
func (s *session) firstDay(ins *Insurer) roc.Date {
	entry := dayOf(s.d.Context.Venue.Entry)
	if ins.From.After(entry) {
		return ins.From
	}
	return entry
}

// lastDay is the last one: the exit, real or planned; zero where it is not known.
func (s *session) lastDay(ins *Insurer) roc.Date {
	end := s.d.exitDay()
	if !ins.ClosedAt.IsZero() && (end.IsZero() || ins.ClosedAt.Before(end)) {
		return ins.ClosedAt
	}
	return end
}

// The modes of exit of a stay and of an emergency visit.
var (
	stayExits      = []string{"DOMICILE", "TRANSFERT", "MUTATION", "DECES"}
	emergencyExits = []string{"DOMICILE", "HOSPITALISATION", "SANS_SOINS", "REORIENTATION"}
)

func (d *Dossier) exits() []string {
	if d.emergency() {
		return emergencyExits
	}
	return stayExits
}

func (d *Dossier) emergency() bool {
	return d.Context.Venue.Kind == "URGENCE" || d.Context.Venue.Kind == "URGENCE_GYNECO"
}

// staying reports whether the patient is still there, where what is due depends on the exit.
func (d *Dossier) staying() bool {
	return d.Exit == nil && (d.Context.Venue.Context == string(roc.Sejour) || d.emergency())
}

// exitDay is the day of the exit, real or planned; that of the visit for outpatient care.
func (d *Dossier) exitDay() roc.Date {
	v := d.Context.Venue
	switch {
	case d.Exit != nil:
		return dayOf(d.Exit.At)
	case v.PlannedExit != "":
		return dayOf(v.PlannedExit)
	case v.Context == string(roc.ACE):
		return dayOf(v.Entry)
	}
	return roc.Date{}
}

// dayOf is the day of an instant written AAAA-MM-JJTHH:MM, checked when it came in.
func dayOf(instant string) roc.Date {
	if len(instant) < 10 {
		return roc.Date{}
	}
	day, err := roc.ParseDate(instant[:10])
	if err != nil {
		return roc.Date{}
	}
	return day
}
