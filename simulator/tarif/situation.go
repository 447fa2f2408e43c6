package tarif

import (
	"cmp"
	"fmt"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Situation is what takes a patient out of common law. The codes imply rows of the matrix of
// exonerations; a row given by name and declared under the same code specialises what it implies
// (exo 5 alone is an annuity; with PENSION_MILITAIRE it is that).
type Situation struct {
	Nature  string   `yaml:"nature,omitempty"`     // nature d'assurance: 10, 13, 30, 41, 90; empty: 10
	ExoCode string   `yaml:"exo,omitempty"`        // B2, annex 9: 0, 1, 2, 3, 4, 5, 6, 7, 9, C, X; empty: 0
	FJPayer string   `yaml:"payeur_fj,omitempty"`  // B2, annex 16: A, R, L, X; empty: X
	Names   []string `yaml:"situations,omitempty"` // rows of the matrix that the codes do not tell: DONNEUR, C2S, …
	Dated   []Dated  `yaml:"situations_datees,omitempty"`
	Birth   roc.Date `yaml:"naissance,omitempty"` // ends what depends on age; zero: it does not matter
}

// A Dated is a row of the matrix that holds for some days only: an ALD that starts inside the stay.
type Dated struct {
	Name string   `yaml:"nom"`
	From roc.Date `yaml:"du,omitempty"` // zero: from ever
	To   roc.Date `yaml:"au,omitempty"` // last day; zero: for ever
}

// An effect is what the rows that hold on a day take off, together.
type effect struct {
	rate       int  // AMO rate of a stay, where a row says another than that of common law
	noTM       *row // the row that takes the ticket modérateur off; nil: it is due
	threshold  *row // the AMO says that a costly act takes it off: the act itself decides
	noFJ       *row
	noPAS      *row
	noPF       *row
	noMajor    *row
	actRate    int  // AMO rate of acts whose TM is taken off; 0: 100
	regime     *row // of emergencies: the regime pays the forfait
	local      *row // the local regime does
	reduced    *row // the forfait is the reduced one
	circuit    string
	circuitRow *row
}

// add puts a row on top of the others: what one takes off, no other gives back.
func (e *effect) add(r *row) {
	e.rate = max(e.rate, r.StayRate)
	first(&e.threshold, r, r.Threshold)
	if r.TM.off() && !r.Threshold {
		first(&e.noTM, r, true)
		e.actRate = max(e.actRate, r.actRate())
	}
	first(&e.noFJ, r, r.FJ.off())
	first(&e.noPAS, r, r.PAS.off())
	first(&e.noPF, r, r.PF.off())
	first(&e.noMajor, r, r.Majoration.off())
	first(&e.regime, r, r.Emergency == emergencyRegime)
	first(&e.local, r, r.Emergency == emergencyLocal)
	first(&e.reduced, r, r.Emergency == emergencyReduced)
	if r.Circuit != "" && e.circuit != circuitAME {
		e.circuit, e.circuitRow = r.Circuit, r
	}
}

func first(slot **row, r *row, taken bool) {
	if *slot == nil && taken {
		*slot = r
	}
}

// circumstances are the rows that hold for a patient, those of some days apart.
type circumstances struct {
	always effect
	dated  []span
}

type span struct {
	row      *row
	from, to roc.Date // either may be zero: no bound
}

// on returns the effect of the rows that hold on day.
func (c *circumstances) on(day roc.Date) effect {
	e := c.always
	for _, s := range c.dated {
		if !day.Before(s.from) && (s.to.IsZero() || !day.After(s.to)) {
			e.add(s.row)
		}
	}
	return e
}

// stable returns the last day up to end before which the effect of day cannot change.
func (c *circumstances) stable(day, end roc.Date) roc.Date {
	for _, s := range c.dated {
		if s.from.After(day) {
			end = earlier(end, s.from.AddDays(-1))
		}
		if !s.to.IsZero() && !s.to.Before(day) {
			end = earlier(end, s.to)
		}
	}
	return end
}

// oneCircuit refuses days of which one bill would go to two payers.
func (c *circumstances) oneCircuit(days daySpan) error {
	if len(c.dated) == 0 {
		return nil
	}
	circuit := c.on(days.first).circuit
	for d := c.stable(days.first, days.last).AddDays(1); !d.After(days.last); d = c.stable(d, days.last).AddDays(1) {
		if other := c.on(d).circuit; other != circuit {
			return fmt.Errorf("le circuit change en cours de séjour : %s jusque-là, %s à partir du %s ; facturez deux "+
				"périodes, chacune comme un séjour, la seconde chaînée à la première", cmp.Or(circuit, circuitROC),
				cmp.Or(other, circuitROC), d.French())
		}
	}
	return nil
}

// circumstances reads a situation against the matrix.
func (t *Table) circumstances(s *Situation) (circumstances, error) {
	var c circumstances
	var nature, exo, payer *row
	for _, implied := range []struct {
		row   **row
		codes map[string]*row
		value string
		what  string
	}{{&nature, t.natures, s.Nature, "nature d'assurance"}, {&exo, t.exos, s.ExoCode, "code exonération"},
		{&payer, t.payers, s.FJPayer, "payeur du forfait journalier"}} {
		r, known := implied.codes[implied.value]
		if !known && implied.value != "" {
			return c, fmt.Errorf("%s %q inconnu%s", implied.what, implied.value, hint(implied.value,
				names(implied.codes)))
		}
		*implied.row = r
	}
	for _, name := range s.Names {
		if err := t.named(&c, s, Dated{Name: name}, &nature, &exo); err != nil {
			return c, err
		}
	}
	for _, d := range s.Dated {
		if err := t.named(&c, s, d, &nature, &exo); err != nil {
			return c, err
		}
	}
	for _, r := range [...]*row{nature, exo, payer} {
		if r != nil {
			c.put(r, Dated{}, s.Birth)
		}
	}
	return c, nil
}

// named puts a row given by name, and drops what the codes imply where the row specialises it.
func (t *Table) named(c *circumstances, s *Situation, d Dated, nature, exo **row) error {
	r, known := t.rows[d.Name]
	switch {
	case !known:
		return fmt.Errorf("situation %q inconnue%s", d.Name, hint(d.Name, names(t.rows)))
	case !d.To.IsZero() && d.To.Before(d.From):
		return fmt.Errorf("situation %s : la fin du %s précède le début du %s", d.Name, d.To.French(), d.From.French())
	}
	if *nature != nil && r.Nature == s.Nature {
		*nature = nil
	}
	if *exo != nil && r.declaredUnder(s.ExoCode) {
		*exo = nil
	}
	c.put(r, d, s.Birth)
	return nil
}

// put adds a row, for the days of d and no longer than the age that ends it.
func (c *circumstances) put(r *row, d Dated, birth roc.Date) {
	to := d.To
	if r.MaxAge > 0 && !birth.IsZero() {
		if end := birth.AddDays(r.MaxAge); to.IsZero() || end.Before(to) {
			to = end
		}
	}
	if d.From.IsZero() && to.IsZero() {
		c.always.add(r)
		return
	}
	c.dated = append(c.dated, span{r, d.From, to})
}
