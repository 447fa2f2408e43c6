package etablissement

import (
	"fmt"
	"slices"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// The period of index 0 is a stay billed at once; the periods of an interim billing begin at 1.

// periodOf reads the period of an order; none given is the whole stay.
func periodOf(p *pilote.BillingPeriod) (roc.BillingPeriod, error) {
	if p == nil {
		return roc.BillingPeriod{}, nil
	}
	from, err1 := roc.ParseDate(p.From)
	to, err2 := roc.ParseDate(p.To)
	switch {
	case err1 != nil || err2 != nil:
		return roc.BillingPeriod{}, block("Les dates d'une période s'écrivent AAAA-MM-JJ.")
	case p.Index < 1:
		return roc.BillingPeriod{}, block("Les périodes se numérotent à partir de 1.")
	case to.Before(from):
		return roc.BillingPeriod{}, block("La fin de la période (%s) précède son début (%s).", to.French(),
			from.French())
	}
	return roc.BillingPeriod{Index: p.Index, From: from, To: to, Final: p.Final}, nil
}

func shownPeriod(p roc.BillingPeriod) *pilote.BillingPeriod {
	if p.Index == 0 {
		return nil
	}
	return &pilote.BillingPeriod{Index: p.Index, From: p.From.String(), To: p.To.String(), Final: p.Final}
}

func named(p roc.BillingPeriod) string {
	return fmt.Sprintf("période %d (du %s au %s)", p.Index, p.From.French(), p.To.French())
}

// billedToTheEnd reports whether no period is missing: the final one is known, or there are none.
func (d *Dossier) billedToTheEnd() bool {
	n := len(d.Periods)
	return n == 0 || d.Periods[n-1].Final
}

// admit checks a period against the stay and the periods before it.
func (s *session) admit(p roc.BillingPeriod) error {
	d := s.d
	switch {
	case p.Index == 0 && len(d.Periods) > 0 && slices.ContainsFunc(d.Periods, d.stands):
		return block("Ce séjour est facturé par périodes : donnez celle à calculer.")
	case p.Index == 0:
		return nil
	case d.Context.Venue.Context != string(roc.Sejour):
		return block("Seul un séjour se facture par périodes.")
	case p.From.Before(dayOf(d.Context.Venue.Entry)):
		return block("La %s commence avant l'entrée.", named(p))
	case d.Exit != nil && p.To.After(dayOf(d.Exit.At)):
		return block("La %s dépasse la sortie.", named(p))
	}
	if err := s.c.CheckOverlap(d, p); err != nil {
		return err
	}
	return s.c.CheckGap(s, p)
}

// keep makes a period that was admitted, and that has a value, one of those of the dossier.
func (d *Dossier) keep(p roc.BillingPeriod) {
	if p.Index == 0 {
		return
	}
	d.Periods = slices.DeleteFunc(d.Periods, func(o roc.BillingPeriod) bool { return o.Index == p.Index })
	d.Periods = append(d.Periods, p)
	slices.SortFunc(d.Periods, func(a, b roc.BillingPeriod) int { return a.Index - b.Index })
}

// stands reports whether a period still counts: it is engaged, may be, or had nothing to ask.
func (d *Dossier) stands(p roc.BillingPeriod) bool {
	asked := false
	for _, e := range d.Engagements {
		if e.Period.Index == p.Index {
			asked = true
			if e.Live() || e.State == inDoubt {
				return true
			}
		}
	}
	return !asked
}

// checkOverlap refuses to bill a day twice.
func checkOverlap(d *Dossier, p roc.BillingPeriod) error {
	for _, o := range d.Periods {
		if o.Index != p.Index && d.stands(o) && !p.From.After(o.To) && !o.From.After(p.To) {
			return block("La %s recouvre la %s : un jour ne se facture qu'une fois.", named(p), named(o))
		}
	}
	return nil
}

// checkGap tells the agent of days that no period bills, and waits until they have one.
func checkGap(s *session, p roc.BillingPeriod) error {
	next := dayOf(s.d.Context.Venue.Entry)
	if i := slices.IndexFunc(s.d.Periods, func(o roc.BillingPeriod) bool { return o.Index == p.Index-1 }); i >= 0 {
		next = s.d.Periods[i].To.AddDays(1)
	}
	if !p.From.After(next) {
		return nil
	}
	why := fmt.Sprintf("La %s laisse sans facture les jours du %s au %s.", named(p), next.French(),
		p.From.AddDays(-1).French())
	s.alert(pilote.Notice{Service: "CLC", Code: "TROU_ENTRE_PERIODES", Group: "G", Action: fixData, Label: why}, true)
	return block("%s", why)
}

// through is the last day of which something is known of a stay that goes on.
func (d *Dossier) through(p roc.BillingPeriod) roc.Date {
	last := dayOf(d.Context.Venue.Entry)
	later := func(day roc.Date) {
		if day.After(last) {
			last = day
		}
	}
	later(p.To)
	for _, o := range d.Periods {
		if d.stands(o) {
			later(o.To)
		}
	}
	for _, one := range prestations(d.Prestations) {
		later(one.To)
	}
	for _, l := range d.Leaves {
		if day, err := roc.ParseDate(l.To); err == nil {
			later(day)
		}
	}
	return last
}

// billOf asks the oracle for one period of the stay as it is known now, or for the whole.
func (s *session) billOf(p roc.BillingPeriod) (tarif.Bill, error) {
	if p.Index == 0 {
		return s.bill()
	}
	stay := s.stay()
	if s.d.Exit == nil {
		stay.ExitMode, stay.Exit = "EN_COURS", s.d.through(p)
	}
	bill, err := s.c.PeriodBill(s, stay, tarif.Period(p))
	if err != nil {
		return bill, block("Valorisation impossible : %s.", err)
	}
	return bill, nil
}

// valueOf returns the lines of a period, or of the whole, as the GAP takes them.
func (s *session) valueOf(p roc.BillingPeriod) ([]tarif.Line, error) {
	bill, err := s.billOf(p)
	if err != nil {
		return nil, err
	}
	return s.c.Valued(s.d, bill.Lines), nil
}

// contentOf fingerprints what a calculation depends on. That of a period is what it asks, so that a
// later fact makes it stale only where it changes what the period owes.
func (s *session) contentOf(rank int, p roc.BillingPeriod) string {
	if p.Index == 0 {
		return s.d.contentOf(rank)
	}
	lines, err := s.valueOf(p)
	if err != nil {
		return err.Error()
	}
	return fingerprint(s.d.Patient, s.d.AMO, s.d.Insurers[rank-1].Card, s.d.before(rank, p.Index), p,
		wireLines(s.parts(lines, rank, p.Index)))
}

// stale reports whether the dossier has moved away from a calculation.
func (s *session) stale(e *Engagement) bool { return e.Content != s.contentOf(e.Rank, e.Period) }
