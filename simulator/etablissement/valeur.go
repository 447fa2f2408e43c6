package etablissement

import (
	"errors"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// value returns what the stay or the visit leaves after the AMO, at the rates of the days of care.
func (s *session) value() ([]tarif.Line, error) {
	var bill tarif.Bill
	var err error
	if s.d.Context.Venue.Context == string(roc.ACE) {
		bill, err = s.rates.Visit(tarif.Visit{Situation: situationOf(s.d), Kind: "ACE", Acts: prestations(s.d.Prestations)})
	} else {
		bill, err = s.rates.Stay(s.c.StayOf(s.d))
	}
	if err != nil {
		return nil, block("Valorisation impossible : %s.", err)
	}
	return s.c.Valued(s.d, bill.Lines), nil
}

// stayOf describes the stay to the oracle: real exit, or the planned one as if the patient went home.
func stayOf(d *Dossier) tarif.Stay {
	v := d.Context.Venue
	s := tarif.Stay{Entry: dayOf(v.Entry), Exit: d.exitDay(), ExitMode: "DOMICILE", Kind: v.Kind, Domain: v.Domain,
		DMT: v.DMT, Tariff: v.Tariff, Situation: situationOf(d)}
	if d.Exit != nil {
		s.ExitMode = d.Exit.Mode
	}
	for i, p := range prestations(d.Prestations) {
		if d.Prestations[i].ActCode != "" {
			s.Acts = append(s.Acts, p)
		} else {
			s.Supplement = append(s.Supplement, p)
		}
	}
	return s
}

func situationOf(d *Dossier) tarif.Situation {
	return tarif.Situation{Nature: d.AMO.Nature, ExoCode: d.AMO.ExoCode, FJPayer: d.AMO.FJPayer}
}

// prestations are the same for the oracle; their form was checked when they came in.
func prestations(all []pilote.Prestation) []tarif.Prestation {
	list := make([]tarif.Prestation, 0, len(all))
	for _, p := range all {
		one, err := prestation(p)
		if err == nil {
			list = append(list, one)
		}
	}
	return list
}

// prestation reads a prestation as the agent keyed it.
func prestation(p pilote.Prestation) (tarif.Prestation, error) {
	from, err1 := roc.ParseDate(p.From)
	to, err2 := from, error(nil)
	if p.To != "" {
		to, err2 = roc.ParseDate(p.To)
	}
	price, err3 := roc.ParseCents(p.UnitPrice)
	base, err4 := roc.Cents(0), error(nil)
	if p.Base != "" {
		base, err4 = roc.ParseCents(p.Base)
	}
	one := tarif.Prestation{Code: p.Code, ActCode: p.ActCode, From: from, To: to, Quantity: p.Quantity,
		UnitPrice: price, Base: base, Rate: p.Rate}
	return one, errors.Join(err1, err2, err3, err4)
}

// A part is the part of a line that one AMC is asked for: whole days, and what earlier AMCs took.
type part struct {
	tarif.Line
	other roc.Cents
}

// parts returns what the insurer of a rank is asked for: the days that it covers, less what the
// insurers before it took. Lines of which nothing remains are left out.
func (s *session) parts(lines []tarif.Line, rank int) []part {
	ins := s.d.Insurers[rank-1]
	var list []part
	for _, l := range lines {
		if l.PatientOnly() {
			continue
		}
		for _, piece := range split(l, func(day roc.Date) bool {
			return ins.inWindow(day) &&
				s.c.Covered(s.d, ins, day)
		}) {
			p := part{Line: piece, other: s.c.Remainder(piece.Left, s.taken(piece, rank))}
			if p.Left > p.other {
				list = append(list, p)
			}
		}
	}
	return list
}

// taken is what the insurers before a rank took of a line: all of an equal line, and the share of
// the days in common of one that covers other days.
func (s *session) taken(l tarif.Line, rank int) roc.Cents {
	var sum roc.Cents
	for r := 1; r < rank; r++ {
		e := s.d.live(r)
		if e == nil {
			continue
		}
		for _, theirs := range e.Request.Lines {
			if theirs.Code == l.Code && theirs.ActCode == l.ActCode {
				sum += share(amcOf(e.Reply, theirs.ID), theirs, l)
			}
		}
	}
	return min(sum, l.Left)
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
	if l.Quantity != nights+1 || l.Quantity == 1 {
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
	for i, r := range runs {
		q := roc.Cents(r.Quantity)
		runs[i].Total = l.UnitPrice * q
		runs[i].Base = l.Base * q / roc.Cents(l.Quantity)
		runs[i].AMO = runs[i].Base.Percent(l.Rate)
		runs[i].Left = runs[i].Total - runs[i].AMO
	}
	return runs
}
