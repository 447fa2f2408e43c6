package amc

import (
	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// obey completes or bends the answer as the rules of the world order, after the payer's own rules and
// before anything is kept, and counts those that were applied. A replay is left alone.
func obey(c *Case, tx Tx) error {
	if c.replayed {
		return nil
	}
	c.trace = append(c.trace, c.house.faults...)
	for _, o := range c.house.orders {
		o.apply(c)
		if !o.said || o.rule.Times == 0 {
			continue
		}
		if err := tx.SetCount(o.key(), o.count+1); err != nil {
			return err
		}
	}
	return nil
}

// apply does what remains of a rule: its refusal where no book has the place for it, and what is
// added to an answer. An answer that the payer refused keeps its refusal; only the rule that
// refuses adds a consigne to it.
func (o *order) apply(c *Case) {
	given := positive(c.status.Result)
	e := &o.rule.Then
	if given && e.Refuse != "" && c.SIM.A == nil && c.CLC.A == nil { // these two have MON-R01
		o.say(c)
		c.blank()
		o.refuse(c)
	}
	if e.Consigne != "" && (given || o.said) {
		if to := c.consignes(); to != nil {
			*to = append(*to, roc.Consigne{Text: e.Consigne})
			o.say(c)
		}
	}
	if !given {
		return
	}
	if e.Debtor != nil {
		o.redirect(c, e.Debtor)
	}
	if e.Contradict != "" {
		o.contradict(c, e.Contradict)
	}
}

// consignes is where the answer of the service carries its instructions.
func (c *Case) consignes() *[]roc.Consigne {
	switch {
	case c.IDB.A != nil:
		return &c.IDB.A.Consignes
	case c.SIM.A != nil:
		return &c.SIM.A.Consignes
	case c.CLC.A != nil:
		return &c.CLC.A.Consignes
	}
	return nil
}

func (o *order) redirect(c *Case, d *regle.Debtor) {
	debtor := &roc.Debtor{Number: d.Number, Name: d.Name}
	switch {
	case c.IDB.A != nil:
		c.IDB.A.Debtor = debtor
	case c.CLC.A != nil:
		c.CLC.A.Debtor = debtor
	}
	o.say(c)
}

// contradict makes an engagement betray itself as a forcing does; the trace names the rule.
func (o *order) contradict(c *Case, incoherence string) {
	f := Forcing{Service: string(roc.CLC), Incoherence: incoherence}
	if !f.aims(c) {
		return
	}
	said := len(c.trace)
	f.apply(c)
	details := append([]Fired(nil), c.trace[said:]...)
	c.trace = c.trace[:said]
	if len(details) > 0 {
		o.say(c, details...)
	}
}
