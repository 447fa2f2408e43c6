package amc

import (
	"strconv"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A line that contradicts itself, or the situation that the request tells, is refused; the others are
// shared. The payer judges no price: it only holds what is said in one place to what is said in
// another, with the roundings that a calculation unit by unit may leave. A line that asks nothing is
// left alone.

// contradiction is the rule that refuses the lines for which holds is true.
func contradiction(id, source, text, code, because string, holds func(*sharing, *roc.Line, Kind) bool) Rule {
	broken := func(s *sharing, i int) bool {
		return s.shares[i].kind != "" && s.Lines[i].Requested() > 0 && holds(s, &s.Lines[i], s.shares[i].kind)
	}
	return Rule{
		ID: id, Source: source, Text: text,
		When: func(c *Case) bool {
			for i := range c.Sharing.Lines {
				if broken(&c.Sharing, i) {
					return true
				}
			}
			return false
		},
		Then: func(c *Case) {
			for i := range c.Sharing.Lines {
				if broken(&c.Sharing, i) {
					c.refuseLine(i, code, because)
				}
			}
		},
	}
}

// A venue is the days of a stay or a visit on which its lines may fall. last is zero while the stay goes on.
type venue struct{ first, last roc.Date }

// venueOf reads the days both as the hospital wrote them and in the world's zone: neither way of writing
// an instant puts a line outside.
func venueOf(q *roc.CLCRequest, zone *time.Location) venue {
	v := venue{first: dayIn(q.Venue.Entry, zone), last: dayIn(q.Venue.Exit, zone)}
	if written := roc.DateOf(q.Venue.Entry); written.Before(v.first) {
		v.first = written
	}
	switch written := roc.DateOf(q.Venue.Exit); {
	case !q.Venue.Exit.IsZero() && written.After(v.last):
		v.last = written
	case q.Venue.Exit.IsZero() && q.Period.Index > 0:
		v.last = q.Period.To
	}
	return v
}

// dayIn is the day of an instant in a zone; none where there is no instant.
func dayIn(t time.Time, zone *time.Location) roc.Date {
	if t.IsZero() {
		return roc.Date{}
	}
	return roc.DateOf(t.In(zone))
}

func outsideVenue(s *sharing, l *roc.Line, _ Kind) bool {
	last := l.To
	if last.IsZero() {
		last = l.From
	}
	return l.From.Before(s.Venue.first) || !s.Venue.last.IsZero() && last.After(s.Venue.last)
}

// mispriced compares in floating point: what is too large for it is no price.
func mispriced(_ *sharing, l *roc.Line, _ Kind) bool {
	coefficient := 1.0
	if l.Coefficient != "" {
		read, err := strconv.ParseFloat(l.Coefficient, 64)
		if err != nil {
			return true
		}
		coefficient = read
	}
	off := float64(l.Total) - float64(l.Quantity)*float64(l.UnitPrice)*coefficient
	return off > rounding(l)+0.5 || off < -rounding(l)-0.5
}

// rounding is what rounding each unit of a line to the cent may add up to, in cents.
func rounding(l *roc.Line) float64 { return float64(l.Quantity) / 2 }

// misshared reports whether a line asks more than its base and rate leave, or says that the AMO pays
// more than they give. A line without base or rate says nothing of the AMO; the participation is kept
// from what the AMO pays; in nature 13 the local regime pays besides.
func misshared(s *sharing, l *roc.Line, k Kind) bool {
	if l.Base == 0 || l.Rate == 0 || k == KindPAS {
		return false
	}
	most := roc.Cents(rounding(l) + 1)
	due := l.Base.Percent(l.Rate)
	left, _ := copayment(l)
	return left > l.Base-due+most || l.AMO > due+most && s.Nature != localRegime
}

const (
	maternity   = "30"
	workInjury  = "41"
	localRegime = "13"
)

// exempted reports whether a line asks a ticket modérateur or a forfait journalier that the nature
// d'assurance exempts, or a forfait journalier that a regime pays. Overruns stay due.
func exempted(s *sharing, l *roc.Line, k Kind) bool {
	covered := s.Nature == maternity || s.Nature == workInjury
	switch k {
	case KindTM:
		_, asked := copayment(l)
		return covered && asked > 0
	case KindFJ:
		return covered || s.FJPayer == "R" || s.FJPayer == "L"
	}
	return false
}
