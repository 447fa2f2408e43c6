package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// A span is a line spread over its days, so that each day can be judged by the rights and the
// ceilings of that day.
type span struct {
	line  *roc.Line
	first roc.Date
	days  int
}

// spanOf spreads a line: a quantity of n counts n days from the first, never more than the line's
// dates hold. A forfait (quantity 1) belongs to its first day. Reversed dates hold no day.
func spanOf(l *roc.Line) span {
	to := l.To
	if to.IsZero() {
		to = l.From
	}
	return span{line: l, first: l.From, days: min(max(1, l.Quantity), to.DaysSince(l.From)+1)}
}

// of returns the part of an amount that falls on day i. The parts sum to the amount exactly.
func (s span) of(amount roc.Cents, i int) roc.Cents {
	n := roc.Cents(s.days)
	return amount*roc.Cents(i+1)/n - amount*roc.Cents(i)/n
}

// inside returns the part of an amount that falls on days that the right covers.
func (s span) inside(r *Right, amount roc.Cents) roc.Cents {
	var sum roc.Cents
	for i := 0; i < s.days; i++ {
		if r.covers(s.first.AddDays(i)) {
			sum += s.of(amount, i)
		}
	}
	return sum
}

// outside says why an amount is not taken whole when only a part of it falls inside the rights:
// nothing, or the code of a line outside them or astride their limits.
func outside(part, whole roc.Cents) string {
	switch part {
	case whole:
		return ""
	case 0:
		return "P03"
	}
	return "R03"
}

// A daybook notes what was paid on each day under a daily ceiling.
type daybook map[roc.Date]roc.Cents

// take pays the line day by day: inside the rights, up to the ceiling of each day, on as many days
// as the limit allows (0: no limit).
func (b *daybook) take(r *Right, s span, ceiling roc.Cents, limit int) (paid roc.Cents, reason string) {
	if *b == nil {
		*b = daybook{}
	}
	var uncovered, capped, late bool
	for i := 0; i < s.days; i++ {
		day := s.first.AddDays(i)
		used, known := (*b)[day]
		switch {
		case !r.covers(day):
			uncovered = true
			continue
		case !known && limit > 0 && len(*b) >= limit:
			late = true
			continue
		}
		due := s.of(s.line.Left, i)
		part := min(due, ceiling-used)
		capped = capped || part < due
		(*b)[day] = used + part
		paid += part
	}
	switch {
	case uncovered || s.days < 1:
		return paid, outside(paid, -1)
	case late:
		return paid, "R02"
	case capped:
		return paid, "R01"
	}
	return paid, ""
}
