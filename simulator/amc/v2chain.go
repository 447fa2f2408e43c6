package amc

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A chain is what stands around the period or the stay asked about: the facts of V2.
type chain struct {
	before *Engagement   // CLC: living, the period before this one
	rival  *Engagement   // CLC: living, bills the same stay in the other manner, at once or by periods
	after  []*Engagement // living, in order: DEL, the periods that follow the target; CLC, the next one
	course course        // what the nights that lead to the first day have counted

	draws []Draw   // what this calculation adds to the course
	spent []Spent  // what the stay has spent of its limits
	optam []string // of the practitioner of each line, as the AMC knows it; empty where it decided nothing
}

// loadChain fetches the chain.
func loadChain(c *Case, tx Tx) error {
	c.Chain = new(chain)
	switch {
	case c.IDB.Q != nil:
		if c.IDB.Q.Context == roc.ACE {
			return nil
		}
		return loadCourse(c, tx, c.IDB.Q.From)
	case c.SIM.Q != nil:
		return loadCourse(c, tx, c.Sharing.From)
	case c.CLC.Q != nil && c.Same == nil && c.Sharing.Context == roc.Sejour:
		if err := loadNeighbours(c, tx); err != nil {
			return err
		}
		return loadCourse(c, tx, c.Sharing.From)
	case c.DEL.Q != nil:
		return loadAfter(c, tx)
	}
	return nil
}

// loadNeighbours finds what engages the same stay. A period needs its neighbours only: as it must follow
// a living one, and no living one can be cancelled before those that follow it, the living periods of a
// stay follow one another without a gap. One is engaged before a living one only where it had lapsed.
func loadNeighbours(c *Case, tx Tx) (err error) {
	q := c.CLC.Q
	key := func(period int) string { return c.liveKey(c.keys.amc, period) }
	if q.Period.Index == 0 {
		c.Chain.rival, err = c.living(tx, key(1))
		return err
	}
	if c.Chain.rival, err = c.living(tx, key(0)); err != nil {
		return err
	}
	if next, err := c.living(tx, key(q.Period.Index+1)); err != nil {
		return err
	} else if next != nil {
		c.Chain.after = []*Engagement{next}
	}
	if q.Period.Index > 1 {
		c.Chain.before, err = c.living(tx, key(q.Period.Index-1))
	}
	return err
}

func loadAfter(c *Case, tx Tx) error {
	t := c.Target
	if t == nil || t.Reply.Period.Index == 0 || t.State != Engage {
		return nil
	}
	stay, _ := strings.CutSuffix(t.LiveKey, ofPeriod(t.Reply.Period.Index))
	for i := t.Reply.Period.Index + 1; ; i++ {
		next, err := c.living(tx, stay+ofPeriod(i))
		if err != nil || next == nil {
			return err
		}
		c.Chain.after = append(c.Chain.after, next)
	}
}

// living returns the engagement that holds a key and has not lapsed, nil where none does.
func (c *Case) living(tx Tx, key string) (*Engagement, error) {
	_, e, err := tx.Engagements("", key)
	if err != nil || e == nil || e.lapsed(c.Today) {
		return nil, err
	}
	return e, nil
}

// keep notes in a new engagement what it adds to the course and to the limits of the stay.
func (k *chain) keep(e *Engagement) {
	if k != nil {
		e.Nights, e.Spent = k.draws, k.spent
	}
}

// optamOf returns the adhesion by which a line was shared.
func (k *chain) optamOf(line int) string {
	if k == nil || k.optam == nil {
		return ""
	}
	return k.optam[line]
}
