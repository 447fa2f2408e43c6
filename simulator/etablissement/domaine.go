package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// domainNotOpen is the code of a domain of care that the contract does not open.
const domainNotOpen = "C02"

// domainOpen reports whether a contract lets the hospital be paid for the dossier's domain.
func (s *session) domainOpen(ins *Insurer) bool {
	return slices.ContainsFunc(ins.Rights.Covers, func(c roc.Cover) bool {
		return opensDomain(c, s.d.Context.Venue.Domain)
	})
}

func opensDomain(c roc.Cover, domain string) bool {
	return len(c.Domains) == 0 || slices.Contains(c.Domains, domain)
}

// domainClosed sends the dossier, and it alone, to the classic circuit: the patient's dossiers of other
// domains go on.
func (s *session) domainClosed(ins *Insurer, st roc.Status) {
	ins.State, ins.RefusedGroup = stateClosed, st.Group
	s.leaveROC(circuitPEC, "Domaine "+s.d.Context.Venue.Domain+
		" non ouvert au tiers payant par ce contrat : demande de prise en charge classique.")
	s.alert(s.c.NoticeOf(roc.IDB, st), true)
}
