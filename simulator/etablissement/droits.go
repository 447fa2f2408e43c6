package etablissement

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// overlaps reports whether a period touches the days of care.
func (s *session) overlaps(ins *Insurer, periods []roc.Period) bool {
	first, last := s.firstDay(ins), s.lastDay(ins)
	for _, p := range periods {
		startsInTime := last.IsZero() || !p.From.After(last)
		if startsInTime && (p.To.IsZero() || !p.To.Before(first)) {
			return true
		}
	}
	return false
}

func (s *session) allC2S(ins *Insurer) bool {
	for _, c := range ins.Rights.Covers {
		if !c.C2S {
			return false
		}
	}
	return true
}

// thirdParty reports whether a contract lets the hospital be paid in the context of the venue.
func (s *session) thirdParty(ins *Insurer) bool {
	for _, c := range ins.Rights.Covers {
		if s.d.allowedBy(c) {
			return true
		}
	}
	return false
}

func (d *Dossier) allowedBy(c roc.Cover) bool {
	return allows(c, d.Context.Venue.Context) && opensDomain(c, d.Context.Venue.Domain)
}

func allows(c roc.Cover, context string) bool {
	return !c.C2S && (context == string(roc.ACE) && c.TPACE || context == string(roc.Sejour) && c.TPSejour)
}

// covered reports whether the insurer may be asked for a day of care.
func covered(d *Dossier, ins *Insurer, day roc.Date) bool {
	if ins.Rights == nil {
		return false
	}
	for _, c := range ins.Rights.Covers {
		for _, p := range c.Periods {
			if d.allowedBy(c) && !day.Before(p.From) && (p.To.IsZero() || !day.After(p.To)) {
				return true
			}
		}
	}
	return false
}

// inWindow reports whether the agent lets the insurer be asked for a day: not before it came, not
// after the patient left it.
func (ins *Insurer) inWindow(day roc.Date) bool {
	return !day.Before(ins.From) && (ins.ClosedAt.IsZero() || !day.After(ins.ClosedAt))
}

// differences names the identity items on which the AMC's file disagrees with ours; items that
// either side leaves out are not compared.
func differences(p pilote.Patient, known *roc.Beneficiary) []string {
	if known == nil {
		return nil
	}
	var names []string
	compare := func(name, ours, theirs string) {
		if ours != "" && theirs != "" && !strings.EqualFold(strings.TrimSpace(ours), strings.TrimSpace(theirs)) {
			names = append(names, name)
		}
	}
	compare("nom", p.LastName, known.LastName)
	compare("prenom", p.FirstName, known.FirstName)
	compare("nom_naissance", p.BirthName, known.BirthName)
	compare("naissance", p.BirthDate, known.BirthDate)
	compare("nir", p.NIR, known.NIR)
	if known.BirthRank != 0 && known.BirthRank != max(1, p.BirthRank) {
		names = append(names, "rang")
	}
	return names
}

// debtorOf is who pays: the debtor of the answer, whatever the card says.
func debtorOf(ins *Insurer, answered *roc.Debtor) roc.Debtor {
	if answered != nil {
		return *answered
	}
	return roc.Debtor{Number: ins.Card.AMCNumber}
}

// takeConsignes shows what the AMC tells the agent to do, and keeps a trace of it.
func takeConsignes(d *Dossier, svc roc.Service, list []roc.Consigne) {
	for _, c := range list {
		text := c.Text
		if c.Code != "" {
			text = c.Code + " : " + c.Text
		}
		d.Consignes = append(d.Consignes, text)
		d.trace("Consigne de l'AMC (" + string(svc) + ") : " + text)
	}
}

// takeContacts shows whom to call at the AMC, once each.
func takeContacts(d *Dossier, list []roc.Contact) {
	for _, c := range list {
		text := strings.Join(compact(c.Name, c.Phone, c.Email, c.Hours), ", ")
		d.Contacts = appendOnce(d.Contacts, text)
	}
}

func compact(items ...string) []string {
	var kept []string
	for _, item := range items {
		if item != "" {
			kept = append(kept, item)
		}
	}
	return kept
}

func appendOnce(list []string, item string) []string {
	for _, known := range list {
		if known == item {
			return list
		}
	}
	return append(list, item)
}

// contracts shows the contracts of an answer, in the order of their rank.
func contracts(covers []roc.Cover) []pilote.Contract {
	shown := []pilote.Contract{}
	for _, c := range covers {
		contract := pilote.Contract{Number: c.Contract, Rank: c.Rank, Level: c.Level, TPACE: c.TPACE,
			TPSejour: c.TPSejour}
		for _, p := range c.Periods {
			contract.Periods = append(contract.Periods,
				pilote.Period{From: p.From.String(), To: p.To.String(), Renewal: p.Renewal.String()})
		}
		shown = append(shown, contract)
	}
	return shown
}
