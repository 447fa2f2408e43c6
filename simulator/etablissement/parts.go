package etablissement

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// A part is the part of a line that one AMC is asked for: whole days, and what earlier AMCs took.
type part struct {
	tarif.Line
	other     roc.Cents
	specialty string // of the practitioner, for a fee
}

// parts returns what the insurer of a rank is asked for of a period: the days that it covers, less what the
// insurers before it took. Lines of which nothing remains are left out.
func (s *session) parts(lines []tarif.Line, rank, period int) []part {
	ins := s.d.Insurers[rank-1]
	kept := func(day roc.Date) bool { return ins.inWindow(day) && s.c.Covered(s.d, ins, day) }
	var list []part
	for _, l := range s.ours(lines) {
		if l.PatientOnly() || slices.Contains(s.d.Context.Establishment.NotAsked, l.Code) {
			continue
		}
		for _, piece := range split(l, kept) {
			p := part{Line: piece, specialty: s.d.specialtyOf(piece),
				other: s.c.Remainder(piece.Left, s.taken(piece, rank, period))}
			if p.Left > p.other {
				list = append(list, p)
			}
		}
	}
	return list
}

// taken is what the insurers before a rank took of a line: all of an equal line, and the share of
// the days in common of one that covers other days.
func (s *session) taken(l tarif.Line, rank, period int) roc.Cents {
	var sum roc.Cents
	for r := 1; r < rank; r++ {
		e := s.d.live(r, period)
		if e == nil {
			continue
		}
		for _, theirs := range e.Request.Lines {
			if theirs.Code == l.Code && theirs.ActCode == l.ActCode && rppsOf(theirs) == l.RPPS {
				sum += share(amcOf(e.Reply, theirs.ID), theirs, l)
			}
		}
	}
	return min(sum, l.Left)
}

func rppsOf(l roc.Line) string {
	if l.Executor == nil {
		return ""
	}
	return l.Executor.RPPS
}

func share(amc roc.Cents, theirs roc.Line, l tarif.Line) roc.Cents {
	from, to := theirs.From, theirs.To
	days := to.DaysSince(from) + 1
	if l.From.After(from) {
		from = l.From
	}
	if l.To.Before(to) {
		to = l.To
	}
	common := to.DaysSince(from) + 1
	if common <= 0 {
		return 0
	}
	return amc * roc.Cents(common) / roc.Cents(days)
}

// split cuts a line into the runs of days that are kept. A line that does not count days is kept or
// left by its first day. Each run is valued by itself, as any line is: the AMO part is rounded once.
func split(l tarif.Line, kept func(roc.Date) bool) []tarif.Line {
	nights := l.To.DaysSince(l.From)
	if l.Quantity == nights && nights > 0 { // a room from entry to exit: the exit day is not slept
		l.To = l.To.AddDays(-1)
		nights--
	}
	if l.Nature == tarif.Fees || l.Quantity != nights+1 || l.Quantity == 1 {
		if kept(l.From) {
			return []tarif.Line{l}
		}
		return nil
	}
	var runs []tarif.Line
	for d := l.From; !d.After(l.To); d = d.AddDays(1) {
		switch n := len(runs); {
		case !kept(d):
		case n > 0 && runs[n-1].To == d.AddDays(-1):
			runs[n-1].To = d
			runs[n-1].Quantity++
		default:
			run := l
			run.From, run.To, run.Quantity = d, d, 1
			runs = append(runs, run)
		}
	}
	if len(runs) == 1 && runs[0].Quantity == l.Quantity {
		return []tarif.Line{l} // whole: as the oracle rounded it
	}
	for i, r := range runs {
		runs[i] = resized(r, l, r.Quantity)
	}
	return runs
}

// resized values the run of a line for another quantity, by itself, as any line is.
func resized(run, l tarif.Line, quantity int) tarif.Line {
	q := roc.Cents(quantity)
	run.Quantity = quantity
	run.Total = l.UnitPrice * q
	run.Base = l.Base * q / roc.Cents(l.Quantity)
	run.AMO = run.Base.Percent(l.Rate)
	run.Left = run.Total - run.AMO
	return run
}
