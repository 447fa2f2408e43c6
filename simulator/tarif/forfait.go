package tarif

import "slices"

// forfaits adds the forfaits journaliers of a stay: those of the nights whose ticket modérateur is
// not kept, and that of the exit day in every case. Nights in a row that owe it for one reason make
// one line for each amount in force; the exit day joins them, or stands alone.
func (b *stayBill) forfaits(segments []segment, kept bool) error {
	exit, err := b.exitDay()
	if err != nil {
		return err
	}
	for i := range segments {
		g := &segments[i]
		if !g.forfait || g.ticket && kept {
			continue
		}
		days := g.daySpan
		joins := exit != nil && i == len(segments)-1
		if joins && days.last == b.s.lastNight() {
			days.last, exit, joins = b.s.Exit, nil, false
		}
		if err := b.forfait(g, days); err != nil {
			return err
		}
		if joins { // back from a leave on the day of exit
			exit = nil
			if err := b.forfait(g, daySpan{b.s.Exit, b.s.Exit}); err != nil {
				return err
			}
		}
	}
	if exit != nil {
		l := sized("FJ", daySpan{b.s.Exit, b.s.Exit}, exit)
		l.Nature, l.Rule, l.Source, l.motive.why = FJExit, "TAR-FJS", sourceFJ, becauseExit
		if slices.ContainsFunc(b.lines, func(l Line) bool { return l.Nature == TM }) {
			l.motive.n = endsAtExit
		}
		l.share(0, 0)
		b.lines = append(b.lines, l)
	}
	return nil
}

// forfait adds the forfaits of days, for the reason of their segment.
func (b *stayBill) forfait(g *segment, days daySpan) error {
	because := motive{why: becauseTail}
	rule := "TAR-FJ"
	switch {
	case g.effect.noTM != nil:
		because = motive{why: becauseExempt, row: g.effect.noTM}
	case b.noTicket():
		because = motive{why: becauseCostly}
	case g.ticket:
		because, rule = motive{why: becauseGreater, a: b.tm, b: b.against}, "TAR-MAX"
	}
	return b.fj.cut(days, func(r run) {
		l := sized("FJ", r.daySpan, r.rate)
		l.Nature, l.Rule, l.Source = FJ, rule, sourceFJ
		because.rate, because.n = r.rate, endsInside
		switch {
		case b.s.ExitMode == inProgress:
		case r.last == b.s.Exit:
			because.n = endsAtExit
		case r.last == b.s.lastNight() && b.s.ExitMode != home:
			because.n, because.code = endsTheEve, b.s.ExitMode
		}
		l.motive = because
		l.share(0, 0)
		b.lines = append(b.lines, l)
	})
}
