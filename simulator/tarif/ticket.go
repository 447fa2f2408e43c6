package tarif

import (
	"errors"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// tickets adds the lines of the ticket modérateur. Where forfaits journaliers are due for the same
// days it adds them only if they exceed those forfaits, and reports whether they did (kept).
func (b *stayBill) tickets(segments []segment) (kept bool, err error) {
	if b.s.GHS > 0 && !uniform(segments) {
		return false, errors.New("la situation change pendant le séjour : le ticket modérateur d'un forfait de " +
			"séjour ne se partage pas")
	}
	mark := len(b.lines)
	if err := b.ticketsOf(segments, true); err != nil {
		return false, err
	}
	tickets := Left(b.lines[mark:])
	against, err := b.compared(segments)
	if err != nil {
		return false, err
	}
	if kept = tickets > against; !kept {
		b.lines = b.lines[:mark]
	}
	b.tm, b.against = tickets, against
	return kept, b.ticketsOf(segments, false)
}

// ticketsOf adds the ticket modérateur of the segments that owe it, those where forfaits are due too or
// the others; where its base is the tariff of the whole stay, they share one line.
func (b *stayBill) ticketsOf(segments []segment, disputed bool) error {
	var whole segment
	for i := range segments {
		g := &segments[i]
		switch {
		case !g.ticket || g.disputed() != disputed:
			continue
		case b.s.GHS == 0:
			if err := b.ticket(g); err != nil {
				return err
			}
		case !whole.ticket:
			whole = *g
		default:
			whole.last = g.last
		}
	}
	if !whole.ticket {
		return nil
	}
	return b.ticket(&whole)
}

// uniform reports whether the patient's situation is the same all along.
func uniform(segments []segment) bool {
	for _, g := range segments {
		first := segments[0].effect
		if g.effect.noTM != first.noTM || g.effect.rate != first.rate || g.effect.noFJ != first.noFJ {
			return false
		}
	}
	return true
}

// compared returns the forfaits that the ticket modérateur is compared with: those of the disputed
// days, and of the exit day unless the patient is then exempt of ticket modérateur. With the scope
// of the whole stay, those of the days beyond the thirtieth too.
func (b *stayBill) compared(segments []segment) (roc.Cents, error) {
	var sum roc.Cents
	disputed := false
	for i := range segments {
		g := &segments[i]
		late := b.t.maxScope == Whole && !g.counted && g.forfait && g.effect.noTM == nil && !b.noTicket()
		if !g.disputed() && !late {
			continue
		}
		disputed = disputed || g.disputed()
		if err := b.fj.cut(g.daySpan, func(r run) { sum += r.rate.Amount * roc.Cents(r.days()) }); err != nil {
			return 0, err
		}
	}
	exit, err := b.exitDay()
	if err != nil || exit == nil || !disputed {
		return sum, err
	}
	if e := b.c.on(b.s.Exit); e.noTM == nil {
		sum += exit.Amount
	}
	return sum, nil
}

// ticket adds the lines of the ticket modérateur of a segment: one for each price of the grid, or one
// for the stay where its base is the tariff of the whole.
func (b *stayBill) ticket(g *segment) error {
	s, rate := b.s, b.t.stayRate
	if g.effect.rate > 0 {
		rate = g.effect.rate
	}
	if s.GHS == 0 && (s.DMT == "" || s.Tariff == "") {
		return errors.New("dmt et code_tarif, ou ghs, manquent : le ticket modérateur n'a pas de base")
	}
	if s.GHS > 0 {
		l := Line{Code: s.stayTariff(), From: g.first, To: g.last, Quantity: 1, UnitPrice: s.GHS, Nature: TM,
			Rule: "TAR-TM", Source: sourceTM, motive: motive{why: becauseGHS, code: s.stayTariff()}}
		l.share(s.GHS, rate)
		b.lines = append(b.lines, l)
		return nil
	}
	grid, err := b.t.grid(discipline{s.DMT, s.Tariff}, g.first)
	if err != nil {
		return err
	}
	return grid.cut(g.daySpan, func(r run) {
		l := sized("PJ", r.daySpan, r.rate)
		l.Nature, l.Rule, l.Source = TM, "TAR-TM", sourceTM
		l.motive.why, l.motive.n = becauseTicket, g.rank+r.first.DaysSince(g.first)
		if !s.continuous() {
			l.motive.why = becauseDay
		}
		l.share(l.UnitPrice*roc.Cents(l.Quantity), rate)
		b.lines = append(b.lines, l)
	})
}
