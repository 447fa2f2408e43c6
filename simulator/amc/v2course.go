package amc

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A course is what an AMC has counted of a person's stays that follow one another without a night
// between, in whatever establishment: days of ticket modérateur, participation. It knows what was
// engaged in V2 only.
//
// It lives in one counter of the store for each night, which holds three counts: of the living
// engagements that hold the night, of those in which its ticket modérateur is asked, and of those in
// which a participation was paid, noted on their first night. An engagement remembers what it added,
// and gives it back when it ends.
type course struct {
	days    int
	through roc.Date // last night counted
	pas     bool
}

const (
	heldNight    = 1
	ticketNight  = 1 << 16
	participated = 1 << 32
)

func (c *Case) nightCounter(night roc.Date) string {
	a := c.Insurer.AMC
	return "parcours " + c.Person.ID + " " + a.Number + " " + a.CSR + " " + night.String()
}

// loadCourse walks back from the night before a day, as long as each night is held.
func loadCourse(c *Case, tx Tx, day roc.Date) error {
	if c.Person == nil || c.Insurer.AMC == nil {
		return nil
	}
	for night := day.AddDays(-1); ; night = night.AddDays(-1) {
		n, err := tx.Count(c.nightCounter(night))
		if err != nil || n < heldNight {
			return err
		}
		c.Chain.course.count(night, n)
	}
}

func (k *course) count(night roc.Date, n int) {
	if n%participated >= ticketNight {
		k.days++
		if k.through.Before(night) {
			k.through = night
		}
	}
	k.pas = k.pas || n >= participated
}

func (k *course) wire() *roc.Counters {
	return &roc.Counters{Days: k.days, Through: k.through, PAS: k.pas}
}

func countersOnFirstDay() Rule {
	return Rule{
		ID: "IDB-R26", Source: "dossier 6.1, multi-EJ ; 6.2 [S0, I]",
		Text: "La réponse rend ce que l'AMC a compté des séjours qui mènent au premier jour demandé.",
		When: func(c *Case) bool { return c.IDB.Q.Context == roc.Sejour },
		Then: func(c *Case) { c.IDB.A.Counters = c.tell() },
	}
}

func countersAfterwards() Rule {
	return Rule{
		ID: "CLC-R18", Source: "dossier 6.1, multi-EJ ; 6.2 [S0, I]",
		Text: "La réponse rend ce que l'AMC a compté, ce calcul compris.",
		When: func(c *Case) bool { return c.Sharing.Context == roc.Sejour },
		Then: func(c *Case) {
			c.countNights()
			c.CLC.A.Counters = c.tell()
			if c.CLC.Q.Period.Index > 0 {
				c.Chain.spent = c.Sharing.spent()
			}
		},
	}
}

func (c *Case) tell() *roc.Counters {
	k := &c.Chain.course
	said := "participation non prise"
	if k.pas {
		said = "participation prise"
	}
	c.sayf("Jours de ticket modérateur comptés : %d ; %s.", k.days, said)
	return k.wire()
}

func participationOnce() Rule {
	return Rule{
		ID: "GAR-R17", Source: "dossier 5.8 [P34] ; 6.2 ; 6.1, multi-EJ [I]",
		Text: "La participation forfaitaire est déjà prise pour une période ou un séjour qui mène à celui-ci.",
		When: func(c *Case) bool {
			return c.Chain.course.pas && c.Sharing.Context == roc.Sejour && c.Sharing.count(KindPAS) > 0
		},
		Then: func(c *Case) {
			c.setAside(KindPAS, "P06", 0, "participation déjà prise pour des jours qui mènent à ceux-ci")
		},
	}
}

// countNights adds this calculation to the course. The night of a day is that which follows it: the
// day of the exit has none.
func (c *Case) countNights() {
	first, last := c.Sharing.From, c.Sharing.To
	if p := c.CLC.Q.Period; p.Index == 0 || p.Final {
		last = last.AddDays(-1)
	}
	nights := max(0, last.DaysSince(first)+1)
	held := make([]int, nights)
	for i := range c.Sharing.Lines {
		l := &c.Sharing.Lines[i]
		if l.Left > 0 && c.World.index.nights[l.Code] && !l.PAS {
			mark(held, first, l)
		}
	}
	took := c.participates()
	for i, tickets := range held {
		n := heldNight + min(1, tickets)*ticketNight
		if i == 0 && took {
			n += participated
		}
		night := first.AddDays(i)
		c.Chain.course.count(night, n)
		c.Chain.draws = append(c.Chain.draws, Draw{Counter: c.nightCounter(night), N: n})
	}
}

// mark notes the nights whose ticket modérateur a line asks: as many as its quantity, all those of its
// dates where it prices the stay whole.
func mark(held []int, first roc.Date, l *roc.Line) {
	left := l.Quantity
	if left <= 1 {
		left = len(held)
	}
	from := max(0, l.From.DaysSince(first))
	to := l.To
	if to.IsZero() {
		to = l.From
	}
	for i := from; i <= min(len(held)-1, to.DaysSince(first)) && left > 0; i++ {
		held[i]++
		left--
	}
}

func (c *Case) participates() bool {
	return slices.ContainsFunc(c.Sharing.shares, func(s share) bool { return s.kind == KindPAS && s.paid > 0 })
}
