package tarif

import (
	"cmp"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// Costly reports whether an act is dear enough by itself, on its day, to replace the ticket
// modérateur by the flat participation.
func (t *Table) Costly(p Prestation) (bool, error) {
	r, err := t.reach([]Prestation{p}, 0, sameDay)
	return r.act != nil, err
}

// A reached is an act that reaches the threshold, and how.
type reached struct {
	act         *Prestation
	sum         roc.Cents // base of the act, or of the invasive acts that it adds up with
	threshold   roc.Cents
	cumulated   bool // with the other invasive acts of its day
	coefficient bool // by its NGAP coefficient
}

// The acts that add up: those of a day in a stay, of a day and a specialty outside.
func sameDay(a, b *Prestation) bool { return a.From == b.From }

func sameSpecialty(a, b *Prestation) bool { return a.From == b.From && a.Specialty == b.Specialty }

// reach says whether the i-th act reaches the threshold of its day: by its base, by its coefficient,
// or, where it is invasive, with the other invasive acts of its group.
func (t *Table) reach(acts []Prestation, i int, group func(a, b *Prestation) bool) (reached, error) {
	p := &acts[i]
	if p.Base == 0 && p.Coefficient == 0 || !t.codes[p.Code].costs() {
		return reached{}, nil
	}
	threshold, err := t.amount("SEUIL_PAS", p.From)
	if err != nil {
		return reached{}, err
	}
	r := reached{act: p, sum: p.Base, threshold: threshold.Amount}
	if p.Base >= threshold.Amount {
		return r, nil
	}
	if p.Coefficient > 0 {
		least := t.coefficient.at(p.From)
		if least == nil {
			return reached{}, t.coefficient.unknown(p.From)
		}
		if p.Coefficient >= least.Value {
			r.coefficient = true
			return r, nil
		}
	}
	if p.Invasive && p.Base > 0 {
		r.sum, r.cumulated = 0, true
		for j := range acts {
			if a := &acts[j]; a.Invasive && group(a, p) && t.codes[a.Code].costs() {
				r.sum += a.Base * roc.Cents(a.Quantity)
			}
		}
		if r.sum >= threshold.Amount {
			return r, nil
		}
	}
	return reached{}, nil
}

// dearer orders the acts that may carry a participation: the earliest day, then the greatest base;
// by code where that does not decide, so that the order in which acts are given does not matter.
func (r reached) dearer(other reached) bool {
	a, b := r.act, other.act
	switch {
	case a.From != b.From:
		return a.From.Before(b.From)
	case a.Base != b.Base:
		return a.Base > b.Base
	case a.ActCode != b.ActCode:
		return a.ActCode < b.ActCode
	}
	return a.Code < b.Code
}

// costlyAct finds the act that bears the participation of a stay: the dearest of the earliest day on
// which the patient's situation lets it be generated. An act above the threshold takes the ticket
// modérateur off even where the participation is not generated.
func (b *stayBill) costlyAct() error {
	var barred reached
	var bar *row
	acts := b.s.acts()
	for i := range acts {
		r, err := b.t.reach(acts, i, sameDay)
		if err != nil {
			return err
		}
		if r.act == nil {
			b.unweighed(&acts[i])
			continue
		}
		e := b.c.on(r.act.From)
		switch {
		case e.noPAS != nil && (barred.act == nil || r.dearer(barred)):
			barred, bar = r, e.noPAS
		case e.noPAS == nil && (b.costly.act == nil || r.dearer(b.costly)):
			b.costly = r
		}
	}
	if b.costly.act == nil {
		b.costly, b.pasRow = barred, bar
	}
	return nil
}

// opened refuses an exemption by the threshold of which no act is known: nothing would be left of the
// ticket modérateur, and no participation in its place.
func (b *stayBill) opened(e *effect) error {
	if e.threshold != nil && e.noTM == nil && !b.noTicket() {
		return notOpened(b.s.ExoCode)
	}
	return nil
}

// notOpened says that no act reaches the threshold that the AMO says reached.
func notOpened(exo string) error {
	return errorf("exonération %s : donnez l'acte qui l'ouvre (base, coefficient ou actes invasifs du jour au moins "+
		"égaux au seuil), aucun ne l'atteint", cmp.Or(exo, "du seuil"))
}

// participation adds the flat participation of the stay, once, at the amount of the day of its act.
func (b *stayBill) participation() error {
	switch {
	case b.linked:
		b.remarks = append(b.remarks, "Participation forfaitaire déjà supportée par un séjour directement lié : "+
			"ni ticket modérateur ni nouvelle participation.")
		return nil
	case b.costly.act == nil:
		return nil
	case b.pasRow != nil:
		b.remarks = append(b.remarks, b.pasRow.remarkPAS)
		return nil
	}
	l, err := b.t.participation(b.costly, becausePASStay)
	b.lines = append(b.lines, l)
	return err
}

// participation returns the line of the participation that an act carries.
func (t *Table) participation(r reached, why reason) (Line, error) {
	rate, err := t.amount("PAS", r.act.From)
	if err != nil {
		return Line{}, err
	}
	l := sized("PAS", daySpan{r.act.From, r.act.From}, rate)
	l.ActCode, l.Nature, l.Rule, l.Source = r.act.ActCode, PAS, "TAR-PAS", sourcePAS
	l.motive.why, l.motive.code, l.motive.a, l.motive.b = why, r.act.Code, r.sum, r.threshold
	switch {
	case r.coefficient:
		l.motive.n = r.act.Coefficient
	case r.cumulated:
		l.motive.n = -1
	}
	l.share(0, 0)
	return l, nil
}

// unweighed says that an act, without what the threshold is compared with, was not.
func (b *stayBill) unweighed(p *Prestation) {
	if p.Base == 0 && p.Coefficient == 0 && b.t.codes[p.Code].costs() {
		b.say("Acte " + strings.TrimSpace(p.Code+" "+p.ActCode) + " du " + p.From.French() +
			" sans base ni coefficient : il n'est pas comparé au seuil de l'acte coûteux.")
	}
}

// sorted returns days in order, without touching those given.
func sorted(days []roc.Date) []roc.Date {
	return slices.SortedFunc(slices.Values(days), func(a, b roc.Date) int { return a.DaysSince(b) })
}
