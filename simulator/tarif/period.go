package tarif

import (
	"errors"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Period is the part of a stay that one intermediate invoice bills.
type Period struct {
	Index int      `yaml:"indice" json:"indice"` // 1 for the first one of the stay
	From  roc.Date `yaml:"du" json:"du"`
	To    roc.Date `yaml:"au" json:"au"` // last day, included: the next period begins the day after
	Final bool     `yaml:"finale,omitempty" json:"finale"`
}

// Period returns what one period of a stay leaves, as far as the stay is known: the bill of the whole,
// cut by days, so that the periods of a stay sum to its bill, to the cent. What is due once (tariff of a
// stay, participation, act, fee) falls on the period of its first day.
//
// A fact that comes after a period may change what it owes: a costly act takes the ticket modérateur of
// the earlier periods off, longer forfaits overtake it. The bill of an earlier period, asked again of
// the stay as it is now known, is the corrected one; where it differs from what was engaged, that
// engagement is to be put right.
func (t *Table) Period(s Stay, p Period) (Bill, error) {
	if err := s.check(); err != nil {
		return Bill{}, err
	}
	if err := p.check(&s); err != nil {
		return Bill{}, err
	}
	bill, err := t.Stay(s)
	if err != nil {
		return Bill{}, err
	}
	lines := bill.Lines[:0]
	for i := range bill.Lines {
		if l, some := bill.Lines[i].within(daySpan{p.From, p.To}); some {
			lines = append(lines, l)
		}
	}
	bill.Lines = lines
	if p.From != s.Entry {
		bill.unlined = 0
	}
	return bill, nil
}

// within returns the part of a line that falls on some days; false where none does.
func (l Line) within(days daySpan) (Line, bool) {
	if !l.byDay() {
		return l, !l.From.Before(days.first) && !l.From.After(days.last)
	}
	span := daySpan{l.From, earlier(l.From.AddDays(l.Quantity-1), days.last)}
	if days.first.After(span.first) {
		span.first = days.first
	}
	switch span.days() {
	case 0:
		return Line{}, false
	case l.Quantity:
		return l, true
	}
	return l.part(span), true
}

// byDay reports whether the quantity of a line counts its days. A room may be given from entry to
// exit: the exit day is not slept.
func (l *Line) byDay() bool {
	nights := l.To.DaysSince(l.From)
	return l.Nature != Fees && (l.Quantity == nights+1 || l.Quantity == nights && nights > 0)
}

// part returns the days of a line that are in span. The AMO part is what it is from the line's start
// to the span's end, less what it is to the span's start: the parts of a line sum to it.
func (l Line) part(span daySpan) Line {
	skipped, days := span.first.DaysSince(l.From), span.days()
	daily := l.Base / roc.Cents(l.Quantity)
	l.motive.cut(skipped, skipped+days == l.Quantity)
	amo := (daily * roc.Cents(skipped+days)).Percent(l.Rate) - (daily * roc.Cents(skipped)).Percent(l.Rate)
	l.From, l.To, l.Quantity = span.first, span.last, days
	l.Total, l.Base, l.AMO = l.UnitPrice*roc.Cents(days), daily*roc.Cents(days), amo
	l.Left = l.Total - l.AMO
	return l
}

// check says whether a period is one of a stay.
func (p Period) check(s *Stay) error {
	if err := p.checkDays(); err != nil {
		return err
	}
	left := s.ExitMode != inProgress
	switch {
	case (p.Index == 1) != (p.From == s.Entry), p.From.Before(s.Entry):
		return errorf("%s : la première période, et elle seule, commence à l'entrée, le %s", p, s.Entry.French())
	case p.Final && !left:
		return errorf("%s : le séjour est en cours, aucune période n'est encore la dernière", p)
	case p.Final && p.To != s.Exit:
		return errorf("%s : la période finale se termine à la sortie, le %s", p, s.Exit.French())
	case !p.Final && left && !p.To.Before(s.Exit):
		return errorf("%s : elle contient la sortie du %s, elle est donc finale", p, s.Exit.French())
	}
	return nil
}

func (p Period) checkDays() error {
	switch {
	case p.Index < 1:
		return errorf("%s : les indices commencent à 1", p)
	case p.From.IsZero() || p.To.IsZero():
		return errorf("période %d sans date de début ou de fin", p.Index)
	case p.To.Before(p.From):
		return errorf("%s : la fin précède le début", p)
	}
	return nil
}

func (p Period) String() string {
	return "période " + strconv.Itoa(p.Index) + " du " + p.From.French() + " au " + p.To.French()
}

// CheckPeriods says whether periods, in their order, are disjoint, leave no day between them, and none
// but the last is final.
func CheckPeriods(periods []Period) error {
	var faults []error
	for i, p := range periods {
		faults = append(faults, p.checkDays())
		if p.Index != i+1 {
			faults = append(faults, errorf("%s : indice %d attendu", p, i+1))
		}
		if p.Final && i < len(periods)-1 {
			faults = append(faults, errorf("%s : finale, alors que d'autres la suivent", p))
		}
		if i == 0 {
			continue
		}
		switch next := periods[i-1].To.AddDays(1); {
		case p.From.Before(next):
			faults = append(faults, errorf("%s : elle chevauche celle qui la précède, qui va jusqu'au %s", p,
				periods[i-1].To.French()))
		case p.From.After(next):
			faults = append(faults, errorf("%s : des jours manquent depuis le %s, fin de celle qui la précède", p,
				periods[i-1].To.French()))
		}
	}
	return errors.Join(faults...)
}
