package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// tmDays is the number of days after which a stay leaves no more ticket modérateur.
const tmDays = 30

// A daySpan is a run of days, both included; empty where last is before first.
type daySpan struct{ first, last roc.Date }

func (d daySpan) days() int { return max(0, d.last.DaysSince(d.first)+1) }

// A segment is a run of nights that the law treats alike.
type segment struct {
	daySpan
	effect  effect
	counted bool // within the days that the ticket modérateur is counted on
	ticket  bool // the ticket modérateur is due
	forfait bool // the forfait journalier is due
}

// disputed reports whether ticket and forfaits of the segment are both due, so that one gives way.
func (g *segment) disputed() bool { return g.ticket && g.forfait }

// segments cuts the nights of a stay (its one day, where it has none) at the thirtieth day and
// wherever the patient's situation changes.
func (b *stayBill) segments(buf []segment) []segment {
	s := b.s
	end := s.Exit.AddDays(-1)
	if s.Entry == s.Exit {
		end = s.Entry
	}
	lastCounted := s.Entry.AddDays(tmDays - b.before - 1)
	for d := s.Entry; !d.After(end); {
		g := segment{daySpan: daySpan{d, b.c.stable(d, end)}, effect: b.c.on(d), counted: !d.After(lastCounted)}
		if g.counted {
			g.last = earlier(g.last, lastCounted)
		}
		g.ticket = g.counted && g.effect.noTM == nil && !b.noTicket()
		g.forfait = s.Entry != s.Exit && g.effect.noFJ == nil
		d = g.last.AddDays(1)
		if n := len(buf); n > 0 && buf[n-1].effect == g.effect && buf[n-1].counted == g.counted {
			buf[n-1].last = g.last
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
	if b.s.Kind != full {
		return b.dayCare()
	}
	var buf [6]segment
	segments := b.segments(buf[:0])
	b.remark(segments)
	kept, err := b.tickets(segments)
	if err != nil {
		return err
	}
	return b.forfaits(segments, kept)
}

// exitDay returns the rate of the exit day's forfait; nil where none is due: death, transfer,
// mutation, a stay without a night, an exempt patient.
func (b *stayBill) exitDay() (*Rate, error) {
	s := b.s
	if s.ExitMode != home || s.Entry == s.Exit {
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

// dayCare adds the ticket modérateur of care without a night: one line for each day, rounded by
// itself, and never a forfait journalier. Such days are not those of a continuous stay: the limit of
// thirty does not count them.
func (b *stayBill) dayCare() error {
	if b.s.GHS > 0 {
		g := segment{daySpan: daySpan{b.s.Entry, b.s.Exit}, effect: b.c.on(b.s.Entry)}
		b.remark([]segment{g})
		if b.noTicket() || g.effect.noTM != nil {
			return nil
		}
		return b.ticket(&g)
	}
	days := b.s.Days
	for d := b.s.Entry; len(b.s.Days) == 0 && !d.After(b.s.Exit); d = d.AddDays(1) {
		days = append(days, d)
	}
	for _, d := range sorted(days) {
		g := segment{daySpan: daySpan{d, d}, effect: b.c.on(d)}
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
