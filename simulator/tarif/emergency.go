package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// emergency adds the forfait of a passage and its acts, of which it replaces the ticket modérateur.
func (b *visitBill) emergency(day roc.Date) error {
	if err := b.forfait(day); err != nil {
		return err
	}
	for i := range b.v.Acts {
		a := &b.v.Acts[i]
		if err := b.price(a, false, true); err != nil {
			return err
		}
		if c := b.t.codes[a.Code]; c != nil && c.PF && a.Base > 0 && b.c.on(a.From).noPF == nil && !b.minor(a.From) {
			b.say(noPFInEmergency)
		}
	}
	return nil
}

// forfait adds the one forfait that is due, in the order of decision of the specification: AME, the
// situations that the regime pays, the local regime of Alsace-Moselle, then C2S or the insured; full,
// or reduced with the complement that the AMO pays.
func (b *visitBill) forfait(day roc.Date) error {
	full, err := b.t.amount("FPU", day)
	if err != nil {
		return err
	}
	reduced, err := b.t.amount("FPV", day)
	if err != nil {
		return err
	}
	e := b.c.on(day)
	forfait := func(code string, r *Rate, amoRate int, why reason, because *row) {
		l := sized(code, daySpan{day, day}, r)
		l.Nature, l.Rule, l.Source, l.motive.why, l.motive.row = Emergency, "TAR-FPU", sourceFPU, why, because
		l.share(roc.Cents(amoRate/fullRate)*l.UnitPrice, amoRate)
		b.lines = append(b.lines, l)
	}
	switch {
	case e.circuit == circuitAME:
		forfait("FPU", full, 0, becauseForfaitAME, nil)
		return nil
	case e.regime != nil:
		forfait("FPX", full, fullRate, becauseForfaitRegime, e.regime)
		return nil
	case e.local != nil && e.reduced != nil:
		forfait("FPM", reduced, fullRate, becauseForfaitReduced, e.reduced)
	case e.local != nil:
		forfait("FPL", full, fullRate, becauseForfaitLocal, nil)
		return nil
	case e.reduced != nil:
		forfait("FPV", reduced, 0, becauseForfaitReduced, e.reduced)
	default:
		forfait("FPU", full, 0, becauseForfaitFull, nil)
		return nil
	}
	b.complement(day, full, reduced)
	return nil
}

// complement adds what completes a reduced forfait. Its amount is not published: the difference
// between the two forfaits is what the sources let one infer.
func (b *visitBill) complement(day roc.Date, full, reduced *Rate) {
	l := Line{Code: "CFU", From: day, To: day, Quantity: 1, UnitPrice: full.Amount - reduced.Amount, Nature: Emergency,
		Rule: "TAR-FPU", Source: sourceFPU, motive: motive{why: becauseComplement, a: full.Amount, b: reduced.Amount}}
	l.share(l.UnitPrice, fullRate)
	b.lines = append(b.lines, l)
}
