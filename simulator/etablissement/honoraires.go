package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// Who is paid for a fee.
const (
	toEstablishment = "ETABLISSEMENT" // through its compte mandataire
	toPractitioner  = "PRATICIEN"     // who is not in it, and bills himself
)

// isFee tells a practitioner's fee, billed besides the stay, from an act that the tariff includes.
func (d *Dossier) isFee(p pilote.Prestation) bool {
	return p.RPPS != "" && d.Context.Establishment.Mode == "EX_OQN" && d.Context.Venue.Context == string(roc.Sejour)
}

// fee describes a practitioner's fee to the oracle.
func fee(p pilote.Prestation, one tarif.Prestation) tarif.Fee {
	payee := p.Payee
	if payee == "" {
		payee = toEstablishment
	}
	overrun, _ := overrunOf(p) // its form was checked when it came in
	return tarif.Fee{Prestation: one, RPPS: p.RPPS, Sector: p.Sector, OPTAM: p.OPTAM, Payee: payee, Overrun: overrun}
}

// checkFee blocks what cannot be right of a fee.
func checkFee(p pilote.Prestation) error {
	if p.RPPS != "" && !roc.ValidRPPS(p.RPPS) {
		return block("Le numéro RPPS « %s » est faux : vérifiez la saisie.", p.RPPS)
	}
	if _, err := overrunOf(p); err != nil {
		return block("Le dépassement vaut « %s » : un montant comme « 80.00 » est attendu.", p.Overrun)
	}
	return nil
}

func overrunOf(p pilote.Prestation) (roc.Cents, error) {
	if p.Overrun == "" {
		return 0, nil
	}
	return roc.ParseCents(p.Overrun)
}

// askedByUs reports whether the establishment asks for a line: not for the fees of a practitioner who
// bills them himself.
func askedByUs(l tarif.Line) bool { return l.Payee != toPractitioner }

// ours leaves out the lines that a practitioner bills himself.
func (s *session) ours(lines []tarif.Line) []tarif.Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l tarif.Line) bool { return !s.c.AskedByUs(l) })
}

// executorOf names who gave the care, for a fee.
func executorOf(p part) *roc.Executor {
	if p.Nature != tarif.Fees {
		return nil
	}
	return &roc.Executor{RPPS: p.RPPS, Specialty: p.specialty, Sector: p.Sector, OPTAM: p.OPTAM}
}

// specialtyOf is the practitioner's, as the agent keyed it.
func (d *Dossier) specialtyOf(l tarif.Line) string {
	for _, p := range d.Prestations {
		if l.Nature == tarif.Fees && p.RPPS == l.RPPS && p.Specialty != "" {
			return p.Specialty
		}
	}
	return ""
}

// invoices splits what would be billed per payee, where a practitioner's fees are in the dossier.
func (s *session) invoices() []pilote.Invoice {
	if !slices.ContainsFunc(s.d.Prestations, s.d.isFee) || s.d.staying() {
		return nil
	}
	us := pilote.Invoice{Payee: toEstablishment, Lines: []pilote.Share{}}
	for _, e := range s.d.standing() {
		if e.State != anomaly {
			us.Lines = append(us.Lines, s.shares(e.Request.Lines, e.Reply.Lines)...)
		}
	}
	all := []pilote.Invoice{us}
	lines, err := s.value()
	if err != nil {
		return all
	}
	for _, l := range lines {
		if s.c.AskedByUs(l) {
			continue
		}
		i := slices.IndexFunc(all, func(v pilote.Invoice) bool { return v.Payee == toPractitioner && v.RPPS == l.RPPS })
		if i < 0 {
			i = len(all)
			all = append(all, pilote.Invoice{Payee: toPractitioner, RPPS: l.RPPS})
		}
		all[i].Lines = append(all[i].Lines, pilote.Share{Line: len(all[i].Lines) + 1, Code: l.Code, RPPS: l.RPPS,
			AMC: roc.Cents(0).String(), Patient: l.Left.String()})
	}
	return all
}
