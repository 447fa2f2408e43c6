package etablissement

import (
	"errors"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// The actions proposed to the agent.
const (
	fixIdentity   = "CORRIGER_IDENTITE"
	fixData       = "CORRIGER_DONNEES"
	recapture     = "RESAISIR_ATTESTATION"
	callAMC       = "CONTACTER_AMC"
	billPatient   = "FACTURER_PATIENT"
	askOtherAMC   = "DEMANDER_AUTRE_AMC"
	tryAgain      = "REESSAYER"
	regularise    = "REGULARISER"
	chooseStatus  = "CHOISIR_OPTAM"
	warn          = "ALERTER"
	otherAMCFirst = "D06"
)

// actions gives the action of each family of codes.
func actions() map[roc.Group]string {
	return map[roc.Group]string{
		roc.GroupTechnical:   tryAgain,
		roc.GroupSecurity:    warn,
		roc.GroupDirectory:   recapture,
		roc.GroupBeneficiary: fixIdentity,
		roc.GroupRights:      billPatient,
		roc.GroupConvention:  warn,
		roc.GroupPrestation:  fixData,
		roc.GroupAmount:      fixData,
		roc.GroupEngagement:  warn,
		roc.GroupInvoice:     fixData,
		roc.GroupInformation: warn,
	}
}

// noticeOf shows a refusal: code and label verbatim, known or not, and the action of its family;
// for a family that nobody knows, calling the AMC.
func noticeOf(svc roc.Service, st roc.Status) pilote.Notice {
	n := pilote.Notice{Service: string(svc), Code: st.Code, Label: st.Label, Group: st.Group, Action: callAMC}
	if action, known := actions()[roc.Group(st.Group)]; known {
		n.Action = action
	}
	switch st.Code {
	case otherAMCFirst:
		n.Action = askOtherAMC
	case "A02":
		n.Action = warn
	}
	return n
}

// technicalAlert tells the agent that a service gave no business answer.
func (s *session) technicalAlert(svc roc.Service, reply roc.Reply, err error) {
	var call *roc.CallError
	switch {
	case errors.As(err, &call):
		n := pilote.Notice{Service: string(svc), Code: call.Code, Label: call.Label, Group: "T", Action: tryAgain}
		if call.Level == roc.Technical && !uncertain(nil, err) {
			n.Action = warn
		}
		if call.Code == "" {
			n.Code = string(call.Level)
		}
		s.alert(n, true)
	case err != nil:
		s.alert(pilote.Notice{Service: string(svc), Code: "ENVOI_IMPOSSIBLE", Group: "T", Action: warn,
			Label: "Le message n'a pas pu être préparé ou enregistré : prévenez l'administrateur."}, true)
	default:
		s.alert(s.c.NoticeOf(svc, *reply.Outcome()), true)
	}
}
