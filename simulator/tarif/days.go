package tarif

import (
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A daySpan is a run of days, both included; empty where Last is before First.
type daySpan struct{ first, last roc.Date }

func (d daySpan) days() int { return max(0, d.last.DaysSince(d.first)+1) }

// charge returns the ticket modérateur and the forfaits journaliers of a stay.
func (t *Table) charge(s Stay, exo Exoneration) ([]Line, error) {
	if s.Kind != "HC" {
		return t.dayCare(s, exo)
	}
	head, tail := s.nights()
	switch {
	case exo.NoFJ || s.sameDay():
		return t.ticket(s, exo, head)
	case exo.NoTM:
		return t.forfaits(s, daySpan{s.Entry, s.lastDue()}, FJ, "TAR-FJ", "jours de présence")
	}
	return t.greater(s, exo, head, tail)
}

// greater returns the ticket modérateur of the first thirty days, or the forfaits journaliers where
// they reach as much; then the forfaits of the days after, and of the exit day in every case.
func (t *Table) greater(s Stay, exo Exoneration, head, tail daySpan) ([]Line, error) {
	ticket, err := t.ticket(s, exo, head)
	if err != nil {
		return nil, err
	}
	all, err := t.forfaits(s, daySpan{s.Entry, s.lastDue()}, FJ, "TAR-MAX", fmt.Sprintf(
		"les forfaits journaliers ne cèdent pas au ticket modérateur (%s) et le remplacent", Left(ticket).French()))
	if err != nil {
		return nil, err
	}
	exit := daySpan{s.Exit, s.lastDue()}
	compared, err := t.forfaits(s, head, FJ, "", "")
	if err != nil {
		return nil, err
	}
	last, err := t.forfaits(s, exit, FJExit, "TAR-FJS", "jour de sortie à domicile, en plus du ticket modérateur")
	if err != nil || Left(ticket) <= Left(compared)+Left(last) {
		return all, err
	}
	if tail.days() > 0 {
		last, err = t.forfaits(s, daySpan{tail.first, s.lastDue()}, FJ, "TAR-FJ", "jours au-delà du trentième")
	}
	return append(ticket, last...), err
}

// nights splits the nights of a stay into those that count for the ticket modérateur and the others.
func (s Stay) nights() (head, tail daySpan) {
	days := max(1, s.Exit.DaysSince(s.Entry))
	counted := min(days, max(0, tmDays-s.DaysBefore))
	first, end := s.Entry, s.Entry.AddDays(days-1)
	cut := first.AddDays(counted)
	return daySpan{first, cut.AddDays(-1)}, daySpan{cut, end}
}

func (s Stay) sameDay() bool { return s.Entry == s.Exit }

// lastDue is the last day that owes a forfait: the exit day, but on death, transfer or mutation.
func (s Stay) lastDue() roc.Date {
	if s.ExitMode == "DOMICILE" {
		return s.Exit
	}
	return s.Exit.AddDays(-1)
}

// ticket returns the ticket modérateur of days, one line for each tariff in force.
func (t *Table) ticket(s Stay, exo Exoneration, days daySpan) ([]Line, error) {
	if exo.NoTM || days.days() == 0 {
		return nil, nil
	}
	if s.GHS > 0 {
		l := Line{Code: "GHS", From: days.first, To: days.last, Quantity: 1, UnitPrice: s.GHS, Nature: TM,
			Rule:   "TAR-TM",
			Source: sourceTM, Why: fmt.Sprintf("%d %% du tarif du séjour", 100-exo.AMORate)}
		return []Line{l.share(s.GHS, exo.AMORate)}, nil
	}
	price := func(day roc.Date) (roc.Cents, error) {
		d, err := t.TNJP(s.DMT, s.Tariff, day)
		return d.Amount, err
	}
	lines, err := runs(days, price)
	for i, l := range lines {
		l.Code, l.Nature, l.Rule, l.Source = "PJ", TM, "TAR-TM", sourceTM+" ; "+t.DailySource
		l.Why = fmt.Sprintf("%d %% du tarif journalier, %d jour(s) sur 30 au plus", 100-exo.AMORate, l.Quantity)
		lines[i] = l.share(l.UnitPrice*roc.Cents(l.Quantity), exo.AMORate)
	}
	return lines, err
}

// forfaits returns the forfaits journaliers of days, one line for each amount in force.
func (t *Table) forfaits(s Stay, days daySpan, n Nature, rule, why string) ([]Line, error) {
	code := "FJ"
	if s.Domain == "PSY" {
		code = "FJ_PSY"
	}
	price := func(day roc.Date) (roc.Cents, error) {
		r, err := t.Rate(code, day)
		return r.Amount, err
	}
	lines, err := runs(days, price)
	for i, l := range lines {
		l.Code, l.Nature, l.Rule, l.Source, l.Why = "FJ", n, rule, sourceFJ, why
		lines[i] = l.share(0, 0)
	}
	return lines, err
}

// runs makes one line of each run of days that have the same price.
func runs(days daySpan, price func(roc.Date) (roc.Cents, error)) ([]Line, error) {
	var lines []Line
	for d := days.first; !d.After(days.last); d = d.AddDays(1) {
		p, err := price(d)
		if err != nil {
			return nil, err
		}
		if n := len(lines); n > 0 && lines[n-1].UnitPrice == p {
			lines[n-1].To, lines[n-1].Quantity = d, lines[n-1].Quantity+1
			continue
		}
		lines = append(lines, Line{From: d, To: d, Quantity: 1, UnitPrice: p})
	}
	return lines, nil
}

// dayCare returns the ticket modérateur of care without a night: one line for each day, rounded by
// itself, and never a forfait journalier.
func (t *Table) dayCare(s Stay, exo Exoneration) ([]Line, error) {
	var lines []Line
	for d := s.Entry; !d.After(s.Exit); d = d.AddDays(1) {
		day, err := t.ticket(s, exo, daySpan{d, d})
		if err != nil {
			return nil, err
		}
		lines = append(lines, day...)
		if s.GHS > 0 {
			break
		}
	}
	return lines, nil
}
