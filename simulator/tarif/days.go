package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// tmDays is the number of days after which a stay leaves no more ticket modérateur.
const tmDays = 30

// A daySpan is a run of days, both included; empty where last is before first.
type daySpan struct{ first, last roc.Date }

func (d daySpan) days() int { return max(0, d.last.DaysSince(d.first)+1) }

// A segment is a run of days of presence that the law treats alike.
type segment struct {
	daySpan
	effect  effect
	rank    int  // of its first day among those of the chain, from 1
	counted bool // within the days that the ticket modérateur is counted on
	ticket  bool // the ticket modérateur is due
	forfait bool // the forfait journalier is due
}

// disputed reports whether ticket and forfaits of the segment are both due, so that one gives way.
func (g *segment) disputed() bool { return g.ticket && g.forfait }

// segments cuts the days of presence of a stay (its one day, where it has no night) at the thirtieth
// one, around each leave, and wherever the patient's situation changes.
func (b *stayBill) segments(buf []segment) []segment {
	s := b.s
	end := s.lastNight()
	if end.Before(s.Entry) {
		end = s.Entry
	}
	rank := b.before + 1
	for d, last := s.present(s.Entry, end); !d.After(end); d, last = s.present(last.AddDays(1), end) {
		last = b.c.stable(d, last)
		g := segment{effect: b.c.on(d), rank: rank, counted: rank <= tmDays}
		if g.counted {
			last = earlier(last, d.AddDays(tmDays-rank))
		}
		g.daySpan = daySpan{d, last}
		g.ticket = g.counted && g.effect.noTM == nil && !b.noTicket()
		g.forfait = s.sleeps() && g.effect.noFJ == nil
		rank += g.days()
		if n := len(buf); n > 0 && buf[n-1].effect == g.effect && buf[n-1].counted == g.counted &&
			buf[n-1].last.AddDays(1) == d {
			buf[n-1].last = last
			continue
		}
		buf = append(buf, g)
	}
	return buf
}

// charge adds the ticket modérateur and the forfaits journaliers of the stay.
func (b *stayBill) charge() error {
	b.fj = b.t.amounts["FJ"]
	if b.s.Domain == psychiatry {
		b.fj = b.t.amounts["FJ_PSY"]
	}
	if !b.s.continuous() {
		return b.dayCare()
	}
	var buf [6]segment
	segments := b.segments(buf[:0])
	for i := range segments {
		if err := b.opened(&segments[i].effect); err != nil {
			return err
		}
	}
	b.remark(segments)
	kept, err := b.tickets(segments)
	if err != nil {
		return err
	}
	return b.forfaits(segments, kept)
}

// exitDay returns the rate of the exit day's forfait; nil where none is due: death, transfer,
// mutation, a patient who has not left, a stay without a night in the hospital, an exempt patient.
func (b *stayBill) exitDay() (*Rate, error) {
	s := b.s
	if s.ExitMode != home || !s.sleeps() {
		return nil, nil
	}
	if e := b.c.on(s.Exit); e.noFJ != nil {
		return nil, nil
	}
	if r := b.fj.at(s.Exit); r != nil {
		return r, nil
	}
	return nil, b.fj.unknown(s.Exit)
}

// dayCare adds the ticket modérateur of care without a night: one line for each day, at its price or at
// the tariff of the stay (a GHS, a GMT is then that of one day), rounded by itself, and never a forfait
// journalier. Such days are not those of a continuous stay: the limit of thirty does not count them.
func (b *stayBill) dayCare() error {
	days, last := b.s.Days, b.s.Exit
	if b.s.Kind == nightCare && b.s.Exit.After(b.s.Entry) {
		last = b.s.lastNight()
	}
	for d := b.s.Entry; len(b.s.Days) == 0 && !d.After(last); d = d.AddDays(1) {
		days = append(days, d)
	}
	b.days = len(days)
	for _, d := range sorted(days) {
		g := segment{daySpan: daySpan{d, d}, effect: b.c.on(d)}
		if err := b.opened(&g.effect); err != nil {
			return err
		}
		b.remark([]segment{g})
		if b.noTicket() || g.effect.noTM != nil {
			continue
		}
		if err := b.ticket(&g); err != nil {
			return err
		}
	}
	return nil
}
