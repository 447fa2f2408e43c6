package amc

import (
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A tally is what a civil year has spent of a limit of one contract. It lives in a counter of the
// store, which always holds the sum of what living engagements drew on it: an engagement remembers
// its own draws and gives them back when it is cancelled or lapses.
type tally struct {
	contract string
	kind     Kind
	unit     unit
	year     int // of the day of care
	spent    int // by living engagements
	drawn    int // by this calculation
}

// A unit is what a tally counts.
type unit string

const (
	inCents unit = "centimes"
	inDays  unit = "jours" // days on which something was paid; two engagements that pay one day count two
)

// A Draw is what an engagement took of a counter.
type Draw struct {
	Counter string
	N       int // cents or days
}

func (t *tally) total() int { return t.spent + t.drawn }

// counter names the tally in the store.
func (t *tally) counter(c *Case) string {
	a := c.Insurer.AMC
	return "garantie " + c.Person.ID + " " + a.Number + " " + a.CSR + " " + t.contract + " " + string(t.kind) + " " +
		strconv.Itoa(t.year) + " " + string(t.unit)
}

// tally returns the tally of a limit in a year, empty where it was not met before.
func (s *sharing) tally(contract string, k Kind, in unit, year int) *tally {
	for _, t := range s.tallies {
		if t.year == year && t.unit == in && t.kind == k && t.contract == contract {
			return t
		}
	}
	t := &tally{contract: contract, kind: k, unit: in, year: year}
	s.tallies = append(s.tallies, t)
	return t
}

// loadTallies reads what the limits by year that may bind these lines have already spent. A contract
// without such limits costs no look-up.
func loadTallies(c *Case, tx Tx) error {
	if c.Identification == nil || c.Insurer.AMC == nil || c.Person == nil {
		return nil
	}
	for i := range c.Identification.Rights {
		r := &c.Identification.Rights[i]
		g := c.World.index.guarantees[r.Guarantee]
		for j := range c.Sharing.Lines {
			if l := &c.Sharing.Lines[j]; g != nil {
				c.Sharing.expect(r.Contract, g, c.World.kindOf(l), l)
				c.Sharing.expect(r.Contract, g, kindOverrun, l)
			}
		}
	}
	for _, t := range c.Sharing.tallies {
		n, err := tx.Count(t.counter(c))
		if err != nil {
			return err
		}
		t.spent = n
	}
	return nil
}

// expect makes the tallies that a line may draw on.
func (s *sharing) expect(contract string, g *Guarantee, k Kind, l *roc.Line) {
	limits, days := g.limits(k), spanOf(l)
	if limits == nil || !limits.yearly() || days.days < 1 || k == kindOverrun && overrunOf(l) == 0 {
		return
	}
	for year := yearOf(days.first); year <= yearOf(days.last()); year++ {
		if limits.PerYear > 0 {
			s.tally(contract, k, inCents, year)
		}
		if limits.YearDays > 0 {
			s.tally(contract, k, inDays, year)
		}
	}
}

func yearOf(d roc.Date) int { return d.Time().Year() }

// draws lists what this sharing takes of the counters.
func (c *Case) draws() []Draw {
	var list []Draw
	for _, t := range c.Sharing.tallies {
		if t.drawn > 0 {
			list = append(list, Draw{Counter: t.counter(c), N: t.drawn})
		}
	}
	return list
}

// giveBack returns to the tallies of this case what an engagement that ends had drawn on them.
func (c *Case) giveBack(ended []Draw) {
	for _, d := range ended {
		for _, t := range c.Sharing.tallies {
			if t.counter(c) == d.Counter {
				t.spent -= d.N
			}
		}
	}
}

// A yearBook is the tallies of one family of a contract in the year that a walk has reached.
type yearBook struct {
	year                    int
	ends                    roc.Date
	cents, days             *tally // nil where the family has no such limit
	centsBefore, daysBefore int    // what the year had spent when the walk reached it
}

// turnTo opens the tallies of the year of a day.
func (y *yearBook) turnTo(day roc.Date, w *walk) {
	if !w.limits.yearly() || y.year > 0 && !day.After(y.ends) {
		return
	}
	y.year = yearOf(day)
	y.ends = roc.NewDate(y.year, 12, 31)
	contract := w.use.right.Contract
	if w.limits.PerYear > 0 {
		y.cents = w.sharing.tally(contract, w.kind, inCents, y.year)
		y.centsBefore = y.cents.total()
	}
	if w.limits.YearDays > 0 {
		y.days = w.sharing.tally(contract, w.kind, inDays, y.year)
		y.daysBefore = y.days.total()
	}
}

// note draws a payment of a day on the tallies.
func (y *yearBook) note(paid roc.Cents, newDay bool) {
	if y.cents != nil {
		y.cents.drawn += int(paid)
	}
	if y.days != nil && newDay {
		y.days.drawn++
	}
}
