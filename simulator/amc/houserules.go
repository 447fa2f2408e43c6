package amc

import (
	"github.com/roc-miroir/miroir/simulator/regle"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A house is the rules of the world that hold for a case, and what they have done to it.
type house struct {
	orders []*order
	faults []Fired // of the conditions that could not be answered
}

// An order is a rule of the world whose condition holds.
type order struct {
	rule  *regle.Rule
	said  bool // it changed something, and the trace says so
	count int  // times that it was applied before; counted where Times is set
}

// consult asks the conditions of the world's rules, before the payer's own are applied: they look at
// the request and at the facts that were loaded, never at the answer.
func consult(c *Case, tx Tx) error {
	if len(c.World.Rules) == 0 {
		return nil
	}
	service, known := c.Request.Service(), facts(c)
	for i := range c.World.Rules {
		r := &c.World.Rules[i]
		if !r.Serves(service) {
			continue
		}
		holds, err := r.If.Holds(known)
		if err != nil {
			c.house.fault(r, err)
		}
		if !holds {
			continue
		}
		if err := c.order(r, tx); err != nil {
			return err
		}
	}
	return nil
}

const houseSource = "règle du monde"

func (h *house) fault(r *regle.Rule, err error) {
	h.faults = append(h.faults, Fired{
		Rule: r.ID, Text: "Condition sans réponse, règle non appliquée : " + err.Error() + ".",
		Source: houseSource, Forced: true,
	})
}

// order keeps a rule that holds, unless it was applied as often as it may be.
func (c *Case) order(r *regle.Rule, tx Tx) error {
	o := &order{rule: r}
	if r.Times > 0 {
		n, err := tx.Count(o.key())
		if err != nil || n >= r.Times {
			return err
		}
		o.count = n
	}
	if r.Then.Ceiling != nil {
		c.Sharing.ceilings = append(c.Sharing.ceilings, newHouseCeiling(o))
	}
	c.house.orders = append(c.house.orders, o)
	return nil
}

func (o *order) key() string { return "regle " + o.rule.ID }

// say puts the sentence of a rule in the trace the first time that it changes something, then what
// it changes.
func (o *order) say(c *Case, details ...Fired) {
	if !o.said {
		o.said = true
		details = append([]Fired{{Text: o.rule.Text}}, details...)
	}
	for _, f := range details {
		f.Rule, f.Source, f.Forced = o.rule.ID, houseSource, true
		c.trace = append(c.trace, f)
	}
}

// houseRules let the rules of the world refuse a simulation or a calculation before anything is shared.
func houseRules() Book {
	return Book{{
		ID: "MON-R01", Source: houseSource,
		Text: "Une règle du monde refuse la demande.",
		When: func(c *Case) bool { return c.house.refusal() != nil },
		Then: func(c *Case) {
			o := c.house.refusal()
			c.say(c.rule.Text)
			o.say(c)
			o.refuse(c)
			c.done = true
		},
	}}
}

func (h *house) refusal() *order {
	for _, o := range h.orders {
		if o.rule.Then.Refuse != "" {
			return o
		}
	}
	return nil
}

func (o *order) refuse(c *Case) {
	e := &o.rule.Then
	c.outcome(resultOf(c.Request.Service(), e.Refuse), e.Refuse)
	if e.Label != "" {
		c.status.Label = e.Label
	}
}

// positive reports whether an answer gives what was asked, in part at least.
func positive(r roc.Result) bool { return r == roc.OK || r == roc.Accepte || r == roc.Partiel }
